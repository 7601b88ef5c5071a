"""What a search reads: units, targets, their words and vectors, built and kept in versions."""
