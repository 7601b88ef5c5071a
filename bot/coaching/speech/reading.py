"""Reading a text sentence by sentence with the rules alone: what tests use, and the floor that the model stands on."""

from typing import Final

from bot.coaching.speech.rules import labels_of
from bot.coaching.speech.sentences import places
from bot.coaching.speech_acts import Label, Labelled

_ORDER: Final = {label: number for number, label in enumerate(Label)}


def labelled(start: int, end: int, labels: frozenset[Label]) -> Labelled:
    """A sentence with its labels in their order."""
    return Labelled(start=start, end=end, labels=tuple(sorted(labels, key=_ORDER.__getitem__)))


class RuleReader:
    """Reads what each sentence does by rules alone, behind the port `SpeechReader`."""

    version: str = "rules-1"

    def label(self, text: str, before: str = "") -> tuple[Labelled, ...]:
        """Every sentence of a masked text with its place and labels; `before` is what the other person said last."""
        return tuple(labelled(start, end, labels_of(text[start:end], before)) for start, end in places(text))
