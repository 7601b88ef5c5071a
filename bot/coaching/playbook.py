"""What an expert writes for one situation: facets, questions, meanings, challenges, offers, steps."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FacetStage(StrEnum):
    """Where in the arc a facet belongs: what is happening, or what lies beneath it."""

    REALITY = "reality"
    BENEATH = "beneath"


class Question(_Strict):
    """One way of asking for a facet.

    `presupposes` says in plain words what must be true for the question to make sense; `needs` are facets that must
    have been told before, `cues` are regular expressions of which one must occur in what the doctor wrote.
    """

    text: str
    presupposes: str = ""
    needs: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()


class Facet(_Strict):
    """One thing the coach needs to know, how to tell that it has been told, and ways of asking for it.

    `weight` 1 to 5 says how much it matters; `cues` (regular expressions, any case) are words that show that it has
    been told; `heard` are phrases a doctor would use in telling it; `echo` are sentences that hand the answer back
    around a quotation of it, with `{quote}` where it goes.
    """

    id: str
    about: str
    stage: FacetStage
    weight: int = Field(ge=1, le=5)
    cues: tuple[str, ...] = ()
    heard: tuple[str, ...] = Field(min_length=4)
    echo: tuple[str, ...] = ()
    ask: tuple[Question, ...] = Field(min_length=2)


class Meaning(_Strict):
    """A tentative reading of what the doctor wrote, allowed only where the evidence for it is in their words.

    All of `evidence` (regular expressions, any case) must match, and none of `unless`.
    """

    id: str
    evidence: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
    say: str


class Challenge(_Strict):
    """A kind, specific challenge: due when the evidence is there and the facets named in `missing` are untold.

    Most wait until the doctor has been heard a little; one `at_once` does not (a duty is about to be missed, say).
    """

    id: str
    about: str
    evidence: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    at_once: bool = False
    say: str
    ask: str


class Offer(_Strict):
    """An idea of the sources to offer: the card, what makes it fit (facets told, words used), what to ask after."""

    card: str
    fits: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    ask: str


class FirstStep(_Strict):
    """Something small enough to do this week, with words to say, for the doctor who asks 'just tell me'."""

    id: str
    cues: tuple[str, ...] = ()
    step: str
    words: str = ""


class Playbook(_Strict):
    """All that the coach knows about coaching one situation."""

    id: str
    title: str
    choice: str
    aims: tuple[str, ...] = Field(min_length=2)
    facets: tuple[Facet, ...] = Field(min_length=4)
    meanings: tuple[Meaning, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    offers: tuple[Offer, ...] = Field(min_length=1)
    options: tuple[str, ...] = Field(min_length=3)
    first_steps: tuple[FirstStep, ...] = Field(min_length=2)
    ending: str
    examples: tuple[str, ...] = ()
