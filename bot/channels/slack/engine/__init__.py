"""The engine: what was taken in is answered, in order and once, and what was answered is sent."""
