"""One turn, in order: mask, load, read, choose, find, write, check, save. The only orchestrator."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.coaching import identifiers, safety
from bot.coaching.check import Against, check
from bot.coaching.choose import hearing
from bot.coaching.choose.hearing import Knowledge
from bot.coaching.choose.policy import Decision, Now, choose, led_by
from bot.coaching.choose.safety_rules import TakenUp, way_back
from bot.coaching.drafting.sheet import Sheet
from bot.coaching.model import Identifier, IncomingMessage, Move, Reading, State
from bot.coaching.noticed import Noticed, with_step
from bot.coaching.playbook import Playbook
from bot.coaching.record import Conversation, Draft, Reply, TurnRecord, Versions
from bot.coaching.understand import understand
from bot.coaching.uptake import Bank, Gist
from bot.coaching.words import Words
from bot.coaching.write.desk import Desk, Found, part_question
from bot.coaching.write.writer import SAFETY_MOVES, write
from bot.llm_engine import Asking, LlmEngine
from bot.ports.coaching import Clock, ConversationStore, EvidenceFinder, Listener, MessageReader
from bot.ports.tracing import NoTracer, Tracer

_DANGERS = {"crisis_self", "patient_safety_now", "mistreatment"}
_WHAT_THEN = "What will you do about it, then, and when?"
_SENTENCE_END = re.compile(r"(?<=[.!])[\"”]?\s+")


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
    llm: LlmEngine | None = None
    tracer: Tracer = field(default_factory=NoTracer)


class Coach:
    """The coach: one message in, one checked reply out, with the record of how it came about."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def mask(self, message: IncomingMessage) -> tuple[IncomingMessage, tuple[Identifier, ...]]:
        """Replace identifying details; called before anything else sees the text. Returns what was found, too."""
        found = identifiers.find(message.text, self._parts.names)
        masked = identifiers.mask(message.text, found) if found else message.text
        return message.model_copy(update={"text": masked}), found

    def masked(self, text: str) -> tuple[str, bool]:
        """A text with identifying details replaced, and whether there were any."""
        found = identifiers.find(text, self._parts.names)
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
        self, message: IncomingMessage, conversation: Conversation, asking: Asking | None, *, identifiable: bool
    ) -> TurnRecord:
        state = conversation.state
        taken = way_back(message.text, state) or TakenUp(message.text, state)
        reading = self._read_taken(taken, conversation, asking, identifiable=identifiable)
        decision = led_by(self._choose(taken, reading, message.received_at), taken.lead)
        guided, found = self._write(taken.text, decision, taken.state)
        told = message.text if taken.text == message.text else f"{message.text}\n{taken.text}"
        draft, reply = self._worded(guided, found, decision, (told, conversation), asking)
        record = self._record(message, decision, draft, reply)
        return record.model_copy(update={"model_uses": tuple(asking.uses)}) if asking and asking.uses else record

    def _asking(self, conversation: Conversation) -> Asking | None:
        llm = self._parts.llm
        return llm.begin(conversation.tokens_today) if llm and not conversation.alone else None

    def _read_taken(
        self, taken: TakenUp, conversation: Conversation, asking: Asking | None, *, identifiable: bool
    ) -> Reading:
        """Read what is answered; words that were asked about already are not weighed for danger a second time."""
        signals = self._parts.reader.read(taken.text, _question(conversation))
        weighed = replace(signals, stops={}) if taken.weighed else signals
        last = _last_line(conversation)
        noticed = self._parts.listener.listen(taken.text, last)
        if hearing.may_offer_a_step(taken.state, noticed):  # its words are plainer as an answer to 'what will you do'
            noticed = with_step(noticed, self._parts.listener.listen(taken.text, _WHAT_THEN).spans)
        reading = understand(taken.text, weighed, noticed, taken.state, identifiable=identifiable)
        if asking is None:
            return reading
        names = self._parts.situation_names
        return asking.look_again(taken.text, reading, weighed, (taken.state, last), names)

    def _choose(self, taken: TakenUp, reading: Reading, received: datetime | None) -> Decision:
        parts = self._parts

        knowledge = Knowledge(parts.books, parts.situation_names, parts.reader.hear, parts.bank, parts.gist_bank)
        return choose(taken.text, reading, taken.state, knowledge, Now(self._today(received), received))

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
        )
        return write(desk), found

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

    def _worded(
        self,
        guided: Draft,
        found: Found | None,
        decision: Decision,
        talk: tuple[str, Conversation],
        asking: Asking | None,
    ) -> tuple[Draft, Reply]:
        """The draft and the reply that goes out: a chat model's where there is one and its draft holds, else ours."""
        text, conversation = talk
        move = decision.chosen.move
        fixed = move.name in SAFETY_MOVES or move.expecting.startswith("safety:")  # a safety question is never cut off
        against = Against(message=text, said_before=conversation.said, fixed=fixed)
        guide = asking.guide(move.name) if asking else None
        of_a_card = any(one.card for one in guided.citations)
        if asking is None or guide is None or (move.needs_evidence and not of_a_card):
            # that the sources do not say is said in fixed words, and what is quoted from a text of theirs stays here
            return guided, check(guided, against)
        state = decision.chosen.state
        sheet = Sheet(
            message=text,
            move=move,
            guide=guide,
            state=state,
            said_before=conversation.said,
            situation=self._parts.situation_names.get(state.situation or "", ""),
            guided=guided,
            evidence=(found.says or "") if found else "",
        )
        return asking.word(sheet, against)

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


def _question(conversation: Conversation) -> str:
    """The coach's last question, where it waits for an answer; one about safety is answered in words of its own."""
    state = conversation.state
    if not conversation.said or not state.expecting or state.closed or state.expecting.startswith("safety:"):
        return ""
    return part_question(conversation.said[-1])[1] or ""


def _last_line(conversation: Conversation) -> str:
    """What the coach said last: its question, or its last sentence where it asked nothing; "" at the beginning."""
    if not conversation.said:
        return ""
    told, question = part_question(conversation.said[-1])
    return question or _SENTENCE_END.split(told)[-1]
