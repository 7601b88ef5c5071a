"""Tests of what the coach knows: reading, passages, cards, search."""
