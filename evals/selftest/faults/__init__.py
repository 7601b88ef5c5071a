"""The library of planted faults, one file an axis."""
