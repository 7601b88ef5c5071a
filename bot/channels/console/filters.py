"""What of the queue is shown, to and from the address: a link brings the same list back."""

from collections.abc import Mapping
from urllib.parse import urlencode

from bot.ports.reviewing import Filter, Status

_LONGEST = 200
"""Characters of a search, a tag or an id that are looked at; more is nobody's search."""


def filter_of(query: Mapping[str, str]) -> Filter:
    """The filter that an address asks for. What it says wrongly counts as not said."""
    status = query.get("status", "")
    return Filter(
        situation=_word(query, "situation"),
        stage=_word(query, "stage"),
        status=Status(status) if status in set(Status) else None,
        tag=_word(query, "tag"),
        search=_word(query, "q"),
        mine=query.get("mine") == "1",
        flagged=query.get("flagged") == "1",
        safety=query.get("safety") == "1",
        oldest_first=query.get("order") == "oldest",
    )


def page_of(query: Mapping[str, str]) -> int:
    """The page asked for, 1 where that is no page."""
    asked = query.get("page", "")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) <= 6 else 1


def query_of(which: Filter, page: int = 1) -> str:
    """The part of an address behind the question mark, with it; "" where everything is shown."""
    said = {
        "situation": which.situation,
        "stage": which.stage,
        "status": which.status or "",
        "tag": which.tag,
        "q": which.search,
        "mine": "1" if which.mine else "",
        "flagged": "1" if which.flagged else "",
        "safety": "1" if which.safety else "",
        "order": "oldest" if which.oldest_first else "",
        "page": str(page) if page > 1 else "",
    }
    found = urlencode({name: value for name, value in said.items() if value})
    return f"?{found}" if found else ""


def _word(query: Mapping[str, str], name: str) -> str:
    return query.get(name, "").replace("\x00", "").strip()[:_LONGEST]
