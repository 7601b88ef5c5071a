"""The real coach, which writes under each reply what the chain would say: so that it too can hide no mistake."""

import re
import time
from typing import Final

from bot.coaching.model import IncomingMessage
from bot.coaching.record import Conversation, TurnRecord
from bot.ports.coaching import Answerer
from tests.proving import talk
from tests.proving.chain import START, Said, folded, tokens

LOOKED_UP: Final = "(looked up)"
"""Stands under a reply for which the sources were searched."""
_BROKEN: Final = "f" * len(START)
_LINE: Final = re.compile(r"\nTurn \d+ heard .*$")
_QUESTIONS: Final = (
    "What does the literature say about psychological safety?",
    "What do the sources say about giving feedback to a senior colleague?",
    "What did the survey of clinical directors find?",
)
_EVERY: Final = 3


def message(doctor: int, number: int, name: str) -> str:
    """What a doctor says as their message of that number, with its name; every few times a question on the sources."""
    asks = number % _EVERY == _EVERY - 1
    text = _QUESTIONS[(doctor + number) % len(_QUESTIONS)] if asks else talk.line(doctor, number)
    return f"{text} {name}"


class TracedCoach:
    """Answers as the coach does (the port `Answerer`), after `seconds` more, as if a chat model were waited for.

    The chain's line goes on from the last reply that is kept; where that and the state do not belong together it breaks.
    """

    def __init__(self, coach: Answerer, *, seconds: float = 0.0) -> None:
        self._coach = coach
        self._seconds = seconds

    def masked(self, text: str) -> tuple[str, bool]:
        """As the coach masks."""
        return self._coach.masked(text)

    def urgent(self, text: str) -> bool:
        """As the coach sees it."""
        return self._coach.urgent(text)

    def answer(self, message: IncomingMessage, conversation: Conversation, *, identifiable: bool) -> TurnRecord:
        """The coach's answer, which never sees the lines, and its line."""
        said = tuple(_LINE.sub("", one) for one in conversation.said)
        record = self._coach.answer(message, conversation.model_copy(update={"said": said}), identifiable=identifiable)
        if self._seconds:
            time.sleep(self._seconds)
        heard = tokens(message.text)
        state = folded(heard, _before(conversation))
        looked = f" {LOOKED_UP}" if record.move.needs_evidence and record.move.name != "offer_idea" else ""
        line = f"Turn {record.number} heard {' '.join(heard)} giving {state}{looked}"
        reply = record.reply.model_copy(update={"text": f"{record.reply.text}\n{line}"})
        return record.model_copy(update={"reply": reply})


def _before(conversation: Conversation) -> str:
    """The hash of all that was said before, which the last reply holds."""
    if not conversation.turns and not conversation.said:
        return START
    last = Said.found(conversation.said[-1]) if conversation.said else None
    return last.state if last is not None and last.number == conversation.turns else _BROKEN
