"""A kit for tests: sentences read by the rules alone, the remarks as committed, places of cards by their names."""

from functools import cache

from bot.adapters import remarks
from bot.coaching.cited import Cited
from bot.coaching.review import reviewing
from bot.coaching.review.kit import Kit
from bot.coaching.reviewed import DraftKind, Review, Reviewed
from bot.coaching.speech.reading import RuleReader


@cache
def kit() -> Kit:
    reader = RuleReader()
    return Kit(label=lambda text: reader.label(text), remarks=remarks.load(), cited=_cited)


def reviewed(text: str, kind: DraftKind | None = None, earlier: Reviewed | None = None) -> Review:
    return reviewing.review(text, kit(), kind, earlier)


def rewordings(text: str, kind: DraftKind | None = None) -> list[str]:
    return [one.reword for one in reviewed(text, kind).changes]


def asked(text: str, kind: DraftKind | None = None) -> str:
    """What the question of a review is about, '' where it has none."""
    found = reviewed(text, kind).question
    return found.id if found is not None else ""


def _cited(card: str) -> Cited:
    return Cited(
        key=card, card=card, doc="d", section="1", author="A (2012)", quote=None, start=None, end=None
    )  # fmt: skip
