"""A message as patterns read it: lower case, straight quotes, the apostrophes that tired thumbs leave out put back."""

import re
from typing import Final

_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|\n+|(?<=[a-z0-9])\.\.+\s*|\s+[-–—]+\s+|;\s*")
_STRAIGHT: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_MENDED: Final = (
    (re.compile(r"\b(did|does|do|is|was|were|are|have|has|had|could|should|would|ca|wo|ai)nt\b", re.I), r"\1n't"),
    (re.compile(r"\bcannot\b", re.I), "can't"),
    (re.compile(r"\bim\b", re.I), "i'm"),
    (re.compile(r"\bive\b", re.I), "i've"),
    (re.compile(r"\b(he|she|that|there|what|who)s\b", re.I), r"\1's"),
    (re.compile(r"\b(they|you)re\b(?! to\b)", re.I), r"\1're"),  # 'were' is seldom 'we are'
    (re.compile(r"\b(they|we|you)ve\b", re.I), r"\1've"),
    (re.compile(r"\bits (?=(?:a|an|the|not|just|all|been|my|so|too|like|me|his|her)\b)", re.I), "it's "),
)


def with_apostrophes(text: str) -> str:
    """The text with the apostrophes that tired thumbs leave out put back: 'didnt', 'im', 'shes'."""
    for pattern, mended in _MENDED:
        text = pattern.sub(mended, text)
    return text


def plain(text: str) -> str:
    """The text in one spelling of quotes, case, spaces and short forms; for matching, never for showing."""
    return " ".join(with_apostrophes(text.translate(_STRAIGHT).lower()).split())


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a message in that spelling, in order; a new line or a dash ends one, too."""
    parts = (plain(one) for one in _SENTENCE_END.split(text) if one)
    return tuple(one for one in parts if one)
