"""A coach that answers by rote: what it heard and as which turn, so that nothing lost, doubled or turned round can hide."""

import threading
from dataclasses import dataclass, field
from datetime import date

from bot.coaching.kinds import Act, Stage, TurnKind
from bot.coaching.model import Commitment, IncomingMessage, Move, Reading, State
from bot.coaching.record import Conversation, Draft, ModelUse, Reply, Sentence, TurnRecord, Versions

READING = Reading(
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
    decided_by="rote",
)
VERSIONS = Versions(code="rote", playbook="rote", prompts="rote", model="rote", index="rote")


@dataclass
class RoteAnswerer:
    """Replies `Turn n: what was said now, after what was said before`. Words in a message tell it what to do.

    `danger` is answered as a safety route, `plan` closes the session with a commitment due on `due`, `fail` raises (in
    `failing` more calls), `slow` waits until `go` is set.
    """

    go: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)
    failing: int = 0
    due: date | None = None
    heard: list[IncomingMessage] = field(default_factory=list)
    alone: list[bool] = field(default_factory=list)
    uses: tuple[ModelUse, ...] = ()
    """What every turn is said to have asked of a chat model."""

    def masked(self, text: str) -> tuple[str, bool]:
        return text.replace("Mrs Jones", "[name]"), "Mrs Jones" in text

    def urgent(self, text: str) -> bool:
        return "danger" in text

    def answer(self, message: IncomingMessage, conversation: Conversation, *, identifiable: bool) -> TurnRecord:
        self.heard.append(message)
        self.alone.append(conversation.alone)
        if "slow" in message.text:
            self.begun.set()
            self.go.wait(20)
        if self.failing and "fail" in message.text:
            self.failing -= 1
            raise RuntimeError(message.text)
        before = conversation.state
        number = before.turn + 1
        closes = "plan" in message.text
        text = f"Turn {number}: {message.text}, after {before.topic_words or 'nothing'}"
        return TurnRecord(
            number=number,
            message=message,
            reading=READING,
            move=Move(name="safety_route" if "danger" in message.text else "explore", reason="", stage=Stage.REALITY),
            draft=Draft(sentences=(Sentence(text=text, act=Act.REFLECT),), writer="rote"),
            reply=Reply(text=text, acts=(Act.REFLECT,), citations=(), contacts=(), problems=(), engine="rote"),
            state=State(
                turn=number,
                stage=Stage.CLOSED if closes else Stage.REALITY,
                closed=closes,
                session=before.session + before.closed,
                closed_at=message.received_at if closes else None,
                commitment=Commitment(what="ask the porters", due=self.due) if closes else None,
                topic_words=f"{before.topic_words}/{message.text}".strip("/"),
            ),
            versions=VERSIONS,
            ms=0.0,
            model_uses=self.uses,
        )
