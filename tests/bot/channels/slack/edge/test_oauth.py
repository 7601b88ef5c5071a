import asyncio
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from slack_bolt import BoltResponse
from slack_bolt.request.async_request import AsyncBoltRequest

from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.world import World, world

pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated")  # Slack's SDK logs in with aiohttp's

GRANTED = {
    "access_token": "xoxb-new",
    "token_type": "bot",
    "scope": "chat:write,im:history",
    "bot_user_id": payloads.BOT,
    "app_id": "A0FAKE",
    "team": {"id": payloads.TEAM, "name": "Riverside"},
    "authed_user": {"id": "U9"},
}


async def begun(here: World) -> tuple[str, str]:
    """The state that an installation began with, and the cookie that the browser holds."""
    assert here.app.oauth_flow is not None
    page = await here.app.oauth_flow.handle_installation(AsyncBoltRequest(body="", headers={}))
    (cookie,) = page.headers["set-cookie"]
    state = cookie.split(";")[0].partition("=")[2]
    assert state in page.body
    return state, cookie.split(";")[0]


async def come_back(here: World, state: str, cookie: str, code: str = "a-code") -> BoltResponse:
    assert here.app.oauth_flow is not None
    request = AsyncBoltRequest(body="", query={"state": state, "code": code}, headers={"cookie": cookie})
    return await here.app.oauth_flow.handle_callback(request)


def test_a_workspace_that_installs_the_app_is_served_with_its_token() -> None:
    async def run() -> None:
        async with world(oauth=True) as here:
            here.web.answers["oauth.v2.access"] = GRANTED
            state, cookie = await begun(here)
            assert (await come_back(here, state, cookie)).status == 200
            kept = here.workspaces.kept[payloads.TEAM]
            assert (kept.bot_token, kept.bot_user, kept.bot_id) == ("xoxb-new", payloads.BOT, "B0COACH")
            assert (kept.scopes, kept.installer, kept.name) == (("chat:write", "im:history"), "U9", "Riverside")
            await here.event(payloads.message("hello"))
            assert len(await here.waiting()) == 1

    asyncio.run(run())


def test_a_state_is_good_once() -> None:
    async def run() -> None:
        async with world(oauth=True) as here:
            here.web.answers["oauth.v2.access"] = GRANTED
            state, cookie = await begun(here)
            await come_back(here, state, cookie)
            here.workspaces.kept.clear()
            assert (await come_back(here, state, cookie)).status == 401
            assert here.workspaces.kept == {}

    asyncio.run(run())


def test_a_state_is_good_for_ten_minutes_and_in_its_own_browser_only() -> None:
    async def run() -> None:
        async with world(oauth=True) as here:
            here.web.answers["oauth.v2.access"] = GRANTED
            state, cookie = await begun(here)
            assert (await come_back(here, state, "slack-app-oauth-state=other")).status == 400
            here.clock.at += timedelta(minutes=10)
            assert (await come_back(here, state, cookie)).status == 401
            assert (await come_back(here, "made-up", "slack-app-oauth-state=made-up")).status == 401
            assert here.workspaces.kept == {}

    asyncio.run(run())


@pytest.mark.parametrize(
    "answer",
    [{**GRANTED, "is_enterprise_install": True, "team": None}, {**GRANTED, "access_token": None}],
    ids=["organization", "no token"],
)
def test_what_is_no_workspaces_installation_is_not_kept(answer: dict[str, object]) -> None:
    async def run() -> None:
        async with world(oauth=True) as here:
            here.web.answers["oauth.v2.access"] = answer
            response = await come_back(here, *await begun(here))
            assert response.status == 500
            assert here.workspaces.kept == {}

    asyncio.run(run())


def test_a_code_that_slack_refuses_is_in_no_log(caplog: pytest.LogCaptureFixture) -> None:
    async def run() -> None:
        async with world(oauth=True) as here:
            here.web.errors["oauth.v2.access"] = "invalid_code"
            state, cookie = await begun(here)
            assert (await come_back(here, state, cookie, "planted-code")).status == 401

    asyncio.run(run())
    assert "an installation did not succeed" in caplog.text
    assert "planted-code" not in caplog.text


def test_what_is_asked_for_is_what_the_manifest_says() -> None:
    async def run() -> None:
        async with world(oauth=True) as here:
            assert here.app.oauth_flow is not None
            request = AsyncBoltRequest(body="", headers={})
            url = await here.app.oauth_flow.build_authorize_url("a-state", request)
            asked = parse_qs(urlsplit(url).query)
            assert url.startswith(f"{here.web.url}oauth/v2/authorize?")
            assert "im:history" in asked["scope"][0].split(",")
            assert asked.get("user_scope", [""]) == [""]
            assert asked["redirect_uri"] == ["https://coach.example/slack/oauth_redirect"]

    asyncio.run(run())


def test_with_one_workspaces_token_nothing_can_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_CLIENT_ID", "1.2")
    monkeypatch.setenv("SLACK_CLIENT_SECRET", "somebody else's")

    async def run() -> None:
        async with world() as here:
            assert here.app.oauth_flow is None
            assert (await here.event(payloads.message("hello"))).status == 200

    asyncio.run(run())


def test_a_workspace_without_the_app_is_answered_and_kept_nothing_of() -> None:
    async def run() -> None:
        async with world(oauth=True) as here:
            response = await here.interact(payloads.pressed("home_start"))
            assert response.status == 200
            assert here.web.calls == []
            assert here.engine.woken == []

    asyncio.run(run())
