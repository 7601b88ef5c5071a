"""The ways to a session: through Slack, or by a link that an operator made; each works once, in one browser."""

import logging
import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from secrets import token_urlsafe

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.console.forms import check_address, form
from bot.channels.console.limits import Limiter, Rates, where_from
from bot.channels.console.oidc import UNREACHABLE, SlackIdentity
from bot.channels.console.parts import Parts
from bot.channels.console.rendering import render
from bot.channels.console.site import AFTER, SID, STATE, Site, is_secret, same
from bot.errors import CoachError
from bot.ports.staff import NOBODY, Act, Colleague, Entry, Role

_LOG = logging.getLogger(__name__)
_PATIENCE = timedelta(minutes=10)
_CODE = re.compile(r"[\x21-\x7e]{1,512}")
BACK = "/sign-in/back"

Endpoint = Callable[[Request], Awaitable[Response]]


class Doorway:
    """The pages that need no session."""

    def __init__(self, parts: Parts, site: Site, rates: Rates) -> None:
        self._parts = parts
        self._site = site
        self._begun = Limiter(rates.signing_in)
        self._failures = Limiter(rates.signing_in)
        wanted = parts.options.sign_in
        self._slack = SlackIdentity(wanted, site.origin + BACK) if wanted is not None else None

    def routes(self) -> list[Route]:
        """All of them."""
        return [
            Route("/sign-in", self._open(self._page), methods=["GET"]),
            Route("/sign-in/slack", self._open(self._begin), methods=["GET"]),
            Route(BACK, self._open(self._back), methods=["GET"]),
            Route("/sign-in/link/{token}", self._open(self._link), methods=["GET", "POST"]),
        ]

    def _open(self, page: Endpoint) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            check_address(request)
            return await page(request)

        return endpoint

    def _count(self, limiter: Limiter, request: Request) -> None:
        """Count what an address begins or fails at, each by itself. Raises HTTPException (429) where it is too often.

        Never before state or link were looked at: who brings the right one gets in, whatever others at the same
        address do. Neither can be guessed.
        """
        limiter.take(where_from(request), self._parts.clock.now())

    async def _page(self, _request: Request) -> Response:
        return render(
            None,
            "sign_in.html.j2",
            slack=self._slack is not None,
            made_up=self._parts.options.sample,
        )

    async def _begin(self, request: Request) -> Response:
        """To Slack, with a state that only this browser can bring back."""
        if self._slack is None:
            raise HTTPException(404)
        self._count(self._begun, request)
        state, nonce = token_urlsafe(32), token_urlsafe(32)
        await self._parts.doors.begin(state, nonce, self._parts.clock.now() + _PATIENCE)
        response = RedirectResponse(self._slack.address(state, nonce), 303)
        self._site.put(response, STATE, state)
        return response

    async def _back(self, request: Request) -> Response:
        """From Slack: the state must be this browser's own, and is used up whatever else is wrong."""
        if self._slack is None:
            raise HTTPException(404)
        now = self._parts.clock.now()
        state, kept = request.query_params.get("state", ""), self._site.secret(request, STATE)
        begun = is_secret(state) and same(state, kept)
        nonce = await self._parts.doors.finish(state, now) if begun else None
        code = request.query_params.get("code", "")
        if nonce is None or not _CODE.fullmatch(code):
            self._count(self._failures, request)
            return self._failed("again", 400)
        try:
            colleague_id = await self._slack.colleague_id(code, nonce)
        except CoachError as error:
            _LOG.warning("nobody was signed in", extra={"code": error.code})
            return self._failed("unreachable", 503) if error.code == UNREACHABLE else self._failed("again", 403)
        colleague = await self._parts.staff.colleague(colleague_id)
        if colleague is None or not colleague.roles:
            return await self._no_role(colleague_id, now)
        return await self._start(request, colleague, now)

    async def _no_role(self, colleague_id: str, now: datetime) -> Response:
        """They may be a doctor, whose id is not to stand in what is never changed: that it was tried is on record."""
        await self._parts.record.note(Entry(now, NOBODY, Act.REFUSED, detail="signed in without a role"))
        team = colleague_id.partition(":")[0]
        admins = [one.name for one in await self._parts.staff.colleagues(team) if Role.ADMIN in one.roles]
        return self._failed("no_role", 403, admins=admins, own_id=colleague_id)

    def _failed(self, why: str, status: int, *, admins: list[str] | None = None, own_id: str = "") -> Response:
        response = render(None, "not_signed_in.html.j2", status=status, why=why, admins=admins or [], own_id=own_id)
        self._site.drop(response, STATE)
        return response

    async def _link(self, request: Request) -> Response:
        """A link is looked at without being used: programs that preview links do that too."""
        if request.method != "POST":
            return render(None, "link.html.j2")
        if not self._site.sent_by_own_page(request):
            raise HTTPException(403)
        await form(request)
        now = self._parts.clock.now()
        token = request.path_params["token"]
        colleague = await self._parts.doors.use_link(token, now) if is_secret(token) else None
        if colleague is None:
            self._count(self._failures, request)
            return self._failed("link", 403)
        return await self._start(request, colleague, now)

    async def _start(self, request: Request, colleague: Colleague, now: datetime) -> Response:
        """A session of its own; the one that this browser had before ends."""
        before = self._site.secret(request, SID)
        if before:
            await self._parts.doors.end(before, now)
        sid = token_urlsafe(32)
        await self._parts.doors.start(colleague.id, sid, token_urlsafe(32), now)
        response = RedirectResponse(self._site.after(request), 303)
        self._site.put(response, SID, sid)
        self._site.drop(response, STATE)
        self._site.drop(response, AFTER)
        return response
