"""Letters that stay in a doctor's channel tell how things stand: what was answered, what was taken back, what is over."""

import json
from datetime import timedelta

import pytest

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render import mentoring
from bot.channels.slack.render.letters import Where, plain_text
from bot.channels.slack.render.mentoring import SlackNotices
from bot.ports.people import Person
from bot.ports.post import Action, Letter
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.sharing_steps import send, shown
from tests.bot.channels.slack.edge.test_shares import SHARE, THEIRS, with_a_share
from tests.bot.channels.slack.edge.world import PERSON, World, play
from tests.bot.channels.slack.render.limits import values
from tests.bot.channels.slack.render.samples import WORDS
from tests.bot.channels.slack.views.filling import words


async def told(here: World, letter: Letter, ts: str) -> None:
    """The letter is in the doctor's channel."""
    await here.parts.people.know(PERSON, channel=payloads.DIRECT)
    await here.parts.post.post([letter])
    for out in await here.parts.post.take(10):
        await here.parts.post.sent(out.id, payloads.DIRECT, ts)


@pytest.mark.parametrize("over", ["taken back", "ended"])
def test_that_a_share_is_over_is_said_at_once_and_not_after_an_answer_was_written(over: str) -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        if over == "ended":
            here.clock.at += timedelta(days=8)
        else:
            await here.sharing.withdraw(PERSON, SHARE, here.clock.now())
        await here.interact(payloads.pressed(ids.REMARK_ANSWER, "11", ts="6.000001"))
        view = shown(here)
        assert WORDS.remark.over in words(view)
        assert "submit" not in view

    play(scenario)


def test_the_letter_with_a_comment_shows_what_was_answered_and_when() -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        (letter,) = SlackNotices(WORDS).commented(Person(PERSON, channel=payloads.DIRECT), here.sharing.remarks[11], "")
        await told(here, letter, "6.000001")
        updates = []
        for number, text in (("V1", "I was afraid."), ("V2", "And tired.")):
            await here.interact(payloads.pressed(ids.REMARK_ANSWER, "11", ts="6.000001"))
            await send(here, shown(here) | {"id": number}, text=text)
            for out in await here.parts.post.take(10):
                updates += [out.letter] if out.letter.action is Action.UPDATE else []
                await here.parts.post.sent(out.id, payloads.DIRECT, "6.000001")
        update = updates[-1]
        assert len(updates) == 2
        assert (update.about_ts, update.to) == ("6.000001", payloads.DIRECT)
        said = plain_text(update)
        assert "What made you wait?" in said
        assert "You answered:\nI was afraid." in said
        assert "You answered on 21 November 2026:\nAnd tired." in said
        assert 'About this reply of mine: "' in said
        assert values(update.blocks)[ids.REMARK_ANSWER] == "11"

    play(scenario)


@pytest.mark.parametrize("place", [{}, {"channel": "C666"}, {"ts": "7.000001"}, {"channel": 7, "ts": None}])
def test_no_other_letter_is_changed_by_an_answer(place: dict[str, object]) -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        doctor = Person(PERSON, channel=payloads.DIRECT)
        for number, ts in ((11, "6.000001"), (12, "7.000001")):
            (letter,) = SlackNotices(WORDS).commented(doctor, here.sharing.remarks[number], "")
            await told(here, letter, ts)
        await here.interact(payloads.pressed(ids.REMARK_ANSWER, "11", ts="6.000001"))
        about = {"remark": 11} | ({"channel": payloads.DIRECT, "ts": "6.000001"} | place if place else {})
        await send(here, shown(here) | {"private_metadata": json.dumps(about)}, text="I was afraid.")
        assert len(here.sharing.answers) == 1
        assert [one.letter.action for one in await here.parts.post.take(10)] == [Action.POST]

    play(scenario)


def test_the_letter_that_says_it_is_shared_says_once_it_was_taken_back() -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        where = Where(payloads.TEAM, f"{payloads.TEAM}:{payloads.DIRECT}", payloads.DIRECT)
        until = here.clock.now().date() + timedelta(days=7)
        await told(here, mentoring.shared(WORDS, where, share_id=SHARE, mentor="Dr Osei", until=until), "5.000001")
        await here.sharing.withdraw(PERSON, SHARE, here.clock.now())
        here.clock.at += timedelta(days=2)
        await here.interact(payloads.pressed(ids.SHARE_WITHDRAW, SHARE, ts="5.000001"))
        (out,) = await here.parts.post.take(10)
        assert (out.letter.action, out.letter.about_ts) == (Action.UPDATE, "5.000001")
        assert "You took back on 21 November 2026 what you had shown to Dr Osei." in plain_text(out.letter)
        assert ids.SHARE_WITHDRAW not in values(out.letter.blocks)

    play(scenario)


@pytest.mark.parametrize(("value", "ts"), [(SHARE, ""), (SHARE, "9.000001"), (THEIRS, "5.000001")])
def test_no_letter_is_changed_where_the_button_stood_in_none_or_the_share_is_not_theirs(value: str, ts: str) -> None:
    async def scenario(here: World) -> None:
        await with_a_share(here)
        where = Where(payloads.TEAM, f"{payloads.TEAM}:{payloads.DIRECT}", payloads.DIRECT)
        until = here.clock.now().date() + timedelta(days=7)
        await told(here, mentoring.shared(WORDS, where, share_id=value, mentor="Dr Osei", until=until), "5.000001")
        await here.interact(payloads.pressed(ids.SHARE_WITHDRAW, value, ts=ts))
        assert await here.outgoing() == []

    play(scenario)
