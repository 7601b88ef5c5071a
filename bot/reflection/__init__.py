"""A talk written up as a reflection that the doctor owns: what it says, and nothing of how a file holds it."""
