"""Reading the written examples of how people say it, and turning them into what the heads learn."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.coaching.labels import INTENTS, NOTICES, STOPS
from bot.coaching.playbook import Playbook
from bot.errors import CoachError
from knowledge.model import Card

LEARNT_NOTICES = tuple(one for one in NOTICES if one != "identifiable")
_PRIMARY = 0.75
_MOST_SERVED = 3
_ASKED_SHARE = 0.25
_SEED = 11


@dataclass(frozen=True, slots=True)
class Example:
    """One written message: who wrote it, its labels (best first), its flags, and the coach's question it answers."""

    text: str
    author: str
    labels: tuple[str, ...]
    flags: tuple[str, ...]
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Targets:
    """What the heads learn: label shares (n, labels), stops (n, 5) and notices (n, 3), all 0 to 1."""

    labels: NDArray[np.float32]
    stops: NDArray[np.float32]
    notices: NDArray[np.float32]


def read(folder: Path, known: Sequence[str], books: Mapping[str, Playbook] | None = None) -> list[Example]:
    """Read every `*.jsonl` of the folder, and the playbooks' own examples.

    Raises CoachError, naming file and line, for an unknown label or a broken line.
    """
    found: list[Example] = []
    for file in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                found.append(_example(line, file, number, known))
    for situation, book in (books or {}).items():
        found += [Example(text, f"playbook {situation}", (situation,), ()) for text in book.examples]
    if not found:
        message = f"no examples in {folder}: expected *.jsonl files"
        raise CoachError(message, code="no_examples")
    return found


def from_cards(cards: Sequence[Card], situations: Sequence[str]) -> list[Example]:
    """The cards' lines in a doctor's words, as further examples of the situations that each card serves."""
    found = []
    for card in cards:
        served = tuple(one for one in card.situations if one in situations)[:_MOST_SERVED]
        found += [Example(line, "cards", served, ()) for line in card.when if served]
    return found


def from_playbooks(books: Mapping[str, Playbook]) -> list[Example]:
    """The facets' phrases, as further examples: what doctors answer in the middle of a conversation."""
    return [
        Example(phrase, "heard", (situation,), ())
        for situation, book in sorted(books.items())
        for facet in book.facets
        for phrase in facet.heard
    ]


def in_conversation(learnt: Sequence[Example], books: Mapping[str, Playbook]) -> list[Example]:
    """Some of the examples once more, each as the answer to a question that the coach could have asked.

    An answer is read together with its question. Were only written answers learnt so, which are nearly all harmless,
    a question before a message would itself say that nothing is wrong.
    """
    order = np.random.default_rng(_SEED)
    general = [one.text for book in books.values() for facet in book.facets for one in facet.ask]
    own = {name: [one.text for facet in book.facets for one in facet.ask] for name, book in books.items()}
    chosen = [one for one in learnt if not one.asked and order.random() < _ASKED_SHARE]
    return [
        replace(one, asked=questions[int(order.integers(len(questions)))])
        for one in chosen
        if (questions := own.get(one.labels[0], general))
    ]


def all_labels(situations: Sequence[str]) -> tuple[str, ...]:
    """Situations first, then the other intents: the order of the label head."""
    return (*situations, *INTENTS)


def targets(examples: Sequence[Example], labels: Sequence[str]) -> Targets:
    """Shares, the first label the most; a stop named among the further labels counts half for its own head."""
    place = {name: number for number, name in enumerate(labels)}
    shares = np.zeros((len(examples), len(labels)), dtype=np.float32)
    stops = np.zeros((len(examples), len(STOPS)), dtype=np.float32)
    notices = np.zeros((len(examples), len(LEARNT_NOTICES)), dtype=np.float32)
    for row, one in enumerate(examples):
        rest = one.labels[1:]
        shares[row, place[one.labels[0]]] = _PRIMARY if rest else 1.0
        for other in rest:
            shares[row, place[other]] += (1 - _PRIMARY) / len(rest)
        stops[row] = [1.0 if one.labels[0] == stop else 0.5 * (stop in rest) for stop in STOPS]
        notices[row] = [float(name in one.flags) for name in LEARNT_NOTICES]
    return Targets(shares, stops, notices)


def digest(examples: Sequence[Example]) -> str:
    """A hash over all that is learnt from, to tell when weights are older than the examples."""
    total = hashlib.sha256()
    for one in examples:
        known = [one.text, one.labels, one.flags, *([one.asked] if one.asked else [])]
        total.update(json.dumps(known, ensure_ascii=False).encode())
    return total.hexdigest()


def _example(line: str, file: Path, number: int, known: Sequence[str]) -> Example:
    try:
        raw: dict[str, object] = json.loads(line)
        labels, flags = raw["labels"], raw.get("flags", [])
        text = str(raw["text"])
    except (ValueError, KeyError, TypeError) as error:
        message = f"{file.name}, line {number}: not an example ({error})"
        raise CoachError(message, code="bad_example") from error
    if (
        not isinstance(labels, list)
        or not labels
        or not isinstance(flags, list)
        or any(one not in known for one in labels)
    ):
        message = f"{file.name}, line {number}: labels must be a list of known ids, got {labels!r}"
        raise CoachError(message, code="bad_example")
    return Example(text, file.stem, tuple(map(str, labels)), tuple(map(str, flags)), str(raw.get("asked", "")))
