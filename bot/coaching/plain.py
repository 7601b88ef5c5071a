"""A message as patterns read it: lower case, straight quotes, the apostrophes that tired thumbs leave out put back."""

import re
from typing import Final

_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|\n+|(?<=[a-z0-9])\.\.+\s*|\s+[-–—]+\s+|;\s*")
_STRAIGHT: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_MENDED: Final = (
    (re.compile(r"\b(did|does|do|is|was|were|are|have|has|had|could|should|would|ca|wo|ai)nt\b"), r"\1n't"),
    (re.compile(r"\bcannot\b"), "can't"),
    (re.compile(r"\bim\b"), "i'm"),
    (re.compile(r"\bive\b"), "i've"),
    (re.compile(r"\b(he|she|that|there|what|who)s\b"), r"\1's"),
    (re.compile(r"\b(they|we|you)re\b(?! to\b)"), r"\1're"),
    (re.compile(r"\b(they|we|you)ve\b"), r"\1've"),
    (re.compile(r"\bits (?=(?:a|an|the|not|just|all|been|my|so|too|like|me|his|her)\b)"), "it's "),
)


def plain(text: str) -> str:
    """The text in one spelling of quotes, case, spaces and short forms; for matching, never for showing."""
    lowered = text.translate(_STRAIGHT).lower()
    for pattern, mended in _MENDED:
        lowered = pattern.sub(mended, lowered)
    return " ".join(lowered.split())


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a message in that spelling, in order; a new line or a dash ends one, too."""
    parts = (plain(one) for one in _SENTENCE_END.split(text) if one)
    return tuple(one for one in parts if one)
