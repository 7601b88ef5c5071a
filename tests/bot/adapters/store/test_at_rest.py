"""At rest: of a thousand planted turns no word can be read in any file or column, nor opened once it is erased."""

import asyncio
import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import JSON, Connection, RowMapping, String, Table, Text, select, text, update

from bot.adapters.store import vault
from bot.adapters.store.key_tables import KEYS
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.schema import METADATA, TURNS
from bot.adapters.store.sealed_columns import SEALED
from bot.errors import CoachError
from tests.bot.adapters.store.databases import KINDS
from tests.bot.adapters.store.offices import World, world
from tests.bot.adapters.store.planted import SIGN, opens, person, plant, planted

DOCTORS, TURNS_EACH = 50, 20


def in_base64(word: bytes) -> set[bytes]:
    """What base64 makes of a word wherever it begins in what is encoded, without the characters that others share."""
    found = set()
    for before in range(3):
        told = b64encode(bytes(before) + word)
        found.add(told[-(-before * 4 // 3) : (before + len(word)) * 4 // 3])
    return found | {one.replace(b"+", b"-").replace(b"/", b"_") for one in found}


def forms() -> set[bytes]:
    """The words' beginning as it may lie in a file: in texts of any width, within base64, in hexadecimal."""
    plain = SIGN.encode()
    wide = {SIGN.encode(code) for code in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")}
    return {plain, plain.upper(), plain.hex().encode(), plain.hex().upper().encode()} | wide | in_base64(plain)


def readable(content: bytes) -> list[bytes]:
    return [form for form in forms() if form in content]


@pytest.mark.parametrize("around", ["", "a", "ab", "abc"])
def test_the_search_finds_a_word_in_each_form(around: str) -> None:
    said = f"{around}{SIGN}{around}"
    for content in (said.encode(), b64encode(said.encode()), said.encode("utf-16"), said.encode().hex().encode()):
        assert readable(b"before " + content)
    assert not readable(b64encode(b"planted words"))


@pytest.fixture(params=KINDS, scope="module")
def ward(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[World, Path]]:
    """A thousand turns of fifty doctors, with everything else that can be kept of them."""

    async def fill(here: World) -> None:
        for doctor in range(DOCTORS):
            await plant(here.writer, doctor, TURNS_EACH)

    folder = tmp_path_factory.mktemp("ward")
    with world(request.param, folder) as here:
        asyncio.run(fill(here))
        yield here, folder


def everything(here: World, folder: Path) -> Mapping[str, bytes]:
    """Every file of the database, and every column of every table as the database itself tells it as text."""

    def columns(connection: Connection) -> dict[str, bytes]:
        return {
            f"{table.name}.{name}": "\n".join(
                str(value)
                for value in connection.execute(
                    text(f'SELECT CAST("{name}" AS TEXT) FROM "{table.name}"')  # noqa: S608 - names of ours
                ).scalars()
            ).encode()
            for table in METADATA.sorted_tables
            for name in table.c.keys()  # noqa: SIM118 - a collection of columns, not a dict
        }

    files = {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    assert files or here.engine.dialect.name != "sqlite"
    return {**files, **here.writer.submit(columns).result()}


def test_no_word_of_a_thousand_turns_can_be_read_and_every_one_opens(ward: tuple[World, Path]) -> None:
    here, folder = ward
    assert {name: found for name, content in everything(here, folder).items() if (found := readable(content))} == {}
    told = "\n".join(opens(here.writer))
    wanted = {word for doctor in range(DOCTORS) for word in planted(doctor, TURNS_EACH)}
    assert len(wanted) > 3 * DOCTORS * TURNS_EACH
    assert [word for word in wanted if word not in told] == []


def test_one_plain_word_would_be_found(ward: tuple[World, Path]) -> None:
    here, folder = ward

    def plain(connection: Connection, words: str) -> int:
        named = update(KEYS).where(KEYS.c.owner == "nobody").values(wrapped=words)
        vault.locker(connection, "nobody").seal("", "a key is made")
        return connection.execute(named).rowcount

    here.writer.submit(lambda connection: plain(connection, f"{SIGN}here")).result()
    found = [name for name, content in everything(here, folder).items() if readable(content)]
    assert "keys.wrapped" in found
    assert len(found) > 1 or here.engine.dialect.name != "sqlite", "in the column and in a file"
    here.writer.submit(lambda connection: vault.destroy(connection, ("nobody",))).result()
    asyncio.run(here.writer.sweep())
    assert not any(readable(content) for content in everything(here, folder).values())


def test_every_column_that_could_hold_words_is_sealed_or_known_to_hold_none() -> None:
    sealed = {(one.table.name, column) for one in SEALED for column in one.columns}
    open_ones = {
        (table.name, column.name)
        for table in METADATA.sorted_tables
        for column in table.c
        if isinstance(column.type, Text | JSON) or (isinstance(column.type, String) and (column.type.length or 0) > 200)
    } - sealed
    assert open_ones == {
        ("feedback", "reasons"),  # ids
        ("index_versions", "files"),  # names, sizes and hashes of an index's files
        ("keys", "wrapped"),
        ("record", "detail"),  # never words, by its own tests
        ("releases", "figures"),
        ("releases", "people"),  # keyed digests
        ("secrets", "wrapped"),
        ("staff", "assesses"),  # ids
        ("staff", "roles"),
        ("workspaces", "bot_token"),  # sealed with the master key
        ("workspaces", "scopes"),
    }


@pytest.mark.parametrize(
    ("table", "column"), [(one.table, column) for one in SEALED for column in one.columns], ids=str
)
def test_what_is_moved_to_another_row_opens_there_no_more(table: Table, column: str, ward: tuple[World, Path]) -> None:
    here, _ = ward
    before = opens(here.writer)

    def swap(connection: Connection) -> None:
        names = (*table.primary_key, table.c[column])
        one, other = connection.execute(select(*names).order_by(*table.primary_key).limit(2)).all()
        for row, sealed in ((one, other[-1]), (other, one[-1])):
            this = (key == value for key, value in zip(table.primary_key, row, strict=False))
            connection.execute(update(table).where(*this).values({column: sealed}))

    here.writer.submit(swap).result()
    with pytest.raises(CoachError) as refused:
        opens(here.writer)
    here.writer.submit(swap).result()
    assert refused.value.code == "sealed"
    assert SIGN not in str(refused.value)
    assert opens(here.writer) == before


def ciphertexts(connection: Connection, doctors: range) -> set[str]:
    """All that is sealed of these doctors, and their wrapped keys."""
    return {
        value
        for doctor in doctors
        for one in SEALED
        for row in connection.execute(select(one.table).where(one.whose(person(doctor)))).mappings()
        for value in (row[name] for name in one.columns)
        if value
    } | set(connection.execute(select(KEYS.c.wrapped).where(KEYS.c.owner.in_(map(person, doctors)))).scalars())


def opened_of(connection: Connection, copy: Sequence[RowMapping]) -> int:
    """How much of a copy of the turns, made before, opens with the keys that are there now."""
    keys = vault.lockers(connection, map(person, range(DOCTORS)))
    count = 0
    for row in copy:
        owner = f"{row['conversation_id']}".removeprefix("slack:").replace("T1:D", "T1:U").replace("LANE", "PERSON")
        if owner in keys:
            where = vault.place("turns", f"{row['conversation_id']}|{row['number']}", "record")
            count += SIGN in keys[owner].open(where, str(row["record"]))
    return count


def test_of_who_is_erased_nothing_opens_any_more_and_nobody_else_loses_a_byte(ward: tuple[World, Path]) -> None:
    here, folder = ward
    people = SqlPeople(here.writer)
    erased, kept = range(0, DOCTORS, 2), range(1, DOCTORS, 2)

    async def exported() -> list[str]:
        return [json.dumps(await people.export(person(doctor)), sort_keys=True) for doctor in kept]

    async def scenario() -> None:
        before, theirs = await exported(), await here.writer.write(partial(ciphertexts, doctors=erased))
        copy = await here.writer.write(lambda connection: connection.execute(select(TURNS)).mappings().all())
        for doctor in erased:
            await people.erase(person(doctor))
        assert await exported() == before
        left = everything(here, folder)
        assert [name for name, content in left.items() for one in theirs if one.encode() in content] == []
        assert [name for name, content in left.items() for doctor in erased if person(doctor).encode() in content] == []
        assert await here.writer.write(lambda connection: opened_of(connection, copy)) == len(kept) * TURNS_EACH

    asyncio.run(scenario())
    told = "\n".join(opens(here.writer))
    assert not [word for doctor in erased for word in planted(doctor, TURNS_EACH) if word in told]
    assert not [word for doctor in kept for word in planted(doctor, TURNS_EACH) if word not in told]


def test_who_comes_back_after_being_erased_has_another_key(ward: tuple[World, Path]) -> None:
    here, _ = ward

    def key(connection: Connection) -> object:
        return connection.execute(select(KEYS.c.wrapped).where(KEYS.c.owner == person(DOCTORS))).scalar()

    asyncio.run(plant(here.writer, DOCTORS, 1))
    had = here.writer.submit(key).result()
    asyncio.run(SqlPeople(here.writer).erase(person(DOCTORS)))
    assert here.writer.submit(key).result() is None
    with here.engine.begin() as connection:
        vault.locker(connection, person(DOCTORS)).seal("place", "words")
    assert here.writer.submit(key).result() not in {had, None}
