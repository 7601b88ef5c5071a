"""Letters for a PDF: which font draws each character, and what stands for one that none of them can draw."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib import resources
from io import BytesIO
from itertools import groupby
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

MAIN: Final = "NotoSans"
"""Latin with all its accents, Greek, Cyrillic, Devanagari; a package of its own carries it."""
_SECOND: Final = "Vera"
"""Signs of reckoning and the like, which ReportLab carries."""
_FILES: Final = {
    MAIN: ("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf"),
    _SECOND: ("reportlab", "fonts/Vera.ttf"),
}
_INSTEAD: Final = {
    "\u2192": "->",
    "\u2190": "<-",
    "\u21d2": "=>",
    "\u2713": "[yes]",
    "\u2714": "[yes]",
    "\u2717": "[no]",
}
UNDRAWN: Final = "\ufffd"
_JOINING: Final = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f")
"""What only says how its neighbours are drawn."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text as ReportLab's paragraphs take it, and how many of its characters could not be drawn."""

    markup: str
    undrawn: int


def make_known() -> None:
    """Make the fonts known to ReportLab, which otherwise draws with ones that are in no file of its."""
    for font in _FILES:
        _drawable(font)


def drawn(text: str) -> Drawn:
    """The text with the font of each run. An accent that no font has is left off; what is left is told as a sign."""
    pieces = [piece for one in unicodedata.normalize("NFC", text) for piece in _piece(one)]
    runs = ((font, "".join(letter for _, letter in run)) for font, run in groupby(pieces, key=lambda one: one[0]))
    markup = "".join(escape(run) if font == MAIN else f'<font name="{font}">{escape(run)}</font>' for font, run in runs)
    return Drawn(markup, sum(letter == UNDRAWN for _, letter in pieces))


def _piece(character: str) -> Iterator[tuple[str, str]]:
    if character in _JOINING:
        return
    for font in _FILES:
        if ord(character) in _drawable(font):
            yield font, character
            return
    instead = _INSTEAD.get(character) or _base(character)
    yield from ((MAIN, one) for one in instead or UNDRAWN)


def _base(character: str) -> str:
    """A letter without its accents, a ligature as its letters; "" where that cannot be drawn either."""
    parts = unicodedata.normalize("NFKD", character)
    kept = "".join(one for one in parts if not unicodedata.combining(one))
    return kept if kept and all(ord(one) in _drawable(MAIN) for one in kept) else ""


@cache
def _drawable(font: str) -> frozenset[int]:
    """The characters that a font draws; it is made known to ReportLab on the way."""
    package, name = _FILES[font]
    made = TTFont(font, BytesIO(resources.files(package).joinpath(name).read_bytes()))
    pdfmetrics.registerFont(made)
    return frozenset(made.face.charToGlyph)
