"""What replicas share: the tokens that each person used, and the published index. It only adds."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TABLES = ("index_readers", "index_current", "index_parts", "index_versions", "model_use")


def upgrade() -> None:
    """Create the tables; a coach that knows nothing of them goes on working beside them."""
    _model_use()
    _index()


def downgrade() -> None:
    """Drop them: what was counted is lost, and the index is to be published again."""
    for table in _TABLES:
        op.drop_table(table)


def _number(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _word(name: str, length: int) -> sa.Column[object]:
    return sa.Column(name, sa.String(length), nullable=False)


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _model_use() -> None:
    op.create_table(
        "model_use",
        _word("person_id", 160),
        sa.Column("day", sa.Date(), nullable=False),
        *map(_number, ("input_tokens", "cached_tokens", "output_tokens", "calls")),
        sa.Column("cost", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("person_id", "day", name="pk_model_use"),
    )
    op.create_index("ix_model_use_day", "model_use", ["day"])


def _index() -> None:
    op.create_table(
        "index_versions",
        _word("version", 80),
        _word("encoder", 200),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        _moment("published_at"),
        sa.PrimaryKeyConstraint("version", name="pk_index_versions"),
    )
    op.create_table(
        "index_parts",
        _word("version", 80),
        _word("file", 200),
        _number("part"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version"], ["index_versions.version"], name="fk_index_parts_version", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("version", "file", "part", name="pk_index_parts"),
    )
    op.create_table(
        "index_current",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        _word("version", 80),
        _word("previous", 80),
        sa.PrimaryKeyConstraint("id", name="pk_index_current"),
    )
    op.create_table(
        "index_readers",
        _word("reader", 80),
        _word("version", 80),
        _moment("seen_at"),
        sa.PrimaryKeyConstraint("reader", name="pk_index_readers"),
    )
