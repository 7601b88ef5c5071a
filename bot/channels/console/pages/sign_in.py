"""Where somebody begins, and how they leave."""

from starlette.responses import RedirectResponse, Response

from bot.channels.console.rendering import places
from bot.channels.console.site import SID, Site
from bot.channels.console.visit import Visit, Way


async def first(visit: Visit) -> Response:
    """The first page that is theirs."""
    return RedirectResponse(places(visit)[0].path, 303)


async def leave(visit: Visit) -> Response:
    """Sign out."""
    site = Site.of(visit.parts.options.url)
    await visit.parts.doors.end(site.secret(visit.request, SID), visit.now)
    response = RedirectResponse("/sign-in", 303)
    site.drop(response, SID)
    return response


WAYS = (
    Way("GET", "/", first),
    Way("POST", "/sign-out", leave),
)
