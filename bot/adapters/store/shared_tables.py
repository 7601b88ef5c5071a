"""The tables of what replicas share beside talks: the tokens that each person used, and the published index."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
)

from bot.adapters.store.columns import Instant
from bot.adapters.store.schema import METADATA

MODEL_USE = Table(
    "model_use",
    METADATA,
    Column("person_id", String(160), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("input_tokens", Integer, nullable=False),
    Column("cached_tokens", Integer, nullable=False),
    Column("output_tokens", Integer, nullable=False),
    Column("calls", Integer, nullable=False),
    Column("cost", Float),
    Index("ix_model_use_day", "day"),
)
"""One row a person and day (UTC) on which a chat model was asked for them. `cost` is NULL where no prices are set."""

INDEX_VERSIONS = Table(
    "index_versions",
    METADATA,
    Column("version", String(80), primary_key=True),
    Column("encoder", String(200), nullable=False),
    Column("files", JSON, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("published_at", Instant, nullable=False),
)
"""One row a published index. `files` gives the size and the SHA-256 of each, by its name."""

INDEX_PARTS = Table(
    "index_parts",
    METADATA,
    Column("version", ForeignKey("index_versions.version", ondelete="CASCADE"), primary_key=True),
    Column("file", String(200), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""The files of published indexes, in pieces of a few megabytes."""

INDEX_CURRENT = Table(
    "index_current",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version", String(80), nullable=False),
    Column("previous", String(80), nullable=False),
)
"""One row: which published index is to be read, and which was before it ("": none)."""

INDEX_READERS = Table(
    "index_readers",
    METADATA,
    Column("reader", String(80), primary_key=True),
    Column("version", String(80), nullable=False),
    Column("seen_at", Instant, nullable=False),
)
"""One row a process that reads an index, which one, and when it last said so."""
