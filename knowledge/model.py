"""The frozen types of knowledge: source text, passage, card, citation, evidence."""

from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class PassageKind(StrEnum):
    """What sort of text a passage is; a reader of the report and the ranking both use it."""

    PARAGRAPH = "paragraph"
    BOX = "box"
    TABLE = "table"
    LIST = "list"
    NOTE = "note"
    SLIDE = "slide"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of Unicode characters in a file as received."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one document that can be cited on its own.

    `text` is the clean reading (joined over line ends, page breaks and footnotes). `spans` are the ranges of the
    received file that it was read from, in reading order; `start` and `end` enclose them. Offsets are Unicode
    characters into the received file, end exclusive.
    """

    id: str
    doc: str
    file: str
    section: str
    author: str
    kind: PassageKind
    text: str
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """First character of the passage in the received file."""
        return min(span.start for span in self.spans)

    @property
    def end(self) -> int:
        """One past the last character of the passage in the received file."""
        return max(span.end for span in self.spans)


class Figure(BaseModel):
    """A number that a source gives, and what it counts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: str
    what: str


class CardKind(StrEnum):
    """What a card holds, which decides how the coach introduces it."""

    IDEA = "idea"
    STUDY = "study"
    FIGURE = "figure"
    FRAMEWORK = "framework"
    TABLE = "table"
    STORY = "story"
    POSITION = "position"


class Card(BaseModel):
    """One thing the sources know, in the team's own words, with the place it comes from.

    `anchors` are runs of at most eight words that locate the passages in the received file; `when` lines are what a
    doctor in need of the card would type; `asks` are questions that it answers; `offer` is how the coach says it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    doc: str
    section: str
    author: str | None = None
    kind: CardKind
    situations: tuple[str, ...]
    anchors: tuple[str, ...] = Field(min_length=1)
    says: str
    offer: str
    figures: tuple[Figure, ...] = ()
    trust: str
    when: tuple[str, ...]
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage or card that a search found, with its score (higher is better) and the card that led to it."""

    text: str
    doc: str
    section: str
    author: str
    card: str | None
    passage: str | None
    start: int | None
    end: int | None
    score: float


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Ranked hits, best first; `abstain` means that the sources do not say (the hits are then only the nearest)."""

    hits: tuple[Hit, ...]
    abstain: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an offered idea stands: a key of ours, the document and, where the text is installed, an exact quote."""

    key: str
    card: str | None
    doc: str
    section: str
    author: str
    quote: str | None
    start: int | None
    end: int | None
