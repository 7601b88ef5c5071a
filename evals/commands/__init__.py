"""`coach evals`: cases, runs, reports, and how far to trust them."""
