"""The tables of what a doctor's own growth is told from, beside what they decided to do."""

from sqlalchemy import Column, Integer, String, Table, Text

from bot.adapters.store.columns import Instant
from bot.adapters.store.schema import METADATA

ATTEMPTS = Table(
    "attempts",
    METADATA,
    Column("conversation_id", String(200), primary_key=True),
    Column("turn", Integer, primary_key=True, autoincrement=False),
    Column("person_id", String(200), nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("about", Text, nullable=False),
    Column("asking", Integer, nullable=False),
    Column("telling", Integer, nullable=False),
    Column("end", Text, nullable=False),
)
"""One row a rehearsal or draft, by the turn that ended it: numbers, and names of ours, sealed as words are."""

WORKED_ON = Table(
    "worked_on",
    METADATA,
    Column("conversation_id", String(200), primary_key=True),
    Column("session", Integer, primary_key=True, autoincrement=False),
    Column("person_id", String(200), nullable=False, index=True),
    Column("situation", Text, nullable=False),
    Column("at", Instant, nullable=False),
)
"""One row a session that came to a situation: which, by its name of ours, sealed, and when it was last worked on."""

GROWTH = (ATTEMPTS, WORKED_ON)
"""Both, for what goes through all that is kept of a person."""
