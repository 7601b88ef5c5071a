"""Cards: loaded strictly from cards/*.yaml, and bound to the passages that hold their anchors."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge import strict_yaml
from knowledge.errors import KnowledgeError
from knowledge.model import Card, Passage

FOLDER = Path(__file__).parent / "cards"
MAX_ANCHOR_WORDS = 8
_STRAIGHT = str.maketrans("\u2018\u2019\u02bc`\u201c\u201d\u2010\u2011\u2012\u2013\u2014", "''''\"\"-----")


@dataclass(frozen=True, slots=True)
class Bound:
    """A card and, for each of its anchors in order, the passage that holds it; no passages without the source text.

    `ambiguous` are anchors that stand in several passages; `lost` those that a partly installed document lacks.
    """

    card: Card
    passages: tuple[Passage, ...]
    ambiguous: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def load_cards(folder: Path = FOLDER) -> tuple[Card, ...]:
    """Every card of a folder, in the order of files and of the cards in them."""
    cards: list[Card] = []
    places: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        for card, place in strict_yaml.load_list(path, Card):
            where = f"{place.file}:{place.line}"
            if card.id in places:
                raise KnowledgeError(where, f"card {card.id!r} is already at {places[card.id]}", "Rename one of them.")
            for anchor in card.anchors:
                if len(anchor.split()) > MAX_ANCHOR_WORDS:
                    what = f"card {card.id!r} has an anchor of more than {MAX_ANCHOR_WORDS} words: {anchor!r}"
                    raise KnowledgeError(where, what, "Shorten it.")
            places[card.id] = where
            cards.append(card)
    return tuple(cards)


def bind(cards: Sequence[Card], passages: Sequence[Passage], partial: Collection[str] = ()) -> tuple[Bound, ...]:
    """Each card with the passages of its anchors; all anchors that are not found are told in one error.

    A card of a document that is not installed is bound to nothing. An anchor that stands in several passages is
    bound to the first, and listed as ambiguous. Of a `partial` document, of which one of the readings that we know
    is not installed, an anchor may be lost: it is listed with its card and is no error.
    """
    readable = [(passage, _plain(passage.text, "") + "\n" + _plain(passage.text, " ")) for passage in passages]
    installed = {passage.doc for passage in passages}
    bound: list[Bound] = []
    faults: list[str] = []
    for card in cards:
        own = [(passage, text) for passage, text in readable if passage.doc == card.doc]
        holders = [_holders(anchor, own) for anchor in card.anchors]
        several = tuple(anchor for anchor, held in zip(card.anchors, holders, strict=True) if len(held) > 1)
        none = tuple(anchor for anchor, held in zip(card.anchors, holders, strict=True) if not held)
        lost = none if card.doc in installed else ()
        if card.doc not in partial:
            faults += [f"card {card.id!r}: {anchor!r}" for anchor in lost]
        bound.append(Bound(card, tuple(held[0] for held in holders if held), several, lost))
    if faults:
        what = f"{len(faults)} anchors stand in no passage of their document: " + "; ".join(faults)
        raise KnowledgeError(
            "cards", what, "Take the words of each anchor from one passage as `coach search` shows it."
        )
    return tuple(bound)


def _holders(anchor: str, passages: Sequence[tuple[Passage, str]]) -> list[Passage]:
    forms = {_plain(anchor, ""), _plain(anchor, " ")}
    patterns = [re.compile((r"(?<!\w)" if form[:1].isalnum() else "") + re.escape(form)) for form in forms]
    return [passage for passage, text in passages if any(pattern.search(text) for pattern in patterns)]


def _plain(text: str, hyphen: str) -> str:
    """White space folded, quote marks straight, `hyphen` for every hyphen within a word; case stays."""
    straight = " ".join(text.translate(_STRAIGHT).split())
    return re.sub(r"(?<=\w)-\s?(?=\w)", hyphen, straight)
