"""Whatever somebody sends, signed in or not: no error of ours, every header, and nothing of a talk to who may not see it."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote, urlencode

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.console.app import ways
from bot.channels.console.visit import Way
from bot.ports.staff import Role
from tests.bot.adapters.store.databases import KINDS
from tests.bot.channels.console.real import Hospital, hospital
from tests.bot.channels.console.test_headers import complete
from tests.bot.channels.console.world import ADMIN, MENTOR, NEEDLE, OTHER, TRAINER, URL, World, world

ODD = [
    "",
    "0",
    "-1",
    "1",
    "2147483648",
    "9" * 40,
    "1e999",
    "NaN",
    "None",
    "true",
    "٣",
    "\x00",
    "\r\n\r\nSet-Cookie: a=b",
    "../../../etc/passwd",
    "' OR 1=1 --",
    "%",
    "%s%n",
    "{{7*7}}",
    "<script>alert(1)</script>",
    "=1+1",
    "\ufeff",
    "\u202e",
    "💣" * 50,
    "a" * 3000,
    "met",
    "finish",
    "whole",
    "2",
    "2026-11-22",
    "delegation",
    "csrf",
]
NAMES = """
    q situation stage status tag order mine flagged safety page turn done before check csrf name id roles assesses
    assesses_all comment note text grade about score tags untag flag unflag reword action go step yaml reference of
    token code state grade.C1 grade.quotes
""".split()
texts = st.one_of(st.sampled_from(ODD), st.text(st.characters(exclude_categories=()), max_size=40))
names = st.one_of(
    st.sampled_from(NAMES),
    st.from_regex(r"grade\.[a-zA-Z0-9_-]{0,90}", fullmatch=True),
    texts,
)
pairs = st.one_of(st.tuples(st.just("turn"), st.sampled_from(["1", "2", "3", "whole"])), st.tuples(names, texts))
fields = st.lists(pairs, max_size=10)
raw = st.one_of(
    st.binary(max_size=60), st.sampled_from([b"%", b"%zz", b"%ff=%fe", b"a=\xff", b"&" * 50, b"=;=", b"\x00"])
)
paths = st.one_of(
    st.sampled_from(
        sorted(
            {one.path for one in ways()}
            | {
                "/sign-in",
                "/sign-in/slack",
                "/sign-in/back",
                "/sign-in/link/{token}",
                "/static/{name}",
                "/readyz",
                "/healthz",
            }
        )
    ),
    st.lists(
        st.sampled_from(["talks", "people", "..", "%2e%2e", "static", "", "%00", "%ff", "x" * 200]), max_size=5
    ).map(lambda one: "/" + "/".join(one)),
)
methods = st.sampled_from(["GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
kinds = st.sampled_from(
    ["application/x-www-form-urlencoded"] * 6 + ["", "application/json", "multipart/form-data", "text/plain;charset=x"]
)
GIVEN = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def encoded(pairs: list[tuple[str, str]]) -> bytes:
    return urlencode(pairs, errors="surrogatepass").encode()


Place = TypeVar("Place")


def within(inside: AbstractAsyncContextManager[Place], work: Callable[[Place, asyncio.Runner], None]) -> None:
    """Work in one world, a request at a time."""

    async def entered() -> Place:
        return await inside.__aenter__()

    async def left() -> None:
        await inside.__aexit__(None, None, None)

    with asyncio.Runner() as runner:
        here = runner.run(entered())
        try:
            work(here, runner)
        finally:
            runner.run(left())


@pytest.mark.parametrize("colleague", ["", MENTOR, TRAINER, ADMIN])
def test_nothing_that_is_sent_is_an_error_of_ours(colleague: str) -> None:
    def work(here: World, runner: asyncio.Runner) -> None:
        foreign = [here.share(f"{MENTOR}X"), here.share(MENTOR, withdrawn=True), here.share(MENTOR, days=-1)]
        own = here.share(MENTOR)

        @GIVEN
        @given(st.data())
        def anything(data: st.DataObject) -> None:
            browser = runner.run(here.signed_in(colleague) if colleague else here.browser())
            method, path = data.draw(methods), data.draw(paths)
            for gap in ("{share_id}", "{colleague_id}", "{token}", "{name}"):
                if gap in path:
                    odd = data.draw(st.one_of(st.sampled_from([own, *foreign, MENTOR, "console.css"]), texts))
                    path = path.replace(gap, quote(odd, safe="", errors="surrogatepass"))
            query = data.draw(st.one_of(fields.map(encoded), raw.map(lambda one: quote(one, safe="%=&;").encode())))
            token = [("csrf", browser.csrf)] if data.draw(st.booleans()) else []
            body = data.draw(st.one_of(fields.map(lambda one: encoded([*token, *one])), raw))
            headers = {"Content-Type": data.draw(kinds), "Origin": data.draw(st.sampled_from([URL, URL, "null"]))}
            address = f"{URL}{path}" + (f"?{query.decode()}" if query else "")
            answer = runner.run(browser.web.request(method, address, content=body, headers=headers))
            assert_calm(answer, colleague)

        anything()
        if colleague != MENTOR:
            assert not here.reviewing.shares[own].opening.events

    within(world(), work)


def assert_calm(answer: httpx.Response, colleague: str) -> None:
    assert answer.status_code < 500, f"{answer.request.method} {answer.request.url}"
    assert complete(answer), f"{answer.request.method} {answer.request.url}"
    assert "\r" not in answer.headers.get("location", "")
    assert colleague == MENTOR or NEEDLE not in answer.text


@pytest.mark.parametrize(("method", "path"), [(one.method, one.path) for one in ways()])
def test_every_way_takes_odd_fields_from_who_may_use_it(method: str, path: str) -> None:
    def work(here: World, runner: asyncio.Runner) -> None:
        own = here.share(MENTOR)
        role = next(one.roles for one in ways() if (one.method, one.path) == (method, path))
        who = next((one.id for one in here.staff.people.values() if one.roles & role), MENTOR)
        there = path.replace("{share_id}", own).replace("{colleague_id}", ADMIN)

        @settings(GIVEN, max_examples=60)
        @given(fields, fields)
        def anything(query: list[tuple[str, str]], sent: list[tuple[str, str]]) -> None:
            here.staff.people.setdefault(ADMIN, here.staff.people[who])
            browser = runner.run(here.signed_in(who))
            body = encoded([("csrf", browser.csrf), *((name, text) for name, text in sent if name != "csrf")])
            headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": URL}
            address = f"{URL}{there}?{encoded(query).decode()}"
            answer = runner.run(browser.web.request(method, address, content=body, headers=headers))
            assert answer.status_code < 500
            assert answer.status_code != 403
            assert complete(answer)

        anything()

    within(world(), work)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_is_sent_is_an_error_of_the_stores(kind: str, tmp_path: Path) -> None:
    own_ways = [one for one in ways() if one.path != "/sign-out"]

    def work(here: Hospital, runner: asyncio.Runner) -> None:
        own = runner.run(here.share(MENTOR))

        @settings(GIVEN, max_examples=150)
        @given(st.sampled_from(own_ways), st.one_of(st.just(own), texts), fields, fields)
        def anything(way: Way, share_id: str, query: list[tuple[str, str]], sent: list[tuple[str, str]]) -> None:
            who = MENTOR if not way.roles or Role.MENTOR in way.roles else ADMIN if Role.ADMIN in way.roles else TRAINER
            browser = runner.run(here.signed_in(who))
            gap = quote(share_id, safe="", errors="surrogatepass")
            there = way.path.replace("{share_id}", gap).replace("{colleague_id}", OTHER)
            body = encoded([("csrf", browser.csrf), *((name, text) for name, text in sent if name != "csrf")])
            headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": URL}
            address = f"{URL}{there}?{encoded(query).decode()}"
            assert_calm(runner.run(browser.web.request(way.method, address, content=body, headers=headers)), who)

        anything()
        assert not runner.run(here.parts.record.flaws())

    within(hospital(tmp_path, kind=kind), work)
