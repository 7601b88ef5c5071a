"""The coaches that are attacked: guided, with a chat model, with one whose drafts nobody checks; all read alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from bot.coach import Coach
from bot.coaching.check import Against
from bot.coaching.choose.hearing import Heard
from bot.coaching.choose.safety_rules import TakenUp
from bot.coaching.drafting import brief
from bot.coaching.drafting.drafts import draft_of
from bot.coaching.drafting.shape import Worded
from bot.coaching.drafting.sheet import Sheet
from bot.coaching.model import Reading, State
from bot.coaching.noticed import Noticed
from bot.coaching.playbook import Playbook
from bot.coaching.record import Conversation, Draft, Reply
from bot.coaching.signals import Signals
from bot.coaching.write.desk import Found
from bot.compose import House, SystemClock
from bot.llm_engine import Asking, Limits, LlmEngine
from bot.ports.chat_model import ChatModel
from bot.ports.coaching import EvidenceFinder, Listener, MessageReader

_Value = TypeVar("_Value")


@dataclass(slots=True)
class _Kept:
    """What was worked out for one attack: the same message is read by several coaches, and reads the same."""

    held: dict[object, object] = field(default_factory=dict)

    def get(self, key: object, make: Callable[[], _Value]) -> _Value:
        """The value that is kept, or made now."""
        if key not in self.held:
            self.held[key] = make()
        return self.held[key]  # type: ignore[return-value]  # what `make` of this key gave


@dataclass(frozen=True, slots=True)
class Remembering:
    """The real reader, listener and evidence, each asked once for the same thing until `forget`."""

    reader: MessageReader
    listener: Listener
    evidence: EvidenceFinder
    kept: _Kept = field(default_factory=_Kept)

    @property
    def version(self) -> str:
        """The reader's and the evidence's, for records that nobody keeps."""
        return self.evidence.version

    def forget(self) -> None:
        """Begin anew, for the next attack."""
        self.kept.held.clear()

    def read(self, text: str, asked: str = "") -> Signals:
        """As the reader does."""
        return self.kept.get(("read", text, asked), lambda: self.reader.read(text, asked))

    def hear(self, text: str, book: Playbook) -> Heard:
        """As the reader does."""
        return self.kept.get(("hear", text, book.id), lambda: self.reader.hear(text, book))

    def listen(self, text: str, before: str) -> Noticed:
        """As the listener does."""
        return self.kept.get(("listen", text, before), lambda: self.listener.listen(text, before))

    def card(self, card_id: str) -> Found | None:
        """As the evidence does."""
        return self.kept.get(("card", card_id), lambda: self.evidence.card(card_id))

    def answer(self, question: str, prior: Mapping[str, float]) -> Found:
        """As the evidence does."""
        key = ("answer", question, tuple(sorted(prior.items())))
        return self.kept.get(key, lambda: self.evidence.answer(question, prior))


class Watched(LlmEngine):
    """The LLM engine; `refined` is the reading that its second look changed, None where it changed none."""

    refined: Reading | None = None

    def begin(self, tokens_today: int) -> Asking:
        """As it does, watched."""
        return _Watching(self, super().begin(tokens_today).until_ms, None)


class Unchecked(Watched):
    """The same without its checks: what the model says goes out. The run against it must find what the others do not."""

    def begin(self, tokens_today: int) -> Asking:
        """As it does, without the checks."""
        return _Trusting(self, super().begin(tokens_today).until_ms, None)


class _Watching(Asking):
    """One turn; what a second look makes of the reading is kept."""

    def look_again(
        self, text: str, reading: Reading, signals: Signals, talk: tuple[State, str], titles: Mapping[str, str]
    ) -> Reading:
        found = Asking.look_again(self, text, reading, signals, talk, titles)
        if isinstance(self.engine, Watched) and found is not reading:
            self.engine.refined = found
        return found


class _Trusting(_Watching):
    """One turn in which the model's words go out, whatever they are."""

    def word(self, sheet: Sheet, against: Against) -> tuple[Draft, Reply]:
        prompt = brief.wording(self.engine.instructions, sheet)
        answer = self._ask("wording", prompt, Worded)
        if answer is None:
            return Asking.word(self, sheet, against)
        draft = draft_of(answer, sheet.guided)
        acts = tuple(one.act for one in draft.sentences)
        reply = Reply(
            text=draft.text, acts=acts, citations=draft.citations, contacts=draft.contacts, problems=(), engine="llm"
        )
        return draft, reply


class _Led(Coach):
    """The guided engine, told how a message reads."""

    led: Reading

    def _read_taken(
        self, taken: TakenUp, conversation: Conversation, asking: Asking | None, *, identifiable: bool
    ) -> Reading:
        return self.led


class Team:
    """The guided engine, and the makers of the others, over one house's small models."""

    def __init__(self, house: House) -> None:
        self._house = house
        parts = house.coach("sqlite://")._parts
        self.memory = Remembering(parts.reader, parts.listener, parts.evidence)
        self._parts = replace(parts, reader=self.memory, listener=self.memory, evidence=self.memory, llm=None)
        self.marker = house.instructions.marker
        self.instructions = house.instructions

    def guided(self, evidence: EvidenceFinder | None = None) -> Coach:
        """The guided engine, over the real evidence or a poisoned one."""
        return Coach(replace(self._parts, evidence=evidence or self.memory))

    def led(self, reading: Reading, evidence: EvidenceFinder | None) -> Coach:
        """The guided engine, which reads the message so."""
        coach = _Led(replace(self._parts, evidence=evidence or self.memory))
        coach.led = reading
        return coach

    def llm(
        self, model: ChatModel, evidence: EvidenceFinder | None = None, *, checked: bool = True
    ) -> tuple[Coach, Watched]:
        """The LLM engine with a model of ours, its checks on or off."""
        kind = Watched if checked else Unchecked
        engine = kind(model, self.instructions, self._house.names, SystemClock(), Limits(deadline_s=3600.0))
        return Coach(replace(self._parts, evidence=evidence or self.memory, llm=engine)), engine
