"""The criteria: what each means, how it is seen in the text of a reply, and what it is worth."""
