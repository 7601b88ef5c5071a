import json

import pytest

from bot.channels.slack.listeners.commands import WORDS as SUBCOMMANDS
from bot.channels.slack.manifest import FILE
from bot.channels.slack.render import actions as ids
from bot.ports.incoming import Kind
from bot.ports.people import Outcome
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.test_reminders import closing
from tests.bot.channels.slack.edge.world import PERSON, World, play
from tests.bot.channels.slack.render.samples import WORDS, record


async def told(here: World, text: str) -> str:
    """What `/coach text` answers."""
    here.web.said.clear()
    assert (await here.command(text)).status == 200
    assert len(here.web.said) == 1
    assert here.web.said[0]["response_type"] == "ephemeral"
    return json.dumps(here.web.said[0], ensure_ascii=False)


@pytest.mark.parametrize("text", ["help", "", "HELP", "sing", "forget it all", "start now please"])
def test_whatever_is_not_understood_is_answered_with_what_can_be_said_and_who_can_help(text: str) -> None:
    async def scenario(here: World) -> None:
        answer = await told(here, text)
        assert "/coach start" in answer
        assert "0800 000 000" in answer
        assert await here.waiting() == ()

    play(scenario)


def test_start_begins_in_the_direct_channel_once_a_command() -> None:
    async def scenario(here: World) -> None:
        await here.command("start", trigger="t-1")
        await here.command("start", trigger="t-1")
        assert [one.kind for one in await here.waiting()] == [Kind.START]

    play(scenario)


@pytest.mark.parametrize(
    ("version", "said"),
    [(WORDS.consent.version, WORDS.command.begun), (WORDS.consent.version - 1, WORDS.command.not_agreed)],
)
def test_start_says_that_it_waits_where_its_doctor_has_not_agreed(version: int, said: str) -> None:
    async def scenario(here: World) -> None:
        await here.parts.people.consent(PERSON, version, here.clock.now())
        assert said in await told(here, "start")

    play(scenario)


@pytest.mark.parametrize(("text", "unknown"), [("", False), ("help", False), ("sing", True), ("start please", True)])
def test_only_what_is_not_understood_is_said_not_to_be(text: str, *, unknown: bool) -> None:
    async def scenario(here: World) -> None:
        assert (WORDS.command.unknown in await told(here, text)) is unknown

    play(scenario)


def test_what_became_of_a_goal_is_said_in_private_where_the_coach_is_not_in_the_channel() -> None:
    async def scenario(here: World) -> None:
        await here.answered(closing())
        (kept,) = await here.parts.people.commitments(PERSON)
        here.web.errors["chat.postEphemeral"] = "not_in_channel"
        press = payloads.pressed(ids.OUTCOME_KEPT, ids.of_commitment(kept.id), ts="7.000001")
        await here.interact({**press, "channel": {"id": payloads.WARD}})
        tried = [one.given["channel"] for one in here.web.calls if one.method == "chat.postEphemeral"]
        assert tried[:2] == [payloads.WARD, payloads.DIRECT]
        (kept,) = await here.parts.people.commitments(PERSON)
        assert kept.outcome is Outcome.KEPT

    play(scenario)


def test_goals_lists_what_is_open_for_their_doctor_alone() -> None:
    async def scenario(here: World) -> None:
        assert WORDS.command.no_goals in await told(here, "goals")

    play(scenario)


@pytest.mark.parametrize(
    ("text", "callback"),
    [
        ("draft", ids.MODAL_DRAFT),
        ("rehearse", ids.MODAL_REHEARSAL),
        ("privacy", ids.MODAL_PRIVACY),
        ("forget", ids.MODAL_ERASE),
        ("Draft", ids.MODAL_DRAFT),
    ],
)
def test_some_open_a_dialogue_and_say_nothing(text: str, callback: str) -> None:
    async def scenario(here: World) -> None:
        assert (await here.command(text)).status == 200
        assert callback in here.web.last("views.open").words
        assert here.web.said == []

    play(scenario)


def test_pause_and_resume_are_kept_and_said() -> None:
    async def scenario(here: World) -> None:
        assert WORDS.notes["paused"] in await told(here, "pause")
        assert (await here.parts.people.person(PERSON)).paused
        assert WORDS.notes["resumed"] in await told(here, "resume")
        assert not (await here.parts.people.person(PERSON)).paused

    play(scenario)


def test_the_manifest_names_every_word_of_the_command() -> None:
    (command,) = json.loads(FILE.read_text("utf-8"))["features"]["slash_commands"]
    assert command["command"] == "/coach"
    assert set(command["usage_hint"].split(" | ")) == set(SUBCOMMANDS)


def test_a_conversation_is_not_begun_with_whomever_the_command_was_given_beside() -> None:
    async def scenario(here: World) -> None:
        await here.answered(record())
        await here.command("start")
        assert [one.channel for one in await here.waiting()] == [payloads.DIRECT]

    play(scenario)
