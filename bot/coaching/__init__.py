"""The pure core of the coach: no input or output, no clock, no chance."""
