"""The place that something said rests on."""

from bot.coaching.frozen import Frozen


class Cited(Frozen):
    """The place that a reply rests on, and the source's own words there where they are installed."""

    key: str
    card: str | None
    doc: str
    section: str
    author: str
    quote: str | None
    start: int | None
    end: int | None
