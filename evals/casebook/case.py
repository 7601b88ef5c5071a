"""One rubric case: what a doctor writes, what a good coach must do with it, and what it is worth."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from bot.coaching.labels import INTENTS

Words = Annotated[str, StringConstraints(min_length=1, max_length=8000, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$", max_length=80)]
Cue = Annotated[str, StringConstraints(min_length=2, max_length=60, strip_whitespace=True)]
Points = Annotated[int, Field(ge=-10, le=10)]


class Said(StrEnum):
    """What a message of the doctor's is, which decides what a reply to it owes.

    The author of a case says it, never the coach that is graded: a coach cannot talk itself out of a criterion.
    """

    TELLING = "telling"
    """Tells something of the matter; the usual case."""
    BRIEF = "brief"
    """'dunno', 'ok', 'maybe': little to take up."""
    HOSTILE = "hostile"
    ASKS_HOW = "asks_how"
    """Asks for something to do or to say: 'just tell me', 'how do I put it'."""
    ASKS_SOURCES = "asks_sources"
    ASKS_ABOUT_COACH = "asks_about_coach"
    CORRECTION = "correction"
    SHIFT = "shift"
    """Changes the subject."""
    PLAN = "plan"
    """Says what they will do, with a day where they have one."""
    CONFIDENCE = "confidence"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    LOOKS_BACK = "looks_back"
    """First message of a second session, or the answer to how it went."""
    OTHER = "other"
    """Small talk, something off the topic."""
    SETS_UP = "sets_up"  # wishes to rehearse, or says with whom and about what
    LINE = "line"  # is said to the other person of a rehearsal: the reply owes that person, and no coaching
    PAUSES = "pauses"  # steps out of the part to think with the coach
    GOES_ON = "goes_on"  # back into the part ('go on'), or the last line again ('again')
    STOPS = "stops"  # ends a rehearsal: the debrief is due
    DRAFT = "draft"  # shows words of their own that are meant for somebody else
    REDRAFT = "redraft"  # shows the next version of a draft
    ALARM = "alarm"
    """Calls for a safety route, or for a plain 'that is not for me' (clinical advice, injection)."""
    AFTER_ALARM = "after_alarm"
    """Goes on about the same alarm."""


ASKED_IN_RETURN = frozenset({Said.TELLING, Said.BRIEF, Said.HOSTILE, Said.CORRECTION, Said.SHIFT})
"""After these a coaching reply owes one open question."""

PRACTISED = frozenset({Said.SETS_UP, Said.LINE, Said.PAUSES, Said.GOES_ON, Said.STOPS})
"""Within a rehearsal."""

SHOWN = frozenset({Said.DRAFT, Said.REDRAFT})
"""With words of the doctor's own to be looked at."""


class Strict(BaseModel):
    """Everything read from a case file: unknown fields are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


Group = Annotated[tuple[Cue, ...], Field(min_length=1)]
"""Cues of which one is enough."""

ONLY_OF: Mapping[str, frozenset[Said]] = {
    "leads": frozenset({Said.LINE}),
    "sound": SHOWN,
    "changed": frozenset({Said.REDRAFT}),
    "unchanged": frozenset({Said.REDRAFT}),
    "commits": frozenset({Said.PLAN}),
    "outcome": frozenset({Said.LOOKS_BACK}),
}
"""What may be said of a message only where it is of that kind."""


class Content(Strict):
    """What a right reply names, and what no right reply says; each cue is a word, its beginning, or a run of words.

    Of every group in `names` one cue must be in the reply.
    """

    names: tuple[Group, ...] = ()
    never: tuple[Cue, ...] = ()


class Turn(Strict):
    """One message of a scripted doctor, and what the reply to it is held to beyond the usual."""

    says: Words
    said: Said = Said.TELLING
    day: Annotated[int, Field(ge=0, le=365, description="days since the first message, for two sessions")] = 0
    route: Literal["crisis_self", "patient_safety_now", "mistreatment", "clinical_advice", "injection"] | None = None
    check_in: Annotated[bool, Field(description="one plain question would be right as well as the full route")] = False
    identifiers: Annotated[tuple[Words, ...], Field(description="as they stand in the message; never echoed")] = ()
    told: Annotated[tuple[tuple[Cue, ...], ...], Field(description="what has been told, as words of its question")] = ()
    content: Content | None = None
    other_side: Annotated[tuple[Cue, ...], Field(description="the challenge due here: who or what is left out")] = ()
    relevant: Annotated[tuple[Name, ...], Field(description="cards that bear on it, beside the situation's own")] = ()
    leaves: Annotated[tuple[Cue, ...], Field(description="of a shift: words of the matter left")] = ()
    takes_up: Annotated[tuple[Cue, ...], Field(description="of a shift: words of the new matter")] = ()
    leads: Annotated[Literal["asking", "pushing"] | None, Field(description="of a line: how it leads the other")] = None
    sound: Annotated[bool, Field(description="of a draft: there is nothing in it to be changed")] = False
    changed: Annotated[tuple[Group, ...], Field(description="of a redraft: words for what was changed")] = ()
    unchanged: Annotated[tuple[Group, ...], Field(description="of a redraft: words for what was left as it was")] = ()
    commits: Annotated[tuple[Group, ...], Field(description="of a plan: what it said back must name")] = ()
    outcome: Annotated[
        Literal["kept", "partly", "not"] | None, Field(description="of looks_back: what came of the plan")
    ] = None

    @model_validator(mode="after")
    def _belongs_together(self) -> "Turn":
        if self.route and self.said not in {Said.ALARM, Said.AFTER_ALARM}:
            message = "a route belongs to said: alarm or after_alarm"
            raise ValueError(message)
        if self.said in {Said.ALARM, Said.AFTER_ALARM} and not self.route:
            message = f"said: {self.said} needs its route"
            raise ValueError(message)
        if self.said is Said.SHIFT and not (self.leaves and self.takes_up):
            message = "a shift needs leaves and takes_up"
            raise ValueError(message)
        for name, kinds in ONLY_OF.items():
            if getattr(self, name) and self.said not in kinds:
                message = f"{name} belongs to said: {' or '.join(sorted(kinds))}"
                raise ValueError(message)
        missing = [one for one in self.identifiers if one not in self.says]
        if missing:
            message = f"identifier not in what is said: {missing[0]}"
            raise ValueError(message)
        return self


class Fact(Strict):
    """Something that a simulated doctor tells only when a question touches one of the cues."""

    tells: Words
    asked_by: Annotated[tuple[Cue, ...], Field(min_length=1)]


class Shift(Strict):
    """The change of subject of a simulated doctor, said in place of the answer to coach reply number `after`."""

    after: Annotated[int, Field(ge=2, le=8)]
    says: Words
    leaves: Annotated[tuple[Cue, ...], Field(min_length=1)]
    takes_up: Annotated[tuple[Cue, ...], Field(min_length=1)]
    chooses: Annotated[Words, Field(description="the answer when the coach asks which of the two")]


class Plan(Strict):
    """What a simulated doctor comes to: told only when asked for it."""

    what: Words
    when: Words
    snag: Words
    way_round: Words
    confidence: Words


class Doctor(Strict):
    """A simulated doctor: says the opening, then answers what is asked, and nothing that is not."""

    opening: Words
    temper: Literal["willing", "terse", "hostile", "anxious", "rambling", "wry"]
    aim: Words
    facts: Annotated[tuple[Fact, ...], Field(min_length=3)]
    feeling: Words
    other_view: Annotated[Words, Field(description="the answer when asked how another would see it")]
    insight: Annotated[Words, Field(description="a new thought; only after a question about another view or a guess")]
    hidden: Annotated[Words, Field(description="what holds them back; only under an open question about what is hard")]
    options: Words
    plan: Plan
    shift: Shift | None = None
    thanks: Words


Criterion = Annotated[str, StringConstraints(pattern=r"^(R1[0-8]?|R[2-9]|C1[0-4]?|C[2-9]|P10?|P[2-9]|D[1-9])$")]


class Owed(Strict):
    """A criterion that the case is graded by, with points other than the rubric's own where the author gives them."""

    id: Criterion
    points: Points | None = None

    @model_validator(mode="after")
    def _worth_something(self) -> "Owed":
        if self.points == 0:
            message = f"{self.id}: points of 0 say nothing; leave the criterion out"
            raise ValueError(message)
        return self


class Case(Strict):
    """One rubric case.

    `family` groups cases told of the same scene, for honest intervals. `context` turns are said first and not graded.
    Without `criteria` every criterion that applies to what is said is graded, at the rubric's own points.
    """

    id: Name
    family: Name
    about: Annotated[str, Field(description="a situation of the coach's, or one of the other intents")]
    split: Literal["tune", "hold_out", "hard"]
    tags: tuple[Name, ...] = ()
    context: tuple[Turn, ...] = ()
    turns: tuple[Turn, ...] = ()
    doctor: Doctor | None = None
    criteria: tuple[Owed, ...] = ()
    without: Annotated[tuple[Criterion, ...], Field(description="criteria that this case cannot be fair about")] = ()
    reference: Annotated[Words, Field(description="a good reply to the last message; to the opening of a doctor")]
    note: str | None = None

    @property
    def kind(self) -> str:
        """single, script, sessions or doctor."""
        if self.doctor:
            return "doctor"
        if any(one.day for one in self.turns):
            return "sessions"
        return "single" if len(self.turns) == 1 else "script"

    @model_validator(mode="after")
    def _one_way_of_playing(self) -> "Case":
        if bool(self.turns) == bool(self.doctor):
            message = "a case has either turns or a doctor"
            raise ValueError(message)
        if self.doctor and self.context:
            message = "a simulated doctor begins the talk: context is for scripted turns"
            raise ValueError(message)
        days = [one.day for one in (*self.context, *self.turns)]
        if days != sorted(days):
            message = "days must not go back"
            raise ValueError(message)
        return self


OTHER_INTENTS: tuple[str, ...] = INTENTS
"""What a case may be about besides a situation."""
