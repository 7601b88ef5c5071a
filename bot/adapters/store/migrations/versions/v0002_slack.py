"""The post office (inbox, outbox, lanes, workers), people and what is kept of them, and installed workspaces."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TABLES = (
    "oauth_states",
    "workspaces",
    "feedback",
    "commitments",
    "people",
    "workers",
    "lanes",
    "outbox",
    "inbox",
)


def upgrade() -> None:
    """Create the tables with their indexes."""
    _inbox()
    _outbox()
    _lanes()
    _people()
    _commitments()
    _feedback()
    _workspaces()


def downgrade() -> None:
    """Drop them; what was waiting in them is lost, conversations are not."""
    for table in _TABLES:
        op.drop_table(table)


def _moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _flag(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _word(name: str, length: int, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _partial(name: str, table: str, columns: list[str], *, sqlite: str, postgresql: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(sqlite), postgresql_where=sa.text(postgresql))


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", sa.Integer(), nullable=False),
        _word("event_key", 64, nullable=False),
        _word("place_key", 64),
        _word("client_key", 64),
        _flag("open"),
        _word("fate", 16),
        _word("team", 64),
        _word("lane", 160),
        _word("person_id", 160),
        _word("event_id", 200),
        _word("client_msg_id", 200),
        _word("kind", 16),
        _word("sent", 40),
        _word("ts", 40),
        _word("thread_ts", 40),
        _word("about_ts", 40),
        sa.Column("text", sa.Text(), nullable=True),
        _flag("identifiable"),
        _flag("urgent"),
        _moment("received_at"),
        sa.Column("turn", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_inbox_event_key", "inbox", ["event_key"], unique=True)
    op.create_index("uq_inbox_place_key", "inbox", ["place_key"], unique=True)
    op.create_index("uq_inbox_client_key", "inbox", ["client_key"], unique=True)
    op.create_index("ix_inbox_place", "inbox", ["lane", "ts"])
    op.create_index("ix_inbox_person_id", "inbox", ["person_id"])
    _partial("ix_inbox_open", "inbox", ["lane", "sent", "id"], sqlite="open = 1", postgresql="open")


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        _word("digest", 64, nullable=False),
        _word("key", 200),
        _flag("open"),
        _word("state", 16, nullable=False),
        _word("team", 64),
        _word("lane", 160),
        _word("to", 64),
        _word("thread_ts", 40),
        _word("action", 16, nullable=False),
        _word("about_ts", 40),
        _flag("urgent"),
        sa.Column("turn", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("blocks", sa.JSON(), nullable=True),
        _moment("due"),
        _moment("not_before"),
        _moment("created_at", nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _flag("doubtful"),
        _moment("tried_at"),
        _word("process", 32),
        _word("place", 160),
        _word("ts", 40),
        _word("code", 80),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_outbox_digest", "outbox", ["digest"], unique=True)
    op.create_index("ix_outbox_place", "outbox", ["place", "ts"])
    op.create_index("ix_outbox_turn", "outbox", ["lane", "turn"])
    _partial("ix_outbox_failed", "outbox", ["id"], sqlite="state = 'failed'", postgresql="state = 'failed'")
    _partial("ix_outbox_open", "outbox", ["lane", "id"], sqlite="open = 1", postgresql="open")


def _lanes() -> None:
    op.create_table(
        "lanes",
        _word("lane", 160, nullable=False),
        _word("team", 64, nullable=False),
        _word("person_id", 160),
        _flag("direct"),
        _word("last", 40, nullable=False),
        _word("token", 32),
        _word("process", 32),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("consented", sa.Integer(), nullable=False),
        _flag("held"),
        sa.PrimaryKeyConstraint("lane", name="pk_lanes"),
    )
    op.create_index("ix_lanes_team", "lanes", ["team"])
    op.create_index("ix_lanes_person_id", "lanes", ["person_id"])
    op.create_table(
        "workers",
        _word("owner", 80, nullable=False),
        _word("process", 32, nullable=False),
        _moment("beat_at", nullable=False),
        sa.PrimaryKeyConstraint("owner", name="pk_workers"),
    )


def _people() -> None:
    op.create_table(
        "people",
        _word("id", 160, nullable=False),
        _word("team", 64, nullable=False),
        _word("channel", 64, nullable=False),
        _word("timezone", 80, nullable=False),
        sa.Column("consented", sa.Integer(), nullable=False),
        _moment("consented_at"),
        _flag("paused"),
        _flag("reminders"),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )
    op.create_index("ix_people_team", "people", ["team"])


def _commitments() -> None:
    op.create_table(
        "commitments",
        sa.Column("id", sa.Integer(), nullable=False),
        _word("person_id", 160, nullable=False),
        _word("conversation_id", 200, nullable=False),
        sa.Column("session", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("when", sa.Text(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("with_whom", sa.Text(), nullable=True),
        sa.Column("if_then", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Integer(), nullable=True),
        _moment("made_at", nullable=False),
        _word("outcome", 16, nullable=False),
        _moment("outcome_at"),
        _moment("remind_at"),
        _moment("reminded_at"),
        sa.PrimaryKeyConstraint("id", name="pk_commitments"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_commitments_person_id", "commitments", ["person_id"])
    op.create_index("uq_commitments_session", "commitments", ["conversation_id", "session"], unique=True)
    unasked = "reminded_at IS NULL"
    _partial("ix_commitments_remind_at", "commitments", ["remind_at"], sqlite=unasked, postgresql=unasked)


def _feedback() -> None:
    op.create_table(
        "feedback",
        _word("person_id", 160, nullable=False),
        _word("channel", 64, nullable=False),
        _word("ts", 40, nullable=False),
        _word("value", 16, nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        _moment("at", nullable=False),
        sa.PrimaryKeyConstraint("person_id", "channel", "ts", name="pk_feedback"),
    )


def _workspaces() -> None:
    op.create_table(
        "workspaces",
        _word("team", 64, nullable=False),
        sa.Column("bot_token", sa.Text(), nullable=False),
        _word("bot_id", 64, nullable=False),
        _word("bot_user", 64, nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        _word("enterprise", 64, nullable=False),
        _word("name", 200, nullable=False),
        _word("app_id", 64, nullable=False),
        _word("installer", 64, nullable=False),
        _moment("installed_at", nullable=False),
        sa.PrimaryKeyConstraint("team", name="pk_workspaces"),
    )
    op.create_table(
        "oauth_states",
        _word("digest", 64, nullable=False),
        _moment("expires", nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_oauth_states"),
    )
