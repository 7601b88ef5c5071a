"""Reading the characters of the rehearsals and the coach's words around them strictly, and saying where a fault is."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from bot.coaching.practice import End
from bot.coaching.rehearsal.acts import Act
from bot.coaching.rehearsal.cast import DESCRIBED, GROUPS, CoachWords
from bot.coaching.rehearsal.model import REACTIONS, Bands, Lines, Role
from knowledge import strict_yaml
from knowledge.errors import KnowledgeError
from prompts import library

_ROLES: Final = "rehearsal/roles"
_COACH: Final = "rehearsal/coach.yaml"
_SLOT: Final = re.compile(r"\{[^{}]*\}|[{}]")
_SPOKEN: Final = frozenset({"{quote}", "{matter}"})
_CARE: Final = frozenset({"{care}"})


def role_files() -> tuple[Path, ...]:
    """The characters as they lie in `prompts/rehearsal/roles`, one file each."""
    return library.files(_ROLES)


def load_roles(files: tuple[Path, ...] | None = None) -> dict[str, Role]:
    """Every character by id, people described last. Raises KnowledgeError with the file, the line and what to do."""
    read = {path.stem: load_role(path) for path in (role_files() if files is None else files)}
    return dict(sorted(read.items(), key=lambda pair: (pair[0] == DESCRIBED, pair[0])))


def load_role(path: Path) -> Role:
    """One character, checked."""
    role = strict_yaml.load(path, Role)
    for said, what, mend in _faults_of(role, path.stem):
        raise KnowledgeError(f"{path.name}:{_line_of(path, said)}", what, mend)
    return role


def load_coach(path: Path | None = None) -> CoachWords:
    """The coach's own words around a rehearsal, checked."""
    place = path or library.file(_COACH)
    words = strict_yaml.load(place, CoachWords)
    for said, what, mend in _faults_of_coach(words):
        raise KnowledgeError(f"{place.name}:{_line_of(place, said)}", what, mend)
    return words


Fault = tuple[str, str, str]
"""Words by which the place is found, what is wrong there, and what would mend it."""


def _faults_of(role: Role, stem: str) -> Iterator[Fault]:
    if role.id != stem:
        yield f"id: {role.id}", f"id is {role.id!r} in a file called {stem!r}", "Give both the same name."
    yield from _keys("reactions:", role.reactions, REACTIONS)
    yield from _keys("ends:", role.ends, tuple(End))
    for cue in role.cues:
        yield from _pattern(cue)
    for name, number in Counter(one.id for one in role.topics).items():
        if number > 1 or ":" in name or "/" in name:
            yield f"id: {name}", f"topic {name!r} stands twice or has a mark in its name", "Give it a name of its own."
    for lines in _all_lines(role):
        yield from _lines(lines, _SPOKEN, plain=True)
    for lines in (role.scene, (role.hidden,)):
        yield from _lines(lines, frozenset())
    yield from _once(role)


def _faults_of_coach(words: CoachWords) -> Iterator[Fault]:
    yield from _keys("lines:", words.lines, tuple(GROUPS))
    yield from _keys("why:", words.why, tuple(Act))
    yield from _keys("tries:", words.tries, tuple(Act))
    for group, lines in words.lines.items():
        allowed = frozenset(f"{{{slot}}}" for slot in GROUPS[group])
        yield from _lines(lines, allowed)
        for line in lines:
            for missing in sorted(allowed - set(_SLOT.findall(line)) - {"{name}"}):
                yield line, f"{missing} is missing in a line of {group!r}", "Put it where it belongs."
    for lines in (words.cares.shut, words.cares.half, words.cares.open):
        yield from _lines(lines, _CARE)
    yield from _lines(tuple(words.why.values()), frozenset())


def _keys(place: str, found: Iterable[str], wanted: tuple[str, ...]) -> Iterator[Fault]:
    there = [str(one) for one in found]
    missing = [str(one) for one in wanted if one not in there]
    unknown = [one for one in there if one not in wanted]
    if missing:
        yield place, f"missing under {place} {', '.join(missing)}", "Write lines for each."
    if unknown:
        yield f"{unknown[0]}:", f"not known under {place} {', '.join(unknown)}", "Take it out, or mend its name."


def _pattern(cue: str) -> Iterator[Fault]:
    try:
        re.compile(cue)
    except re.error as error:
        yield cue, f"a cue is no pattern ({error})", "Mend it; a plain word is one, too."


def _lines(lines: Lines, allowed: frozenset[str], *, plain: bool = False) -> Iterator[Fault]:
    """What is wrong with the braces of some lines; `plain` asks for one line that needs nothing filled in."""
    for line in lines:
        for slot in _SLOT.findall(line):
            if slot not in allowed:
                may = " or ".join(sorted(allowed)) or "nothing"
                yield line, f"{slot} cannot be filled in here", f"Braces may hold {may}."
    if plain and all("{" in line for line in lines):
        yield lines[0], "every line here has something to fill in", "Write one that can always be said."


def _once(role: Role) -> Iterator[Fault]:
    every = Counter(line for lines in _all_lines(role) for line in lines)
    for line, number in every.items():
        if number > 1:
            yield line, f"a line stands {number} times", "Nobody says the same twice; write another."


def _all_lines(role: Role) -> Iterator[Lines]:
    yield role.opens
    for bands in (*role.reactions.values(), *(one.answers for one in role.topics)):
        yield from _bands(bands)
    yield role.reveal
    yield from role.ends.values()


def _bands(bands: Bands) -> tuple[Lines, ...]:
    return (bands.shut, bands.half, bands.open)


def _line_of(path: Path, said: str) -> int:
    """The line of a file in which some words begin, or the first."""
    start = " ".join(said.split()[:4])
    rows = path.read_text(encoding="utf-8").splitlines()
    return next((at for at, row in enumerate(rows, 1) if start in row or start.replace("'", "''") in row), 1)
