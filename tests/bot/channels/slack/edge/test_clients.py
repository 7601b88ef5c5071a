import asyncio
from datetime import UTC, datetime

import pytest

from bot.channels.slack.clients import Clients, Connection, NotInstalledError, web_client
from bot.errors import CoachError
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.webapi import serving
from tests.bot.channels.slack.edge.world import MemoryWorkspaces, world

AT = datetime(2026, 11, 21, tzinfo=UTC)


def test_a_bot_token_is_asked_about_once_and_serves_its_own_workspace_only() -> None:
    async def run() -> None:
        async with world() as here:
            await here.clients.warm()
            assert here.web.calls == [], "it was warm already"
            identity = await here.clients.identity(payloads.TEAM)
            assert (identity.bot_user, identity.bot_id) == (payloads.BOT, "B0COACH")
            assert list(await here.clients.teams()) == [payloads.TEAM]
            assert not await here.clients.installed("TOTHER")
            with pytest.raises(NotInstalledError):
                await here.clients.client_for("TOTHER")

    asyncio.run(run())


@pytest.mark.parametrize(("error", "code"), [("invalid_auth", "slack_token"), ("fatal_error", "slack_unreachable")])
def test_a_token_that_slack_refuses_is_told_apart_from_a_slack_that_fails(error: str, code: str) -> None:
    async def run() -> None:
        async with serving() as web:
            web.errors["auth.test"] = error
            clients = Clients(Connection(bot_token="xoxb-1", api_url=f"{web.url}api/"), MemoryWorkspaces())  # noqa: S106
            with pytest.raises(CoachError) as failed:
                await clients.warm()
            await clients.close()
            assert (failed.value.code, failed.value.retryable) == (code, code == "slack_unreachable")
            assert "xoxb" not in str(failed.value)

    asyncio.run(run())


def test_an_unreachable_slack_is_an_error_that_may_pass() -> None:
    async def run() -> None:
        clients = Clients(Connection(bot_token="xoxb-1", api_url="http://127.0.0.1:9/api/"), MemoryWorkspaces())  # noqa: S106
        with pytest.raises(CoachError) as failed:
            await clients.warm()
        await clients.close()
        assert failed.value.retryable

    asyncio.run(run())


def test_one_client_a_workspace_with_its_own_token() -> None:
    async def run() -> None:
        async with world(oauth=True) as here:
            await here.workspaces.install(payloads.WORKSPACE, AT)
            client = await here.clients.client_for(payloads.TEAM)
            assert client is await here.clients.client_for(payloads.TEAM)
            await client.users_info(user="U1")
            assert here.web.last("users.info").token == payloads.WORKSPACE.bot_token
            assert here.workspaces.asked == 1

    asyncio.run(run())


def test_an_installation_made_anew_is_used_when_the_old_one_is_forgotten() -> None:
    async def run() -> None:
        async with world(oauth=True) as here:
            with pytest.raises(NotInstalledError):
                await here.clients.client_for(payloads.TEAM)
            await here.workspaces.install(payloads.WORKSPACE, AT)
            assert await here.clients.installed(payloads.TEAM), "what was not there is looked for again"
            await here.workspaces.uninstall(payloads.TEAM)
            here.clients.forget(payloads.TEAM)
            assert not await here.clients.installed(payloads.TEAM)

    asyncio.run(run())


def test_one_client_leaves_every_failure_to_its_caller_and_the_other_waits_when_it_is_limited() -> None:
    async def run() -> None:
        async with world() as here:
            assert (await here.clients.client_for(payloads.TEAM)).retry_handlers == []
            (waits,) = (await here.clients.patient_client_for(payloads.TEAM)).retry_handlers
            assert type(waits).__name__ == "AsyncRateLimitErrorRetryHandler"

    asyncio.run(run())


def test_a_slack_on_this_machine_is_not_reached_by_the_machines_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    assert web_client(Connection(api_url="http://127.0.0.1:1/api/"), "").proxy is None
    assert web_client(Connection(), "").proxy == "http://proxy.example:3128"


@pytest.mark.parametrize(
    ("api", "page"),
    [
        ("https://slack.com/api/", "https://slack.com/oauth/v2/authorize"),
        ("http://127.0.0.1:8/api", "http://127.0.0.1:8/oauth/v2/authorize"),
    ],
)
def test_the_page_that_grants_scopes_lies_beside_the_api(api: str, page: str) -> None:
    assert Connection(api_url=api).authorization_url == page


def test_the_way_back_from_it_is_ours() -> None:
    assert Connection(public_url="https://coach.example").redirect_url == "https://coach.example/slack/oauth_redirect"
