"""The tables that migration 0003 brings, as they were then: keys, and mentoring."""

import sqlalchemy as sa
from alembic import op

_TABLES = (
    "releases",
    "counted",
    "tallies",
    "share_tags",
    "review_events",
    "shared_words",
    "shares",
    "record_head",
    "record",
    "staff_doors",
    "staff_sessions",
    "staff",
    "secrets",
    "keys",
)


def create() -> None:
    """Create them with their indexes."""
    _keys()
    _staff()
    _record()
    _shares()
    _reviews()
    _cohort()


def drop() -> None:
    """Drop them."""
    for table in _TABLES:
        op.drop_table(table)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _flag(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _word(name: str, length: int) -> sa.Column[object]:
    return sa.Column(name, sa.String(length), nullable=False)


def _text(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _json(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _of_share(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["share_id"], ["shares.id"], name=f"fk_{table}_share_id", ondelete="CASCADE")


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _keys() -> None:
    op.create_table("keys", _word("owner", 200), _text("wrapped"), _moment("made_at"), _key("keys", "owner"))
    op.create_index("ix_keys_made_at", "keys", ["made_at"])
    op.create_table("secrets", _word("name", 40), _text("wrapped"), _key("secrets", "name"))


def _staff() -> None:
    op.create_table(
        "staff",
        _word("id", 160),
        _word("team", 64),
        _word("name", 200),
        _json("roles"),
        _json("assesses"),
        _flag("assesses_all"),
        _moment("added_at"),
        _key("staff", "id"),
    )
    op.create_index("ix_staff_team", "staff", ["team"])
    op.create_table(
        "staff_sessions",
        _word("digest", 64),
        _word("staff_id", 160),
        _word("csrf", 64),
        _moment("started_at"),
        _moment("seen_at"),
        _key("staff_sessions", "digest"),
    )
    op.create_index("ix_staff_sessions_staff_id", "staff_sessions", ["staff_id"])
    op.create_table(
        "staff_doors",
        _word("digest", 64),
        _word("kind", 16),
        _word("staff_id", 160),
        _word("nonce", 64),
        _moment("expires"),
        _key("staff_doors", "digest"),
    )


def _record() -> None:
    op.create_table(
        "record",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        _moment("at"),
        _word("actor", 160),
        _word("act", 24),
        _word("subject", 200),
        _word("detail", 400),
        _word("mac", 64),
        _key("record", "number"),
    )
    op.create_index("ix_record_subject", "record", ["subject", "act"])
    op.create_table(
        "record_head",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        _number("number"),
        _word("mac", 64),
        _key("record_head", "id"),
    )


def _shares() -> None:
    op.create_table(
        "shares",
        _word("id", 36),
        _word("person_id", 160),
        _word("conversation_id", 200),
        *map(_number, ("session", "first", "last", "turns")),
        _word("mentor_id", 160),
        _word("purpose", 16),
        _flag("for_cases"),
        *map(_text, ("name", "note", "left_out")),
        _word("situation", 64),
        _word("stage", 24),
        _flag("safety"),
        _word("status", 16),
        _flag("flagged"),
        _number("unread"),
        _moment("shared_at"),
        _moment("expires_at"),
        _moment("withdrawn_at", nullable=True),
        _key("shares", "id"),
    )
    op.create_index("ix_shares_person_id", "shares", ["person_id"])
    op.create_index("ix_shares_talk", "shares", ["conversation_id", "session"])
    op.create_index("ix_shares_queue", "shares", ["mentor_id", "withdrawn_at", "shared_at"])
    op.create_table(
        "shared_words",
        _word("share_id", 36),
        _word("word", 32),
        _of_share("shared_words"),
        _key("shared_words", "share_id", "word"),
    )
    op.create_index("ix_shared_words_word", "shared_words", ["word", "share_id"])


def _reviews() -> None:
    op.create_table(
        "review_events",
        _number("id"),
        _word("share_id", 36),
        _word("uid", 36),
        _word("author", 160),
        _word("kind", 16),
        _number("turn", nullable=True),
        _text("name"),
        _text("text"),
        _number("about", nullable=True),
        _moment("at"),
        _of_share("review_events"),
        _key("review_events", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_review_events_share_id", "review_events", ["share_id"])
    op.create_table(
        "share_tags",
        _word("share_id", 36),
        _word("tag", 32),
        _text("sealed"),
        _of_share("share_tags"),
        _key("share_tags", "share_id", "tag"),
    )
    op.create_index("ix_share_tags_tag", "share_tags", ["tag", "share_id"])


def _cohort() -> None:
    op.create_table(
        "tallies",
        _word("conversation_id", 200),
        _number("session"),
        _word("person_id", 160),
        _text("counts"),
        _moment("at"),
        _key("tallies", "conversation_id", "session"),
    )
    op.create_index("ix_tallies_person_id", "tallies", ["person_id"])
    op.create_table("counted", _word("person_id", 160), _moment("since"), _key("counted", "person_id"))
    op.create_table(
        "releases",
        _number("id"),
        sa.Column("made_on", sa.Date(), nullable=False),
        _json("figures"),
        _json("people"),
        _key("releases", "id"),
        sqlite_autoincrement=True,
    )
