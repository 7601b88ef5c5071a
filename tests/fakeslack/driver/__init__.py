"""The driver API, under /_fake/: what people do, what they see, and what goes wrong. One file for each of the three."""
