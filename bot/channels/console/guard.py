"""Who may come in: every page is reached through here, with a session, a role and, for a form, its token and origin."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.console.errors import VISIT
from bot.channels.console.forms import Fields, check_address, form
from bot.channels.console.limits import Limiter, Rates
from bot.channels.console.parts import Parts
from bot.channels.console.site import AFTER, SID, Site, is_page, same
from bot.channels.console.visit import Visit, Way
from bot.ports.staff import Act, Entry, Session

Endpoint = Callable[[Request], Awaitable[Response]]
_GET, _HEAD, _POST = "GET", "HEAD", "POST"
TOKEN = "csrf"  # noqa: S105 - the name of a field
"""The field in which a form brings the session's token back."""


class Guard:
    """Makes routes of ways."""

    def __init__(self, parts: Parts, site: Site, rates: Rates) -> None:
        self._parts = parts
        self._site = site
        self._requests = Limiter(rates.requests)

    def routes(self, ways: Sequence[Way]) -> list[Route]:
        """One route a path, for all its methods; paths without parameters first, so that none is taken for one."""
        paths: dict[str, dict[str, Way]] = {}
        for way in ways:
            paths.setdefault(way.path, {})[way.method] = way
        return [
            Route(path, self._endpoint(paths[path]), methods=list(paths[path]))
            for path in sorted(paths, key=lambda one: ("{" in one, one))
        ]

    def _endpoint(self, ways: Mapping[str, Way]) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            check_address(request)
            way = ways[_GET if request.method == _HEAD else request.method]
            return await self._enter(request, way)

        return endpoint

    async def _enter(self, request: Request, way: Way) -> Response:
        now = self._parts.clock.now()
        sid = self._site.secret(request, SID)
        session = await self._parts.doors.session(sid, now) if sid else None
        if session is None:
            return self._to_sign_in(request)
        self._requests.take(sid, now)
        fields: Fields = {}
        if way.method == _POST:
            fields = await self._sent(request, session)
        last = {name: values[-1] for name, values in fields.items()}
        visit = Visit(request, self._parts, session, now, last, fields)
        request.scope[VISIT] = visit
        await self._check_role(way, session, now)
        return await way.handler(visit)

    def _to_sign_in(self, request: Request) -> Response:
        """A page waits until they have signed in; a form is refused, since what it would do is no longer known."""
        if request.method == _POST:
            raise HTTPException(403)
        response = RedirectResponse("/sign-in", 303)
        path = request.url.path
        if is_page(path):
            self._site.put(response, AFTER, path)
        return response

    async def _sent(self, request: Request, session: Session) -> Fields:
        """The form's fields, without its token."""
        if not self._site.sent_by_own_page(request):
            raise HTTPException(403)
        fields = dict(await form(request))
        tokens = fields.pop(TOKEN, ())
        if len(tokens) != 1 or not same(tokens[0], session.csrf):
            raise HTTPException(403)
        return fields

    async def _check_role(self, way: Way, session: Session, now: datetime) -> None:
        """Who has none of the roles finds nothing, and that they asked is on record."""
        if not way.roles or way.roles & session.colleague.roles:
            return
        refused = Entry(now, session.colleague.id, Act.REFUSED, detail=f"{way.method} {way.path}")
        await self._parts.record.note(refused)
        raise HTTPException(404)
