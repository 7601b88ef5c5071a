"""Texts as vectors: the encoder, and how its model is exported once."""
