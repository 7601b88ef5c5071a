"""The machine interface: what each JSON line in and out may hold. Stable; the committed schemas are made from it."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from bot.channels.wire_lines import CitationOut, Line, Name, RouteName, Share, Text
from bot.channels.wire_practice import DraftIn, DraftOut, RehearseIn, RehearseOut
from bot.coaching.choose.context import MOVES
from bot.coaching.kinds import Act, Stage
from bot.coaching.labels import COACHING, INTENTS, NOTICES

MoveName = Literal[*MOVES]  # type: ignore[valid-type]  # made of the one list
IntentName = Literal[COACHING, *INTENTS]  # type: ignore[valid-type]  # made of the one list
NoticeName = Literal[*NOTICES]  # type: ignore[valid-type]  # made of the one list


class ChatIn(Line):
    """A message to the coach. `at` is when it was written; without it nothing in the reply depends on the clock."""

    conversation: Name
    user: Name
    text: Text
    at: AwareDatetime | None = None


class Situation(Line):
    """A situation, and how sure the coach is of it."""

    id: str
    confidence: Share


class ContactOut(Line):
    """Where help can be had; a number or an address."""

    id: str
    name: str
    number: str | None = None
    address: str | None = None


class SafetyOut(Line):
    """Why coaching stopped, or that one plain question was asked."""

    route: RouteName
    check_in: bool
    contacts: tuple[ContactOut, ...]


class CommitmentOut(Line):
    """What the doctor decided, in their own words."""

    what: str
    when: str | None
    due: str | None
    with_whom: str | None
    if_then: str | None
    confidence: Annotated[int, Field(ge=0, le=10)] | None


class ProblemOut(Line):
    """Something that the last check found wrong with the draft."""

    code: str
    detail: str


class ChatOut(Line):
    """The coach's reply and how it came about."""

    conversation: str
    turn: int
    text: str
    intent: IntentName
    situations: tuple[Situation, ...]
    move: MoveName
    stage: Stage
    reason: str
    acts: tuple[Act, ...]
    citations: tuple[CitationOut, ...]
    notices: tuple[NoticeName, ...]
    safety: SafetyOut | None
    commitment: CommitmentOut | None
    engine: Literal["guided", "llm", "guided_after_llm"]
    problems: tuple[ProblemOut, ...]
    ms: float


class SearchIn(Line):
    """A query to the sources."""

    id: Name
    query: Text


class PassageOut(Line):
    """A passage, in the source's own words where they are installed, else the card's."""

    text: str
    doc: str
    section: str
    card: str | None
    start: int | None
    end: int | None
    score: float


class SearchOut(Line):
    """Passages, best first. `abstain`: the sources do not say; the passages are then only the nearest."""

    id: str
    abstain: bool
    passages: tuple[PassageOut, ...]


class UnderstandIn(Line):
    """A message to be understood on its own."""

    id: Name
    text: Text


class RiskOut(Line):
    """A reason to stop coaching, or to ask one plain question."""

    route: RouteName
    check_in: bool


class IdentifierOut(Line):
    """A detail that could identify somebody, by its place in the text as received."""

    kind: str
    start: int
    end: int


class UnderstandOut(Line):
    """What the coach understands of a message."""

    id: str
    intent: IntentName
    situations: tuple[Situation, ...]
    ranking: tuple[Situation, ...]
    notices: tuple[NoticeName, ...]
    safety: RiskOut | None
    identifiers: tuple[IdentifierOut, ...]
    masked: str
    ms: float


class ErrorOut(Line):
    """What is wrong with a line, for the person who can mend it."""

    code: Literal[
        "not_json",
        "not_an_object",
        "unknown_field",
        "missing_field",
        "empty_text",
        "too_long",
        "bad_value",
        "not_yours",
        "conflict",
        "internal",
    ]
    message: str


SCHEMAS: dict[str, type[Line]] = {
    "chat-in": ChatIn,
    "chat-out": ChatOut,
    "search-in": SearchIn,
    "search-out": SearchOut,
    "understand-in": UnderstandIn,
    "understand-out": UnderstandOut,
    "rehearse-in": RehearseIn,
    "rehearse-out": RehearseOut,
    "draft-in": DraftIn,
    "draft-out": DraftOut,
    "error": ErrorOut,
}
"""Every schema that `coach schema NAME` prints."""
