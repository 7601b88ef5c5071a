"""Who comes in, with what, and what a form must bring."""

import asyncio
from datetime import timedelta

import httpx
import pytest

from bot.channels.console.limits import Rate, Rates
from bot.channels.console.parts import Options
from bot.ports.staff import Act
from tests.bot.channels.console.world import ADMIN, MENTOR, TRAINER, URL, Browser, World, world

CHANGE = {"name": "Mina Mentor", "roles": "mentor"}


def test_who_is_not_signed_in_is_sent_to_sign_in_and_back_to_the_page_afterwards() -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.browser()
            asked = await browser.get("/people")
            assert (asked.status_code, asked.headers["location"]) == (303, "/sign-in")
            token = "l" * 43
            await here.doors.make_link(
                ADMIN, token, here.clock.now() + timedelta(hours=1), by="operator", at=here.clock.now()
            )
            signed = await browser.post(f"/sign-in/link/{token}")
            assert (signed.status_code, signed.headers["location"]) == (303, "/people")
            assert (await browser.get("/people")).status_code == 200

    asyncio.run(main())


def test_a_form_of_somebody_who_is_not_signed_in_is_refused() -> None:
    async def main() -> None:
        async with world() as here:
            sent = await (await here.browser()).post("/people", CHANGE)
            assert sent.status_code == 403

    asyncio.run(main())


@pytest.mark.parametrize("idle", [timedelta(minutes=30), timedelta(hours=9)])
def test_a_session_ends_when_it_is_not_used(idle: timedelta) -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.signed_in(ADMIN)
            assert (await browser.get("/people")).status_code == 200
            here.clock.pass_by(idle)
            assert (await browser.get("/people")).status_code == 303

    asyncio.run(main())


def test_a_session_ends_after_eight_hours_however_much_it_is_used() -> None:
    async def main() -> None:
        async with world() as here:
            browser, hours = await here.signed_in(ADMIN), 0
            while (await browser.get("/people")).status_code == 200:
                here.clock.pass_by(timedelta(minutes=20))
                hours += 1
            assert hours == 24

    asyncio.run(main())


def test_whose_role_is_not_enough_finds_nothing_and_it_is_on_record() -> None:
    async def main() -> None:
        async with world() as here:
            for colleague in (MENTOR, TRAINER):
                asked = await (await here.signed_in(colleague)).get("/people")
                assert asked.status_code == 404
                last = here.record.kept[-1]
                assert (last.act, last.actor, last.detail) == (Act.REFUSED, colleague, "GET /people")

    asyncio.run(main())


def test_who_loses_a_role_loses_it_at_once() -> None:
    async def main() -> None:
        async with world() as here:
            admin, mentor = await here.signed_in(ADMIN), await here.signed_in(MENTOR)
            assert (await mentor.get("/talks")).status_code == 200
            assert (await admin.post(f"/people/{MENTOR}/remove")).status_code == 303
            assert (await mentor.get("/talks")).status_code == 303

    asyncio.run(main())


async def tried(here: World, browser: Browser, form: dict[str, str], headers: dict[str, str]) -> httpx.Response:
    return await browser.web.post(f"/people/{MENTOR}", data={**CHANGE, "name": "Changed", **form}, headers=headers)


@pytest.mark.parametrize(
    ("token", "headers"),
    [
        ("none", {"Origin": URL}),
        ("empty", {"Origin": URL}),
        ("wrong", {"Origin": URL}),
        ("another's", {"Origin": URL}),
        ("own", {}),
        ("own", {"Origin": "https://evil.example"}),
        ("own", {"Origin": "null"}),
        ("own", {"Sec-Fetch-Site": "cross-site", "Origin": URL}),
        ("own", {"Sec-Fetch-Site": "same-site"}),
    ],
)
def test_a_form_that_does_not_come_from_our_page_changes_nothing(token: str, headers: dict[str, str]) -> None:
    async def main() -> None:
        async with world() as here:
            browser, another = await here.signed_in(ADMIN), await here.signed_in(ADMIN)
            forms = {
                "none": {},
                "empty": {"csrf": ""},
                "wrong": {"csrf": "x" * 43},
                "another's": {"csrf": another.csrf},
                "own": {"csrf": browser.csrf},
            }
            sent = await tried(here, browser, forms[token], headers)
            assert sent.status_code == 403
            assert here.staff.people[MENTOR].name == "Mina Mentor"

    asyncio.run(main())


@pytest.mark.parametrize("headers", [{"Origin": URL}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}])
def test_a_form_of_our_own_is_taken(headers: dict[str, str]) -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.signed_in(ADMIN)
            assert (await tried(here, browser, {"csrf": browser.csrf}, headers)).status_code == 303
            assert here.staff.people[MENTOR].name == "Changed"

    asyncio.run(main())


def test_two_tokens_are_none() -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.signed_in(ADMIN)
            body = f"csrf={browser.csrf}&csrf={browser.csrf}&name=Changed&roles=mentor"
            headers = {"Origin": URL, "Content-Type": "application/x-www-form-urlencoded"}
            sent = await browser.web.post(f"/people/{MENTOR}", content=body, headers=headers)
            assert sent.status_code == 403

    asyncio.run(main())


def test_a_session_that_a_stranger_put_into_the_browser_is_not_taken_over() -> None:
    async def main() -> None:
        async with world() as here:
            browser, planted, token = await here.browser(), "p" * 43, "l" * 43
            browser.web.cookies.set("__Host-sid", planted, domain="coach.example")
            await here.doors.make_link(
                ADMIN, token, here.clock.now() + timedelta(hours=1), by="operator", at=here.clock.now()
            )
            signed = await browser.post(f"/sign-in/link/{token}")
            assert planted not in here.doors.sessions
            assert f"__Host-sid={planted}" not in signed.headers["set-cookie"]

    asyncio.run(main())


def test_signing_in_again_ends_the_session_before() -> None:
    async def main() -> None:
        async with world() as here:
            browser, token = await here.signed_in(MENTOR), "l" * 43
            await here.doors.make_link(
                ADMIN, token, here.clock.now() + timedelta(hours=1), by="operator", at=here.clock.now()
            )
            await browser.post(f"/sign-in/link/{token}")
            assert [one[0] for one in here.doors.sessions.values()] == [ADMIN]

    asyncio.run(main())


def test_signing_out_ends_the_session_on_the_server_too() -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.signed_in(ADMIN)
            sid = next(iter(here.doors.sessions))
            left = await browser.post("/sign-out")
            assert (left.status_code, left.headers["location"]) == (303, "/sign-in")
            assert here.doors.sessions == {}
            browser.web.cookies.set("__Host-sid", sid, domain="coach.example")
            assert (await browser.get("/people")).status_code == 303
            assert here.record.acts()[-1] is Act.SIGNED_OUT

    asyncio.run(main())


@pytest.mark.parametrize("url", [URL, "http://127.0.0.1:8080"])
def test_the_cookie_is_for_this_host_alone_and_for_no_script(url: str) -> None:
    async def main() -> None:
        async with world(Options(url)) as here:
            browser, token = await here.browser(), "l" * 43
            await here.doors.make_link(
                ADMIN, token, here.clock.now() + timedelta(hours=1), by="operator", at=here.clock.now()
            )
            signed = await browser.web.post(f"{url}/sign-in/link/{token}", data={"a": ""}, headers={"Origin": url})
            cookie = next(
                one for one in signed.headers.get_list("set-cookie") if "sid=" in one and "Max-Age" not in one
            )
            parts = [one.strip() for one in cookie.split(";")]
            named = "__Host-sid=" if url == URL else "coach-sid="
            assert parts[0].startswith(named)
            assert len(parts[0]) == len(named) + 43
            assert set(parts[1:]) == {"HttpOnly", "Path=/", "SameSite=lax", *(["Secure"] if url == URL else [])}

    asyncio.run(main())


def test_one_session_can_ask_only_so_much() -> None:
    async def main() -> None:
        async with world(rates=Rates(requests=Rate(10, 60.0))) as here:
            browser = await here.signed_in(ADMIN)
            answers = [(await browser.get("/people")) for _ in range(12)]
            assert [one.status_code for one in answers] == [200] * 10 + [429] * 2
            assert answers[-1].headers["retry-after"] == "6"
            assert (await (await here.signed_in(ADMIN)).get("/people")).status_code == 200
            here.clock.pass_by(timedelta(seconds=6))
            assert (await browser.get("/people")).status_code == 200

    asyncio.run(main())


def test_one_address_can_try_to_sign_in_only_so_often() -> None:
    async def main() -> None:
        async with world(rates=Rates(signing_in=Rate(5, 300.0))) as here:
            browser = await here.browser()
            tries = [await browser.post(f"/sign-in/link/{number:043}") for number in range(7)]
            assert [one.status_code for one in tries] == [403] * 5 + [429] * 2
            assert tries[-1].headers["retry-after"] == "60"
            assert (await (await here.browser("198.51.100.9")).get(f"/sign-in/link/{'a' * 43}")).status_code == 200

    asyncio.run(main())
