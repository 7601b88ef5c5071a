"""What stands on every response: pages, files, redirects, refusals and errors."""

import asyncio
from dataclasses import dataclass

import httpx
import pytest

from bot.channels.console.app import build, ways
from bot.channels.console.headers import ALWAYS, HSTS, POLICY
from bot.channels.console.limits import Rate, Rates
from bot.channels.console.parts import Options
from bot.channels.console.visit import Visit, Way
from tests.bot.channels.console.world import ADMIN, MENTOR, TRAINER, URL, World, with_parts, world


def complete(answer: httpx.Response, *, secure: bool = True) -> bool:
    """Whether every header stands there, once, as it should."""
    held = all(answer.headers.get_list(name) == [value] for name, value in ALWAYS.items())
    hsts = answer.headers.get_list("strict-transport-security") == ([HSTS] if secure else [])
    return held and hsts and bool(answer.headers["cache-control"]) and "server" not in answer.headers


def test_the_policy_lets_no_strange_or_inline_script_run() -> None:
    rules = dict(one.strip().split(" ", 1) for one in POLICY.split(";"))
    assert rules == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }


def test_every_way_answers_with_all_headers_and_is_kept_nowhere() -> None:
    async def main() -> None:
        async with world() as here:
            browsers = [await here.browser(), *[await here.signed_in(one) for one in (MENTOR, TRAINER, ADMIN)]]
            share_id = here.share(MENTOR)
            open_ways = [
                ("GET", one) for one in ("/sign-in", "/sign-in/slack", "/sign-in/back", "/sign-in/link/x", "/x")
            ]
            for method, path in [*open_ways, *((one.method, one.path) for one in ways())]:
                there = path.replace("{share_id}", share_id).replace("{colleague_id}", MENTOR)
                for browser in browsers:
                    answer = await (browser.get(there) if method == "GET" else browser.post(there))
                    assert complete(answer), f"{method} {path}"
                    assert answer.headers["cache-control"] == "no-store", path

    asyncio.run(main())


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/nothing-here", {}, 404),
        ("GET", "/static/nothing.css", {}, 404),
        ("GET", "/static/..%2fapp.py", {}, 404),
        ("DELETE", "/people", {}, 405),
        ("PUT", "/sign-in", {}, 405),
        ("POST", "/healthz", {}, 405),
        ("POST", "/people", {}, 403),
        ("GET", "/sign-in", {"Host": "evil.example"}, 400),
        ("GET", "/static/console.css", {"Host": "evil.example"}, 400),
        ("GET", "/healthz", {"Host": "10.0.0.3"}, 200),
        ("GET", "/readyz", {"Host": "10.0.0.3"}, 200),
        ("GET", "/people?%00", {}, 400),
        ("GET", "/people?a=%ff", {}, 400),
        ("GET", "/people/%00", {}, 404),
        ("GET", "/people/", {}, 404),
        ("HEAD", "/people", {}, 200),
        ("POST", "/people", {"Origin": URL, "Content-Type": "application/json"}, 415),
        ("POST", "/people", {"Origin": URL, "Content-Type": "multipart/form-data; boundary=x"}, 415),
    ],
)
def test_refusals_have_them_too(method: str, path: str, headers: dict[str, str], status: int) -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.signed_in(ADMIN)
            answer = await browser.web.request(method, path, headers=headers)
            assert answer.status_code == status
            assert complete(answer)

    asyncio.run(main())


async def _fails(_visit: Visit) -> httpx.Response:
    message = "the purple stapler"
    raise ValueError(message)


def failing(here: World) -> World:
    way = Way("GET", "/fails", _fails)  # type: ignore[arg-type]
    here.app = build(here.parts, leading=[way], rates=Rates(requests=Rate(2, 60.0)))
    return here


def test_errors_and_limits_have_them_and_tell_no_detail(caplog: pytest.LogCaptureFixture) -> None:
    async def main() -> None:
        async with world() as here:
            browser = await failing(here).signed_in(ADMIN)
            answers = [await browser.get("/fails") for _ in range(3)]
            assert [one.status_code for one in answers] == [500, 500, 429]
            assert all(complete(one) for one in answers)
            assert not any("stapler" in one.text or "ValueError" in one.text for one in answers)

    asyncio.run(main())
    assert [getattr(one, "error", "") for one in caplog.records] == ["ValueError", "ValueError"]
    assert not any("stapler" in str(one.__dict__) for one in caplog.records)


def test_on_this_machine_there_is_no_hsts() -> None:
    async def main() -> None:
        async with world(Options("http://127.0.0.1:8080")) as here:
            browser = await here.browser()
            assert complete(await browser.web.get("http://127.0.0.1:8080/sign-in"), secure=False)

    asyncio.run(main())


def test_files_are_kept_as_long_as_they_do_not_change() -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.browser()
            page = (await browser.get("/sign-in")).text
            address = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
            first = await browser.get(address)
            assert (first.status_code, first.headers["content-type"]) == (200, "text/css; charset=utf-8")
            assert "immutable" in first.headers["cache-control"]
            assert complete(first)
            unversioned = await browser.get("/static/console.css?v=another")
            assert unversioned.headers["cache-control"] == "no-cache"
            again = await browser.web.get(address, headers={"If-None-Match": f'"x", {first.headers["etag"]}'})
            assert (again.status_code, again.content) == (304, b"")
            assert complete(again)

    asyncio.run(main())


@dataclass
class Failing:
    """A staff that cannot be asked."""

    async def colleague(self, _colleague_id: str) -> None:
        message = "no database"
        raise OSError(message)


def test_it_is_ready_when_the_store_answers() -> None:
    async def main() -> None:
        async with world() as here:
            assert (await (await here.browser()).get("/readyz")).text == "ready"
            down = with_parts(here, staff=Failing())
            answer = await (await down.browser()).get("/readyz")
            assert (answer.status_code, complete(answer)) == (503, True)
            assert (await (await down.browser()).get("/healthz")).status_code == 200

    asyncio.run(main())
