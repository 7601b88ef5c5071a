"""A coach that cannot hide a mistake: each reply holds a hash of all that it has been told so far, in order."""

import hashlib
import re
import time
from typing import Final

from bot.coaching.kinds import Act, Stage, TurnKind
from bot.coaching.model import IncomingMessage, Move, Reading, State
from bot.coaching.record import Conversation, Draft, Reply, Sentence, TurnRecord, Versions

START: Final = "0" * 16
_TOKEN: Final = re.compile(r"\bm\d+x\d+\b")
_REPLY: Final = re.compile(r"Turn (\d+) heard ((?:m\d+x\d+ )+)giving ([0-9a-f]{16})")
_VERSIONS: Final = Versions(code="chain", playbook="chain", prompts="chain", model="chain", index="chain")


def token(conversation: int, number: int) -> str:
    """The name of one message, unique in a run; a message's text holds one."""
    return f"m{conversation}x{number}"


def tokens(text: str) -> tuple[str, ...]:
    """The names of the messages in a text, in its order: several where messages were joined."""
    return tuple(_TOKEN.findall(text))


def fold(before: str, name: str) -> str:
    """The hash after one more message."""
    return hashlib.sha256(f"{before}\n{name}".encode()).hexdigest()[:16]


def folded(names: tuple[str, ...] | list[str], before: str = START) -> str:
    """The hash after those messages."""
    for name in names:
        before = fold(before, name)
    return before


class Said:
    """A reply of the chain, as it is read back from what the doctor sees."""

    def __init__(self, number: int, heard: tuple[str, ...], state: str) -> None:
        self.number = number
        self.heard = heard
        self.state = state

    @classmethod
    def found(cls, text: str) -> "Said | None":
        """The reply in a text, if there is one."""
        match = _REPLY.search(text)
        return cls(int(match[1]), tokens(match[2]), match[3]) if match else None


class ChainAnswerer:
    """Answers like a coach (the port `Answerer`): in no time, or after `seconds` of waiting."""

    def __init__(self, *, seconds: float = 0.0) -> None:
        self._seconds = seconds

    def masked(self, text: str) -> tuple[str, bool]:
        """The text as it is: there is nobody in it."""
        return text, False

    def urgent(self, text: str) -> bool:
        """Whether it says so."""
        return "urgent" in text

    def answer(self, message: IncomingMessage, conversation: Conversation, *, identifiable: bool) -> TurnRecord:
        """What was heard, and the hash of all that was heard before and now."""
        del identifiable
        if self._seconds:
            time.sleep(self._seconds)
        heard = tokens(message.text)
        before = conversation.state
        number = before.turn + 1
        state = folded(heard, before.topic_words or START)
        text = f"Turn {number} heard {' '.join(heard)} giving {state}"
        return TurnRecord(
            number=number,
            message=message,
            reading=_READING,
            move=Move(name="follow_up", reason="the chain goes on", stage=Stage.REALITY),
            draft=Draft(sentences=(Sentence(text=text, act=Act.REFLECT),), writer="chain"),
            reply=Reply(text=text, acts=(Act.REFLECT,), citations=(), contacts=(), problems=(), engine="chain"),
            state=State(turn=number, stage=Stage.REALITY, topic_words=state),
            versions=_VERSIONS,
            ms=0.0,
        )


_READING: Final = Reading(
    intent="coach",
    situations=(),
    ranking=(),
    kind=TurnKind.TELLING,
    notices=(),
    risk=None,
    clauses=(),
    told=(),
    near=(),
    sure=True,
    decided_by="chain",
)
