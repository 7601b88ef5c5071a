"""Links that sign somebody in once, and the page before them."""

import asyncio
from datetime import timedelta

import pytest

from bot.channels.console.limits import Rate, Rates
from bot.channels.console.parts import Options, SlackSignIn
from tests.bot.channels.console.world import ADMIN, URL, Browser, World, world

TOKEN = "l" * 43
HOUR = timedelta(hours=1)


async def linked(here: World, colleague_id: str = ADMIN) -> Browser:
    now = here.clock.now()
    await here.doors.make_link(colleague_id, TOKEN, now + HOUR, by="operator", at=now)
    return await here.browser()


def test_a_link_that_is_looked_at_is_not_used_up() -> None:
    async def main() -> None:
        async with world() as here:
            browser = await linked(here)
            pages = {(await browser.get(f"/sign-in/link/{one}")).text for one in (TOKEN, TOKEN, "x" * 43, "none")}
            assert len(pages) == 1, "the page tells whether there is such a link"
            assert TOKEN not in pages.pop()
            assert (await browser.post(f"/sign-in/link/{TOKEN}")).status_code == 303

    asyncio.run(main())


def test_a_link_works_once() -> None:
    async def main() -> None:
        async with world() as here:
            browser = await linked(here)
            await browser.post(f"/sign-in/link/{TOKEN}")
            again = await (await here.browser()).post(f"/sign-in/link/{TOKEN}")
            assert again.status_code == 403
            assert "does not work any more" in again.text
            assert len(here.doors.sessions) == 1

    asyncio.run(main())


def test_a_link_that_is_over_or_whose_holder_has_no_role_any_more_signs_nobody_in() -> None:
    async def main() -> None:
        async with world() as here:
            browser = await linked(here)
            here.clock.pass_by(HOUR)
            assert (await browser.post(f"/sign-in/link/{TOKEN}")).status_code == 403
            browser = await linked(here)
            del here.staff.people[ADMIN]
            assert (await browser.post(f"/sign-in/link/{TOKEN}")).status_code == 403

    asyncio.run(main())


@pytest.mark.parametrize("headers", [{}, {"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_another_site_cannot_sign_somebody_in(headers: dict[str, str]) -> None:
    async def main() -> None:
        async with world() as here:
            browser = await linked(here)
            answer = await browser.web.post(f"/sign-in/link/{TOKEN}", data={"a": "b"}, headers=headers)
            assert answer.status_code == 403
            assert here.doors.sessions == {}
            assert TOKEN in here.doors.links

    asyncio.run(main())


@pytest.mark.parametrize("token", ["x", "%00", "..%2f", "l" * 44, "é" * 43, "x" * 600])
def test_what_is_no_token_is_not_even_looked_up(token: str) -> None:
    async def main() -> None:
        async with world() as here:
            answer = await (await linked(here)).post(f"/sign-in/link/{token}")
            assert answer.status_code in {403, 404}
            assert TOKEN in here.doors.links

    asyncio.run(main())


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (Options(URL, sign_in=SlackSignIn("1.2", "s", "T1")), "Sign in with Slack"),
        (Options(URL), "coach people link"),
        (Options(URL, sample=True), "when the console was started"),
    ],
)
def test_the_page_says_how_one_signs_in_here(options: Options, says: str) -> None:
    async def main() -> None:
        async with world(options) as here:
            assert says in (await (await here.browser()).get("/sign-in")).text

    asyncio.run(main())


def test_without_slack_there_is_no_way_through_slack() -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.browser()
            assert [(await browser.get(one)).status_code for one in ("/sign-in/slack", "/sign-in/back")] == [404, 404]

    asyncio.run(main())


def test_a_link_that_is_right_works_however_much_was_tried_at_the_same_address() -> None:
    async def main() -> None:
        async with world(rates=Rates(signing_in=Rate(3, 300.0))) as here:
            browser = await linked(here)
            tried = [await browser.post(f"/sign-in/link/{'x' * 43}") for _ in range(5)]
            assert [one.status_code for one in tried] == [403] * 3 + [429] * 2
            assert (await browser.get(f"/sign-in/link/{TOKEN}")).status_code == 200
            assert (await browser.post(f"/sign-in/link/{TOKEN}")).status_code == 303

    asyncio.run(main())


def test_looking_at_a_link_counts_for_nothing() -> None:
    async def main() -> None:
        async with world(rates=Rates(signing_in=Rate(1, 300.0))) as here:
            browser = await linked(here)
            assert {(await browser.get(f"/sign-in/link/{TOKEN}")).status_code for _ in range(9)} == {200}

    asyncio.run(main())


@pytest.mark.parametrize(
    "after", ["//evil.example", "https://evil.example", "/\\evil.example", "/sign-out?x", "x" * 5000]
)
def test_a_planted_cookie_sends_nobody_elsewhere(after: str) -> None:
    async def main() -> None:
        async with world() as here:
            browser = await linked(here)
            headers = {"Origin": URL, "Cookie": f"__Host-after={after}"}
            signed = await browser.web.post(f"/sign-in/link/{TOKEN}", data={"a": ""}, headers=headers)
            assert signed.headers["location"] == "/"

    asyncio.run(main())
