"""Turns and states as JSON in the store: written so that former versions read them, read whatever later ones add."""

from bot.coaching.model import State
from bot.coaching.record import TurnRecord


def written(record: TurnRecord) -> str:
    """A turn as it is kept. What former versions do not know is left out where no chat model was asked.

    That loses how many sentences of a guided draft were fixed, which nobody asks once the turn is over.
    """
    return record.model_dump_json(exclude=None if record.model_uses else {"model_uses": True, "draft": {"fixed"}})


def record_in(kept: str) -> TurnRecord:
    """The turn that is kept so; what a later version added is passed over."""
    return TurnRecord.model_validate_json(kept, extra="ignore")


def state_in(kept: str) -> State:
    """The state of a conversation that is kept so; what a later version added is passed over."""
    return State.model_validate_json(kept, extra="ignore")
