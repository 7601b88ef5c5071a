"""Opening the database: settings that keep what was said, and migrations up and down, on SQLite and PostgreSQL."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import JSON, bindparam, create_engine, event, inspect, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.adapters.store.conversations import SqlConversationStore
from bot.adapters.store.engine import HEAD, MIGRATIONS, migrate, open_engine
from bot.adapters.store.mentoring_tables import SHARES
from bot.adapters.store.people import SqlPeople
from bot.adapters.store.post import SqlPostOffice
from bot.adapters.store.writer import Writer
from bot.coaching.record import TurnRecord
from bot.errors import CoachError
from tests.bot.adapters.store.databases import KINDS, address, opened
from tests.bot.adapters.store.offices import AT, claimed, letter, records, said

METADATA = SHARES.metadata
TABLES = set(METADATA.tables)


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with address(request.param, tmp_path) as found:
        yield found


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("busy_timeout", 30000),
        ("mmap_size", 0),
    ],
)
def test_every_connection_to_sqlite_is_durable(pragma: str, value: object, tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'coach.db'}") as engine, engine.connect() as one, engine.connect() as two:
        one.rollback()
        for connection in (one, two):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
            connection.rollback()


def test_no_statement_on_postgresql_waits_for_ever_but_those_that_migrate(tmp_path: Path) -> None:
    told: list[str] = []
    with address("postgresql", tmp_path) as url, opened(url) as engine:
        for _ in range(2):  # after what is rolled back too
            with engine.connect() as connection:
                assert connection.execute(text("SHOW statement_timeout")).scalar() == "1min"
        event.listen(engine, "before_cursor_execute", lambda *given: told.append(str(given[2])))
        migrate(engine, "0003")
    assert told[0] == "SET LOCAL statement_timeout = 0"


def test_the_folder_of_the_file_is_made(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'new' / 'deeper' / 'coach.db'}"):
        assert (tmp_path / "new" / "deeper" / "coach.db").is_file()


def test_a_store_in_memory_is_its_own(tmp_path: Path) -> None:
    with opened("sqlite://") as one, opened("sqlite://") as two:
        with one.begin() as connection:
            connection.execute(text("CREATE TABLE mark (id INTEGER)"))
        assert "mark" in tables(one)
        assert "mark" not in tables(two)


def test_a_new_database_is_brought_up_to_date(url: str) -> None:
    with opened(url) as engine:
        assert tables(engine) == {*TABLES, "alembic_version"}


def test_opening_again_changes_nothing(url: str) -> None:
    with opened(url), opened(url) as engine:
        assert tables(engine) >= TABLES


def test_migrations_go_down_and_up_again(url: str) -> None:
    with opened(url) as engine:
        migrate(engine, "base")
        assert not tables(engine) & TABLES
        migrate(engine)
        assert tables(engine) >= TABLES


def test_the_migrated_tables_are_the_ones_the_code_uses(url: str) -> None:
    with opened(url) as engine:
        found = inspect(engine)
        for name, table in METADATA.tables.items():
            columns = {one["name"]: bool(one["nullable"]) for one in found.get_columns(name)}
            assert columns == {one.name: bool(one.nullable) for one in table.columns}
            assert found.get_pk_constraint(name)["constrained_columns"] == [one.name for one in table.primary_key]
            assert {one["name"] for one in found.get_indexes(name)} == {one.name for one in table.indexes}
            keys = [one["referred_table"] for one in found.get_foreign_keys(name)]
            assert keys == [one.column.table.name for one in table.foreign_keys]


def test_the_migrated_columns_and_indexes_are_of_the_kinds_that_the_code_says(url: str) -> None:
    with opened(url) as engine, engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_partial_indexes_are_partial(url: str) -> None:
    with opened(url) as engine:
        found = inspect(engine)
        for name, table in METADATA.tables.items():
            wanted = {
                str(one.name) for one in table.indexes if one.dialect_options[engine.dialect.name]["where"] is not None
            }
            partial = {
                str(one["name"])
                for one in found.get_indexes(name)
                if one["dialect_options"].get(f"{engine.dialect.name}_where") is not None
            }
            assert partial == wanted


def test_conversations_of_an_older_coach_are_kept_on_the_way_up_and_down(url: str) -> None:
    (record,) = records("The bins are full.")
    with opened(url) as engine:
        migrate(engine, "0001")
        assert tables(engine) & TABLES == {"conversations", "turns"}
        keep_as_it_was(engine, "slack:T1:D1", "T1:U1", record)
    with opened(url) as engine:
        assert tables(engine) >= TABLES
        assert SqlConversationStore(engine).turns("slack:T1:D1") == (record,)
        writer = Writer(engine)
        asyncio.run(live(writer))
        writer.close()
        migrate(engine, "0001")
        assert tables(engine) & TABLES == {"conversations", "turns"}
        migrate(engine)
        assert SqlConversationStore(engine).turns("slack:T1:D1") == (record,)


def keep_as_it_was(engine: Engine, talk: str, person: str, record: TurnRecord) -> None:
    """A turn, as the first coach kept it."""
    told = record.model_dump(mode="json")
    conversation = text("INSERT INTO conversations (id, person_id, state, turns) VALUES (:id, :person, :state, 1)")
    turn = text(
        "INSERT INTO turns (conversation_id, number, event_id, reply, record) VALUES (:id, 1, 'E', :reply, :record)"
    )
    with engine.begin() as connection:
        connection.execute(
            conversation.bindparams(bindparam("state", type_=JSON)),
            {"id": talk, "person": person, "state": told["state"]},
        )
        connection.execute(
            turn.bindparams(bindparam("record", type_=JSON)), {"id": talk, "reply": record.reply.text, "record": told}
        )


async def live(writer: Writer) -> None:
    """Something of everything that is under way."""
    office, people = SqlPostOffice(writer, "coach"), SqlPeople(writer)
    await office.accept(said(1))
    await claimed(office)
    await office.post([letter("a"), letter("b")])
    await office.take(1)
    await people.consent("T1:U1", 1, AT)
    assert (await office.backlog()).waiting == 1


def test_replicas_that_start_together_migrate_one_by_one(url: str) -> None:
    if url.startswith("sqlite"):
        return  # one process only
    with ThreadPoolExecutor(4) as pool:
        engines = list(pool.map(open_engine, [url] * 4))
    for engine in engines:
        assert tables(engine) >= TABLES
        engine.dispose()


def test_a_migration_that_is_killed_leaves_the_old_schema(url: str) -> None:
    class KilledError(BaseException):
        pass

    def dies(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if "workspaces" in statement and "CREATE TABLE" in statement:
            raise KilledError

    with opened(url) as engine:
        migrate(engine, "0001")
        event.listen(engine, "before_cursor_execute", dies)
        with pytest.raises(KilledError):
            migrate(engine)
        event.remove(engine, "before_cursor_execute", dies)
        assert tables(engine) & TABLES == {"conversations", "turns"}
        migrate(engine)
        assert tables(engine) >= TABLES


def test_what_is_kept_is_in_no_error(url: str) -> None:
    with opened(url) as engine, engine.connect() as connection:
        with pytest.raises(SQLAlchemyError) as failed:
            connection.execute(text("SELECT nothing FROM nowhere WHERE words = :words"), {"words": "planted"})
        assert "planted" not in str(failed.value)


def test_the_newest_migration_is_the_one_that_the_code_expects() -> None:
    numbers = [path.name[1:5] for path in (MIGRATIONS / "versions").glob("v*.py")]
    assert max(numbers) == HEAD
    assert len(numbers) == len(set(numbers))


def test_what_cannot_be_opened_says_where_and_what_to_look_at(tmp_path: Path) -> None:
    file = tmp_path / "not-a-database"
    file.write_bytes(b"something else entirely " * 100)
    with pytest.raises(CoachError) as refused:
        open_engine(f"sqlite:///{file}")
    assert refused.value.code == "no_store"
    assert "not-a-database" in str(refused.value)
    assert "COACH_DATABASE" in str(refused.value)


def test_a_password_is_never_shown() -> None:
    with pytest.raises(CoachError) as refused:
        open_engine("postgresql+psycopg://coach:hunter2@127.0.0.1:1/nowhere")
    assert "hunter2" not in str(refused.value)


def test_a_store_newer_than_the_code_is_refused_and_left_alone(url: str) -> None:
    with opened(url) as engine, engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(CoachError):
        open_engine(url)
    plain = create_engine(url)
    with plain.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"
    plain.dispose()
