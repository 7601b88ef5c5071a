"""The knowledge behind the `EvidenceFinder` port: cards by name, answers by search, each with its exact place."""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.coaching.cited import Cited
from bot.coaching.write.desk import Found
from knowledge.errors import KnowledgeError
from knowledge.evidence_cards import EvidenceCard, EvidenceCards
from knowledge.index.index_folder import current_version
from knowledge.model import Hit
from knowledge.search.searcher import Searcher

_LOG = logging.getLogger(__name__)
_MOST_WORDS = 85


class SearchEvidence:
    """Evidence from the current index. `searcher` opens it at the first question: most turns need only a card."""

    def __init__(self, searcher: Callable[[], Searcher], cards: EvidenceCards, root: Path) -> None:
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
        result = self._searcher().search(question, k=3, situation_prior=prior)
        if result.abstain or not result.hits:
            return Found(says=None, cited=None)
        best = result.hits[0]
        card = self._cards.get(best.card) if best.card else None
        return Found(card.says, cited(card)) if card else Found(_opening(best.text), _cited_passage(best))


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
