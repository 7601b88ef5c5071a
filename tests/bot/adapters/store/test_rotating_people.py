"""New keys for everybody: every text is sealed anew, a kill loses nothing, nor do those who write meanwhile."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.adapters.store.key_tables import KEYS
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.post import SqlPostOffice
from bot.adapters.store.rotating import rotate_people
from bot.adapters.store.schema import CONVERSATIONS
from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from bot.ports.people import Feedback, Value
from tests.bot.adapters.store.databases import KINDS
from tests.bot.adapters.store.offices import AT, said
from tests.bot.adapters.store.planted import lane, opens, person
from tests.bot.adapters.store.rotations import (
    DOCTORS,
    KilledError,
    Place,
    dying,
    filled_store,
    sealed,
    seen,
    wrapped,
)


@pytest.fixture(params=KINDS)
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    with filled_store(request.param, tmp_path) as found:
        yield found


def test_everybody_gets_a_new_key_and_not_one_text_stays_as_it_was(filled: Place) -> None:
    with filled.opened() as (_, writer):
        before, were, keys = seen(writer), sealed(writer), wrapped(writer)
        done = asyncio.run(rotate_people(writer))
        assert (done.people, done.texts) == (DOCTORS, len(were))
        assert seen(writer) == before
        assert not sealed(writer) & were
        assert len(wrapped(writer) - keys) == DOCTORS
        assert asyncio.run(rotate_people(writer, AT)).people == 0


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_rotation_of_peoples_keys_that_is_killed_loses_nothing_and_is_gone_on_with(
    at: int, filled: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = datetime.now(UTC)
    with filled.opened() as (engine, writer):
        were = seen(writer)
        with dying(at, engine, monkeypatch), pytest.raises(KilledError):
            asyncio.run(rotate_people(writer, before))
    with filled.opened() as (_, writer):
        assert seen(writer) == were
        assert asyncio.run(rotate_people(writer, before)).people == DOCTORS - (at - 1)
        assert seen(writer) == were


def test_one_whose_words_cannot_be_opened_keeps_the_key(filled: Place) -> None:
    broken = person(1)
    damage = update(CONVERSATIONS).where(CONVERSATIONS.c.person_id == broken).values(state="x" * 60)
    key = select(KEYS.c.wrapped).where(KEYS.c.owner == broken)
    with filled.opened() as (_, writer):
        writer.submit(lambda connection: connection.execute(damage).rowcount).result()
        had = writer.submit(lambda connection: connection.execute(key).scalar()).result()
        with pytest.raises(CoachError, match="damaged"):
            asyncio.run(rotate_people(writer))
        assert writer.submit(lambda connection: connection.execute(key).scalar()).result() == had


def test_what_doctors_write_while_their_keys_change_is_not_lost(filled: Place) -> None:
    wrote = 30

    async def writing(writer: Writer, doctor: int) -> None:
        office, people = SqlPostOffice(writer, f"replica {doctor}"), SqlPeople(writer)
        for number in range(wrote):
            own = {"channel": lane(doctor).partition(":")[2], "user": person(doctor).partition(":")[2]}
            assert await office.accept(said(1000 * (doctor + 1) + number, f"message {number}", **own))
            await people.judge(person(doctor), Feedback("D1", f"2.{number}", Value.GOOD, (), f"words {number}"), AT)
            claim = await office.claim(lane(doctor))
            assert claim is not None
            assert claim.waiting[-1].inbound.text == f"message {number}"
            await office.release(claim.lane, claim.token)

    async def scenario(here: Writer, there: Writer) -> None:
        changing = asyncio.create_task(rotate_people(there))
        await asyncio.gather(*(writing(here, doctor) for doctor in range(DOCTORS)))
        await changing
        await rotate_people(there)

    with filled.opened() as (_, writer):
        before = opens(writer)
        if filled.url.startswith("sqlite"):
            asyncio.run(scenario(writer, writer))
        else:
            with filled.opened() as (_, other):
                asyncio.run(scenario(writer, other))
        assert len(opens(writer)) == len(before) + 2 * wrote * DOCTORS
