"""The pages, as they are asked for and answered."""
