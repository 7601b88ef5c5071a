"""What a sentence of a reply does, by a small model: what the phrase banks have no words for."""
