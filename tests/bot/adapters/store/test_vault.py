"""Keys of people: one each, made at the first need, held while somebody seals, and destroyed for good."""

import asyncio
import re
import threading

import pytest
from sqlalchemy import Connection, create_engine, event, select, update

from bot.adapters.keyring import Keyring
from bot.adapters.store import erasing, inbox, vault
from bot.adapters.store.engine import open_engine
from bot.adapters.store.key_tables import KEYS, SECRETS
from bot.adapters.store.schema import COMMITMENTS, INBOX, OUTBOX
from bot.adapters.store.vault import Locker, locker
from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from tests.bot.adapters.store.databases import KEYRING, address
from tests.bot.adapters.store.offices import AT, PERSON, World, delivered, letter, records, said, turn
from tests.bot.adapters.store.planted import lane, person, plant

WHERE = vault.place("table", 1, "column")
WORDS = "The ledger, naïve 🙂."


def sealed(here: World, owner: str = PERSON, words: str = WORDS) -> str:
    return here.writer.submit(lambda connection: locker(connection, owner).seal(WHERE, words)).result()


def opened(here: World, text: str, owner: str = PERSON, where: str = WHERE) -> str:
    return here.writer.submit(lambda connection: locker(connection, owner).open(where, text)).result()


def test_what_is_sealed_opens_for_its_owner_in_its_place_and_nowhere_else(here: World) -> None:
    text = sealed(here)
    sealed(here, "T1:U2")
    assert opened(here, text) == WORDS
    assert sealed(here) != text
    for owner, where in (("T1:U2", WHERE), (PERSON, vault.place("table", 2, "column"))):
        with pytest.raises(CoachError) as refused:
            opened(here, text, owner, where)
        assert refused.value.code == "sealed"


def test_a_key_is_made_at_the_first_word_and_not_by_asking(here: World) -> None:
    def asks(connection: Connection) -> Locker:
        found = locker(connection, PERSON)
        assert not found.made
        assert found.seal(WHERE, "") == found.open(WHERE, "") == ""
        return found

    here.writer.submit(asks).result()
    assert here.count(KEYS) == 0
    sealed(here)
    assert here.column(KEYS, "owner") == [PERSON]


def test_those_who_make_the_same_key_at_once_have_one(here: World) -> None:
    texts = [here.writer.submit(lambda connection: locker(connection, PERSON).seal(WHERE, WORDS)) for _ in range(20)]
    assert {opened(here, one.result()) for one in texts} == {WORDS}
    assert here.count(KEYS) == 1


def test_a_key_is_gone_with_everything_that_it_sealed(here: World) -> None:
    text = sealed(here)
    here.writer.submit(lambda connection: vault.destroy(connection, (PERSON,))).result()
    with pytest.raises(CoachError, match="destroyed"):
        opened(here, text)
    sealed(here)
    with pytest.raises(CoachError, match="another key"):
        opened(here, text)


def test_secrets_of_the_store_are_made_once_and_differ(here: World) -> None:
    def secrets(connection: Connection) -> list[bytes]:
        return [vault.secret(connection, name) for name in ("search", "record", "search")]

    search, record, again = here.writer.submit(secrets).result()
    assert search == again != record
    assert here.count(SECRETS) == 2
    assert here.writer.submit(secrets).result() == [search, record, search]


def test_a_store_is_not_opened_with_keys_that_are_not_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    with address("sqlite", tmp_path_factory.mktemp("own")) as url:
        engine = open_engine(url, KEYRING)
        with engine.begin() as connection:
            locker(connection, PERSON).seal(WHERE, WORDS)
        engine.dispose()
        for other in (None, Keyring((bytes(32),))):
            with pytest.raises(CoachError, match="master key") as refused:
                open_engine(url, other)
            assert refused.value.code == "sealed"
        open_engine(url, KEYRING).dispose()


def test_a_connection_without_a_keyring_seals_nothing() -> None:
    with create_engine("sqlite://").connect() as connection, pytest.raises(TypeError, match="keyring"):
        vault.keyring_of(connection)


def test_nothing_makes_a_key_for_who_was_erased_where_something_comes_a_second_time(here: World) -> None:
    async def scenario() -> None:
        office = here.office()
        await here.people.know(PERSON, channel="D1")
        await office.accept(said(1))
        await office.post([letter("a")])
        assert here.column(KEYS, "owner") == [PERSON]
        await here.people.erase(PERSON)
        assert not await office.accept(said(1))
        assert here.count(KEYS) == 0

    asyncio.run(scenario())


def test_a_turn_asks_for_keys_by_themselves_three_times_and_no_more(here: World) -> None:
    first, second = records("The bins are full.", "Nobody looks.")
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if re.search(r"FROM keys\b", statement.partition("WHERE")[0]) and statement.startswith("SELECT keys."):
            asked.append(statement)

    async def scenario() -> None:
        office = here.office()
        await turn(office, first, said(1), letter("a", turn=1))
        await delivered(office)
        event.listen(here.engine, "before_cursor_execute", note)
        await turn(office, second, said(2), letter("b", turn=2))
        await delivered(office)
        event.remove(here.engine, "before_cursor_execute", note)

    asyncio.run(scenario())
    assert len(asked) == 3, "to take in, to finish, to send; what is read comes with its key"


def damage(connection: Connection) -> None:
    """Of the first doctor; both are to be reminded."""
    connection.execute(update(COMMITMENTS).values(remind_at=AT))
    connection.execute(update(COMMITMENTS).where(COMMITMENTS.c.person_id == person(1)).values(what="x" * 60))
    connection.execute(update(OUTBOX).where(OUTBOX.c.lane == lane(1)).values(text="x" * 60))


def test_one_letter_or_promise_that_was_damaged_holds_nobody_else_up(here: World) -> None:
    async def scenario() -> None:
        for doctor in (1, 2):
            await plant(here.writer, doctor, 1)
        await here.writer.write(damage)
        office = here.office()
        assert [one.letter.lane for one in await office.take(5)] == [lane(2)]
        assert (await office.backlog()).failed == 1
        assert [one.person.id for one in await here.people.due(AT, 5)] == [person(2)]

    asyncio.run(scenario())
    assert "sealed" in here.column(OUTBOX, "code")


def test_whoever_erases_waits_for_whoever_seals_and_leaves_nothing(here: World) -> None:
    if here.engine.dialect.name == "sqlite":
        return  # one writer at a time
    sealed(here)
    holds, go = threading.Event(), threading.Event()

    def taking_in(connection: Connection) -> None:
        assert inbox.accept(connection, said(1))
        holds.set()
        assert go.wait(30)

    other = Writer(here.engine)
    slow = here.writer.submit(taking_in)
    assert holds.wait(30)
    erased = other.submit(lambda connection: erasing.erase_person(connection, PERSON))
    with pytest.raises(TimeoutError):
        erased.result(0.5)
    go.set()
    slow.result(30)
    erased.result(30)
    other.close()
    assert here.count(KEYS) == 0
    assert here.writer.submit(lambda connection: connection.execute(select(INBOX.c.text)).scalar()).result() is None
