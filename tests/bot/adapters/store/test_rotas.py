"""A doctor's rota: kept, replaced, given out, and gone with them."""

import asyncio
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from bot.adapters.store.retention import Keep, purge
from bot.adapters.store.rota_tables import ROTA
from bot.ports.people import RotaKind, RotaSpan
from tests.bot.adapters.store.offices import PERSON, World

NIGHTS = RotaSpan(RotaKind.NIGHTS, date(2026, 3, 4), date(2026, 3, 6))
LEAVE = RotaSpan(RotaKind.LEAVE, date(2026, 3, 9), date(2026, 3, 13))


def test_spans_and_hours_are_kept_and_replaced(here: World) -> None:
    async def scenario() -> None:
        await here.people.rota(PERSON, quiet=(22, 10), spans=[LEAVE, NIGHTS, NIGHTS])
        person = await here.people.person(PERSON)
        assert person.rota == (NIGHTS, LEAVE)
        assert (person.quiet_from, person.quiet_to) == (22, 10)
        await here.people.rota(PERSON, quiet=None, spans=[LEAVE])
        person = await here.people.person(PERSON)
        assert (person.rota, person.quiet_from) == ((LEAVE,), None)

    asyncio.run(scenario())


def test_a_span_to_the_last_day_there_is_can_be_kept(here: World) -> None:
    async def scenario() -> None:
        for_ever = RotaSpan(RotaKind.LEAVE, date(2026, 3, 9), date.max)
        await here.people.rota(PERSON, quiet=None, spans=[for_ever])
        assert (await here.people.person(PERSON)).rota == (for_ever,)

    asyncio.run(scenario())


def test_it_is_given_out_and_erased_with_everything_else(here: World) -> None:
    async def scenario() -> None:
        await here.people.rota(PERSON, quiet=None, spans=[LEAVE])
        assert (await here.people.export(PERSON))["rota"] == [
            {"kind": "leave", "first": "2026-03-09", "last": "2026-03-13"}
        ]
        await here.people.erase(PERSON)
        assert not await here.people.known(PERSON)
        assert (await here.people.person(PERSON)).rota == ()

    asyncio.run(scenario())


def test_a_span_that_is_over_is_purged(here: World) -> None:
    async def scenario() -> None:
        await here.people.rota(PERSON, quiet=None, spans=[NIGHTS, LEAVE])
        await purge(here.writer, datetime(2026, 3, 8, tzinfo=UTC), Keep(90, 365))
        assert (await here.people.person(PERSON)).rota == (LEAVE,)
        await purge(here.writer, datetime(2026, 3, 8, tzinfo=UTC) + timedelta(days=90), Keep(90, 365))
        left = await here.writer.write(lambda connection: connection.execute(select(ROTA)).all())
        assert left == []

    asyncio.run(scenario())
