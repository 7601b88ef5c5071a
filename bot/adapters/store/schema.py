"""The tables, as they stand after the newest migration. Every text of somebody's is sealed (`store.vault`)."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    text,
)

from bot.adapters.store.columns import Instant

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

CONVERSATIONS = Table(
    "conversations",
    METADATA,
    Column("id", String(200), primary_key=True),
    Column("person_id", String(200), nullable=False, index=True),
    Column("state", Text, nullable=False),
    Column("turns", Integer, nullable=False),
    Column("updated_at", Instant),
)
"""One row a conversation: where it stands. `updated_at` is when its last message was received, where that is known."""

TURNS = Table(
    "turns",
    METADATA,
    Column("conversation_id", ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("event_id", String(200), nullable=False),
    Column("reply", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("received_at", Instant),
)
"""One row a turn: the whole record, and the reply apart so that it can be read without the rest."""


def _while_open(name: str, *columns: str) -> Index:
    """An index over the rows that are still to be done: as quick after a year as on the first day."""
    return Index(name, *columns, sqlite_where=text("open = 1"), postgresql_where=text("open"))


INBOX = Table(
    "inbox",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("event_key", String(64), nullable=False),
    Column("place_key", String(64)),
    Column("client_key", String(64)),
    Column("open", Boolean, nullable=False),
    Column("fate", String(16)),
    Column("team", String(64)),
    Column("lane", String(160)),
    Column("person_id", String(160)),
    Column("event_id", String(200)),
    Column("client_msg_id", String(200)),
    Column("kind", String(16)),
    Column("sent", String(40)),
    Column("ts", String(40)),
    Column("thread_ts", String(40)),
    Column("about_ts", String(40)),
    Column("text", Text),
    Column("identifiable", Boolean, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("received_at", Instant),
    Column("turn", Integer),
    Index("uq_inbox_event_key", "event_key", unique=True),
    Index("uq_inbox_place_key", "place_key", unique=True),
    Index("uq_inbox_client_key", "client_key", unique=True),
    Index("ix_inbox_place", "lane", "ts"),
    Index("ix_inbox_person_id", "person_id"),
    _while_open("ix_inbox_open", "lane", "sent", "id"),
    sqlite_autoincrement=True,
)
"""One row a gesture, for good. The three keys are digests, by which a gesture is known again, and name nobody; the
text goes as soon as it is done, and everything but the keys goes when its person is erased. `turn` is the turn that
answered it.
"""

OUTBOX = Table(
    "outbox",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("key", String(200)),
    Column("open", Boolean, nullable=False),
    Column("state", String(16), nullable=False),
    Column("team", String(64)),
    Column("lane", String(160)),
    Column("to", String(64)),
    Column("thread_ts", String(40)),
    Column("action", String(16), nullable=False),
    Column("about_ts", String(40)),
    Column("urgent", Boolean, nullable=False),
    Column("turn", Integer),
    Column("text", Text),
    Column("blocks", Text),
    Column("owner", String(200), index=True),
    Column("due", Instant),
    Column("not_before", Instant),
    Column("created_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("doubtful", Boolean, nullable=False),
    Column("tried_at", Instant),
    Column("process", String(32)),
    Column("place", String(160)),
    Column("ts", String(40)),
    Column("code", String(80)),
    Index("uq_outbox_digest", "digest", unique=True),
    Index("ix_outbox_place", "place", "ts"),
    Index("ix_outbox_turn", "lane", "turn"),
    Index("ix_outbox_failed", "id", sqlite_where=text("state = 'failed'"), postgresql_where=text("state = 'failed'")),
    _while_open("ix_outbox_open", "lane", "id"),
    sqlite_autoincrement=True,
)
"""One row a letter; its id is never another's, not even when it was erased while it was being sent.

`state` is `pending`, `sending` (by `process`), `sent`, `failed` or `dropped`; words and blocks, sealed with the key of
`owner`, go as soon as it is none of the first two. `place` and `ts` are where the channel has it; `digest` is of its
key.
"""

LANES = Table(
    "lanes",
    METADATA,
    Column("lane", String(160), primary_key=True),
    Column("team", String(64), nullable=False, index=True),
    Column("person_id", String(160), index=True),
    Column("direct", Boolean, nullable=False),
    Column("last", String(40), nullable=False),
    Column("token", String(32)),
    Column("process", String(32)),
    Column("seen", Integer, nullable=False),
    Column("consented", Integer, nullable=False),
    Column("held", Boolean, nullable=False),
)
"""One row a lane: who holds it (`token`, `process`), up to where its inbox and which consent the holder saw, and
whether it is `held` until its person consents. `last` is the time stamp of the last thing taken in.
"""

WORKERS = Table(
    "workers",
    METADATA,
    Column("owner", String(80), primary_key=True),
    Column("process", String(32), nullable=False),
    Column("beat_at", Instant, nullable=False),
)
"""One row a replica, by name; `process` is new each time it starts, so that what it held before is nobody's."""

PEOPLE = Table(
    "people",
    METADATA,
    Column("id", String(160), primary_key=True),
    Column("team", String(64), nullable=False, index=True),
    Column("channel", String(64), nullable=False),
    Column("timezone", String(80), nullable=False),
    Column("consented", Integer, nullable=False),
    Column("consented_at", Instant),
    Column("paused", Boolean, nullable=False),
    Column("reminders", Boolean, nullable=False),
    Column("quiet_from", Integer),
    Column("quiet_to", Integer),
)
"""`quiet_from` and `quiet_to` are hours of the doctor's own; NULL where they have the usual ones."""

COMMITMENTS = Table(
    "commitments",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("person_id", String(160), nullable=False, index=True),
    Column("conversation_id", String(200), nullable=False),
    Column("session", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("when", Text),
    Column("due", Date),
    Column("with_whom", Text),
    Column("if_then", Text),
    Column("confidence", Integer),
    Column("made_at", Instant, nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("outcome_at", Instant),
    Column("remind_at", Instant),
    Column("reminded_at", Instant),
    Column("obstacle", Text),
    Column("learned", Text),
    Index("uq_commitments_session", "conversation_id", "session", unique=True),
    Index(
        "ix_commitments_remind_at",
        "remind_at",
        sqlite_where=text("reminded_at IS NULL"),
        postgresql_where=text("reminded_at IS NULL"),
    ),
    sqlite_autoincrement=True,
)
"""What a session closed with. `remind_at` is NULL where it is not to be asked about."""
COMMITTED = ("what", "when", "with_whom", "if_then", "obstacle", "learned")
"""What is sealed of a commitment."""

FEEDBACK = Table(
    "feedback",
    METADATA,
    Column("person_id", String(160), primary_key=True),
    Column("channel", String(64), primary_key=True),
    Column("ts", String(40), primary_key=True),
    Column("value", String(16), nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("words", Text, nullable=False),
    Column("at", Instant, nullable=False),
)

WORKSPACES = Table(
    "workspaces",
    METADATA,
    Column("team", String(64), primary_key=True),
    Column("bot_token", Text, nullable=False),
    Column("bot_id", String(64), nullable=False),
    Column("bot_user", String(64), nullable=False),
    Column("scopes", JSON, nullable=False),
    Column("enterprise", String(64), nullable=False),
    Column("name", String(200), nullable=False),
    Column("app_id", String(64), nullable=False),
    Column("installer", String(64), nullable=False),
    Column("installed_at", Instant, nullable=False),
)
"""Installed workspaces; `bot_token` is sealed."""

OAUTH_STATES = Table(
    "oauth_states",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("expires", Instant, nullable=False),
)
"""Installations that have begun, by a digest of their state."""
