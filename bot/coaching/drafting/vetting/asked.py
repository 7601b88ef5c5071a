"""The question of a reply is the one that its move asks: word for word it need not be, but it fills the same place.

Where a move waits for one thing (a number, a day, what may come between), its question has to ask for that. Where it
only leads on, any question will do that stays with what was said.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.grounded import COACHING, Known
from bot.coaching.drafting.vetting.look import Line, Look
from bot.coaching.kinds import Act
from bot.coaching.record import Problem

_ALIKE: Final = 0.35
_ASKING: Final = re.compile(r"\b(?:who|what|which|when|where|how|why)\b")
_FREE: Final = re.compile(
    r"^(?:so |and |then )?(?:when|what day|which (?:day|\w+day))\b|\b(?:what|how)\b.*\b(?:happen\w*|gone on|go on"
    r"|going on|said or done|came of|come of)\b|\bhow (?:did|does|has|have|would|might|will)\b.*\bg(?:o|one)\b"
)
_AHEAD: Final = r"\b(?:would|could|might|may|will|can|is|are|likely|to|usually|tends?)\b"
_WAITS_FOR: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "ask_confidence": re.compile(
            r"\b(?:sure|surer|certain|certainty|confiden\w+|likely|likelihood|odds|chances?|numbers?|scale|believe|bet"
            r"|(?:0|zero|nought|one|1) (?:to|and) (?:10|ten)|(?:out )?of (?:10|ten))\b"
        ),
        "ask_when": re.compile(
            r"\b(?:when|what day|which \w*day|day|date|time|week|moment|chance|slot|soonest|first)\b"
        ),
        "raise_confidence": re.compile(
            r"\b(?:easier|up|higher|more|nearer|closer|surer|help|lift|raise|move|make|take|add|need)\b"
        ),
        "ask_commitment": re.compile(r"\b(?:which|what|first|when|do|start|begin|choose|pick)\b"),
        "put_choice": re.compile(r"\b(?:which|what|first)\b"),
        "ask_obstacle": re.compile(_AHEAD),
        "ask_aim": re.compile(
            r"\b(?:would|like|want|hope|hoping|need|useful|use|worth|leave|take away|settled?|end|after|by the time)\b"
        ),
        "confirm_aim": re.compile(r"\b(?:would|will|tell|know|see|notice|sign|worth|enough|there)\b"),
    }
)
"""What the question of a move has to speak of, where it waits for one kind of answer; other moves only lead on."""


def faults(look: Look) -> Iterator[Problem]:
    """A question for another thing than the move asks."""
    theirs = [one for one in look.guided_questions if one]
    known = Known(look)
    for line in (one for one in look.lines if one.asks):
        if theirs and not _FREE.search(line.plain) and not _asks_alike(line, look) and not _leads_on(line, look, known):
            ours = frozenset(map(plainly.stem, plainly.tokens(line.plain)))
            shared = max(len(ours & one) / min(len(ours), len(one)) for one in theirs)
            if shared < _ALIKE:
                yield Problem(code="another_question", detail=f"asks something else than the move does: {line.text!r}")


def _leads_on(line: Line, look: Look, known: Known) -> bool:
    """Whether a question fills the place of the move's own, and speaks of nothing that is new here."""
    wanted = _WAITS_FOR.get(look.sheet.move.name)
    if wanted is not None and not wanted.search(line.plain):
        return False
    strange = sum(plainly.stem(one) not in COACHING for one in known.new_in(line.own))
    return strange == 0 or (strange == 1 and known.said_in(line.own) > 0)


def _asks_alike(line: Line, look: Look) -> bool:
    """Whether a question asks for the same kind of thing as the playbooks' own: who, what, which, when."""
    ours = _ASKING.search(line.plain)
    if ours is None:
        return False
    asked = (plainly.spelt_out(one.text) for one in look.sheet.guided.sentences if one.act is Act.ASK_OPEN)
    return any((found := _ASKING.search(one)) is not None and found[0] == ours[0] for one in asked)
