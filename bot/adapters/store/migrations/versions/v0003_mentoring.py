"""Keys, mentoring, and everybody's words sealed."""

from alembic import op

from bot.adapters.store.migrations import sealing_0003, tables_0003

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, and seal what is there."""
    tables_0003.create()
    sealing_0003.seal(op.get_bind())


def downgrade() -> None:
    """Open what was sealed, and drop the tables: shares, reviews and the record are lost, conversations are not."""
    sealing_0003.unseal(op.get_bind())
    tables_0003.drop()
