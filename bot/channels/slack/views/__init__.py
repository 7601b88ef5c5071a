"""The Home tab and the dialogues, and what comes back from them."""
