"""The LLM judge, for criteria that text alone does not settle. Off unless a chat model is configured."""
