"""Signing in with Slack, from the first click to the first page: who is let in, and who is told what."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from time import time

import pytest

from bot.channels.console.limits import Rate, Rates
from bot.channels.console.parts import Options, SlackSignIn
from bot.ports.staff import Act
from tests.bot.channels.console.issuer import CLIENT, SECRET, Issuer, issuing, public
from tests.bot.channels.console.meeting import Meeting, meeting
from tests.bot.channels.console.world import MENTOR, URL, world

NOW = int(time())


def test_a_colleague_is_signed_in_and_on_record() -> None:
    async def main() -> None:
        async with meeting() as met:
            answer = await met.try_once()
            assert (answer.status_code, answer.headers["location"]) == (303, "/")
            assert [one[0] for one in met.here.doors.sessions.values()] == [MENTOR]
            assert met.here.record.acts() == [Act.SIGNED_IN]
            assert (await met.browser.get("/talks")).status_code == 200
            asked = met.issuer.asked[0]
            assert asked["scope"] == "openid profile"
            assert asked["redirect_uri"] == f"{URL}/sign-in/back"
            assert (asked["team"], asked["response_type"], asked["client_id"]) == ("T1", "code", CLIENT)

    asyncio.run(main())


def test_whoever_has_no_role_is_told_so_and_who_can_give_one() -> None:
    async def main() -> None:
        async with meeting() as met:
            met.issuer.user = "UNOBODY"
            answer = await met.try_once()
            assert answer.status_code == 403
            assert "You have no role here yet" in answer.text
            assert "Ada Admin" in answer.text
            assert "T1:UNOBODY" in answer.text
            assert met.here.doors.sessions == {}
            assert [(one.act, one.actor) for one in met.here.record.kept] == [(Act.REFUSED, "nobody")]
            assert "UNOBODY" not in repr(met.here.record.kept), "a doctor's id would stand there for good"

    asyncio.run(main())


def test_a_state_works_once() -> None:
    async def main() -> None:
        async with meeting() as met:
            query = await met.begin()
            state = {name: value for name, value in met.browser.web.cookies.items() if "state" in name}
            assert (await met.back(query)).status_code == 303
            met.here.doors.sessions.clear()
            for name, value in state.items():
                met.browser.web.cookies.set(name, value, domain="coach.example")
            assert (await met.back(query)).status_code == 400
            assert met.here.doors.sessions == {}
            assert met.issuer.exchanged == 1

    asyncio.run(main())


def test_a_sign_in_that_was_begun_in_another_browser_signs_nobody_in() -> None:
    async def main() -> None:
        async with meeting() as met:
            query = await met.begin()
            victim = await met.here.browser()
            assert (await victim.get(f"/sign-in/back?{query}")).status_code == 400
            await replace(met, browser=victim).begin()
            assert (await victim.get(f"/sign-in/back?{query}")).status_code == 400
            assert met.here.doors.sessions == {}
            assert met.issuer.exchanged == 0

    asyncio.run(main())


def test_who_comes_back_with_their_own_state_gets_in_however_much_was_tried_at_the_same_address() -> None:
    async def main() -> None:
        async with meeting(Rates(signing_in=Rate(2, 300.0))) as met:
            query = await met.begin()
            other = await met.here.browser()
            failed = [(await other.get("/sign-in/back?code=x&state=x")).status_code for _ in range(3)]
            begun = [(await other.get("/sign-in/slack")).status_code for _ in range(2)]
            assert (failed, begun) == ([400, 400, 429], [303, 429])
            assert (await met.back(query)).status_code == 303

    asyncio.run(main())


def test_a_sign_in_that_took_too_long_is_over() -> None:
    async def main() -> None:
        async with meeting() as met:
            query = await met.begin()
            met.here.clock.pass_by(timedelta(minutes=10))
            assert (await met.back(query)).status_code == 400
            assert met.here.doors.sessions == {}

    asyncio.run(main())


@pytest.mark.parametrize(
    "query",
    [
        "",
        "error=access_denied&state={state}",
        "state={state}",
        "code=&state={state}",
        "code=x",
        "code=x&state=x",
        "code={long}&state={state}",
        "code=a%0ab&state={state}",
    ],
)
def test_coming_back_without_a_code_or_state_signs_nobody_in(query: str) -> None:
    async def main() -> None:
        async with meeting() as met:
            state = (await met.begin()).rpartition("=")[2]
            answer = await met.back(query.format(state=state, long="x" * 513))
            assert answer.status_code == 400
            assert "You were not signed in" in answer.text
            assert met.issuer.exchanged == 0

    asyncio.run(main())


def test_a_colleague_whose_roles_were_all_taken_is_nobody() -> None:
    async def main() -> None:
        async with meeting() as met:
            met.here.staff.people[MENTOR] = replace(met.here.staff.people[MENTOR], roles=frozenset())
            assert (await met.try_once()).status_code == 403
            assert met.here.doors.sessions == {}

    asyncio.run(main())


def test_a_code_that_slack_does_not_know_signs_nobody_in() -> None:
    async def main() -> None:
        async with meeting() as met:
            state = (await met.begin()).rpartition("=")[2]
            assert (await met.back(f"code=guessed&state={state}")).status_code == 403

    asyncio.run(main())


def test_when_slack_changes_its_keys_people_still_sign_in() -> None:
    async def main() -> None:
        async with meeting() as met:
            assert (await met.try_once()).status_code == 303
            met.issuer.kid = "second"
            met.issuer.listed = [public("first"), public("second")]
            assert (await met.try_once()).status_code == 303
            met.issuer.listed = [public("second")]
            assert (await met.try_once()).status_code == 303
            met.issuer.kid = "first"
            assert (await met.try_once()).status_code == 403

    asyncio.run(main())


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, "down"),
        (500, '{"ok": false}'),
        (502, "<html>"),
        (302, "x"),
        (200, "<html>"),
        (200, "[]"),
        (200, "[" * 100_000),
        (200, " " * 300_000 + '{"ok": false}'),
    ],
)
def test_where_slack_answers_with_something_else_the_page_says_what_to_do(status: int, body: str) -> None:
    async def main() -> None:
        async with meeting() as met:
            met.issuer.status, met.issuer.body = status, body
            answer = await met.try_once()
            assert answer.status_code == 503
            assert "Slack does not answer" in answer.text
            assert met.here.doors.sessions == {}

    asyncio.run(main())


def test_where_slack_is_down_the_page_says_what_to_do() -> None:
    async def main() -> None:
        async with issuing() as gone:
            url = gone.url
        options = Options(URL, sign_in=SlackSignIn(CLIENT, SECRET, "T1", url))
        async with world(options) as here:
            met = Meeting(here, Issuer(url=url), await here.browser())
            assert (await met.try_once()).status_code == 503

    asyncio.run(main())


def test_the_log_says_that_it_failed_and_nothing_of_what_slack_said(caplog: pytest.LogCaptureFixture) -> None:
    async def main() -> None:
        async with meeting() as met:
            met.issuer.team = "T2"
            await met.try_once()

    asyncio.run(main())
    told = json.dumps([one.__dict__ for one in caplog.records if one.name.startswith("bot")], default=str)
    assert "slack_refused" in told
    assert not any(one in told for one in ("T2", "UMENTOR", "code-0", SECRET))
