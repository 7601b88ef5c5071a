"""Cues that content is written with: patterns in playbooks and phrases, looked for whatever the case."""

import re
from collections.abc import Iterable
from functools import cache


def any_in(cues: Iterable[str], text: str) -> bool:
    """Whether at least one cue is in the text."""
    return any(_pattern(cue).search(text) for cue in cues)


def all_in(cues: Iterable[str], text: str) -> bool:
    """Whether every cue is in the text."""
    return all(_pattern(cue).search(text) for cue in cues)


def count_in(cues: Iterable[str], text: str) -> int:
    """How many of the cues are in the text."""
    return sum(_pattern(cue).search(text) is not None for cue in cues)


@cache
def _pattern(cue: str) -> re.Pattern[str]:
    # kept for good: there are more cues than `re` keeps by itself, which would compile most of them at every turn
    return re.compile(cue, re.I)
