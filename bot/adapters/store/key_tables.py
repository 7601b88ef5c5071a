"""The tables of keys: one a doctor (sealing all their words), and a few of the store's own, all wrapped."""

from sqlalchemy import Column, String, Table, Text

from bot.adapters.store.columns import Instant
from bot.adapters.store.schema import METADATA

KEYS = Table(
    "keys",
    METADATA,
    Column("owner", String(200), primary_key=True),
    Column("wrapped", Text, nullable=False),
    Column("made_at", Instant, nullable=False, index=True),
)
"""One key an owner: a person, or a lane whose person is not known. `made_at` is when it was made or renewed."""

SECRETS = Table(
    "secrets",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("wrapped", Text, nullable=False),
)
"""Keys of the store's own: `search`, `record`, `pseudonyms`, `counted`."""
