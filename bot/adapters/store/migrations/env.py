"""Runs migrations on the connection that the store hands over."""

from alembic import context

from bot.adapters.store import key_tables
from bot.adapters.store.mentoring import tables
from bot.adapters.store.schema import METADATA

assert key_tables.METADATA is tables.METADATA is METADATA  # noqa: S101
connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
