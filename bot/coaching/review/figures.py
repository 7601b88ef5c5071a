"""The figures that may be praised in a draft: the one that says most, and what is counted item by item."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.coaching.review import praised
from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.plainest import Seen, place
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

_TIMED: Final = re.compile(r"\(?\b\d{1,3} ?(?:mins?|minutes)\b\)?$")
_COUNT: Final = re.compile(
    r"\b\d+ [a-z]{3,}(?: to \w+)?(?:(?:, and |, | and )(?:\d+|an?) [a-z]{2,}(?: \w+)??)+(?= on| in| with|,|\.|$)", re.I
)
_UNTOLD: Final = re.compile(
    r"[?:]\s*$|^\W*(?:which|what|who|how|if|could|can|please|may|we try|first one)\b|\bnext"
    r" \d|\bfor (?:a|\d+|two|three|four|six) (?:weeks?|months?)\b|\bin (?:a|\d+|ten) minutes\b",
    re.I,
)


def figure(draft: Draft, parts: Sequence[Piece]) -> Iterator[Seen]:
    """The figure that says most: a share or a count before a length of time."""
    listed = draft.kind in {DraftKind.AGENDA, DraftKind.SLIDES}
    if draft.kind is DraftKind.APOLOGY:
        return
    told = [one for one in parts if not _UNTOLD.search(one.text) and not one.has(Label.HEDGE)]
    for pattern in (praised.STRONG_FIGURE, praised.FIGURE):
        for one in told:
            text = _TIMED.sub(lambda cut: " " * len(cut.group(0)), one.text) if listed else one.text
            found = pattern.search(text)
            if not found or one.has(Label.COST) or (listed and "minute" in one.text):
                continue
            seen = place(one, "figure", found.start())
            said = draft.text[seen.start : seen.end]
            if said.count("(") == said.count(")"):
                yield seen
                return


def counted(draft: Draft) -> Iterator[Seen]:
    """What is counted in a sentence that stings: the count is right, whatever stands around it."""
    for piece in draft.body:
        found = _COUNT.search(piece.text)
        if found and not piece.has(Label.COST):
            end = piece.start + len(piece.text[: found.end()].rstrip(" ,"))
            yield Seen("counted", piece.start + found.start(), end)
            return
