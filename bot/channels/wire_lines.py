"""What all lines of the machine interface share: how long a text may be, names, routes, the place of an idea."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.coaching.labels import STOPS

LONGEST_TEXT = 8000

Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT, pattern=r"\S")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Share = Annotated[float, Field(ge=0.0, le=1.0)]
RouteName = Literal[*STOPS, "colleague_at_risk"]  # type: ignore[valid-type]  # made of the one list


class Line(BaseModel):
    """One JSON line: unknown fields are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CitationOut(Line):
    """The place an idea comes from; `quote`, `start` and `end` where the source text is installed."""

    key: str
    card: str | None
    doc: str
    section: str
    quote: str | None
    start: int | None
    end: int | None
