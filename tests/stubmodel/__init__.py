"""A chat model that is none: an OpenAI-compatible server of our own, whose faults a test asks for."""
