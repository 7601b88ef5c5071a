"""Words in quotation marks are the doctor's, or a source's, to the letter; figures and names are somebody's, too."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.look import Line, Look
from bot.coaching.kinds import Act
from bot.coaching.record import Problem

_OFFERS: Final = re.compile(
    r"\b(?:say|saying|said|ask|asking|write|open with|begin with|words|line|something like|one|this|begin|start"
    r"|for instance|for example|try|perhaps)\b"
)
_QUOTE: Final = re.compile(r'"([^"]*)"')


def faults(look: Look) -> Iterator[Problem]:
    """Quotations that nobody said; where advice is due, words may be offered to be said."""
    offered = set(_offered(look))
    for quote in look.quotes:
        parts = [one for one in re.split(r"\.\.\.|…", quote) if plainly.tokens(one)]
        if not parts:
            yield Problem(code="misquote", detail="empty quotation marks")
        for part in parts:
            if quote not in offered and not look.is_anothers(part):
                yield Problem(code="misquote", detail=f"in quotation marks, and nobody's words: {part.strip()!r}")


def _offered(look: Look) -> Iterator[str]:
    """What an `advise` sentence puts into the doctor's mouth, where advice is due."""
    if Act.ADVISE not in look.sheet.guide.acts:
        return
    for line in look.lines:
        if line.act is Act.ADVISE and _leads_on(line):
            yield from _QUOTE.findall(line.text)


def _leads_on(line: Line) -> bool:
    before = plainly.spelt_out(line.text.split('"')[0])
    return not before.strip() or bool(_OFFERS.search(before))
