"""Tests of the index: what goes into it, how it is built and read."""
