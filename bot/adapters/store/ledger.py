"""What chat models read and wrote for each person and day: added to with the turn, and counted by the next.

A day is one of UTC. Nothing is kept of somebody for whom no model was ever asked, and how much somebody used today
comes with the statement that reads their conversation: without a chat model this costs nothing.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, Connection, Date, ScalarSelect, String, bindparam, func, select

from bot.adapters.store.inserting import insert_into
from bot.adapters.store.shared_tables import MODEL_USE
from bot.adapters.store.vault import locker
from bot.coaching.record import ModelUse

_COUNTS = ("input_tokens", "cached_tokens", "output_tokens", "calls")
_TOKENS = MODEL_USE.c.input_tokens + MODEL_USE.c.output_tokens


def day_of(now: datetime) -> date:
    """The day on which something used at this moment counts."""
    return now.astimezone(UTC).date()


def tokens_on(person: ColumnElement[str], day: ColumnElement[date]) -> ScalarSelect[int]:
    """The tokens of a person on a day, as a column of another statement; NULL where there were none."""
    return select(_TOKENS).where(MODEL_USE.c.person_id == person, MODEL_USE.c.day == day).scalar_subquery()


_USED = select(tokens_on(bindparam("its_person", type_=String), bindparam("its_day", type_=Date)))


def tokens_of(connection: Connection, person_id: str, now: datetime) -> int:
    """The tokens of a person since midnight, UTC."""
    return connection.execute(_USED, {"its_person": person_id, "its_day": day_of(now)}).scalar() or 0


def note(connection: Connection, person_id: str, uses: Sequence[ModelUse], now: datetime) -> None:
    """Add what a turn used, in the transaction that keeps it; where no model was asked nothing is added."""
    asked = [one for one in uses if one.calls]
    if not asked:
        return
    costs = [one.cost for one in asked if one.cost is not None]
    new = insert_into(connection, MODEL_USE).values(
        person_id=person_id,
        day=day_of(now),
        cost=sum(costs) if costs else None,
        **{name: sum(getattr(one, name) for one in asked) for name in _COUNTS},
    )
    there, more = MODEL_USE.c.cost, new.excluded.cost
    added = {name: MODEL_USE.c[name] + new.excluded[name] for name in _COUNTS}
    connection.execute(
        new.on_conflict_do_update(
            index_elements=[MODEL_USE.c.person_id, MODEL_USE.c.day],
            set_={**added, "cost": func.coalesce(there + more, there, more)},
        )
    )


def note_unkept(connection: Connection, person_id: str, uses: Sequence[ModelUse], now: datetime) -> None:
    """Add what a turn used that is not kept, unless all of the person's was erased meanwhile: then nothing is kept."""
    if locker(connection, person_id).made:
        note(connection, person_id, uses, now)
