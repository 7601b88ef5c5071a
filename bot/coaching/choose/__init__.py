"""The dialogue policy: what the doctor wrote and where the conversation stands -> the next move, with its reason."""
