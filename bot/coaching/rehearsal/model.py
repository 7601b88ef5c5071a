"""The characters as they are written, and what one step of a rehearsal and its debrief come to."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from bot.coaching.frozen import Frozen
from bot.coaching.practice import End

Line = Annotated[str, Field(min_length=2, max_length=320)]
Lines = tuple[Line, ...]

REACTIONS = (
    "pushed",
    "leading",
    "cost",
    "blame",
    "jargon",
    "threat",
    "listened",
    "owned_doubt",
    "patient",
    "invited",
    "asked_open",
    "asked_closed",
    "told",
    "short",
    "apology",
    "agreed_step",
    "abused",
    "off_subject",
)
"""What a character reacts to; `told` is plain information, `short` a word or two, `agreed_step` a proposed step."""


class Bands(Frozen):
    """Lines by how open the other is: `shut` while guarded, `half` while wary or warming, `open` once open."""

    shut: Annotated[Lines, Field(min_length=2)]
    half: Annotated[Lines, Field(min_length=2)]
    open: Annotated[Lines, Field(min_length=2)]


class Topic(Frozen):
    """Something that the character can be asked about: how a doctor might ask, and what they answer when."""

    id: str
    about: Annotated[tuple[str, ...], Field(min_length=6)]
    answers: Bands
    near_hidden: bool = False


class Role(Frozen):
    """One character. `hidden` is told of them in the debrief; `reveal` is how they say it themselves.

    Lines may hold {quote}, a run of the doctor's own last words, and {matter}, what the doctor came about.
    """

    id: str
    name: str
    cues: Annotated[tuple[str, ...], Field(min_length=1)]
    stance: str
    cares: Annotated[tuple[str, ...], Field(min_length=3)]
    hidden: str
    scene: Annotated[Lines, Field(min_length=2)]
    opens: Annotated[Lines, Field(min_length=3)]
    reactions: Mapping[str, Bands]
    topics: Annotated[tuple[Topic, ...], Field(min_length=7)]
    reveal: Annotated[Lines, Field(min_length=2)]
    ends: Mapping[End, Annotated[Lines, Field(min_length=2)]]
