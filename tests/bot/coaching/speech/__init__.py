"""Tests of what each sentence of a text does."""
