"""What a strict reader finds wrong with the bank of reflections, and with the gists, beyond their schema."""

import re
from collections.abc import Iterable, Sequence

from bot.adapters.line_check import line_faults, question_faults
from bot.coaching.plain import sentences
from bot.coaching.uptake import Gist, Reflection

_SLOT = re.compile(r"\{(\w+)\}")
_MOST_SAID = 16
_MOST_ASKED = 20


def faults(bank: Sequence[Reflection], messages: Iterable[str]) -> list[str]:
    """Every fault, as a line that names the entry; `messages` (the written examples) show where `words` are too few."""
    read = [sentence for text in messages for sentence in sentences(text)]
    return sorted(f"reflection {one.id}: {fault}" for one in bank for fault in _of_one(one, read))


def gist_faults(gists: Sequence[Gist]) -> list[str]:
    """Every fault of the gists' lines, as a line that names the gist; no line stands in two of them."""
    seen: dict[str, str] = {}
    found = [f"gist {one.id}: {fault}" for one in gists for fault in _of_lines(one)]
    for one in gists:
        for line in (*one.say, *one.ask):
            if seen.setdefault(line, one.id) != one.id:
                found.append(f"gist {one.id}: {line!r} stands in {seen[line]}, too")
    return sorted(found)


def _of_one(one: Reflection, read: Sequence[str]) -> Iterable[str]:
    patterns = [*one.evidence, *one.unless]
    broken = [pattern for pattern in patterns if not _compiles(pattern)]
    yield from (f"not a regular expression: {pattern!r}" for pattern in broken)
    if broken:
        return
    lent = set(re.compile(one.evidence[0]).groupindex)
    for line in (*one.say, *one.ask):
        yield from (f"{{{name}}} is lent by no group" for name in _SLOT.findall(line) if name not in lent)
    yield from _of_lines(one)
    yield from _unseen(one, read)


def _of_lines(one: Reflection | Gist) -> Iterable[str]:
    for line in (*one.say, *one.ask):
        yield from line_faults("say or ask", line)
    for line in one.ask:
        yield from question_faults("ask", line)
    yield from (f"a question in {line!r}" for line in one.say if "?" in line)
    yield from (f"exactly one question in {line!r}" for line in one.ask if line.count("?") != 1)
    yield from (f"too long: {line!r}" for line in one.say if len(line.split()) > _MOST_SAID)
    yield from (f"too long to answer from a phone: {line!r}" for line in one.ask if len(line.split()) > _MOST_ASKED)


def _unseen(one: Reflection, read: Sequence[str]) -> Iterable[str]:
    """A sentence that the evidence fits and that holds none of the entry's words would never be looked at."""
    first = re.compile(one.evidence[0])
    missed = (line for line in read if not any(word in line for word in one.words) and first.search(line))
    found = next((line for line in missed if all(re.search(rest, line) for rest in one.evidence[1:])), None)
    if one.words and found:
        yield f"none of its words is in {found!r}"


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
