"""The image without Docker: its Dockerfile read strictly, and its steps replayed in a folder."""
