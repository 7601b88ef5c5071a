"""Wording a move: the doctor's own words handed back, a meaning where there is evidence, one question."""
