"""The tables of keys: one a doctor (sealing all their words), and a few of the store's own, all wrapped."""

from sqlalchemy import Column, String, Table, Text

from bot.adapters.store.columns import Instant
from bot.adapters.store.schema import METADATA

KEYS = Table(
    "keys",
    METADATA,
    Column("owner", String(200), primary_key=True),
    Column("key_id", String(32), primary_key=True),
    Column("wrapped", Text, nullable=False),
    Column("made_at", Instant, nullable=False),
)
"""The newest of an owner's seals; another is there only while everything is sealed anew with it."""

SECRETS = Table(
    "secrets",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("wrapped", Text, nullable=False),
)
"""Keys of the store's own: `search`, `record`, `pseudonyms`, `counted`."""
