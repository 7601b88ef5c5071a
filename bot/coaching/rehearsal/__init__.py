"""Practising a hard conversation: who the other person is, what moves them, what they say, and the debrief. Pure."""
