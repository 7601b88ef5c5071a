"""The tables of mentoring. What holds somebody's words is sealed with the doctor's own key (`store.vault`)."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text

from bot.adapters.store.columns import Instant
from bot.adapters.store.schema import METADATA

STAFF = Table(
    "staff",
    METADATA,
    Column("id", String(160), primary_key=True),
    Column("team", String(64), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("roles", JSON, nullable=False),
    Column("assesses", JSON, nullable=False),
    Column("assesses_all", Boolean, nullable=False),
    Column("added_at", Instant, nullable=False),
)
"""Who has a role now; what they had before is in the record."""

STAFF_SESSIONS = Table(
    "staff_sessions",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("staff_id", String(160), nullable=False, index=True),
    Column("csrf", String(64), nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
)

STAFF_DOORS = Table(
    "staff_doors",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("staff_id", String(160), nullable=False),
    Column("nonce", String(64), nullable=False),
    Column("expires", Instant, nullable=False),
)
"""Ways in that are used once: sign-ins that have begun (`state`), and links (`link`)."""

RECORD = Table(
    "record",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("actor", String(160), nullable=False),
    Column("act", String(24), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("detail", String(400), nullable=False),
    Column("mac", String(64), nullable=False),
    Index("ix_record_subject", "subject", "act"),
)
"""The record: each `mac` is keyed, over the entry and the one before it."""

RECORD_HEAD = Table(
    "record_head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("mac", String(64), nullable=False),
)
"""One row: up to where the record goes, keyed, so that its end cannot be cut off unseen."""

SHARES = Table(
    "shares",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("person_id", String(160), nullable=False, index=True),
    Column("conversation_id", String(200), nullable=False),
    Column("session", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("turns", Integer, nullable=False),
    Column("mentor_id", String(160), nullable=False),
    Column("purpose", String(16), nullable=False),
    Column("for_cases", Boolean, nullable=False),
    Column("name", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("left_out", Text, nullable=False),
    Column("situation", String(64), nullable=False),
    Column("stage", String(24), nullable=False),
    Column("safety", Boolean, nullable=False),
    Column("status", String(16), nullable=False),
    Column("flagged", Boolean, nullable=False),
    Column("unread", Integer, nullable=False),
    Column("shared_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    Index("ix_shares_talk", "conversation_id", "session"),
    Index("ix_shares_queue", "mentor_id", "withdrawn_at", "shared_at"),
)
"""One row a share. `name`, `note` and `left_out` (a JSON list) are sealed. `status`, `flagged` and `unread` sum up the
events of its mentor, so that a queue is read without opening every review.
"""

SHARED_WORDS = Table(
    "shared_words",
    METADATA,
    Column("share_id", ForeignKey("shares.id", ondelete="CASCADE"), primary_key=True),
    Column("word", String(32), primary_key=True),
    Index("ix_shared_words_word", "word", "share_id"),
)
"""What a share is found by: a keyed digest of each stem in it. Gone when it is withdrawn, over or erased."""

REVIEW_EVENTS = Table(
    "review_events",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("share_id", ForeignKey("shares.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("uid", String(36), nullable=False),
    Column("author", String(160), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("turn", Integer),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("about", Integer),
    Column("at", Instant, nullable=False),
    sqlite_autoincrement=True,
)
"""Reviews, appended. `name` and `text` are sealed with the key of the doctor whose talk it is about ("" where there is
none), for the place that `uid` names: the id is not known before the row is there.
"""

SHARE_TAGS = Table(
    "share_tags",
    METADATA,
    Column("share_id", ForeignKey("shares.id", ondelete="CASCADE"), primary_key=True),
    Column("tag", String(32), primary_key=True),
    Column("sealed", Text, nullable=False),
    Index("ix_share_tags_tag", "tag", "share_id"),
)
"""Which tags stand on a share, summed up from its events: `tag` is a keyed digest to filter by, `sealed` says it."""

TALLIES = Table(
    "tallies",
    METADATA,
    Column("conversation_id", String(200), primary_key=True),
    Column("session", Integer, primary_key=True),
    Column("person_id", String(160), nullable=False, index=True),
    Column("counts", Text, nullable=False),
    Column("at", Instant, nullable=False),
)
"""What a session adds to the cohort's figures, of those only who agreed to be counted, or who shared it.

`counts` is sealed with the doctor's key: nobody reads in the database what came up in whose session.
"""

COUNTED = Table(
    "counted",
    METADATA,
    Column("person_id", String(160), primary_key=True),
    Column("since", Instant, nullable=False),
)
"""Who agreed to be counted."""

RELEASES = Table(
    "releases",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("made_on", Date, nullable=False),
    Column("figures", JSON, nullable=False),
    Column("people", JSON, nullable=False),
    sqlite_autoincrement=True,
)
"""The cohort's figures as they were told last: one row. `people` are keyed digests of who was counted, to tell how many
have changed.
"""
