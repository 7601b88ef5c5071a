"""What a sentence does to whoever hears it: the labels of a draft's sentences and of what is said in a rehearsal."""

from enum import StrEnum

from bot.coaching.frozen import Frozen


class Label(StrEnum):
    """What a sentence does; one sentence may do several things, or none of these ("Dear all,").

    docs/speech.md says when each is given, with examples on both sides of the line.
    """

    OPEN_QUESTION = "open_question"
    CLOSED_QUESTION = "closed_question"
    LEADING_QUESTION = "leading_question"
    ASSERTION = "assertion"
    COST = "cost"
    BLAME = "blame"
    INVITATION = "invitation"
    OWNERSHIP = "ownership"
    PUSH = "push"
    US_AND_THEM = "us_and_them"
    PATIENT_BENEFIT = "patient_benefit"
    HEDGE = "hedge"
    THREAT = "threat"
    JARGON = "jargon"
    LISTENING = "listening"
    APOLOGY = "apology"
    DEFENCE = "defence"


ASKING = frozenset({Label.OPEN_QUESTION, Label.CLOSED_QUESTION, Label.INVITATION})
"""Labels of sentences that ask; a leading question tells."""


class Labelled(Frozen):
    """One sentence: its place in the text in characters, end exclusive, and what it does, in the order of `Label`."""

    start: int
    end: int
    labels: tuple[Label, ...]

    @property
    def asks(self) -> bool:
        """Whether it asks somebody something, or asks them in."""
        return not ASKING.isdisjoint(self.labels)

    @property
    def tells(self) -> bool:
        """Whether it tells: a statement with something in it, or a question that holds its own answer."""
        return not self.asks and bool(self.labels)
