"""Colleagues: kept as given, signed out when their roles change, and every change on record without a doctor's id."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.adapters.store.mentoring.doors import SqlDoors
from bot.adapters.store.mentoring.record import SqlRecord
from bot.adapters.store.mentoring.staff import SqlStaff, forget_doctor, remove_team
from bot.adapters.store.mentoring.visible import has_role
from bot.adapters.store.mentoring_tables import RECORD, STAFF, STAFF_DOORS, STAFF_SESSIONS
from bot.adapters.store.writer import Writer
from bot.ports.staff import Act, Colleague, Entry, Role
from tests.bot.adapters.store.offices import AT, World

MENTOR = Colleague("T1:U5", "Dr Okafor", frozenset({Role.MENTOR}))
ADMIN = Colleague("T1:U6", "amara", frozenset({Role.ADMIN, Role.TRAINER}), frozenset({"T1:U1", "T1:U2"}))
ELSEWHERE = Colleague("T2:U5", "Bea", frozenset({Role.MENTOR}), assesses_all=True)
LATER = AT + timedelta(hours=1)


def staff(here: World) -> SqlStaff:
    return SqlStaff(here.writer)


async def put(here: World, *colleagues: Colleague) -> None:
    for one in colleagues:
        await staff(here).put(one, by="operator", at=AT)


async def signed_in(here: World, colleague: Colleague) -> None:
    """A session, a link that was not used yet, and somebody else's sign-in that has begun."""
    doors = SqlDoors(here.writer)
    await doors.start(colleague.id, f"sid {colleague.id}", "csrf", AT)
    await doors.make_link(colleague.id, f"token {colleague.id}", LATER, by="operator", at=AT)


async def recorded(here: World) -> list[Entry]:
    return [one.entry for one in reversed(await SqlRecord(here.writer).entries())]


def test_a_colleague_is_found_again_as_given(here: World) -> None:
    async def scenario() -> None:
        await put(here, MENTOR, ADMIN, ELSEWHERE)
        for one in (MENTOR, ADMIN, ELSEWHERE):
            assert await staff(here).colleague(one.id) == one
        assert await staff(here).colleague("T1:U7") is None

    asyncio.run(scenario())


def test_they_are_listed_by_name_of_one_workspace_or_of_all(here: World) -> None:
    async def scenario() -> None:
        assert await staff(here).colleagues() == []
        await put(here, MENTOR, ADMIN, ELSEWHERE)
        assert await staff(here).colleagues() == [ADMIN, ELSEWHERE, MENTOR]
        assert await staff(here).colleagues("T1") == [ADMIN, MENTOR]
        assert await staff(here).colleagues("T3") == []

    asyncio.run(scenario())


def test_each_change_is_on_record_by_whom_and_never_with_the_id_of_a_doctor(here: World) -> None:
    async def scenario() -> None:
        await put(here, MENTOR, ADMIN, ELSEWHERE)
        both = replace(MENTOR, roles=frozenset({Role.TRAINER, Role.MENTOR}))
        await staff(here).put(both, by=ADMIN.id, at=LATER)
        assert await staff(here).remove(MENTOR.id, by=ADMIN.id, at=LATER)
        assert await recorded(here) == [
            Entry(AT, "operator", Act.CHANGED_ROLES, "T1:U5", "mentor"),
            Entry(AT, "operator", Act.CHANGED_ROLES, "T1:U6", "admin, trainer; assesses 2"),
            Entry(AT, "operator", Act.CHANGED_ROLES, "T2:U5", "mentor; assesses everybody"),
            Entry(LATER, "T1:U6", Act.CHANGED_ROLES, "T1:U5", "mentor, trainer"),
            Entry(LATER, "T1:U6", Act.CHANGED_ROLES, "T1:U5", "none"),
        ]

    asyncio.run(scenario())


@pytest.mark.parametrize("held", [{Role.MENTOR, Role.ADMIN}, {Role.TRAINER}, set()])
def test_whose_roles_change_is_signed_out_and_nobody_else_is(here: World, held: set[Role]) -> None:
    async def scenario() -> None:
        await put(here, MENTOR, ADMIN)
        await SqlDoors(here.writer).begin("state", "nonce", LATER)
        await signed_in(here, MENTOR)
        await signed_in(here, ADMIN)
        await staff(here).put(replace(MENTOR, roles=frozenset(held)), by=ADMIN.id, at=AT)
        doors = SqlDoors(here.writer)
        assert await doors.session(f"sid {MENTOR.id}", AT) is None
        assert await doors.use_link(f"token {MENTOR.id}", AT) is None
        assert await doors.session(f"sid {ADMIN.id}", AT)
        assert await doors.use_link(f"token {ADMIN.id}", AT) == ADMIN
        assert await doors.finish("state", AT) == "nonce"

    asyncio.run(scenario())


def test_another_name_or_another_doctor_to_assess_signs_nobody_out(here: World) -> None:
    async def scenario() -> None:
        await put(here, MENTOR)
        await signed_in(here, MENTOR)
        changed = replace(MENTOR, name="Dr A. Okafor", assesses=frozenset({"T1:U1"}))
        await staff(here).put(changed, by="operator", at=AT)
        session = await SqlDoors(here.writer).session(f"sid {MENTOR.id}", AT)
        assert session
        assert session.colleague == changed

    asyncio.run(scenario())


def test_who_is_removed_has_no_role_and_no_way_in(here: World) -> None:
    async def scenario() -> None:
        await put(here, MENTOR, ADMIN)
        await signed_in(here, MENTOR)
        assert await staff(here).remove(MENTOR.id, by=ADMIN.id, at=AT)
        assert await staff(here).colleague(MENTOR.id) is None
        assert await staff(here).colleagues() == [ADMIN]
        assert (here.count(STAFF_SESSIONS), here.count(STAFF_DOORS)) == (0, 0)

    asyncio.run(scenario())


def test_to_remove_who_has_no_role_does_nothing_and_is_not_on_record(here: World) -> None:
    async def scenario() -> None:
        assert not await staff(here).remove(MENTOR.id, by="operator", at=AT)
        await put(here, replace(MENTOR, roles=frozenset()))
        assert await staff(here).colleague(MENTOR.id) is None
        assert (here.count(STAFF), here.count(RECORD)) == (0, 0)

    asyncio.run(scenario())


def test_a_role_that_this_code_does_not_know_gives_nothing(here: World) -> None:
    async def scenario() -> None:
        await put(here, MENTOR, ADMIN)
        with here.engine.begin() as connection:
            for one, roles in ((MENTOR, ["wizard"]), (ADMIN, ["admin", "wizard"])):
                connection.execute(update(STAFF).where(STAFF.c.id == one.id).values(roles=roles))
        assert await staff(here).colleague(MENTOR.id) is None
        assert await staff(here).colleagues() == [replace(ADMIN, roles=frozenset({Role.ADMIN}))]

    asyncio.run(scenario())


def test_a_doctor_who_is_erased_is_on_nobodys_list(here: World) -> None:
    async def scenario() -> None:
        await put(here, MENTOR, ADMIN, ELSEWHERE)
        await here.writer.write(lambda connection: forget_doctor(connection, "T1:U1"))
        assert await staff(here).colleagues() == [replace(ADMIN, assesses=frozenset({"T1:U2"})), ELSEWHERE, MENTOR]

    asyncio.run(scenario())


def test_erasing_waits_for_nobody_whose_list_does_not_name_the_doctor(here: World) -> None:
    if here.engine.dialect.name == "sqlite":
        return  # one writer at a time
    asyncio.run(put(here, MENTOR, ADMIN))
    other = Writer(here.engine)
    with here.engine.begin() as connection:
        assert has_role(connection, MENTOR.id, Role.MENTOR, changing=True)
        other.submit(lambda c: forget_doctor(c, "T1:U1")).result(30)
    other.close()
    assert asyncio.run(staff(here).colleagues())[0].assesses == frozenset({"T1:U2"})


def test_that_everybody_of_a_workspace_lost_their_roles_is_on_record_one_by_one(here: World) -> None:
    asyncio.run(put(here, MENTOR, ADMIN, ELSEWHERE))
    before = here.count(RECORD)
    here.writer.submit(lambda c: remove_team(c, "T1", AT)).result()
    assert asyncio.run(staff(here).colleagues()) == [ELSEWHERE]
    entries = [one.entry for one in asyncio.run(SqlRecord(here.writer).entries(limit=9))]
    gone = sorted((MENTOR.id, ADMIN.id), reverse=True)
    assert entries[: len(gone)] == [Entry(AT, "operator", Act.CHANGED_ROLES, one, "none") for one in gone]
    assert here.count(RECORD) == before + len(gone)
