"""The rota in Home: a dialogue that shows what is kept, takes it in, and moves reminders out of it."""

import json
from datetime import UTC, date, datetime

import pytest

from bot.channels.slack.render import actions as ids
from bot.ports.people import RotaKind, RotaSpan
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.test_reminders import committed, now
from tests.bot.channels.slack.edge.world import PERSON, World, play
from tests.bot.channels.slack.render.samples import WORDS

LEAVE = RotaSpan(RotaKind.LEAVE, date(2027, 1, 4), date(2027, 1, 8))


def days(first: str, last: str) -> dict[str, object]:
    return {
        ids.FIELD_LEAVE_FROM: {"type": "datepicker", "selected_date": first},
        ids.FIELD_LEAVE_TO: {"type": "datepicker", "selected_date": last},
        ids.FIELD_QUIET_FROM: {"selected_option": {"value": "21"}},
        ids.FIELD_QUIET_TO: {"selected_option": {"value": "9"}},
    }


def test_the_button_opens_the_dialogue_with_the_hours_that_hold() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.HOME_ROTA))
        opened = here.web.last("views.open").words
        assert WORDS.rota.opening in opened
        assert "20:00" in opened

    play(scenario)


def test_what_is_told_is_kept_shown_and_can_be_taken_out() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.sent(ids.MODAL_ROTA, days("2027-01-08", "2027-01-04")))
        person = await here.parts.people.person(PERSON)
        assert person.rota == (LEAVE,)
        assert (person.quiet_from, person.quiet_to) == (21, 9)
        await here.interact(payloads.pressed(ids.HOME_ROTA))
        assert "Leave from" in here.web.last("views.open").words
        taken_out = {ids.FIELD_REMOVE: {"selected_options": [{"value": "leave:2027-01-04"}]}}
        await here.interact(payloads.sent(ids.MODAL_ROTA, taken_out))
        assert (await here.parts.people.person(PERSON)).rota == ()

    play(scenario)


def test_a_reminder_on_leave_moves_to_the_first_evening_back() -> None:
    async def scenario(here: World) -> None:
        kept = await committed(here)
        await here.parts.people.remind(PERSON, kept.id, datetime(2027, 1, 5, 18, tzinfo=UTC))
        await here.interact(payloads.sent(ids.MODAL_ROTA, days("2027-01-04", "2027-01-08")))
        at = (await now(here)).remind_at
        assert at is not None
        assert at.date() == date(2027, 1, 9)

    play(scenario)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2026-12-01", "2027-12-02", WORDS.rota.too_long),
        ("2028-11-01", "2028-11-24", WORDS.rota.too_far),
        ("9998-12-30", "9998-12-30", WORDS.rota.too_far),
        ("2027-01-04", "9999-12-31", WORDS.rota.too_far),
        ("0001-01-01", "2027-01-04", WORDS.rota.too_long),
    ],
)
def test_days_that_nobody_can_mean_are_told_under_their_field_and_not_kept(first: str, last: str, told: str) -> None:
    async def scenario(here: World) -> None:
        answer = await here.interact(payloads.sent(ids.MODAL_ROTA, days(first, last)))
        assert json.loads(answer.body) == {"response_action": "errors", "errors": {ids.FIELD_LEAVE_TO: told}}
        assert (await here.parts.people.person(PERSON)).rota == ()

    play(scenario)


def test_a_year_of_leave_is_kept() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.sent(ids.MODAL_ROTA, days("2026-12-01", "2027-12-01")))
        assert len((await here.parts.people.person(PERSON)).rota) == 1

    play(scenario)
