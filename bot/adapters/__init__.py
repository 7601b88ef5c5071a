"""The coach's ports made real: words from files, models, knowledge, the store."""
