"""What may be said of a draft: the remarks with their reasons and patterns, the strengths, the words around them."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from bot.coaching.frozen import Frozen
from bot.coaching.reviewed import DraftKind

Line = Annotated[str, Field(min_length=2, max_length=240)]


class Remark(Frozen):
    """What may be said of a place. `weight` is how much it matters, `in_kinds` where that differs.

    `forms` are the patterns of rewording by what was found; `cards` another card for a form than `card`, `why_of` other
    reasons. `ask` is told of the place where no rewording of it holds: what it may do to the reader, and one question;
    '' for none. `asks` are other such questions, by the case as `asks.case` knows it.
    `title` names the change in a few words, for the second version: "the order that became a question".
    """

    id: str
    title: Line
    weight: Annotated[float, Field(ge=0, le=10)]
    in_kinds: Mapping[DraftKind, Annotated[float, Field(ge=0, le=10)]] = {}
    card: str
    cards: Mapping[str, str] = {}
    why: tuple[Line, ...] = ()
    why_of: Mapping[str, Annotated[tuple[Line, ...], Field(min_length=1)]] = {}
    ask: str = ""
    asks: Mapping[str, Line] = {}
    forms: Mapping[str, Line] = {}

    def reasons(self, form: str) -> tuple[str, ...]:
        """The reasons for a form of it."""
        return self.why_of.get(form, self.why)

    def asked(self, case: str) -> str:
        """The question for a case of it."""
        return self.asks.get(case, self.ask)

    def weight_in(self, kind: DraftKind) -> float:
        """How much it matters in a draft of this kind."""
        return self.in_kinds.get(kind, self.weight)


class Praise(Frozen):
    """Something that may work in a draft, and why; `weight` says how much it is worth saying.

    `why_of` are the reasons by what the words hold, as `facts.telling` knows it.
    """

    id: str
    weight: Annotated[float, Field(ge=0, le=10)]
    in_kinds: Mapping[DraftKind, Annotated[float, Field(ge=0, le=10)]] = {}
    why: Annotated[tuple[Line, ...], Field(min_length=1)]
    why_of: Mapping[str, Annotated[tuple[Line, ...], Field(min_length=1)]] = {}

    def reasons(self, form: str) -> tuple[str, ...]:
        """The reasons for words that hold this."""
        return self.why_of.get(form, self.why)

    def weight_in(self, kind: DraftKind) -> float:
        """How much it is worth in a draft of this kind."""
        return self.in_kinds.get(kind, self.weight)


class Sayings(Frozen):
    """The coach's sentences around the review."""

    kinds: Mapping[DraftKind, Line]
    opens: Line
    asks: Line
    first_strength: Line
    second_strength: Line
    none: Line
    first_change: Line
    second_change: Line
    missing: Line
    missing_too: Line
    try_this: Line
    try_without: Line
    ends: Line
    taken_up: Line
    taken_up_all: Line
    still: Line
    asked: Line
    asked_missing: Line
    balance: Line
    too_long: Line
    empty: Line


class Remarks(Frozen):
    """Everything, checked: each remark and strength once."""

    remarks: Mapping[str, Remark]
    strengths: Mapping[str, Praise]
    sayings: Sayings
