"""The tags that stand on shares: found by keyed digests, told from what is sealed with each doctor's key."""

import hmac
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Final

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, delete, exists, func, insert, select

from bot.adapters.store import vault
from bot.adapters.store.mentoring_tables import SHARE_TAGS, SHARES
from bot.adapters.store.vault import WRAPPED, opener, place, with_key

_HALF: Final = 16
"""Bytes of a digest that are kept, as of the words that shares are found by."""
_READ: Final = with_key(select(SHARE_TAGS, SHARES.c.person_id).join(SHARES), SHARES.c.person_id)


def put(connection: Connection, share_id: str, tags: Iterable[str]) -> None:
    """Let these stand on a share whose doctor's key is held, and no others."""
    connection.execute(delete(SHARE_TAGS).where(SHARE_TAGS.c.share_id == share_id))
    standing = sorted(tags)
    if not standing:
        return
    doctor = connection.execute(select(SHARES.c.person_id).where(SHARES.c.id == share_id)).scalar_one()
    keys = vault.locker(connection, doctor)
    rows = []
    for tag in standing:
        digest = _digest(connection, tag)
        rows.append({"share_id": share_id, "tag": digest, "sealed": keys.seal(_place(share_id, digest), tag)})
    connection.execute(insert(SHARE_TAGS), rows)


def stands(connection: Connection, tag: str) -> ColumnElement[bool]:
    """A condition on SHARES: that tag stands on it."""
    return exists().where(SHARE_TAGS.c.share_id == SHARES.c.id, SHARE_TAGS.c.tag == _digest(connection, tag))


def of_shares(connection: Connection, shares: Sequence[RowMapping]) -> Mapping[str, tuple[str, ...]]:
    """The tags of each of these shares, in order, by its id; of one without any, nothing."""
    wanted = SHARE_TAGS.c.share_id.in_([one["id"] for one in shares])
    found: defaultdict[str, list[str]] = defaultdict(list)
    for share_id, tag in _opened(connection, _READ.where(wanted)):
        found[share_id].append(tag)
    return {share_id: tuple(sorted(tags)) for share_id, tags in found.items()}


def among(connection: Connection, which: ColumnElement[bool]) -> tuple[str, ...]:
    """The tags that stand on any of the shares that meet a condition, each opened once, in order."""
    of_each = select(SHARE_TAGS.c.tag, func.min(SHARE_TAGS.c.share_id).label("share_id"))
    one = of_each.join(SHARES).where(which).group_by(SHARE_TAGS.c.tag).subquery()
    wanted = _READ.join(one, (one.c.tag == SHARE_TAGS.c.tag) & (one.c.share_id == SHARE_TAGS.c.share_id))
    return tuple(sorted({tag for _, tag in _opened(connection, wanted)}))


def _opened(connection: Connection, wanted: Select[tuple[object, ...]]) -> Iterator[tuple[str, str]]:
    for row in connection.execute(wanted).mappings():
        keys = opener(connection, row["person_id"], row[WRAPPED])
        yield row["share_id"], keys.open(_place(row["share_id"], row["tag"]), row["sealed"])


def _digest(connection: Connection, tag: str) -> str:
    """Of a tag, and of no word that a share is found by: these are letters alone, and the key is the same."""
    return hmac.digest(vault.secret(connection, "search"), b"tag\0" + tag.encode(), sha256)[:_HALF].hex()


def _place(share_id: str, digest: str) -> str:
    return place(SHARE_TAGS.name, f"{share_id}|{digest}", "sealed")
