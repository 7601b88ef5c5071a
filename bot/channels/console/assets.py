"""The files that pages refer to: read once, served under an address that changes with what is in them."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_FOREVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"


@dataclass(frozen=True, slots=True)
class Asset:
    """One file, whole; `version` is made of its content."""

    content: bytes
    media_type: str
    version: str


@cache
def assets() -> dict[str, Asset]:
    """All of them by name."""
    found = {}
    for one in files("bot.channels.console").joinpath("static").iterdir():
        media_type = _TYPES.get(one.name.rpartition(".")[2])
        if media_type is not None:
            content = one.read_bytes()
            found[one.name] = Asset(content, media_type, sha256(content).hexdigest()[:16])
    return found


def address(name: str) -> str:
    """Where a file is found. Raises KeyError where there is none of that name."""
    return f"/static/{name}?v={assets()[name].version}"


async def _served(request: Request) -> Response:
    asset = assets().get(request.path_params["name"])
    if asset is None:
        return Response(status_code=404)
    tag = f'"{asset.version}"'
    kept = _FOREVER if request.query_params.get("v") == asset.version else _ASK_AGAIN
    headers = {"ETag": tag, "Cache-Control": kept}
    if tag in (one.strip() for one in request.headers.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=headers)
    return Response(asset.content, media_type=asset.media_type, headers=headers)


ROUTE = Route("/static/{name}", _served, methods=["GET"])
"""The way to them, open to everybody: there is nothing of anybody's in them."""
