"""Checks that are a table: for each kind of fault its code, what to say of it, and the pattern of its words."""

import re
from collections.abc import Callable, Iterator, Sequence

from bot.coaching.drafting.vetting.look import Line, Look
from bot.coaching.record import Problem

Table = Sequence[tuple[str, str, re.Pattern[str]]]
Hits = Callable[[re.Pattern[str], Line, Look], Iterator[str]]
"""Where a pattern stands in a line and is a fault there: each check has its own exceptions."""


def first_of_each(table: Table, look: Look, hits: Hits) -> Iterator[Problem]:
    """The first fault of each kind."""
    for code, what, pattern in table:
        hit = next((one for line in look.lines for one in hits(pattern, line, look)), None)
        if hit is not None:
            yield Problem(code=code, detail=f"{what}: {hit!r}")
