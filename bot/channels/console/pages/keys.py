"""The keyboard shortcuts: what they are, and turning them off, which the browser remembers."""

from starlette.responses import Response

from bot.channels.console.rendering import render
from bot.channels.console.visit import Visit, Way


async def keys(visit: Visit) -> Response:
    """The page; the switch on it is the script's."""
    return render(visit, "keys.html.j2")


WAYS: tuple[Way, ...] = (Way("GET", "/keys", keys),)
