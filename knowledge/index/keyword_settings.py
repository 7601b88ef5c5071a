"""The two constants of BM25, the same for the keyword index of a small library and of a large one."""

SATURATION = 0.9  # k1: a word repeated in a short passage says little more
LENGTH_PENALTY = 0.4  # b: our passages differ little in length
