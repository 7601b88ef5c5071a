"""The queue: what doctors have shared with this mentor, filtered, searched, a page at a time."""

from collections.abc import Callable

from starlette.responses import Response

from bot.channels.console import standing, wording
from bot.channels.console.filters import filter_of, page_of, query_of
from bot.channels.console.rendering import render
from bot.channels.console.visit import Visit, Way
from bot.ports.reviewing import Filter, Page, Status
from bot.ports.staff import Role


async def queue(visit: Visit) -> Response:
    """The page. A page number beyond the last shows the last."""
    which, asked, size = filter_of(visit.query), page_of(visit.query), visit.parts.options.page_size
    reviewing, mentor = visit.parts.reviewing, visit.colleague.id
    found = await reviewing.queue(mentor, which, page=asked, size=size, now=visit.now)
    last = max(1, -(-found.total // size))
    if asked > last:
        asked = last
        found = await reviewing.queue(mentor, which, page=asked, size=size, now=visit.now)
    return render(
        visit,
        "queue.html.j2",
        which=which,
        found=found,
        heading=_heading(found, which),
        waits=standing.of_queue(found.waiting, found.begun, found.unread),
        filtered=which != Filter(oldest_first=which.oldest_first),
        narrowed=which != Filter(oldest_first=which.oldest_first, search=which.search),
        page=asked,
        last=last,
        query=query_of(which),
        turn_over=lambda page: f"/talks{query_of(which, page)}",
        situations=_choices(found.situations, which.situation, lambda one: _situation(visit, one)),
        stages=_choices(found.stages, which.stage, wording.stage),
        tags=_choices(found.tags, which.tag, str),
        statuses=[(str(one), wording.STATUSES[one]) for one in Status],
        words=wording,
    )


def _heading(found: Page, which: Filter) -> str:
    if not found.total:
        return (
            "No conversation matches." if which != Filter(oldest_first=which.oldest_first) else "No conversations yet"
        )
    count = wording.number_of(found.total, "conversation")
    return f"{count}, oldest first" if which.oldest_first else f"{count}, newest first"


def _situation(visit: Visit, identifier: str) -> str:
    return wording.situation(visit.parts.situations, identifier)


def _choices(known: tuple[str, ...], chosen: str, name: Callable[[str], str]) -> list[tuple[str, str]]:
    """What can be chosen, by name; what is chosen stays there even where the queue holds none of it any more."""
    found = {one: name(one) for one in (*known, chosen) if one}
    return sorted(found.items(), key=lambda one: one[1].casefold())


WAYS: tuple[Way, ...] = (Way("GET", "/talks", queue, frozenset({Role.MENTOR})),)
