"""Audit: every line of every file must stand in some passage or be explained by a reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.model import Passage
from knowledge.texts.flow import Drop
from knowledge.texts.shingles import shingle_set, shingles, words
from knowledge.texts.source import Line, SourceText, line_number

SIZE, ENOUGH = 3, 0.5
_NOTE_NUMBER = re.compile(r"(?<=[^\s\d])\d{1,3}(?=\s|$)|(?<=[.!?\u2019\u201d]) (?:\d{1,4} ?)+$")


@dataclass(frozen=True, slots=True)
class LineFinding:
    """A line little of which stands in a passage: the share that does, and the reason, if there is one."""

    number: int
    share: float
    words: str
    reason: str


def audit(source: SourceText, passages: Sequence[Passage], drops: Sequence[Drop]) -> tuple[LineFinding, ...]:
    """The lines of a file under half of which stands in the passages of its document."""
    known = shingle_set((passage.text for passage in passages), SIZE)
    lines = [line for line in source.lines() if any(character.isalnum() for character in line.text)]
    runs = [words(_NOTE_NUMBER.sub("", line.text.strip())) or words(line.text) for line in lines]
    findings = []
    for index, (line, run) in enumerate(zip(lines, runs, strict=True)):
        share = _share(run, runs[index - 1] if index else [], runs[index + 1] if index + 1 < len(runs) else [], known)
        if share < ENOUGH:
            number = line_number(source.received, line.start)
            findings.append(LineFinding(number, share, line.text.strip(), _reason(line, drops)))
    return tuple(findings)


def _share(run: Sequence[str], before: Sequence[str], after: Sequence[str], known: frozenset[tuple[str, ...]]) -> float:
    """The share of a line's shingles that are known; a line of one or two words counts with its neighbours' words."""
    if len(run) >= SIZE:
        found = [shingle in known for shingle in shingles(run, SIZE)]
        return sum(found) / len(found)
    context = [*before[len(run) - SIZE :], *run, *after[: SIZE - len(run)]]
    return float(any(shingle in known for shingle in shingles(context, SIZE)))


def _reason(line: Line, drops: Sequence[Drop]) -> str:
    """The reason that covers most of the line."""
    best, most = "", 0
    for drop in drops:
        covered = min(line.end, drop.span.end) - max(line.start, drop.span.start)
        if covered > most:
            best, most = drop.reason, covered
    return best if most >= ENOUGH * len(line.text.strip()) else ""
