"""Ways in and out of the coach."""
