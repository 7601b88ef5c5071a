"""From evidence to a question: the first that can be asked whole, that was not asked before and is no echo."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.coaching.growing.evidence import Evidence
from bot.coaching.words import Words

ASKED: Final = "grown:"
"""Begins what is remembered of a thing once it was asked about."""

GROW: Final = "grow"
AGAIN: Final = "again"
_PRONOUNS: Final = frozenset({"he", "she", "they", "him", "her", "them"})
_WORTH_IT: Final = 4
_ROOM: Final = 2
_LEAD_IN: Final = 4
"""Of a sentence that says this thing alone: how many times its words, and how many words beside."""

_MOST_WORDS: Final = 30
_MOST_OF_A_FORM: Final = 2
_LONGEST_COPY: Final = 7
_SHORT_COPY: Final = 4
_MOSTLY: Final = 0.6
_AGAIN: Final = 0.7
_UNWHOLE: Final = re.compile(
    r"[{}]|\b(\w+) \1\b(?<!that that)|\byou (?:is|was|has|does)\b|\b(?:to|of|for) (?:he|she|they)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and what is to be remembered of it."""

    text: str
    used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """What a question has to fit: the message, what the reply has said so far, what was used before, the seed."""

    message: str
    said: str
    used: tuple[str, ...]
    seed: str


def ask(found: Sequence[Evidence], prefix: str, words: Words, room: Room) -> Asked | None:
    """The best question of the groups that begin with `prefix`, or None where none would be whole and new.

    What was not just handed back is asked from first, where it is worth it; what was, in words that only point to it.
    """
    new = [one for one in found if not _said(one, room)]
    said = [one for one in found if _said(one, room) and not one.clause]
    strong, weak = [one for one in new if one.weight >= _WORTH_IT], [one for one in new if one.weight < _WORTH_IT]
    for one, short in (
        *((each, False) for each in strong),
        *((each, True) for each in said),
        *((each, False) for each in weak),
    ):
        group = f"{prefix}_{one.form}"
        if short and prefix == GROW and f"{AGAIN}_{one.form}" in words.phrases:
            group = f"{AGAIN}_{one.form}"
        asked = _asked(one, group, words, room) if group in words.phrases and _fresh(one, group, room) else None
        if asked is not None:
            return asked
    return None


def _asked(one: Evidence, group: str, words: Words, room: Room) -> Asked | None:
    for key, line in _lines(group, words, room):
        text = _filled(line, one, pointing=group.startswith(AGAIN))
        if _whole(text, room.message):
            return Asked(text, (key, f"{ASKED}{one.key}"))
    return None


def _fresh(one: Evidence, group: str, room: Room) -> bool:
    """Not asked about before, and no form a third time."""
    return (
        f"{ASKED}{one.key}" not in room.used and sum(key.startswith(f"{group}:") for key in room.used) < _MOST_OF_A_FORM
    )


def _said(one: Evidence, room: Room) -> bool:
    """Whether the reply has just handed these words back."""
    return _is_in(one, room.said)


def _is_in(one: Evidence, text: str) -> bool:
    words = set(re.findall(r"[a-z]{3,}", one.key)) - {"your", "you", "the", "that", "them", "they"}
    return bool(words) and len(words & set(re.findall(r"[a-z]{3,}", text.casefold()))) >= _AGAIN * len(words)


def _alone(one: Evidence, room: Room) -> bool:
    """Whether the last thing said was this and no more, so that 'it' can mean nothing else."""
    last = re.split(r"(?<=[.!])\s+(?=[A-Z\"])", room.said.strip())[-1]
    return _is_in(one, last) and len(last.split()) <= _ROOM * len(one.key.split()) + _LEAD_IN


def _lines(group: str, words: Words, room: Room) -> Iterator[tuple[str, str]]:
    """Every line of a group, beginning with the one whose turn it is."""
    used = list(room.used)
    for _ in words.phrases[group]:
        key, line = words.pick(group, tuple(used), room.seed)
        used.append(key)
        yield key, line


def _filled(line: str, one: Evidence, *, pointing: bool) -> str:
    for name, value in one.values:
        if pointing and name in {"they", "them"} and value.casefold() not in _PRONOUNS:
            value = name  # it was named in the words before
        line = line.replace("{" + name + "}", value)
    return line[0].upper() + line[1:]


def _whole(text: str, message: str) -> bool:
    """Whether it reads as one sentence of its own, and is not the doctor's sentence with a question mark."""
    if len(text.split()) > _MOST_WORDS or text.count("?") != 1 or _UNWHOLE.search(text):
        return False
    ours, theirs = re.findall(r"\w+", text.casefold()), re.findall(r"\w+", message.casefold())
    run = _longest(ours, theirs)
    return run <= _LONGEST_COPY and not (run > _SHORT_COPY and run >= _MOSTLY * len(theirs))


def _longest(ours: list[str], theirs: list[str]) -> int:
    best, row = 0, [0] * (len(theirs) + 1)
    for word in ours:
        new = [0]
        for place, other in enumerate(theirs):
            new.append(row[place] + 1 if word == other else 0)
        best, row = max(best, *new), new
    return best
