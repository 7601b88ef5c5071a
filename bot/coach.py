"""One turn, in order: mask, load, read, choose, find, write, check, save. The only orchestrator."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.coaching import identifiers, safety
from bot.coaching.choose import hearing
from bot.coaching.choose.context import Chosen
from bot.coaching.choose.hearing import Knowledge
from bot.coaching.choose.policy import Decision, Now, choose, led_by
from bot.coaching.choose.safety_rules import TakenUp, way_back
from bot.coaching.choose.studio import Studio
from bot.coaching.choose.studio_rules import aloud, is_under_way
from bot.coaching.model import Identifier, IncomingMessage, Move, Reading, State
from bot.coaching.noticed import Noticed, with_step
from bot.coaching.playbook import Playbook
from bot.coaching.record import Conversation, Draft, Reply, TurnRecord, Versions
from bot.coaching.understand import understand
from bot.coaching.uptake import Bank, Gist
from bot.coaching.words import Words
from bot.coaching.write.desk import Desk, Found
from bot.coaching.write.said_last import last_line, question
from bot.coaching.write.writer import write
from bot.ports.coaching import Clock, ConversationStore, EvidenceFinder, Listener, MessageReader
from bot.ports.tracing import NoTracer, Tracer
from bot.wording import Written, worded

if TYPE_CHECKING:
    from bot.llm_engine import Asking, LlmEngine

_DANGERS = {"crisis_self", "patient_safety_now", "mistreatment"}
_WHAT_THEN = "What will you do about it, then, and when?"


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything a coach is made of; without an `llm` it is the guided engine."""

    store: ConversationStore
    reader: MessageReader
    evidence: EvidenceFinder
    listener: Listener
    gist_bank: Mapping[str, Gist]
    words: Words
    books: Mapping[str, Playbook]
    bank: Bank
    situation_names: Mapping[str, str]
    names: identifiers.NameLists
    clock: Clock
    versions: Versions
    timezone: ZoneInfo
    studio: Studio
    llm: "LlmEngine | None" = None
    tracer: Tracer = field(default_factory=NoTracer)


class Coach:
    """The coach: one message in, one checked reply out, with the record of how it came about."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def mask(self, message: IncomingMessage) -> tuple[IncomingMessage, tuple[Identifier, ...]]:
        """Replace identifying details; called before anything else sees the text. Returns what was found, too."""
        found = identifiers.find(message.text, self._parts.names)
        text, named = identifiers.mask(message.text, found), self.masked(message.practise_with)[0]
        if safety.explicit(named):  # a danger told in whom to practise with is weighed like any other
            text, named = f"{named}. {text}", ""
        return message.model_copy(update={"text": text, "practise_with": named}), found

    def masked(self, text: str) -> tuple[str, bool]:
        """A text with identifying details replaced, and whether there were any."""
        found = identifiers.find(text, self._parts.names) if text else ()
        return (identifiers.mask(text, found), True) if found else (text, False)

    def urgent(self, text: str) -> bool:
        """Whether a masked message says in plain words that somebody may be in danger."""
        risk = safety.explicit(text)
        return risk is not None and risk.route in _DANGERS

    def read(self, text: str, state: State, *, identifiable: bool, asked: str = "") -> Reading:
        """What the coach understands of a masked message that answers `asked`, in a conversation that stands so."""
        return understand(text, self._parts.reader.read(text, asked), Noticed(), state, identifiable=identifiable)

    def reply(self, received: IncomingMessage) -> TurnRecord:
        """Answer one message; the turn is stored when this returns."""
        message, found = self.mask(received)
        conversation = self._parts.store.load(message.conversation_id, message.person_id)
        record = self.answer(message, conversation, identifiable=bool(found))
        self._parts.store.save(message.conversation_id, message.person_id, record)
        return record

    def answer(self, message: IncomingMessage, conversation: Conversation, *, identifiable: bool) -> TurnRecord:
        """Answer one masked message of a conversation that stands so; nothing is loaded or stored.

        `identifiable` says whether masking found anything.
        """
        began = self._parts.clock.elapsed_ms()
        with self._parts.tracer.span("invoke_agent coach", _span_of(message)) as span:
            record = self._answer(message, conversation, self._asking(conversation), identifiable=identifiable)
            outcome = record.model_uses[-1].outcome if record.model_uses else "not_asked"
            span.note({"coach.move": record.move.name, "coach.engine": record.reply.engine, "coach.outcome": outcome})
        took = round(self._parts.clock.elapsed_ms() - began, 3)
        return record.model_copy(update={"number": conversation.before + record.number, "ms": took})

    def _answer(
        self, message: IncomingMessage, conversation: Conversation, asking: "Asking | None", *, identifiable: bool
    ) -> TurnRecord:
        state = conversation.state
        taken = way_back(message.text, state) or TakenUp(message.text, state)
        reading = self._read_taken(taken, conversation, asking, identifiable=identifiable)
        decision = led_by(self._choose(taken, reading, message), taken.lead)
        guided, found = self._write(taken.text, decision, taken.state)
        told = message.text if taken.text == message.text else f"{message.text}\n{taken.text}"
        situation = self._parts.situation_names.get(decision.chosen.state.situation or "", "")
        written = Written(told, decision.chosen, guided, found, conversation.said, situation, self._parts.studio.role)
        draft, reply = worded(written, asking)
        record = self._record(message, decision, draft, reply)
        return record.model_copy(update={"model_uses": tuple(asking.uses)}) if asking and asking.uses else record

    def _asking(self, conversation: Conversation) -> "Asking | None":
        llm = self._parts.llm
        return llm.begin(conversation.tokens_today) if llm and not conversation.alone else None

    def _read_taken(
        self, taken: TakenUp, conversation: Conversation, asking: "Asking | None", *, identifiable: bool
    ) -> Reading:
        """Read what is answered; words that were asked about already are not weighed for danger a second time."""
        signals = self._parts.reader.read(taken.text, question(conversation))
        weighed = replace(signals, stops={}) if taken.weighed else signals
        last = last_line(conversation)
        noticed = self._parts.listener.listen(taken.text, last)
        if hearing.may_offer_a_step(taken.state, noticed):  # its words are plainer as an answer to 'what will you do'
            noticed = with_step(noticed, self._parts.listener.listen(taken.text, _WHAT_THEN).spans)
        stands = aloud(taken.text, taken.state)
        reading = understand(taken.text, weighed, noticed, stands, identifiable=identifiable)
        if asking is None or is_under_way(taken.state):  # what is said in a part is not the doctor's own matter
            return reading
        names = self._parts.situation_names
        return asking.look_again(taken.text, reading, weighed, (taken.state, last), names)

    def _choose(self, taken: TakenUp, reading: Reading, message: IncomingMessage) -> Decision:
        parts, at = self._parts, message.received_at
        heard = (parts.reader.hear, parts.bank, parts.gist_bank)
        knowledge = Knowledge(parts.books, parts.situation_names, *heard, parts.studio)
        return choose(taken.text, reading, taken.state, knowledge, Now(self._today(at), at, message.practise_with))

    def _write(self, text: str, decision: Decision, before: State) -> tuple[Draft, Found | None]:
        """The playbooks' wording of the move, and what the knowledge gave for it."""
        chosen = decision.chosen
        situation = chosen.state.situation
        found = self._find(chosen.move, decision.reading)
        desk = Desk(
            text=text,
            move=chosen.move,
            reading=decision.reading,
            before=before,
            state=chosen.state,
            book=self._parts.books[situation] if situation else None,
            words=self._parts.words,
            found=found,
            beside=self._beside(chosen),
        )
        draft = write(desk)
        return draft.model_copy(update={"citations": chosen.cited or draft.citations}), found

    def _beside(self, chosen: Chosen) -> tuple[str, str]:
        """What a rehearsal or a draft came to, in words, and who speaks it where it is the other person."""
        step, studio = chosen.step, self._parts.studio
        if step is not None:
            return step.text, studio.name(step.practice) if step.voice == "other" else ""
        return (studio.tell(chosen.review) if chosen.review else "", "")

    def _find(self, move: Move, reading: Reading) -> Found | None:
        if not move.needs_evidence:
            return None
        with self._parts.tracer.span("retrieval", {"gen_ai.operation.name": "retrieval"}) as span:
            if move.name == "offer_idea":
                found = self._parts.evidence.card(move.query)
            else:
                prior = {one.id: one.confidence for one in reading.situations}
                found = self._parts.evidence.answer(move.query, prior)
            span.note({"coach.found": found is not None and found.says is not None})
        return found

    def _record(self, message: IncomingMessage, decision: Decision, draft: Draft, reply: Reply) -> TurnRecord:
        state = decision.chosen.state
        kept = state.model_copy(
            update={
                "used": (*state.used, *draft.used),
                "offered": (*state.offered, *(one.key for one in draft.citations)),
            }
        )
        return TurnRecord(
            number=state.turn,
            message=message,
            reading=decision.reading,
            move=decision.chosen.move,
            draft=draft,
            reply=reply,
            state=kept,
            step=decision.chosen.step,
            review=decision.chosen.review,
            attempt=decision.chosen.attempt,
            versions=self._parts.versions.model_copy(update={"index": self._parts.evidence.version}),
            ms=0.0,
        )

    def _today(self, received: datetime | None) -> date | None:
        return received.astimezone(self._parts.timezone).date() if received else None


def _span_of(message: IncomingMessage) -> dict[str, str]:
    """What a trace tells of a turn: names of ours, and the conversation's id, which the tracer hashes."""
    return {
        "gen_ai.operation.name": "invoke_agent",
        "gen_ai.agent.name": "coach",
        "gen_ai.conversation.id": message.conversation_id,
    }
