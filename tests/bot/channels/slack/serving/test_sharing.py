"""Sharing from end to end: the doctor in a strict Slack, the real store, the mentor's side of it, and back again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.adapters.store.mentoring.reviewing import SqlReviewing
from bot.adapters.store.mentoring.staff import SqlStaff
from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.mentoring import SlackNotices
from bot.mentoring.events import EventKind, NewEvent
from bot.mentoring.shared_talk import SharedTalk, shared_talk
from bot.ports.people import Person
from bot.ports.post import Letter
from bot.ports.reviewing import Filter, Opening
from bot.ports.sharing import Remark
from bot.ports.staff import Colleague, Role
from tests.bot.channels.slack.render.samples import WORDS
from tests.bot.channels.slack.serving.house import House, house
from tests.bot.channels.slack.views.filling import texts
from tests.fakeslack import interactions
from tests.fakeslack.interactions import Place
from tests.fakeslack.jsons import Json
from tests.fakeslack.known import TEAM
from tests.fakeslack.state import Channel, User

SAID = ("My registrar shouts at me in Marigold.", "I plan to ask Mrs Jones about Marigold.")


@dataclass
class Ward:
    """The house, its doctor, and a mentor with their own direct channel."""

    here: House
    mentor: Colleague
    user: User
    channel: Channel
    reviewing: SqlReviewing

    def view(self) -> Json:
        """The dialogue in front of the doctor."""
        return self.here.slack.views.shown(self.here.user.id)[-1]

    def words(self) -> str:
        return "\n".join(texts(self.view()))

    async def press(self, action: str) -> None:
        """The doctor presses a button in the newest message that has it."""
        message = next(one for one in reversed(self.here.channel.messages.values()) if action in str(one))
        place = Place(self.here.channel, message)
        told = await interactions.click_message(self.here.slack, self.here.user, place, {"action_id": action})
        assert told["ok"] is True

    async def send(self, **values: object) -> None:
        """The doctor sends the dialogue; `values` by the names of fields."""
        view = self.view()
        blocks = view["blocks"]
        assert isinstance(blocks, list)
        known = {
            str(one["block_id"]).partition(":")[0]: str(one["block_id"]) for one in blocks if one["type"] == "input"
        }
        typed = {known[name]: value for name, value in values.items()}
        told = await interactions.submit(self.here.slack, self.here.user, view, typed)
        assert told["ok"] is True
        assert told.get("response_action") != "errors", told

    async def opened(self) -> Opening | None:
        """What the mentor sees of the first thing in their queue."""
        page = await self.reviewing.queue(self.mentor.id, Filter(), page=1, size=10, now=_now())
        return await self.reviewing.open(self.mentor.id, page.rows[0].share_id, _now()) if page.rows else None

    def letters(self) -> list[str]:
        """What the mentor was told in Slack."""
        return ["\n".join(texts(one)) for one in self.channel.messages.values() if "bot_id" in one]


def _now() -> datetime:
    return datetime.now(UTC)


def seen_in(opening: Opening) -> SharedTalk:
    return shared_talk(opening.records, opening.left_out, opening.verdicts)


@asynccontextmanager
async def ward(folder: Path, *, assesses: bool = False) -> AsyncIterator[Ward]:
    """A doctor has talked with the coach about something, and there is a mentor."""
    async with house(folder) as here:
        user = here.slack.state.add_user(TEAM, "Osei")
        mentor = Colleague(f"{TEAM}:{user.id}", "Dr Osei", frozenset({Role.MENTOR}), assesses_all=assesses)
        await SqlStaff(here.writer).put(mentor, by="operator", at=_now())
        for number, text in enumerate(SAID, 1):
            here.says(text)
            await here.until(lambda number=number: len(here.hears()) >= number)  # type: ignore[misc]
        yield Ward(here, mentor, user, here.slack.state.direct(user), SqlReviewing(here.writer))
        assert here.slack.state.problems == [], "a rule of Slack's was broken"


async def share(made: Ward) -> None:
    """The doctor shares the talk that has just ended, without the ward's name."""
    await made.press(ids.SHARE_SESSION)
    await made.here.until(lambda: made.view()["callback_id"] == ids.MODAL_SHARE)
    await made.send(mentor=made.mentor.id)
    await made.send(left_out="marigold", note="Mrs Jones said so.", name="Amara")
    await made.send()


def test_what_the_doctor_saw_last_is_what_the_mentor_sees(tmp_path: Path) -> None:
    async def run() -> None:
        async with ward(tmp_path) as made:
            await made.press(ids.SHARE_SESSION)
            await made.here.until(lambda: made.view()["callback_id"] == ids.MODAL_SHARE)
            await made.send(mentor=made.mentor.id)
            assert await made.opened() is None
            await made.send(left_out="marigold", note="Mrs Jones said so.", name="Amara")
            assert await made.opened() is None
            shown = made.words()
            await made.send()
            opening = await made.opened()
            assert opening is not None
            seen = seen_in(opening)
            assert len(seen.turns) == 2
            assert seen.commitment is not None
            for turn in seen.turns:
                assert f"You:\n{turn.doctor}" in shown
                assert f"Coach:\n{turn.coach}" in shown
            assert seen.commitment.what in shown
            assert opening.note == "[name] said so."
            assert opening.note in shown
            assert opening.row.doctor == "Amara"
            assert not [one for one in seen.strings() if "marigold" in one.casefold()]
            await made.here.until(lambda: len(made.letters()) == 1)
            assert WORDS.mentor.waits in made.letters()[0]

    asyncio.run(run())


def test_a_comment_reaches_the_doctor_and_the_answer_the_mentor(tmp_path: Path) -> None:
    notices = SlackNotices(WORDS, "https://mentors.example")

    def told(person: Person, remark: Remark) -> tuple[Letter, ...]:
        return tuple(notices.commented(person, remark, "Turn 1: what you said"))

    async def run() -> None:
        async with ward(tmp_path) as made:
            await share(made)
            opening = await made.opened()
            assert opening is not None
            comment = NewEvent(EventKind.COMMENTED, turn=1, text="What made you wait?")
            assert await made.reviewing.add(made.mentor.id, opening.row.share_id, [comment], _now(), told)
            made.here.service.engine.letters_waiting()
            await made.here.until(lambda: "What made you wait?" in str(made.here.channel.messages))
            await made.press(ids.REMARK_ANSWER)
            await made.here.until(lambda: made.view()["callback_id"] == ids.MODAL_ANSWER)
            await made.send(text="I was afraid of Mrs Jones.")
            assert "I was afraid of [name]." in made.words()
            again = await made.opened()
            assert again is not None
            answers = [one.what.text for one in again.events if one.what.kind is EventKind.ANSWERED]
            assert answers == ["I was afraid of [name]."]
            await made.here.until(lambda: len(made.letters()) == 2)
            assert "afraid" not in str(made.letters())

    asyncio.run(run())


def test_what_is_taken_back_is_gone_at_the_next_request(tmp_path: Path) -> None:
    async def run() -> None:
        async with ward(tmp_path) as made:
            await share(made)
            opening = await made.opened()
            assert opening is not None
            (shared,) = await made.here.parts.sharing.shared(f"{TEAM}:{made.here.user.id}")
            assert [one.mentor for one in shared.opened] == ["Dr Osei"]
            await made.here.until(lambda: ids.SHARE_WITHDRAW in str(made.here.channel.messages))
            await made.press(ids.SHARE_WITHDRAW)
            for _ in range(200):
                if await made.opened() is None:
                    break
                await asyncio.sleep(0.02)
            assert await made.reviewing.open(made.mentor.id, opening.row.share_id, _now()) is None

    asyncio.run(run())


def test_a_mentor_who_assesses_is_warned_of_in_a_strict_slack(tmp_path: Path) -> None:
    async def run() -> None:
        async with ward(tmp_path, assesses=True) as made:
            await made.press(ids.SHARE_SESSION)
            await made.here.until(lambda: made.view()["callback_id"] == ids.MODAL_SHARE)
            await made.send(mentor=made.mentor.id)
            assert made.view()["callback_id"] == ids.MODAL_ASSESSED
            await made.send()
            assert made.view()["callback_id"] == ids.MODAL_PREVIEW
            await made.send()
            assert await made.opened() is not None

    asyncio.run(run())


@pytest.mark.parametrize("button", [ids.HOME_SHARE])
def test_the_home_tab_is_taken_by_a_strict_slack_with_something_shared(tmp_path: Path, button: str) -> None:
    async def run() -> None:
        async with ward(tmp_path) as made:
            await share(made)
            home = made.here.slack.views.homes
            await made.here.until(lambda: made.here.user.id in home)
            words = "\n".join(texts(made.here.slack.views.all[home[made.here.user.id]]))
            assert "With Dr Osei" in words
            assert button in str(made.here.slack.views.all[home[made.here.user.id]])

    asyncio.run(run())
