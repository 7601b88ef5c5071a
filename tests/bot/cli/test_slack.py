"""`coach slack`: the manifest, the check of the tokens, and what is said where something is missing."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import SecretStr

from bot import compose_slack, slack_demo
from bot.adapters import health
from bot.channels.slack.checking import check_tokens
from bot.channels.slack.clients import Connection
from bot.cli.main import coach
from bot.errors import CoachError
from bot.settings import Settings
from tests.fakeslack import known
from tests.fakeslack.client import FakeSlack


@pytest.fixture(scope="module")
def slack() -> Iterator[FakeSlack]:
    with FakeSlack.start(mode="socket") as fake:
        yield fake


def connection(slack: FakeSlack, *, bot: str = known.BOT_TOKEN, app: str = known.APP_TOKEN) -> Connection:
    return Connection(bot_token=bot, app_token=app, api_url=slack.api_url)


def test_the_manifest_is_printed_for_socket_mode_and_for_http() -> None:
    socket = json.loads(CliRunner().invoke(coach, ["slack", "manifest"]).output)
    assert socket["settings"]["socket_mode_enabled"] is True
    http = json.loads(CliRunner().invoke(coach, ["slack", "manifest", "--url", "https://coach.example.org"]).output)
    assert http["settings"]["socket_mode_enabled"] is False
    assert http["settings"]["event_subscriptions"]["request_url"] == "https://coach.example.org/slack/events"


def test_tokens_that_open_what_they_should_are_well(slack: FakeSlack) -> None:
    found = asyncio.run(check_tokens(connection(slack)))
    assert [one.what for one in found if not one.well] == []
    assert any("signed in to" in one.what for one in found)
    assert any("Socket Mode" in one.what for one in found)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [({"bot": "xoxb-wrong"}, "COACH_SLACK_BOT_TOKEN"), ({"app": "xapp-wrong"}, "COACH_SLACK_APP_TOKEN")],
)
def test_a_token_that_is_refused_is_named(slack: FakeSlack, wrong: dict[str, str], named: str) -> None:
    found = asyncio.run(check_tokens(connection(slack, **wrong)))
    assert [named in one.what and "refuses" in one.what for one in found if not one.well] == [True]


def test_a_slack_that_cannot_be_reached_is_a_finding() -> None:
    nowhere = Connection(bot_token=known.BOT_TOKEN, app_token=known.APP_TOKEN, api_url="http://127.0.0.1:9/api/")
    found = asyncio.run(check_tokens(nowhere))
    assert [("cannot be reached" in one.what, one.well) for one in found] == [(True, False), (True, False)]


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, "COACH_SLACK_BOT_TOKEN"),
        ({"slack_bot_token": SecretStr("xoxb")}, "COACH_SLACK_APP_TOKEN"),
        ({"slack_client_id": "1.2", "slack_signing_secret": SecretStr("s")}, "COACH_SLACK_CLIENT_SECRET"),
    ],
)
def test_what_is_missing_is_named(given: dict[str, object], named: str) -> None:
    with pytest.raises(CoachError, match=named):
        compose_slack.connection_of(Settings().model_copy(update=given))


def test_a_secret_is_not_shown_with_the_settings() -> None:
    assert "xoxb-secret" not in repr(Settings(slack_bot_token=SecretStr("xoxb-secret")))


def test_without_a_checkout_the_demo_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slack_demo, "_STAND_IN", slack_demo._ROOT / "no-such-file")
    with pytest.raises(CoachError, match="checkout"):
        slack_demo.run(Settings(), slack_demo.Show(browser=False))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "not set up"),
        ({"slack_bot_token": SecretStr("xoxb"), "slack_app_token": SecretStr("xapp")}, "Socket Mode"),
        ({"slack_bot_token": SecretStr("xoxb"), "slack_signing_secret": SecretStr("s")}, "over HTTP"),
        ({"slack_bot_token": SecretStr("xoxb")}, "neither an app-level token"),
    ],
)
def test_coach_doctor_tells_which_way_into_slack_is_set(given: dict[str, object], said: str, tmp_path: Path) -> None:
    found = health.examine(Settings(data=tmp_path).model_copy(update=given))
    assert [one.what for one in found if said in one.what and one.what.startswith("Slack")]
