"""A draft or a spoken line whose sentences somebody labelled, as it is written in YAML: learnt from, or measured by."""

from pydantic import Field

from bot.coaching.frozen import Frozen
from bot.coaching.speech_acts import Label

_LINE = "\n"


class LabelledDraft(Frozen):
    """Sentences with their labels, in order. `kind` is what the draft is, "line" for one spoken in a rehearsal.

    Sentences are joined by a space, or by the new lines that a sentence begins with. `before` is what the other person
    said before a spoken line: listening is labelled only where it is given.
    """

    id: str = Field(min_length=1)
    kind: str = Field(min_length=1)
    sentences: tuple[tuple[str, tuple[Label, ...]], ...] = Field(min_length=1)
    before: str = ""

    @property
    def text(self) -> str:
        """The draft as its writer wrote it."""
        return self._laid_out()[0]

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where each labelled sentence begins and ends in the text, without the new lines before it."""
        return self._laid_out()[1]

    def _laid_out(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        text, places = "", []
        for words, _ in self.sentences:
            bare = words.strip(_LINE)
            begun = text and not words.startswith(_LINE)
            text += (" " if begun else words[: len(words) - len(words.lstrip(_LINE))]) + bare
            places.append((len(text) - len(bare), len(text)))
        return text, tuple(places)
