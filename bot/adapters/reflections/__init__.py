"""A reflection as a file: Markdown, PDF, Word. One paper, three formats."""
