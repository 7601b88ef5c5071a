"""Every table of the store, whoever reads it: a schema made from here is whole."""

from bot.adapters.store import growth_tables, key_tables, mentoring_tables, rota_tables, shared_tables
from bot.adapters.store.schema import METADATA

MODULES = (growth_tables, key_tables, mentoring_tables, rota_tables, shared_tables)
"""Loading one enters its tables into the metadata; a test finds one that is missing here."""

__all__ = ["METADATA"]
