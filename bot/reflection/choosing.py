"""Which of a doctor's words in a talk tell what happened and what they noticed: a page of them, not a transcript."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.labels import COACHING
from bot.coaching.record import TurnRecord

_HAPPENED: Final = frozenset({Stage.OPENING, Stage.AIM, Stage.REALITY})
_NOTICED: Final = frozenset({Stage.BENEATH, Stage.IDEA, Stage.OPTIONS})
_TELLS: Final = frozenset({TurnKind.TELLING, TurnKind.FEELING, TurnKind.CONFESSION, TurnKind.WISH, TurnKind.PLAN})
_OF_ONESELF: Final = frozenset({TurnKind.FEELING, TurnKind.CONFESSION})
_I_NOTICE: Final = re.compile(
    r"\b(?:i (?:also |now |just )?(?:think|thought|realis\w+|notic\w+|wonder|suppose|guess|feel|felt|learn\w+|see now)"
    r"|(?:scares|worries|frightens|bothers) me|afraid|ashamed|looking back|in hindsight)\b",
    re.IGNORECASE,
)
_LEAST: Final = 5
"""Words of a message that says something by itself."""
_MOST_HAPPENED: Final = 260
_MOST_NOTICED: Final = 180


@dataclass(frozen=True, slots=True)
class Chosen:
    """The doctor's messages that tell what happened, what they noticed, and what they saw that they could do.

    `more` says that some of the first two are left out for room.
    """

    happened: tuple[str, ...]
    noticed: tuple[str, ...]
    could: tuple[str, ...]
    more: bool


def chosen(records: Sequence[TurnRecord]) -> Chosen:
    """What to quote of the turns of one session, in the order in which it was said.

    A message answers the stage that the turn before it had come to. Left out is what says little, what was said to
    somebody in a rehearsal, what is a draft, and what was said when coaching stopped for somebody's safety: that is the
    doctor's to write down, if they choose.
    """
    happened: list[str] = []
    noticed: list[str] = []
    could: list[str] = []
    plan = records[-1].state.commitment
    before = Stage.OPENING
    for one in records:
        text = one.message.text
        if _tells(one) and before in _NOTICED | _HAPPENED:
            if plan is not None and plan.what and plan.what in text:
                could.append(text)
            elif happened and (before in _NOTICED or _looks_at_itself(one)):
                noticed.append(text)
            else:
                happened.append(text)
        before = one.state.stage
    shown, seen = _within(happened, _MOST_HAPPENED), _within(noticed, _MOST_NOTICED)
    return Chosen(shown, seen, tuple(could), more=len(shown) + len(seen) < len(happened) + len(noticed))


def _looks_at_itself(record: TurnRecord) -> bool:
    """Whether a message is of the doctor's own feelings or thoughts rather than of what was going on."""
    return record.reading.kind in _OF_ONESELF or _I_NOTICE.search(record.message.text) is not None


def _tells(record: TurnRecord) -> bool:
    reading = record.reading
    if record.step is not None or record.review is not None or reading.risk is not None:
        return False
    if record.move.name.startswith("safety"):
        return False
    if reading.intent != COACHING or reading.kind not in _TELLS:
        return False
    return len(record.message.text.split()) >= _LEAST


def _within(texts: Iterable[str], most: int) -> tuple[str, ...]:
    """As many as there is room for, from the first on; the first is never left out."""
    found: list[str] = []
    left = most
    for text in texts:
        left -= len(text.split())
        if left < 0 and found:
            break
        found.append(text)
    return tuple(found)
