"""The warning of a mentor who assesses, what is told once a talk is shared, and what stands in the way of sharing it."""

import json
from dataclasses import replace

import pytest

from bot.channels.slack.render import actions as ids
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.sharing_steps import (
    KHAN,
    OSEI,
    given,
    opened,
    previewed,
    send,
    shown,
    with_a_talk,
)
from tests.bot.channels.slack.edge.world import World, play
from tests.bot.channels.slack.render.samples import WORDS
from tests.bot.channels.slack.render.shares import a_preview
from tests.bot.channels.slack.views.filling import words

# ---------------------------------------------------------------- a mentor who assesses


def test_a_mentor_who_assesses_is_warned_of_before_the_preview() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        warning = await send(here, await opened(here), mentor=KHAN.id)
        assert warning["callback_id"] == ids.MODAL_ASSESSED
        assert "Dr Khan also assesses you" in words(warning)
        assert "Marigold" not in words(warning)
        view = await send(here, warning)
        assert "Remember that Dr Khan also assesses you." in words(view)
        await send(here, view)
        assert given(here).mentor_id == KHAN.id

    play(scenario)


def test_the_warning_cannot_be_gone_round() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        view = await previewed(here)
        here.sharing.staff = [replace(OSEI, assesses_all=True), KHAN]
        assert (await send(here, view))["callback_id"] == ids.MODAL_ASSESSED
        assert here.sharing.given == []

    play(scenario)


# ---------------------------------------------------------------- once it is shared


def test_doctor_and_mentor_are_told_and_the_mentor_not_a_word_of_it() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        done = await send(here, await previewed(here))
        assert "Dr Osei can read that talk now, until Monday 21 December." in words(done)
        letters = {one.letter.to: one.letter for one in await here.parts.post.take(10)}
        new = given(here)
        mine, theirs = letters[payloads.DIRECT], letters["U7"]
        assert mine.key == f"shared:{new.id}"
        assert ids.SHARE_WITHDRAW in str(mine.blocks)
        assert theirs.key == f"share_waits:{new.id}"
        assert WORDS.mentor.waits in str(theirs.blocks)
        assert "https://mentors.example" in str(theirs.blocks)
        for word in ("Marigold", "registrar", payloads.DOCTOR, new.id, "raise it"):
            assert word not in str(theirs.blocks)
        assert here.engine.letters == 1
        assert "With Dr Osei" in here.web.last("views.publish").words

    play(scenario)


def test_the_same_dialogue_sent_twice_shares_once() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        view = await previewed(here)
        await send(here, view)
        await send(here, view)
        assert len(here.sharing.given) == 1
        assert len(await here.parts.post.take(10)) == 2

    play(scenario)


@pytest.mark.parametrize("lost", ["talk", "mentor"])
def test_where_the_talk_or_the_mentor_is_gone_nothing_is_shared_and_it_is_said(lost: str) -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        view = await previewed(here)
        if lost == "talk":
            here.sharing.previews.clear()
        else:
            here.sharing.staff = [KHAN]
        assert WORDS.share.gone in words(await send(here, view))
        assert here.sharing.given == []

    play(scenario)


def test_a_talk_of_somebody_else_cannot_be_shown_or_shared() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        view = await opened(here)
        other = f"slack:{payloads.TEAM}:D9"
        here.sharing.previews[f"{payloads.TEAM}:U9"] = [a_preview("Private.", conversation_id=other, session=1)]
        forged = await send(here, view, mentor=OSEI.id, talk=f"1|{other}")
        assert WORDS.share.gone in words(forged)
        assert "Private." not in json.dumps(forged)

    play(scenario)


def test_where_the_store_fails_it_is_said_and_nothing_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(*_: object) -> None:
        message = "no disk"
        raise OSError(message)

    async def scenario(here: World) -> None:
        await with_a_talk(here)
        view = await opened(here)
        monkeypatch.setattr(here.sharing, "preview", fails)
        assert WORDS.notes["sorry"] in words(await send(here, view, mentor=OSEI.id))

    play(scenario)


def test_what_takes_long_is_shown_to_wait_and_then_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.slack.listeners.hooks._PATIENCE", 0.0)

    async def scenario(here: World) -> None:
        await with_a_talk(here)
        assert WORDS.waiting.text in words(await send(here, await opened(here), mentor=OSEI.id))
        assert shown(here)["callback_id"] == ids.MODAL_PREVIEW

    play(scenario)
