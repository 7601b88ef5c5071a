"""What a mentor can see: one rule, by which every page, search, export and change of theirs goes."""

import re
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, RowMapping, false, select

from bot.adapters.store import vault
from bot.adapters.store.mentoring import rows
from bot.adapters.store.mentoring_tables import SHARES, STAFF
from bot.ports.staff import Role

_UUID: Final = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


def visible(connection: Connection, mentor_id: str, now: datetime, *, changing: bool = False) -> ColumnElement[bool]:
    """A condition on SHARES: active, named to this mentor, and nothing at all where they are no mentor any more.

    `changing` keeps their role as it is until the transaction ends, so that nothing is written beside its being taken.
    """
    if not has_role(connection, mentor_id, Role.MENTOR, changing=changing):
        return false()
    return (SHARES.c.mentor_id == mentor_id) & active(now)


def active(now: datetime) -> ColumnElement[bool]:
    """A condition on SHARES: neither withdrawn nor over. It is the half of `visible` that the doctor's side needs."""
    return SHARES.c.withdrawn_at.is_(None) & (SHARES.c.expires_at > now)


def held(connection: Connection, mentor_id: str, share_id: str, now: datetime) -> RowMapping | None:
    """The share, where it is theirs to see: nobody withdraws or erases it before the transaction ends.

    Held are the doctor's key, as everywhere before all else, then the mentor's role, then the share; whether it is
    visible is asked again once the role is held. Erasing holds in the same order.
    """
    if not is_share_id(share_id):
        return None
    this = SHARES.c.id == share_id
    doctor = connection.execute(select(SHARES.c.person_id).where(this, visible(connection, mentor_id, now))).scalar()
    if doctor is None:
        return None
    vault.locker(connection, doctor)
    theirs = visible(connection, mentor_id, now, changing=True)
    return connection.execute(rows.READ.where(this, theirs).with_for_update()).mappings().first()


def has_role(connection: Connection, colleague_id: str, role: Role, *, changing: bool = False) -> bool:
    """Whether they have that role now."""
    wanted = select(STAFF.c.roles).where(STAFF.c.id == colleague_id)
    roles = connection.execute(wanted.with_for_update(read=True) if changing else wanted).scalar()
    return role.value in (roles or ())


def is_share_id(text: str) -> bool:
    """Whether it can be the id of a share at all: whatever else somebody asks for is neither looked up nor kept."""
    return _UUID.fullmatch(text) is not None
