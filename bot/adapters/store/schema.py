"""The tables, as they stand after the newest migration."""

from sqlalchemy import JSON, Column, DateTime, ForeignKey, Integer, MetaData, String, Table, Text

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
    Column("state", JSON, nullable=False),
    Column("turns", Integer, nullable=False),
    Column("updated_at", DateTime(timezone=True)),
)
"""One row a conversation: where it stands. `updated_at` is when its last message was received, where that is known."""

TURNS = Table(
    "turns",
    METADATA,
    Column("conversation_id", ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("event_id", String(200), nullable=False),
    Column("reply", Text, nullable=False),
    Column("record", JSON, nullable=False),
    Column("received_at", DateTime(timezone=True)),
)
"""One row a turn: the whole record, and the reply apart so that it can be read without the rest."""
