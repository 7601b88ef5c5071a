"""Cues that content is written with: patterns in playbooks and phrases, looked for whatever the case."""

import re
from collections.abc import Iterable
from functools import cache

from bot.coaching.plain import AnyCase


def any_in(cues: Iterable[str], text: str) -> bool:
    """Whether at least one cue is in the text."""
    return any(_any_case(cue).is_in(text) for cue in cues)


def all_in(cues: Iterable[str], text: str) -> bool:
    """Whether every cue is in the text."""
    return all(_any_case(cue).is_in(text) for cue in cues)


def count_in(cues: Iterable[str], text: str) -> int:
    """How many of the cues are in the text."""
    return sum(_any_case(cue).is_in(text) for cue in cues)


def found_in(cues: Iterable[str], text: str) -> frozenset[str]:
    """The different words and phrases of the text that the cues find."""
    return frozenset(" ".join(one[0].casefold().split()) for cue in cues for one in _pattern(cue).finditer(text))


@cache
def _any_case(cue: str) -> AnyCase:
    # kept for good: there are more cues than `re` keeps by itself, which would compile most of them at every turn
    return AnyCase(cue)


@cache
def _pattern(cue: str) -> re.Pattern[str]:
    # kept for good: there are more cues than `re` keeps by itself, which would compile most of them at every turn
    return re.compile(cue, re.I)
