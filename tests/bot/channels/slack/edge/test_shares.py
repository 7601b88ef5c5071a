"""What was shared is seen, taken back and told of; a mentor's comment comes and its answer goes back; being counted."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.mentoring import SlackNotices
from bot.ports.sharing import NewShare, Purpose, Remark
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.sharing_steps import CONVERSATION, OSEI, send, shown, with_a_talk
from tests.bot.channels.slack.edge.world import PERSON, World, play
from tests.bot.channels.slack.render.samples import WORDS
from tests.bot.channels.slack.render.shares import a_preview
from tests.bot.channels.slack.views.filling import words

SHARE = "6f1f2f0a-0000-4000-8000-000000000001"
THEIRS = "6f1f2f0a-0000-4000-8000-000000000002"
STRANGER = f"{payloads.TEAM}:U9"


async def with_a_share(here: World) -> None:
    """The doctor has shared a talk, and so has somebody else; both have a comment."""
    await with_a_talk(here)
    other = f"slack:{payloads.TEAM}:D9"
    here.sharing.previews[STRANGER] = [a_preview("Private.", conversation_id=other)]
    now = here.clock.now()
    until = now + timedelta(days=7)
    for share_id, person, conversation in ((SHARE, PERSON, CONVERSATION), (THEIRS, STRANGER, other)):
        new = NewShare(share_id, person, conversation, 3, 1, OSEI.id, Purpose.FEEDBACK, until)
        assert await here.sharing.share(new, [], now)
    for number, share_id in ((11, SHARE), (12, THEIRS)):
        here.sharing.remarks[number] = Remark(number, share_id, OSEI.id, OSEI.name, 1, "What made you wait?", now)
    here.web.calls.clear()


def home(here: World) -> str:
    return here.web.last("views.publish").words


# ---------------------------------------------------------------- taking back


@pytest.mark.parametrize("ts", ["", "5.000001"])
def test_a_share_is_taken_back_at_once_from_home_and_from_the_letter(ts: str) -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        await here.interact(payloads.pressed(ids.SHARE_WITHDRAW, SHARE, ts=ts))
        assert not here.sharing.kept[SHARE].active(here.clock.now())
        assert here.sharing.kept[THEIRS].active(here.clock.now())
        assert "Taken back on 21 November 2026." in home(here)
        assert WORDS.shared.nothing in home(here)
        told = [one.words for one in here.web.calls if one.method == "chat.postEphemeral"]
        assert [WORDS.notes["taken_back"] in one for one in told] == ([True] if ts else [])

    play(scenario)


@pytest.mark.parametrize("forged", [THEIRS, "", "1 OR 1=1", "\u0661", "6f1f2f0a"])
def test_a_share_that_is_not_theirs_stays_as_it_is(forged: str) -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        await here.interact(payloads.pressed(ids.SHARE_WITHDRAW, forged, ts="5.000001"))
        assert all(one.active(here.clock.now()) for one in here.sharing.kept.values())
        assert WORDS.notes["not_yours"] in here.web.last("chat.postEphemeral").words

    play(scenario)


# ---------------------------------------------------------------- what is shared


def test_home_tells_with_whom_what_for_until_when_and_who_opened_it_when() -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        await here.event(payloads.opened("home"))
        assert await here.app.settle(10)
        assert "With Dr Osei: 3 November 2026, how to raise it with somebody senior" in home(here)
        assert "Shared on 21 November 2026, until Saturday 28 November." in home(here)
        assert "What it is for: What they make of how I went about it." in home(here)
        assert WORDS.shared.not_opened in home(here)
        here.sharing.is_opened(SHARE, here.clock.now() + timedelta(days=1))
        here.sharing.is_opened(SHARE, here.clock.now() + timedelta(days=1, hours=2))
        here.sharing.is_opened(SHARE, here.clock.now() + timedelta(days=2))
        await here.event(payloads.opened("home"))
        assert await here.app.settle(10)
        assert "They opened it on 23 November 2026, 22 November 2026." in home(here)
        assert THEIRS not in home(here)

    play(scenario)


def test_a_share_that_is_over_is_said_to_be_and_has_nothing_to_take_back() -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        here.clock.at += timedelta(days=8)
        await here.event(payloads.opened("home"))
        assert await here.app.settle(10)
        assert "It ended on 28 November 2026." in home(here)
        assert WORDS.shared.never_opened in home(here)
        assert ids.SHARE_WITHDRAW not in home(here)

    play(scenario)


def test_the_command_lists_what_is_shared_to_the_doctor_alone() -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        await here.command("shared")
        (said,) = here.web.said
        assert said["response_type"] == "ephemeral"
        assert "With Dr Osei" in json.dumps(said)
        assert SHARE in json.dumps(said)

    play(scenario)


def test_the_command_says_where_nothing_is_shared() -> None:
    async def scenario(here: World) -> None:
        await here.command("shared")
        assert WORDS.shared.nothing in json.dumps(here.web.said[0])

    play(scenario)


# ---------------------------------------------------------------- a comment and its answer


def test_a_comment_is_answered_and_the_mentor_learns_that_it_was_and_not_how() -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        doctor = await here.parts.people.person(PERSON)
        comment = here.sharing.remarks[11]
        await here.parts.post.post(SlackNotices(WORDS).commented(doctor, comment, "You looked at the floor?"))
        await here.interact(payloads.pressed(ids.REMARK_ANSWER, "11", ts="6.000001"))
        view = shown(here)
        assert "What made you wait?" in words(view)
        done = await send(here, view, text="I was afraid. Ring me on 07700 900123.")
        ((number, kept),) = here.sharing.answers
        assert (number, "900123" in kept, "I was afraid." in kept) == (11, False, True)
        assert "Dr Osei finds your answer in their console." in words(done)
        assert kept in words(done)
        letter = next(one.letter for one in await here.parts.post.take(10) if one.letter.to == "U7")
        assert WORDS.mentor.answered in str(letter.blocks)
        assert "afraid" not in str(letter)

    play(scenario)


def test_two_answers_to_one_comment_are_two_letters() -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        for number in ("V1", "V2"):
            await here.interact(payloads.pressed(ids.REMARK_ANSWER, "11", ts="6.000001"))
            await send(here, shown(here) | {"id": number}, text=f"One more thing, {number}.")
        assert len(here.sharing.answers) == 2
        assert len(await here.outgoing()) == 1, "one at a time in a lane"
        for out in await here.parts.post.take(10):
            await here.parts.post.sent(out.id, "D7", "7.000001")

    play(scenario)


@pytest.mark.parametrize("forged", ["12", "13", "", "eleven", "-11", "9" * 30])
def test_a_comment_that_is_not_theirs_is_neither_shown_nor_answered(forged: str) -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        await here.interact(payloads.pressed(ids.REMARK_ANSWER, forged, ts="6.000001"))
        view = shown(here)
        assert WORDS.notes["not_yours"] in words(view)
        assert "What made you wait?" not in words(view)
        await here.interact(payloads.pressed(ids.REMARK_ANSWER, "11", ts="6.000001"))
        stolen = {**shown(here), "private_metadata": json.dumps({"remark": 12})}
        assert WORDS.notes["not_yours"] in words(await send(here, stolen, text="Hello."))
        assert here.sharing.answers == []

    play(scenario)


@pytest.mark.parametrize("over", ["taken back", "ended"])
def test_what_is_over_cannot_be_answered_and_it_is_said(over: str) -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        await here.interact(payloads.pressed(ids.REMARK_ANSWER, "11", ts="6.000001"))
        view = shown(here)
        if over == "ended":
            here.clock.at += timedelta(days=8)
        else:
            await here.sharing.withdraw(PERSON, SHARE, here.clock.now())
        assert WORDS.remark.over in words(await send(here, view, text="I was afraid."))
        assert here.sharing.answers == []

    play(scenario)


def test_an_answer_to_somebody_who_is_no_mentor_any_more_is_kept_and_nobody_is_written_to() -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        await here.interact(payloads.pressed(ids.REMARK_ANSWER, "11", ts="6.000001"))
        here.sharing.staff = [replace(OSEI, roles=frozenset())]
        await send(here, shown(here), text="I was afraid.")
        assert len(here.sharing.answers) == 1
        assert await here.outgoing() == []

    play(scenario)


# ---------------------------------------------------------------- being counted


def test_nobody_is_counted_until_they_say_so_and_can_stop_it() -> None:
    async def scenario(here: World) -> None:
        await with_a_talk(here)
        await here.event(payloads.opened("home"))
        assert await here.app.settle(10)
        assert WORDS.counting.is_off in home(here)
        await here.interact(payloads.pressed(ids.HOME_COUNTED, "on"))
        assert here.sharing.are_counted == {PERSON}
        assert WORDS.counting.is_on in home(here)
        await here.interact(payloads.pressed(ids.HOME_COUNTED, "off"))
        assert here.sharing.are_counted == set()

    play(scenario)


def test_who_has_not_agreed_to_how_the_coach_works_is_not_counted() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.HOME_COUNTED, "on"))
        assert here.sharing.are_counted == set()
        assert ids.HOME_COUNTED not in home(here)

    play(scenario)
