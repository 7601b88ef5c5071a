"""Making the small models: written examples -> a tuned encoder and its heads. Needs torch; the coach never does."""
