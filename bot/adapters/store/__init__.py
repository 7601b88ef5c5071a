"""Conversations kept with SQLAlchemy Core: SQLite by default, any URL that SQLAlchemy takes by setting."""
