"""A held conversation as it is graded: each message with its author's labels, each reply as the target sent it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from evals.casebook.case import ASKED_IN_RETURN, Case, Said, Turn
from evals.rubric import asking, forms, wording
from evals.rubric.asking import Purpose


class _Loose(BaseModel):
    """Part of a target's line: fields that we do not know are left alone, since the target need not be ours."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Citation(_Loose):
    """A place that a reply gives."""

    key: str = ""
    card: str | None = None
    doc: str | None = None
    section: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None


class Safety(_Loose):
    """The route that a target says it took."""

    route: str
    check_in: bool = False


class Fault(_Loose):
    """What was wrong with a draft, by the target's own account."""

    code: str
    detail: str = ""


class Reply(_Loose):
    """One line of a target (`coach schema chat-out`); only `text` is needed."""

    text: str
    acts: tuple[str, ...] = ()
    stage: str | None = None
    move: str | None = None
    reason: str | None = None
    citations: tuple[Citation, ...] = ()
    notices: tuple[str, ...] = ()
    safety: Safety | None = None
    engine: str | None = None
    problems: tuple[Fault, ...] = ()

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The reply's sentences; what stands in quotation marks ends none."""
        return wording.sentences(self.text)

    @cached_property
    def own(self) -> str:
        """The reply without what stands in quotation marks."""
        return wording.own(self.text)

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The questions that the reply itself asks."""
        return tuple(one for one in self.sentences if wording.asks(one))


@dataclass(frozen=True, slots=True)
class Exchange:
    """One message and its reply; `graded` is False for what only set the scene."""

    number: int
    turn: Turn
    reply: Reply
    graded: bool = True
    session: int = 1
    seen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What the detectors make of each sentence of the reply; empty where nobody has looked."""

    def first_seen(self, kind: str) -> str:
        """The first sentence of the reply that is of a kind, or nothing."""
        return next((one for one in self.reply.sentences if self.sees(kind, one)), "")

    def sees(self, kind: str, sentence: str) -> bool:
        """Whether the detectors see that in a sentence, surely or with its grammar."""
        return forms.is_seen(self.seen.get(sentence, frozenset()), sentence, kind)

    def may_see(self, kind: str, sentence: str) -> bool:
        """Whether they see it at least faintly; for where the place of a sentence already says much."""
        return bool({kind, f"{kind}?"} & self.seen.get(sentence, frozenset()))

    def purposes(self, question: str) -> tuple[Purpose, ...]:
        """What a question of the reply asks for, by its wording and by what the detectors saw."""
        worded = asking.purposes(question)
        seen = self.seen.get(question, frozenset())
        return (*worded, *(one for one in Purpose if f"q_{one}" in seen and one not in worded))

    @property
    def said(self) -> Said:
        """What the message is."""
        return self.turn.said

    @property
    def owes_question(self) -> bool:
        """Whether a coaching reply to it owes one open question."""
        return self.turn.said in ASKED_IN_RETURN


@dataclass(frozen=True, slots=True)
class Talk:
    """A whole held conversation. `milestones` are what a simulated doctor came to: aim, insight, hidden, plan, when."""

    case: Case
    exchanges: tuple[Exchange, ...]
    milestones: tuple[str, ...] = ()

    def before(self, one: Exchange) -> tuple[Exchange, ...]:
        """What went before an exchange, oldest first."""
        return self.exchanges[: one.number - 1]

    def said_up_to(self, one: Exchange) -> str:
        """All that the doctor has said, this message included."""
        return "\n".join(each.turn.says for each in self.exchanges[: one.number])
