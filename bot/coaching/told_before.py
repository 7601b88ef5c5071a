"""Something telling that a doctor said a little while ago, to be put before them again."""

from bot.coaching.kinds import ClauseKind
from bot.coaching.model import Remembered

_TELLING = frozenset(
    {ClauseKind.FEELING, ClauseKind.OWN_ACT, ClauseKind.DOUBT, ClauseKind.SPEECH, ClauseKind.OTHERS_ACT}
)
_LATELY = 2
_FEWEST, _MOST = 4, 14


def told_before(memory: tuple[Remembered, ...]) -> Remembered | None:
    """The last such words before the message just answered, short enough to be quoted; None where there are none."""
    earlier = [one for one in memory[:-1] if _FEWEST <= len(one.text.split()) <= _MOST and one.kind in _TELLING]
    return next(iter(reversed(earlier[-_LATELY:])), None)
