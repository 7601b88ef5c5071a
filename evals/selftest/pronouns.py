"""Pronouns turned round, as ELIZA did: what 'I' said comes back as 'you'."""

import re

_TURNS = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "am": "are", "i'm": "you're",
    "im": "you're", "i've": "you've", "ive": "you've", "i'd": "you'd", "i'll": "you'll", "was": "were",
    "you": "I", "your": "my", "yours": "mine", "yourself": "myself", "we": "you", "us": "you", "our": "your",
}  # fmt: skip
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?", re.I)


def turned(text: str) -> str:
    """The text as said back to the one who wrote it."""
    return _WORD.sub(lambda one: _TURNS.get(one[0].lower().replace("’", "'"), one[0]), text)
