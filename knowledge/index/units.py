"""Passages and cards -> what a search ranks (targets) and the lines that lead to each (units); pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from knowledge.index.duplicates import duplicate_groups
from knowledge.model import Card, Passage
from knowledge.texts.sentences import sentence_starts

SHORTEST_SENTENCE = 4  # words; anything shorter is found with its neighbours
SITUATION_WEIGHTS = (1.0, 0.7, 0.5, 0.4)  # a card names the situations that it serves best first


class UnitKind(StrEnum):
    """The ways into a target; each kind has vectors of its own, and a target scores by its best unit of the kind."""

    PASSAGE = "passage"
    SENTENCE = "sentence"
    WHEN = "when"
    ASKS = "asks"
    SAYS = "says"


CARD_KINDS = (UnitKind.WHEN, UnitKind.ASKS, UnitKind.SAYS)


@dataclass(frozen=True, slots=True)
class Target:
    """What a search ranks: a passage of an installed text, or a card when its text is not installed.

    Targets of one `group` nearly repeat each other; a search shows the best of them.
    """

    text: str
    doc: str
    section: str
    author: str
    passage: str | None
    start: int | None
    end: int | None
    cards: tuple[str, ...]
    situations: Mapping[str, float] = field(default_factory=dict)
    group: int = 0


@dataclass(frozen=True, slots=True)
class Unit:
    """One line to be embedded, the targets that it leads to (best first), and the card that it was written for."""

    kind: UnitKind
    text: str
    targets: tuple[int, ...]
    card: str | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """All that goes into an index: `places` says on which passages each card stands (best first).

    The passages of a large library may be made as they are read: they are gone through in order, and held nowhere.
    """

    passages: Sequence[Passage]
    cards: tuple[Card, ...]
    places: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, str] = field(default_factory=dict)


def make_targets(library: Library) -> tuple[Target, ...]:
    """One target a passage, and one for each card that stands on no installed passage."""
    targets = tuple(stream_targets(library))
    groups = duplicate_groups([target.text for target in targets])
    return tuple(replace(target, group=group) for target, group in zip(targets, groups, strict=True))


def stream_targets(library: Library) -> Iterator[Target]:
    """The same targets one by one, not yet compared with one another."""
    bound: dict[str, list[Card]] = {}
    for card in library.cards:
        for passage_id in library.places.get(card.id, ()):
            bound.setdefault(passage_id, []).append(card)
    for passage in library.passages:
        yield _passage_target(passage, bound.get(passage.id, []))
    for card in loose_cards(library):
        yield _card_target(card)


def loose_cards(library: Library) -> tuple[Card, ...]:
    """The cards that stand on no installed passage, each of which is a target."""
    return tuple(card for card in library.cards if not library.places.get(card.id))


def make_units(library: Library, targets: Sequence[Target]) -> tuple[Unit, ...]:
    """All units of a library, kind by kind."""
    by_card: dict[str, tuple[int, ...]] = _targets_by_card(library, targets)
    texts = [(row, heading(target, library.titles), target.text) for row, target in enumerate(targets)]
    units = [Unit(UnitKind.PASSAGE, place + text, (row,)) for row, place, text in texts]
    units += [Unit(UnitKind.SENTENCE, part, (row,)) for row, _, text in texts for part in sentences(text)]
    for kind in CARD_KINDS:
        units += [
            Unit(kind, line, by_card[card.id], card.id) for card in library.cards for line in card_lines(card, kind)
        ]
    return tuple(units)


def card_lines(card: Card, kind: UnitKind) -> tuple[str, ...]:
    """The lines of a card that are indexed under a kind."""
    if kind is UnitKind.WHEN:
        return card.when
    if kind is UnitKind.ASKS:
        return card.asks
    return (f"{card.title}. {card.says}",)


def heading(target: Target, titles: Mapping[str, str]) -> str:
    """The title and section of a target, put before its text so that a passage is found by what it is part of."""
    parts = [titles.get(target.doc, ""), target.section]
    place = " > ".join(part for part in parts if part)
    return f"{place}. " if place else ""


def sentences(text: str) -> list[str]:
    """Split clean text into sentences, dropping scraps; a text without any is its own sentence."""
    starts = sentence_starts(text)
    parts = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=False)]
    return [part for part in parts if len(part.split()) >= SHORTEST_SENTENCE] or [text]


def _targets_by_card(library: Library, targets: Sequence[Target]) -> dict[str, tuple[int, ...]]:
    row_of_passage = {target.passage: row for row, target in enumerate(targets) if target.passage is not None}
    row_of_card = {target.cards[0]: row for row, target in enumerate(targets) if target.passage is None}
    rows: dict[str, tuple[int, ...]] = {}
    for card in library.cards:
        placed = tuple(row_of_passage[place] for place in library.places.get(card.id, ()))
        rows[card.id] = placed or (row_of_card[card.id],)
    return rows


def _passage_target(passage: Passage, cards: Sequence[Card]) -> Target:
    return Target(
        text=passage.text,
        doc=passage.doc,
        section=passage.section,
        author=passage.author,
        passage=passage.id,
        start=passage.start,
        end=passage.end,
        cards=tuple(card.id for card in cards),
        situations=_situations(cards),
    )


def _card_target(card: Card) -> Target:
    return Target(
        text=card.says,
        doc=card.doc,
        section=card.section,
        author=card.author or "",
        passage=None,
        start=None,
        end=None,
        cards=(card.id,),
        situations=_situations([card]),
    )


def _situations(cards: Iterable[Card]) -> dict[str, float]:
    served: dict[str, float] = {}
    for card in cards:
        for name, weight in zip(card.situations, SITUATION_WEIGHTS, strict=False):
            served[name] = max(weight, served.get(name, 0.0))
    return served
