"""What the coach and its channels need of the world, as protocols, and the types that cross them."""
