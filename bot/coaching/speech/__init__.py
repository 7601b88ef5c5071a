"""Saying what each sentence of a text does: sentences with their places, rules, and the small model's part. Pure."""
