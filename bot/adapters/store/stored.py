"""Turns and states as JSON in the store: written so that former versions read them, read whatever later ones add."""

from typing import Final

from pydantic.main import IncEx

from bot.coaching.model import State
from bot.coaching.record import TurnRecord

_OF_A_TURN: Final = ("step", "review", "attempt")
_OF_A_STATE: Final = ("practice", "reviewed", "past")
_MATTERS: Final = ("matters", "put_aside")
_OF_A_PLAN: Final = ("obstacle",)


def written(record: TurnRecord) -> str:
    """A turn as it is kept. What former versions do not know is left out where it says nothing.

    That loses how many sentences of a guided draft were fixed, which nobody asks once the turn is over.
    """
    left_out: dict[str, IncEx | bool] = {} if record.model_uses else {"model_uses": True, "draft": {"fixed"}}
    left_out |= dict.fromkeys((name for name in _OF_A_TURN if getattr(record, name) is None), True)
    if not record.message.practise_with:
        left_out["message"] = {"practise_with"}
    left_out["state"] = _unsaid(record.state)
    return record.model_dump_json(exclude=left_out)


def _unsaid(state: State) -> dict[str, IncEx | bool]:
    """What a state does not hold, of the fields that former versions do not know."""
    empty: dict[str, IncEx | bool] = dict.fromkeys((name for name in _OF_A_STATE if getattr(state, name) is None), True)
    empty |= dict.fromkeys((name for name in _MATTERS if not any(getattr(state, name))), True)
    for name in ("commitment", "kept"):
        plan = getattr(state, name)
        if plan is not None:
            empty[name] = {one for one in _OF_A_PLAN if getattr(plan, one) is None}
    return empty


def record_in(kept: str) -> TurnRecord:
    """The turn that is kept so; what a later version added is passed over."""
    return TurnRecord.model_validate_json(kept, extra="ignore")


def state_in(kept: str) -> State:
    """The state of a conversation that is kept so; what a later version added is passed over."""
    return State.model_validate_json(kept, extra="ignore")
