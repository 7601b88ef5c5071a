"""A coach at work on a SQLite store with a key file of its own, to be backed up and restored."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from bot.adapters.keyring import Keyring
from bot.adapters.store.backup import Backup, backup
from bot.adapters.store.engine import open_engine
from bot.adapters.store.schema import METADATA
from bot.adapters.store.writer import Writer
from bot.ports.incoming import conversation_of
from tests.bot.adapters.store.offices import AT, LANE, PERSON, World, letter, records, said, turn

MASTER = "11" * 32
HER, HER_LANE = "T1:U1PLANTED", "T1:D1PLANTED"


def key_file_in(folder: Path) -> Path:
    file = folder / "safe" / "key"
    file.parent.mkdir()
    file.write_text(f"{MASTER}\n", encoding="ascii")
    return file


@contextmanager
def at_work(folder: Path, key_file: Path) -> Iterator[World]:
    """It holds the file, and is the only one that writes."""
    engine = open_engine(f"sqlite:///{folder / 'coach.db'}", Keyring.of(key_file))
    writer = Writer(engine)
    yield World(engine, writer)
    writer.close()
    engine.dispose()


async def talk(here: World, number: int, text: str, person: str = PERSON, lane: str = LANE) -> None:
    (record,) = records(text)
    user, channel = (one.partition(":")[2] for one in (person, lane))
    await here.people.know(person, channel=channel)
    message = said(number, text=text, channel=channel, user=user)
    kept = {"conversation_id": conversation_of(lane), "person": person}
    await turn(here.office(), record, message, letter(f"r{number}", lane=lane, to=channel, turn=1), **kept)


def made(here: World, folder: Path, seconds: int = 0) -> Backup:
    return backup(Path(str(here.engine.url.database)), folder, AT + timedelta(seconds=seconds))


def rows(file: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(file)) as connection:
        return {
            table.name: sorted(connection.execute(f'SELECT * FROM "{table.name}"').fetchall(), key=repr)  # noqa: S608 - our own names
            for table in METADATA.sorted_tables
        }
