"""Runs migrations on the connection that the store hands over, which carries the keyring as its engine does."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
