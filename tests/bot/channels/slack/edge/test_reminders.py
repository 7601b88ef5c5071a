import json
from datetime import UTC, date, datetime

import pytest

from bot.channels.slack.render import actions as ids
from bot.coaching.model import Commitment
from bot.coaching.record import TurnRecord
from bot.ports.incoming import Kind
from bot.ports.people import CommitmentKept, Outcome
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.world import LANE, PERSON, World, play
from tests.bot.channels.slack.render.samples import WORDS, record

ASKED_AT = "5.000001"


def closing(session: int = 3) -> TurnRecord:
    """A turn that ends a session with a commitment."""
    made = record(session=session)
    state = {"closed": True, "commitment": Commitment(what="ask the porters"), "closed_at": None}
    return made.model_copy(update={"state": made.state.model_copy(update=state)})


async def committed(here: World) -> CommitmentKept:
    """A commitment of the doctor's, about which a letter at `ASKED_AT` is."""
    await here.answered(closing(), ASKED_AT)
    (kept,) = await here.parts.people.commitments(PERSON)
    return kept


async def now(here: World) -> CommitmentKept:
    (kept,) = await here.parts.people.commitments(PERSON)
    return kept


@pytest.mark.parametrize(
    ("action", "outcome"),
    [
        (ids.OUTCOME_KEPT, Outcome.KEPT),
        (ids.OUTCOME_PARTLY, Outcome.PARTLY),
        (ids.OUTCOME_NOT, Outcome.NOT),
        (ids.OUTCOME_LET_GO, Outcome.LET_GO),
    ],
)
def test_what_became_of_it_is_kept_said_and_shown(action: str, outcome: Outcome) -> None:
    async def scenario(here: World) -> None:
        kept = await committed(here)
        await here.interact(payloads.pressed(action, ids.of_commitment(kept.id), ts=ASKED_AT))
        assert (await now(here)).outcome is outcome
        assert WORDS.notes[f"outcome_{outcome.value}"] in here.web.last("chat.postEphemeral").words
        assert "ask the porters" in here.web.last("views.publish").words

    play(scenario)


def test_in_the_home_tab_the_view_alone_says_it() -> None:
    async def scenario(here: World) -> None:
        kept = await committed(here)
        await here.interact(payloads.pressed(ids.OUTCOME_KEPT, ids.of_commitment(kept.id)))
        assert (await now(here)).outcome is Outcome.KEPT
        assert "chat.postEphemeral" not in here.web.methods

    play(scenario)


def test_the_button_of_a_closing_reply_names_its_session() -> None:
    async def scenario(here: World) -> None:
        await committed(here)
        await here.interact(payloads.pressed(ids.REMIND_OFF, ids.of_session(3), ts=ASKED_AT))
        assert (await now(here)).remind_at is None

    play(scenario)


def test_that_there_will_be_no_reminder_is_said_in_a_letter_that_stays() -> None:
    async def scenario(here: World) -> None:
        await committed(here)
        await here.interact(payloads.pressed(ids.REMIND_OFF, ids.of_session(3), ts=ASKED_AT, thread_ts="3.000001"))
        (out,) = await here.parts.post.take(10)
        assert WORDS.notes["remind_off"] in json.dumps(list(out.letter.blocks))
        assert (out.letter.to, out.letter.thread_ts) == (payloads.DIRECT, "3.000001")
        assert here.engine.letters == 1
        assert "chat.postEphemeral" not in here.web.methods

    play(scenario)


@pytest.mark.parametrize("value", ["c:999", "s:9", "", "all", "c:1; drop"])
def test_what_is_not_theirs_or_gone_is_said_to_be(value: str) -> None:
    async def scenario(here: World) -> None:
        kept = await committed(here)
        for action in (ids.OUTCOME_KEPT, ids.SNOOZE_DAY, ids.REMIND_OFF, ids.REMIND_OTHER_DAY, ids.TALK_ABOUT):
            await here.interact(payloads.pressed(action, value, ts=ASKED_AT))
            assert WORDS.notes["not_yours"] in here.web.last("chat.postEphemeral").words
        assert await now(here) == kept
        assert await here.waiting() == ()

    play(scenario)


@pytest.mark.parametrize(
    ("action", "at"),
    [
        (ids.SNOOZE_DAY, datetime(2026, 11, 22, 18, tzinfo=UTC)),
        (ids.SNOOZE_WEEK, datetime(2026, 11, 28, 18, tzinfo=UTC)),
    ],
)
def test_a_snooze_is_until_the_evening_of_that_day_and_says_which(action: str, at: datetime) -> None:
    async def scenario(here: World) -> None:
        kept = await committed(here)
        await here.interact(payloads.pressed(action, ids.of_commitment(kept.id), ts=ASKED_AT, thread_ts="3.000001"))
        assert (await now(here)).remind_at == at
        (out,) = await here.parts.post.take(10)
        assert f"{at.day} November" in json.dumps(list(out.letter.blocks))
        assert (out.letter.to, out.letter.thread_ts) == (payloads.DIRECT, "3.000001")
        assert here.engine.letters == 1

    play(scenario)


def test_another_day_is_asked_for_and_kept_in_the_doctors_own_evening() -> None:
    async def scenario(here: World) -> None:
        kept = await committed(here)
        await here.parts.people.know(PERSON, timezone="America/New_York")
        await here.interact(payloads.pressed(ids.REMIND_OTHER_DAY, ids.of_session(3), ts=ASKED_AT))
        view = here.web.last("views.open").given["view"]
        assert isinstance(view, dict)
        assert '"initial_date": "2026-11-22"' in here.web.last("views.open").words, "never today or before"
        chosen = {ids.FIELD_DAY: {"selected_date": "2026-12-05"}}
        await here.interact(payloads.sent(ids.MODAL_DAY, chosen, about=view["private_metadata"]))
        assert (await now(here)).remind_at == datetime(2026, 12, 5, 23, tzinfo=UTC)
        assert kept.id == (await now(here)).id

    play(scenario)


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2026, 11, 21)])
def test_today_or_a_day_that_is_over_becomes_tomorrow_and_why_is_said(day: date) -> None:
    async def scenario(here: World) -> None:
        kept = await committed(here)
        chosen = {ids.FIELD_DAY: {"selected_date": day.isoformat()}}
        await here.interact(payloads.sent(ids.MODAL_DAY, chosen, about=json.dumps({"commitment": kept.id})))
        assert (await now(here)).remind_at == datetime(2026, 11, 22, 18, tzinfo=UTC)
        (out,) = await here.parts.post.take(10)
        assert "I can ask from tomorrow on, so I will ask on Sunday 22 November." in json.dumps(list(out.letter.blocks))

    play(scenario)


@pytest.mark.parametrize("about", ["", '{"commitment": 999}', '{"commitment": "1"}'])
def test_a_day_for_what_is_not_theirs_is_not_kept(about: str) -> None:
    async def scenario(here: World) -> None:
        kept = await committed(here)
        chosen = {ids.FIELD_DAY: {"selected_date": "2026-12-05"}}
        await here.interact(payloads.sent(ids.MODAL_DAY, chosen, about=about))
        assert await now(here) == kept
        assert await here.outgoing() == []

    play(scenario)


def test_to_talk_about_it_is_to_begin_with_it() -> None:
    async def scenario(here: World) -> None:
        kept = await committed(here)
        await here.interact(payloads.pressed(ids.TALK_ABOUT, ids.of_commitment(kept.id), ts=ASKED_AT))
        (start,) = await here.waiting()
        assert start.kind is Kind.START
        assert "ask the porters" in start.text
        assert here.engine.woken == [(LANE, False)]

    play(scenario)
