"""How far the checks can be trusted: their agreement with people, and people's with each other."""
