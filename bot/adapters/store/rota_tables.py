"""The table of a doctor's rota: when they are on nights, away or off, so that reminders keep out of it."""

from sqlalchemy import Column, Date, String, Table

from bot.adapters.store.columns import Instant
from bot.adapters.store.schema import METADATA

ROTA = Table(
    "rota",
    METADATA,
    Column("person_id", String(160), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("first", Date, primary_key=True),
    Column("last", Date, nullable=False),
    Column("at", Instant, nullable=False),
)
"""One row a span of days; there are no words in it. `at` is when it is over and may go."""
