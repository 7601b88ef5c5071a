"""What rehearsal and draft review need of the world: sentences read for what they do, and how near two texts lie."""

from collections.abc import Sequence
from typing import Protocol

from bot.coaching.speech_acts import Labelled


class SpeechReader(Protocol):
    """Reads what each sentence of a text does. The same text always gets the same labels."""

    @property
    def version(self) -> str:
        """Changes when the same text could get other labels."""
        ...

    def label(self, text: str, before: str = "") -> tuple[Labelled, ...]:
        """Every sentence of a masked text with its place and labels; `before` is what the other person said last.

        Listening back is known only where `before` is given.
        """
        ...


class Nearness(Protocol):
    """How near a text lies to each of some phrases in meaning: cosines of the frozen encoder, -1 to 1."""

    def near(self, text: str, phrases: Sequence[str]) -> tuple[float, ...]:
        """One figure for each phrase, in their order."""
        ...
