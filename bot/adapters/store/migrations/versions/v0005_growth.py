"""What a doctor's own growth is told from: attempts, counted, and the situations worked on. It only adds."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; a coach that knows nothing of them goes on working beside them."""
    op.create_table(
        "attempts",
        sa.Column("conversation_id", sa.String(200), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("person_id", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("asking", sa.Integer(), nullable=False),
        sa.Column("telling", sa.Integer(), nullable=False),
        sa.Column("end", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "turn", name="pk_attempts"),
    )
    op.create_index("ix_attempts_person_id", "attempts", ["person_id"])
    op.create_table(
        "worked_on",
        sa.Column("conversation_id", sa.String(200), nullable=False),
        sa.Column("session", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("person_id", sa.String(200), nullable=False),
        sa.Column("situation", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "session", name="pk_worked_on"),
    )
    op.create_index("ix_worked_on_person_id", "worked_on", ["person_id"])


def downgrade() -> None:
    """Drop them: what was counted is lost, and nothing else."""
    op.drop_table("worked_on")
    op.drop_table("attempts")
