"""The knowledge behind the `EvidenceFinder` port: cards by name, answers by search, each with its exact place."""

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.coaching.cited import Cited
from bot.coaching.write.desk import Found
from knowledge.errors import KnowledgeError
from knowledge.evidence_cards import EvidenceCard, EvidenceCards
from knowledge.index.index_folder import current_version
from knowledge.index.words import content_words
from knowledge.model import Hit
from knowledge.search.framing import Sought, looked_for, shortly
from knowledge.search.question_shape import HAS_DIGIT

if TYPE_CHECKING:
    from knowledge.search.searcher import Searcher

_LOG = logging.getLogger(__name__)
_MOST_WORDS = 45
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_QUOTED = re.compile(r"(?:^|\s)['\"‘“]([^'\"’”]{4,60})['\"’”](?=\W|$)")
_SURE_OF_A_PASSAGE = 0.7
"""The confidence from which a passage is quoted as it stands, where no card puts it into our own words."""


class SearchEvidence:
    """Evidence from the current index. `searcher` opens it at the first question: most turns need only a card."""

    def __init__(self, searcher: "Callable[[], Searcher]", cards: EvidenceCards, root: Path) -> None:
        self._searcher = searcher
        self._cards = cards
        self._root = root

    @property
    def version(self) -> str:
        """The version of the index."""
        return current_version(self._root)

    def card(self, card_id: str) -> Found | None:
        """What a card offers, and its place; None where the card is not in the index, or that cannot be read.

        Why not is logged by its kind: a turn that would have offered something goes on without.
        """
        try:
            found = self._cards.get(card_id)
        except (KnowledgeError, OSError, ValueError, TypeError, KeyError) as error:
            _LOG.error("the cards cannot be read", extra={"error": type(error).__name__})
            return None
        return Found(says=found.offer, cited=cited(found)) if found else None

    def answer(self, question: str, prior: Mapping[str, float]) -> Found:
        """What the best passage's card says, or the passage itself; nothing where the sources do not say.

        Raises KnowledgeError or OSError where the index cannot be read: that is not the same as saying nothing.
        """
        first, *others = looked_for(question)
        found = self._one(first, prior)
        if found is None and not others:
            return Found(says=None, cited=None, missing=shortly(first) or "")
        second = self._one(others[0], prior) if others else None
        if found is None:
            return _half(second, first) if second is not None else Found(None, None, missing=shortly(first) or "")
        if not others:
            return _with_figure(found, wanted=first.figure)
        if second is None or _same(found, second):
            told = _figure_in(found) or not others[0].figure
            return found if told else replace(found, missing=shortly(others[0]) or "", no_figure=True)
        return replace(found, also=second)

    def _one(self, sought: Sought, prior: Mapping[str, float]) -> Found | None:
        """What answers one question, or None: a passage that no card of ours tells of must be a sure find."""
        result = self._searcher().search(sought.query, k=3, situation_prior=prior)
        if result.abstain or not result.hits:
            return None
        best = result.hits[0]
        card = self._cards.get(best.card) if best.card else None
        if not _bears(sought, card.says if card else "", best.text):
            return None
        if card is not None:
            return Found(card.says, cited(card))
        return Found(_opening(best.text), _cited_passage(best)) if result.confidence >= _SURE_OF_A_PASSAGE else None


def _half(found: Found, missed: Sought) -> Found:
    """The answer to the second question, with word that nothing was found for the first."""
    return replace(found, missing=shortly(missed) or "")


def _same(one: Found, other: Found) -> bool:
    return one.cited is not None and other.cited is not None and one.cited.key == other.cited.key


def _with_figure(found: Found, *, wanted: bool) -> Found:
    return replace(found, no_figure=True) if wanted and not _figure_in(found) else found


def _figure_in(found: Found) -> bool:
    return HAS_DIGIT.search(_YEAR.sub(" ", found.says or "")) is not None


def _bears(sought: Sought, says: str, text: str) -> bool:
    """Whether words that the doctor puts in quotation marks are there at all: a saying is not answered with another."""
    wanted = [word for part in _QUOTED.findall(sought.words) for word in content_words(part)]
    if not wanted:
        return True
    there = set(content_words(f"{says} {text}"))
    return sum(word in there for word in wanted) * 2 >= len(wanted)


def cited(card: EvidenceCard) -> Cited:
    """A card's place as a citation; its key is the card's own name."""
    return Cited(
        key=card.id,
        card=card.id,
        doc=card.doc,
        section=card.section,
        author=card.author,
        quote=card.quote,
        start=card.start,
        end=card.end,
    )


def _cited_passage(hit: Hit) -> Cited:
    return Cited(
        key=hit.passage or hit.doc,
        card=None,
        doc=hit.doc,
        section=hit.section,
        author=hit.author,
        quote=None,
        start=hit.start,
        end=hit.end,
    )


def _opening(text: str) -> str:
    words = text.split()
    return f'"{" ".join(words[:_MOST_WORDS])}{" ..." if len(words) > _MOST_WORDS else ""}"'
