import asyncio
import logging
from collections.abc import Mapping

import pytest

from bot.channels.slack.listeners.failing import listener_of
from bot.channels.slack.render import actions as ids
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.refusing import Refusing
from tests.bot.channels.slack.edge.world import World, play, world
from tests.bot.channels.slack.render.samples import WORDS

BUTTONS = sorted(
    value
    for name, value in vars(ids).items()
    if name.isupper() and isinstance(value, str) and not name.startswith(("MODAL", "FIELD", "REFLECT"))
)
DIALOGUES = sorted(value for name, value in vars(ids).items() if name.startswith("MODAL"))
ONLY_READ = {
    ids.MODAL_HELP,
    ids.MODAL_PASSAGE,
    ids.MODAL_PRIVACY,
    ids.MODAL_WAITING,
    ids.MODAL_ELSEWHERE,
    ids.MODAL_SHARED,
    ids.MODAL_SENTENCES,
}


@pytest.mark.parametrize("action", BUTTONS)
def test_every_button_has_a_listener(action: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    async def scenario(here: World) -> None:
        assert (await here.interact(payloads.pressed(action, ts="5.000001"))).status == 200

    play(scenario)
    assert "nothing to do" not in caplog.text
    assert "failed" not in caplog.text


@pytest.mark.parametrize("callback", DIALOGUES)
def test_every_dialogue_that_can_be_sent_has_a_listener(callback: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    async def scenario(here: World) -> None:
        assert (await here.interact(payloads.sent(callback))).status == 200

    play(scenario)
    assert ("nothing to do" in caplog.text) == (callback in ONLY_READ)
    assert "failed" not in caplog.text


@pytest.mark.parametrize(
    "body",
    [
        payloads.pressed("from_another_version", ts="5.000001"),
        payloads.sent("from_another_version"),
        payloads.shortcut("from_another_version", "hello"),
        {**payloads.sent(ids.MODAL_ERASE), "type": "view_closed"},
        {"type": "block_suggestion", "action_id": "x", "block_id": "b", "value": "v", "team": {"id": payloads.TEAM}},
    ],
    ids=["button", "dialogue", "shortcut", "closed", "suggestion"],
)
def test_what_nobody_listens_to_is_acknowledged_all_the_same(body: Mapping[str, object]) -> None:
    async def scenario(here: World) -> None:
        assert (await here.interact(body)).status == 200
        assert here.web.calls == []

    play(scenario)


def test_a_press_is_acknowledged_without_waiting_for_slack() -> None:
    async def scenario(here: World) -> None:
        here.web.slow["views.open"] = 60
        press = payloads.pressed(ids.HELP_NOW, ts="5.000001")
        delivered = here.post(payloads.form(press), "application/x-www-form-urlencoded")
        assert (await asyncio.wait_for(delivered, 10)).status == 200
        assert not await here.app.settle(0), "the listener is still at work, and a process that ends knows it"
        await here.clients.close()

    play(scenario)


def test_when_a_listener_fails_the_doctor_hears_a_plain_sentence_and_the_log_a_kind(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def run() -> None:
        async with world(post=Refusing()) as here:
            assert (await here.interact(payloads.pressed(ids.HOME_START))).status == 200
            told = here.web.last("chat.postEphemeral")
            assert WORDS.notes["sorry"] in told.words
            assert "disk" not in told.words
            assert 'kind="listener_failed"' in here.counted

    asyncio.run(run())
    (record,) = [one for one in caplog.records if one.message == "a listener failed"]
    assert (record.__dict__["error"], record.__dict__["listener"]) == ("CoachError", ids.HOME_START)
    assert "disk" not in caplog.text
    assert record.exc_info is None
    assert "ack()" not in caplog.text, "a failure takes no acknowledgement back"


def test_where_the_doctor_cannot_be_told_either_nothing_is_raised(caplog: pytest.LogCaptureFixture) -> None:
    async def run() -> None:
        async with world(post=Refusing()) as here:
            here.web.errors.update({"conversations.open": "fatal_error", "chat.postEphemeral": "fatal_error"})
            assert (await here.interact(payloads.pressed(ids.HOME_START))).status == 200

    asyncio.run(run())
    assert "the doctor could not be told" in caplog.text


def test_a_home_tab_that_cannot_be_shown_is_not_answered_with_messages() -> None:
    async def scenario(here: World) -> None:
        here.web.errors["views.publish"] = "fatal_error"
        await here.event(payloads.opened("home"))
        assert await here.app.settle(10)
        assert here.web.methods == ["views.publish"]

    play(scenario)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (payloads.pressed(ids.PASSAGE), ids.PASSAGE),
        (payloads.sent(ids.MODAL_DAY), ids.MODAL_DAY),
        (payloads.shortcut(ids.REFLECT_SHORTCUT, "x"), ids.REFLECT_SHORTCUT),
        (dict(payloads.command("x", "")), "/coach"),
        (payloads.callback(payloads.opened("home")), "app_home_opened"),
        ({}, "unknown"),
        ({"actions": [None], "view": 3}, "unknown"),
    ],
)
def test_a_listener_is_named_by_what_was_done(body: Mapping[str, object], name: str) -> None:
    assert listener_of(body) == name


SENTINEL = "zebrafish"


def test_no_word_of_a_doctor_is_in_any_log_whatever_goes_wrong(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)  # as loud as other libraries are let be
    caplog.set_level(logging.DEBUG, logger="bot")

    async def everything(here: World) -> None:
        said = payloads.message(f"The {SENTINEL} went badly.")
        await here.event(said)
        await here.event(payloads.changed(said, f"The {SENTINEL} went well."))
        await here.event(payloads.mention(SENTINEL))
        await here.event(said, x_slack_signature="v0=forged")
        await here.interact(payloads.pressed(ids.START_THERE, SENTINEL, ts="5.000001"))
        await here.interact(payloads.pressed("from_another_version", SENTINEL, ts="5.000001"))
        await here.interact(payloads.shortcut(ids.REFLECT_SHORTCUT, SENTINEL))
        for callback in DIALOGUES:
            words = {name: {"value": SENTINEL} for name in (ids.FIELD_TEXT, ids.FIELD_WORDS, ids.FIELD_WHAT)}
            await here.interact(payloads.sent(callback, words, about=SENTINEL))
        await here.command(SENTINEL)

    async def run() -> None:
        async with world() as here:
            await everything(here)
            broken = dict.fromkeys(
                ("views.open", "chat.postEphemeral", "conversations.open", "views.publish"), SENTINEL
            )
            here.web.errors.update(broken)
            await everything(here)
        async with world(post=Refusing(SENTINEL)) as here:
            await everything(here)

    asyncio.run(run())
    assert caplog.records
    shown = "".join(f"{one.getMessage()} {one.__dict__} {one.exc_text}" for one in caplog.records)
    assert SENTINEL not in shown
