"""The coach: one message in, one checked reply out."""
