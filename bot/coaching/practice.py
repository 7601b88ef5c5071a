"""How a rehearsal stands: who with, how open they are, what was said. Part of a conversation's state."""

from enum import StrEnum
from typing import Literal

from bot.coaching.cited import Cited
from bot.coaching.frozen import Frozen
from bot.coaching.speech_acts import Label


class Openness(StrEnum):
    """How far the other person lets the doctor in."""

    GUARDED = "guarded"
    WARY = "wary"
    WARMING = "warming"
    OPEN = "open"


class End(StrEnum):
    """How the other person leaves the conversation."""

    WON = "won"
    WON_BACK = "won_back"
    UNDECIDED = "undecided"
    LOST = "lost"


class Moment(Frozen):
    """One line of the doctor's to the other person (masked), what it did, and what it drew.

    `opened` is from -2 (closed them a good deal) to 2 (opened them a good deal); `level` is how open they were after.
    `acts` is what it did to them (rehearsal/acts.py), read from the labels and from what had just been said.
    """

    words: str
    labels: tuple[Label, ...]
    opened: int
    level: int
    asking: int
    telling: int
    answer: str
    acts: tuple[str, ...] = ()


class Practice(Frozen):
    """A rehearsal under way. `role` is a character's id, or "described" for a person told of in `described`.

    `matter` is what the doctor wants from them, in their own words, "" while it is not told. `level` runs from 0 to 9;
    `openness_of` in rehearsal/levels.py says which levels are which. `setting_up` is what the coach still asks for
    ("role", "matter"), "" once the other person is there. `paused` is while the doctor thinks with the coach. `again`
    says that the last line is being tried once more. `left` is once the doctor has gone tired, upset or called off, and
    has not yet said whether to look at how it went. `used` are the lines that were spoken, so that none comes twice.
    `said_in_part` are lines that read like a danger and of which the doctor has said that they belong to the part.
    """

    role: str = ""
    described: str = ""
    matter: str = ""
    level: int = 1
    moments: tuple[Moment, ...] = ()
    revealed: bool = False
    setting_up: str = ""
    paused: bool = False
    again: bool = False
    over: bool = False
    left: bool = False
    used: tuple[str, ...] = ()
    said_in_part: tuple[str, ...] = ()

    @property
    def is_spoken_to(self) -> bool:
        """Whether the next message is for the other person: they are there, and the doctor has not stepped out."""
        return not (self.over or self.paused or self.setting_up)


class Attempt(Frozen):
    """What is kept of a rehearsal or a draft once it is over, for the doctor's own growth: no words of theirs."""

    kind: str
    about: str
    asking: int
    telling: int
    end: str = ""


class Told(Frozen):
    """A moment of the debrief: the doctor's own words, what they did, and why."""

    turn: int
    words: str
    effect: Literal["opened", "closed"]
    why: str
    answer: str


class Debrief(Frozen):
    """What is said after a rehearsal: at most two moments, the balance, what stayed hidden, one thing to try again now.

    `hidden` is None where the other told it. `try_words` is the line of the doctor's to say once more; `card` is the
    idea that it is tied to, `cited` its place.
    """

    end: End
    moments: tuple[Told, ...]
    asking: int
    telling: int
    hidden: str | None
    try_words: str
    try_how: str
    card: str
    cited: Cited | None
    text: str


class Step(Frozen):
    """What comes of one message in a rehearsal. `voice` says who speaks in `text`: the other person or the coach."""

    practice: Practice
    voice: Literal["other", "coach"]
    event: str
    text: str
    opened: int = 0
    revealed: bool = False
    debrief: Debrief | None = None
