"""What the sources know: source texts and cards in, exact and cited evidence out."""
