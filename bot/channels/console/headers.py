"""What stands on every response, whatever it is: no page of ours runs a stranger's script, is framed, or is kept."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.console.site import Site

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # not "no-referrer": with that, browsers send "Origin: null" with our own forms, and older ones nothing else
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
HSTS = "max-age=63072000"
PROBES = frozenset({"/healthz", "/readyz"})
"""What may be asked under any host: a load balancer knows an address only, and there is nothing in the answer."""


class Fenced:
    """The application, with these headers on every response; what is meant for another host it does not see."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def fenced(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._put(MutableHeaders(scope=message))
            await send(message)

        known = scope["path"] in PROBES or self._site.answers_to(Headers(scope=scope).getlist("host"))
        app = self._app if known else PlainTextResponse("There is no such host here.", status_code=400)
        await app(scope, receive, fenced)

    def _put(self, headers: MutableHeaders) -> None:
        for name, value in ALWAYS.items():
            headers[name] = value
        headers.setdefault("Cache-Control", "no-store")
        if self._site.secure:
            headers["Strict-Transport-Security"] = HSTS
