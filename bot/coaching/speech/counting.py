"""How much a text asks and how much it tells."""

from collections.abc import Iterable

from bot.coaching.speech_acts import Labelled


def asking(sentences: Iterable[Labelled]) -> int:
    """How many sentences ask somebody something, or ask them in."""
    return sum(one.asks for one in sentences)


def telling(sentences: Iterable[Labelled]) -> int:
    """How many sentences tell: statements, and questions that hold their own answer."""
    return sum(one.tells for one in sentences)
