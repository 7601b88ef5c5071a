"""Pages out of templates: everything that is put into one is escaped, and what is missing is an error."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from bot.channels.console.assets import address
from bot.channels.console.visit import Visit
from bot.ports.staff import Role

_UTC = "UTC"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the navigation, shown to those who have one of its roles."""

    path: str
    label: str
    roles: frozenset[Role]


PLACES = (
    Place("/talks", "Conversations", frozenset({Role.MENTOR})),
    Place("/figures", "Figures", frozenset({Role.TRAINER})),
    Place("/people", "People", frozenset({Role.ADMIN})),
    Place("/record", "Record", frozenset({Role.ADMIN})),
)
"""In the order in which they stand; the first that somebody may see is where they begin."""


def render(
    visit: Visit | None, template: str, /, *, status: int = 200, said: str = "", **values: object
) -> HTMLResponse:
    """A page of a template in `templates/`; `visit` is None where nobody is signed in.

    `said` is one sentence about what was just done: it stands on top and is read out. A value that the template names
    and is not given is an error.
    """
    page = (
        _environment()
        .get_template(template)
        .render(
            visit=visit,
            said=said,
            places=places(visit),
            here=visit.request.url.path if visit is not None else "",
            sample=visit is not None and visit.parts.options.sample,
            **values,
        )
    )
    return HTMLResponse(page, status_code=status)


def places(visit: Visit | None) -> tuple[Place, ...]:
    """Where this colleague can go."""
    roles = visit.colleague.roles if visit is not None else frozenset()
    return tuple(one for one in PLACES if one.roles & roles)


def shown(visit: Visit | None, at: datetime, style: str = "%-d %b %Y, %H:%M") -> str:
    """A time as the people of the console read it: in their own time zone."""
    return at.astimezone(_zone(visit.parts.options.timezone if visit is not None else _UTC)).strftime(style)


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("bot.channels.console", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(address=address, shown=shown)
    return made
