"""More words of places to think about again: what is vague, what opens with a sum, what asks why in a reproach."""

import re
from typing import Final

from bot.coaching.reviewed import DraftKind

_LINES: Final = frozenset({DraftKind.SLIDES, DraftKind.PITCH, DraftKind.EMAIL, DraftKind.MESSAGE})
_WRITTEN: Final = frozenset({DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.PITCH})
_MONEY: Final = frozenset({DraftKind.PITCH, DraftKind.SLIDES})

MORE: Final[tuple[tuple[str, frozenset[DraftKind], float, re.Pattern[str]], ...]] = tuple(
    (name, kinds, much, re.compile(pattern, re.I))
    for name, kinds, much, pattern in (
        ("leading", _LINES, 0.8, r"\bwhy (?:are|is|do|does|can) [\w' ]{2,30}? (?:so (?:bad|poor|slow|late|behind"
            r"|low)|worse"
            r"|failing|unable|incapable)\b"),
        ("vague_ask", _WRITTEN, 0.0, r"\bdo(?:ing)? something (?:different|about|new)\b|\blook(?:ing)? into (?:it"
            r"|this|doing"
            r"|something)\b|\bsome kind of\b|\bjust a thought\b|\bwith the right support\b"),
        ("cost", _MONEY, 0.8, r"[£$€]\s?\d|\b\d+ ?k (?:a|per) year\b"),
    )
)  # fmt: skip
"""As in `place_words`: what is found, in which kinds, how much more it weighs there, and its words."""
