"""What a chat model is told of a move, and how what it wrote is held to it: pure, and no move is chosen here."""
