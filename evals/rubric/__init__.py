"""The 30 criteria: what each means, how it is seen in the text of a reply, and what it is worth."""
