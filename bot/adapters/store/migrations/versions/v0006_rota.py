"""A doctor's rota and quiet hours, and what may stop a commitment and was learnt from it. It only adds."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_ADDED = (
    ("people", "quiet_from", sa.Integer),
    ("people", "quiet_to", sa.Integer),
    ("commitments", "obstacle", sa.Text),
    ("commitments", "learned", sa.Text),
)


def upgrade() -> None:
    """Create the table, and columns that may be empty; a coach that knows nothing of them goes on working."""
    op.create_table(
        "rota",
        sa.Column("person_id", sa.String(160), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "kind", "first", name="pk_rota"),
    )
    for table, name, kind in _ADDED:
        op.add_column(table, sa.Column(name, kind(), nullable=True))


def downgrade() -> None:
    """Drop them: what was told of a rota and taken from commitments is lost, and nothing else."""
    for table, name, _ in reversed(_ADDED):
        op.drop_column(table, name)
    op.drop_table("rota")
