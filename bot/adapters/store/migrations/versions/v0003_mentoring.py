"""Keys, mentoring, and everybody's words sealed."""

from alembic import op

from bot.adapters.store.key_tables import KEYS, SECRETS
from bot.adapters.store.mentoring import tables

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NEW = (
    KEYS, SECRETS, tables.STAFF, tables.STAFF_SESSIONS, tables.STAFF_DOORS, tables.RECORD, tables.RECORD_HEAD,
    tables.SHARES, tables.SHARED_WORDS, tables.REVIEW_EVENTS, tables.SHARE_TAGS, tables.TALLIES, tables.COUNTED,
    tables.RELEASES,
)  # fmt: skip


def upgrade() -> None:
    """Create the tables."""
    for table in _NEW:
        table.create(op.get_bind())


def downgrade() -> None:
    """Drop them."""
    for table in reversed(_NEW):
        table.drop(op.get_bind())
