"""Read the cases of a folder, whole and checked: each file a YAML list, every fault with its file and line."""

import hashlib
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.casebook.case import ONLY_OF, OTHER_INTENTS, Case, Turn
from evals.errors import EvalsError
from knowledge import strict_yaml
from prompts import library

CASES = Path(__file__).resolve().parent.parent / "cases"


@dataclass(frozen=True, slots=True)
class Known:
    """What a case may name: the situations and the cards that there are."""

    situations: frozenset[str]
    cards: frozenset[str]


def load(folder: Path = CASES, known: Known | None = None) -> tuple[Case, ...]:
    """All cases of a folder or of one file, in the order of their ids.

    Raises EvalsError, naming file and line, for a case that cannot be read, an id that stands twice, or a name that
    is not known; KnowledgeError for YAML that is none.
    """
    files = sorted(folder.glob("*.yaml")) if folder.is_dir() else [folder]
    if not files:
        message = f"{folder}: no cases here (*.yaml)"
        raise EvalsError(message)
    known = known or known_names()
    placed = [(one, f"{place.file}:{place.line}") for file in files for one, place in strict_yaml.load_list(file, Case)]
    for case, place in placed:
        if fault := _unknown_name(case, place, known):
            raise EvalsError(fault)
    twice = [name for name, count in Counter(case.id for case, _ in placed).items() if count > 1]
    if twice:
        places = ", ".join(place for case, place in placed if case.id == twice[0])
        message = f"the id {twice[0]} stands twice: {places}"
        raise EvalsError(message)
    return tuple(sorted((case for case, _ in placed), key=lambda one: one.id))


def faults(text: str, name: str, known: Known) -> tuple[str, ...]:
    """Everything that keeps a text from being read as cases, a sentence each; none where it is right. Never raises."""
    placed, found = strict_yaml.read_list(text, name, Case)
    unknown = [fault for case, place in placed if (fault := _unknown_name(case, f"{place.file}:{place.line}", known))]
    twice = [f"the id {one} stands twice" for one, count in Counter(case.id for case, _ in placed).items() if count > 1]
    nothing = [] if placed or found else [f"{name}: there is no case in it"]
    return (*found, *unknown, *twice, *nothing)


def known_names() -> Known:
    """The situations of the playbooks and the ids of the cards, as they stand beside the code."""
    cards = Path(strict_yaml.__file__).resolve().parent / "cards"
    ids = [
        line.split(":", 1)[1].strip()
        for file in sorted(cards.glob("*.yaml"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("- id:")
    ]
    return Known(frozenset(one.stem for one in library.files("playbooks")), frozenset(ids))


def chosen(cases: Sequence[Case], *, ids: Collection[str], tags: Collection[str], split: str | None) -> list[Case]:
    """The cases that are asked for; an id or tag that no case has is an error, since nothing would be run for it."""
    for name in ids:
        if not any(name in {one.id, one.family, one.about} for one in cases):
            message = f"no case, family or situation is called {name}"
            raise EvalsError(message)
    for tag in tags:
        if not any(tag in one.tags or tag == one.kind for one in cases):
            message = f"no case has the tag {tag}"
            raise EvalsError(message)
    return [
        one
        for one in cases
        if (not ids or {one.id, one.family, one.about} & set(ids))
        and (not tags or set(tags) & {*one.tags, one.kind})
        and (split is None or one.split == split)
    ]


def digest(case: Case) -> str:
    """A short hash of all that a case says: two runs are compared only where it is the same.

    What later came to be sayable of a message is left out where it says nothing, so that older runs can be compared.
    """
    unsaid = {name: _unsaid(turns) for name, turns in (("context", case.context), ("turns", case.turns))}
    return hashlib.sha256(case.model_dump_json(exclude=unsaid).encode()).hexdigest()[:16]


def _unsaid(turns: Sequence[Turn]) -> dict[int, set[str]]:
    return {place: {name for name in ONLY_OF if not getattr(one, name)} for place, one in enumerate(turns)}


def _unknown_name(case: Case, place: str, known: Known) -> str:
    """The first name in a case that stands for nothing, told with its place; "" where there is none."""
    if case.about not in known.situations and case.about not in OTHER_INTENTS:
        return f"{place}: {case.id} is about {case.about}, which is neither a situation nor an intent"
    for turn in (*case.context, *case.turns):
        unknown = set(turn.relevant) - known.cards
        if unknown:
            return f"{place}: {case.id} names a card that does not exist: {min(unknown)}"
    return ""
