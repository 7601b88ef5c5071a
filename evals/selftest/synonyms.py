"""Neutral words and others that mean the same: for edits that change nothing, and for questions asked again."""

import re
from collections.abc import Mapping

PAIRS: Mapping[str, str] = {
    "somebody": "someone", "anybody": "anyone", "everybody": "everyone", "nobody": "no one", "perhaps": "maybe",
    "hardest": "most difficult", "begin": "start", "usually": "normally", "simply": "just", "almost": "nearly",
    "quickly": "fast", "whom": "who", "large": "big", "entirely": "wholly", "often": "frequently",
}  # fmt: skip
_WORDS = re.compile(rf"\b(?:{'|'.join(PAIRS)})\b", re.I)


def reworded(text: str) -> str:
    """The text with neutral words for others that mean the same."""
    return _WORDS.sub(lambda one: _like(one[0], PAIRS[one[0].lower()]), text)


def _like(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
