"""The rubric cases: what one may hold, how they are read, and how a new one is begun."""
