"""A mentor's own reviews, under the filter they have chosen, as files to take away."""

from starlette.responses import Response

from bot.channels.console.cells import as_csv, as_jsonl
from bot.channels.console.filters import filter_of
from bot.channels.console.visit import Visit, Way
from bot.ports.reviewing import Export
from bot.ports.staff import Role


async def spreadsheet(visit: Visit) -> Response:
    """As CSV."""
    return _file(as_csv(await _wanted(visit)), "text/csv; charset=utf-8", _name(visit, "csv"))


async def lines(visit: Visit) -> Response:
    """As JSON Lines."""
    return _file(as_jsonl(await _wanted(visit)), "application/jsonl; charset=utf-8", _name(visit, "jsonl"))


async def _wanted(visit: Visit) -> list[Export]:
    return list(await visit.parts.reviewing.export(visit.colleague.id, filter_of(visit.query), visit.now))


def _name(visit: Visit, ending: str) -> str:
    return f"reviews-{visit.now:%Y-%m-%d}.{ending}"


def _file(content: bytes, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)


WAYS: tuple[Way, ...] = (
    Way("GET", "/export.csv", spreadsheet, frozenset({Role.MENTOR})),
    Way("GET", "/export.jsonl", lines, frozenset({Role.MENTOR})),
)
