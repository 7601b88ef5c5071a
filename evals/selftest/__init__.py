"""The suite proves itself: planted faults are caught by name, neutral edits change nothing, trivial coaches fail."""
