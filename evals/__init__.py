"""Does the coach coach well? Measurements and graded cases; nothing in the product imports it."""
