"""Sealing what migration 0003 finds, and opening it on the way down, in the forms and places of that time.

Conversations and turns are written anew into new tables: the old ones, with their plain words, are dropped whole.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from secrets import token_bytes

import sqlalchemy as sa
from alembic import op
from pydantic_core import from_json

from bot.adapters.keyring import Keyring
from bot.adapters.sealing import Sealer
from bot.adapters.store.vault import keyring_of
from bot.errors import CoachError

Row = dict[str, object]
Change = Callable[[str, str, str], str]
"""What becomes of a text, by its owner, its place, and as it is."""
Kind = sa.Text | sa.JSON
"""What a column of JSON is while it is open, and while it is sealed."""
_BATCH = 500
_MOMENT = sa.DateTime(timezone=True)


def seal(connection: sa.Connection) -> None:
    """Seal everything; an owner's key is made at the first need."""
    keys = _Keys(connection)
    _write_talks_anew(connection, keys.seal, sa.Text())
    op.add_column("outbox", sa.Column("owner", sa.String(200), nullable=True))
    _change_blocks(connection, keys.seal, sa.Text())
    op.create_index("ix_outbox_owner", "outbox", ["owner"])
    _change_texts(connection, keys.seal)


def unseal(connection: sa.Connection) -> None:
    """Open everything.

    Raises CoachError where something cannot be opened: then nothing is changed.
    """
    keys = _Keys(connection)
    _change_texts(connection, keys.open)
    _change_blocks(connection, keys.open, sa.JSON(none_as_null=True))
    op.drop_index("ix_outbox_owner", table_name="outbox")
    op.drop_column("outbox", "owner")
    _write_talks_anew(connection, keys.open, sa.JSON())


class _Keys:
    """The keys of owners, as they are kept from this migration on."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._keyring: Keyring = keyring_of(connection)
        self._table = sa.table(
            "keys", sa.column("owner", sa.String()), sa.column("wrapped", sa.Text()), sa.column("made_at", _MOMENT)
        )
        rows = connection.execute(sa.select(self._table.c.owner, self._table.c.wrapped))
        self._sealers = {row.owner: Sealer(self._keyring.unwrap(row.wrapped, _of_key(row.owner))) for row in rows}

    def seal(self, owner: str, place: str, text: str) -> str:
        if not text:
            return ""
        if owner not in self._sealers:
            key = token_bytes(32)
            wrapped = self._keyring.wrap(key, _of_key(owner))
            row = {"owner": owner, "wrapped": wrapped, "made_at": datetime.now(UTC)}
            self._connection.execute(sa.insert(self._table), row)
            self._sealers[owner] = Sealer(key)
        return self._sealers[owner].seal(text, place)

    def open(self, owner: str, place: str, text: str) -> str:
        if not text:
            return ""
        if owner not in self._sealers:
            message = "what is kept of somebody was sealed with a key that is gone: restore a backup"
            raise CoachError(message, code="sealed")
        return self._sealers[owner].open(text, place)


def _of_key(owner: str) -> str:
    return f"keys|{owner}|wrapped"


def _write_talks_anew(connection: sa.Connection, change: Change, kind: Kind) -> None:
    for name in ("turns", "conversations"):  # in this order: a conversation that goes takes its turns with it
        op.execute(f"CREATE TABLE old_{name} AS SELECT * FROM {name}")  # noqa: S608 - the names are these two
        op.drop_table(name)
    _create_talks(kind)
    whole = ("id", "person_id", "turns")
    old = sa.table("old_conversations", *_columns(*whole, "state"), sa.column("updated_at", _MOMENT))
    new = sa.table("conversations", *_columns(*whole), sa.column("updated_at", _MOMENT), sa.column("state", kind))
    wanted = sa.select(*_but(old, "state"), _as_text(old.c.state))
    _copy(connection, wanted, new, lambda row: _talk_anew(row, change, kind))
    _write_turns_anew(connection, change, kind)
    for name in ("turns", "conversations"):
        op.drop_table(f"old_{name}")


def _write_turns_anew(connection: sa.Connection, change: Change, kind: Kind) -> None:
    whole = ("conversation_id", "number", "event_id", "reply")
    old = sa.table("old_turns", *_columns(*whole, "record"), sa.column("received_at", _MOMENT))
    new = sa.table("turns", *_columns(*whole), sa.column("received_at", _MOMENT), sa.column("record", kind))
    talks = sa.table("conversations", *_columns("id", "person_id"))
    wanted = sa.select(*_but(old, "record"), _as_text(old.c.record), talks.c.person_id)
    wanted = wanted.join_from(old, talks, talks.c.id == old.c.conversation_id)
    _copy(connection, wanted, new, lambda row: _turn_anew(row, change, kind))


def _talk_anew(row: Row, change: Change, kind: Kind) -> Row:
    text = change(str(row["person_id"]), f"conversations|{row['id']}|state", str(row["state"]))
    return {**row, "state": _of_kind(kind, text)}


def _turn_anew(row: Row, change: Change, kind: Kind) -> Row:
    owner, place = str(row.pop("person_id")), f"turns|{row['conversation_id']}|{row['number']}"
    reply = change(owner, f"{place}|reply", str(row["reply"]))
    record = change(owner, f"{place}|record", str(row["record"]))
    return {**row, "reply": reply, "record": _of_kind(kind, record)}


def _create_talks(kind: Kind) -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(200), nullable=False),
        sa.Column("person_id", sa.String(200), nullable=False),
        sa.Column("state", kind, nullable=False),
        sa.Column("turns", sa.Integer(), nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
    )
    op.create_index("ix_conversations_person_id", "conversations", ["person_id"])
    op.create_table(
        "turns",
        sa.Column("conversation_id", sa.String(200), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(200), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("record", kind, nullable=False),
        sa.Column("received_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name="fk_turns_conversation_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("conversation_id", "number", name="pk_turns"),
    )


def _change_blocks(connection: sa.Connection, change: Change, kind: Kind) -> None:
    """The blocks of letters that are still to go, in a column of the other kind."""
    op.add_column("outbox", sa.Column("new_blocks", kind, nullable=True))
    outbox = sa.table("outbox", *_columns("id", "digest", "lane", "owner", "blocks"), sa.column("new_blocks", kind))
    lanes = sa.table("lanes", *_columns("lane", "person_id"))
    owner = sa.func.coalesce(outbox.c.owner, lanes.c.person_id, outbox.c.lane).label("owner")
    wanted = sa.select(outbox.c.id, outbox.c.digest, owner, _as_text(outbox.c.blocks)).where(
        outbox.c.blocks.is_not(None)
    )
    for row in _read(connection, wanted.outerjoin_from(outbox, lanes, lanes.c.lane == outbox.c.lane)):
        text = change(str(row["owner"]), f"outbox|{row['digest']}|blocks", str(row["blocks"]))
        new = {"owner": row["owner"], "new_blocks": _of_kind(kind, text)}
        connection.execute(sa.update(outbox).where(outbox.c.id == row["id"]).values(new))
    op.drop_column("outbox", "blocks")
    op.alter_column("outbox", "new_blocks", new_column_name="blocks")


def _change_texts(connection: sa.Connection, change: Change) -> None:
    """The texts that stay where they are, in columns of the kind that they had."""
    for name, key, owner, row_is, texts in (
        ("inbox", ("id",), "person_id", ("event_key",), ("text",)),
        ("outbox", ("id",), "owner", ("digest",), ("text",)),
        ("commitments", ("id",), "person_id", ("conversation_id", "session"), ("what", "when", "with_whom", "if_then")),
        ("feedback", ("person_id", "channel", "ts"), "person_id", ("person_id", "channel", "ts"), ("words",)),
    ):
        table = sa.table(name, *_columns(*dict.fromkeys((*key, owner, *row_is, *texts))))
        some = sa.or_(*(table.c[text].is_not(None) for text in texts))
        for row in _read(connection, sa.select(table).where(some)):
            place = "|".join([name, *(str(row[one]) for one in row_is)])
            new = {
                one: change(str(row[owner]), f"{place}|{one}", str(row[one])) for one in texts if row[one] is not None
            }
            connection.execute(sa.update(table).where(*(table.c[one] == row[one] for one in key)).values(new))


def _copy(connection: sa.Connection, wanted: sa.Executable, into: sa.TableClause, anew: Callable[[Row], Row]) -> None:
    """Write what is wanted of one table into another, however much it is, some at a time."""
    with connection.execute(wanted, execution_options={"yield_per": _BATCH}) as result:
        for rows in result.mappings().partitions():
            connection.execute(sa.insert(into), [anew(dict(row)) for row in rows])


def _read(connection: sa.Connection, wanted: sa.Executable) -> list[Row]:
    """Rows, taken whole before any of them is changed."""
    return [dict(row) for row in connection.execute(wanted).mappings()]


def _columns(*names: str) -> list[sa.ColumnClause[object]]:
    return [sa.column(name) for name in names]


def _but(table: sa.TableClause, name: str) -> list[sa.ColumnElement[object]]:
    return [one for one in table.c if one.name != name]


def _as_text(column: sa.ColumnElement[object]) -> sa.Label[str]:
    """As it is written, where a database would give what it means."""
    return sa.cast(column, sa.Text()).label(str(column.key))


def _of_kind(kind: Kind, text: str) -> object:
    return from_json(text) if isinstance(kind, sa.JSON) else text
