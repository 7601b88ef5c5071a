"""What a session adds to the cohort's figures: labels and counts of its turns, none of its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.coaching.kinds import Act, Stage
from bot.coaching.record import TurnRecord
from bot.mentoring.shared_talk import is_safety, worked_on

_ASKS: Final = {Act.ASK_OPEN, Act.ASK_CLOSED}
_TELLS: Final = {Act.INFORM, Act.ADVISE}
_ORDER: Final = tuple(Stage)


@dataclass(frozen=True, slots=True)
class Counts:
    """The labels and counts of one session. `stage` is the furthest that was reached."""

    situation: str = ""
    stage: Stage = Stage.OPENING
    asks: int = 0
    tells: int = 0
    safety: bool = False


def tally_of(records: Sequence[TurnRecord]) -> Counts:
    """Of the turns of one session, oldest first; sentences count by what the reply that went out does with them."""
    acts = [act for one in records for act in one.reply.acts]
    return Counts(
        situation=worked_on(records),
        stage=max((one.state.stage for one in records), key=_ORDER.index, default=Stage.OPENING),
        asks=sum(one in _ASKS for one in acts),
        tells=sum(one in _TELLS for one in acts),
        safety=any(is_safety(one.move.name) for one in records),
    )


def one_more(counts: Counts, record: TurnRecord) -> Counts | None:
    """The counts with one turn more; None where the turn is about another situation, and all are to be counted anew."""
    new = tally_of([record])
    if new.situation and new.situation != counts.situation:
        return None
    return Counts(
        situation=counts.situation,
        stage=max(counts.stage, new.stage, key=_ORDER.index),
        asks=counts.asks + new.asks,
        tells=counts.tells + new.tells,
        safety=counts.safety or new.safety,
    )
