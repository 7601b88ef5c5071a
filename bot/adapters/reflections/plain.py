"""What every format needs of a text first: nothing in it that no file can hold, and nothing that nobody sees."""

import re
from typing import Final

_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, which XML refuses
    "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def plain(text: str) -> str:
    """The text as it can be written, on one line."""
    return " ".join(_UNSEEN.sub("", text).split())
