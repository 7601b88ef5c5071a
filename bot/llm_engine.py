"""The LLM engine: a chat model words the move that the policy chose; what fails, is late or dear goes out as guided."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.coaching.check import Against, check
from bot.coaching.drafting import brief
from bot.coaching.drafting.brief import Instructions
from bot.coaching.drafting.drafts import draft_of
from bot.coaching.drafting.guide import MoveGuide
from bot.coaching.drafting.masking import masked, masking
from bot.coaching.drafting.second_look import candidates, is_unsure, refined
from bot.coaching.drafting.shape import SecondLook, Voiced, Worded
from bot.coaching.drafting.sheet import Ground, Prompt, Sheet
from bot.coaching.drafting.voicing import Part, problems_of, prompt_of, spoken, tidied
from bot.coaching.identifiers import NameLists
from bot.coaching.kinds import Act
from bot.coaching.model import Reading, State
from bot.coaching.record import Draft, ModelUse, Problem, Purpose, Reply, Sentence
from bot.coaching.signals import Signals
from bot.ports.chat_model import ChatModel, Failure, Shape, Usage
from bot.ports.coaching import Clock
from bot.ports.tracing import NoTracer, Tracer, Value

_LOG = logging.getLogger(__name__)
BROKEN_CHECK = "broken_check"
"""Why a draft was not sent: a check of ours failed on it."""
_LEAST_S = 0.5
"""Seconds below which nothing is asked: no answer would come in time."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a turn may take: seconds for all that is asked of the model, and tokens for each person and day (0: any)."""

    deadline_s: float = 8.0
    tokens_a_day: int = 0


class LlmEngine:
    """One chat model with its instructions. It chooses nothing: intent, move and state are the policy's."""

    def __init__(
        self,
        model: ChatModel,
        instructions: Instructions,
        names: NameLists,
        clock: Clock,
        limits: Limits,
        *,
        tracer: Tracer | None = None,
    ) -> None:
        self.model = model
        self.instructions = instructions
        self.names = names
        self.clock = clock
        self.limits = limits
        self.tracer = tracer or NoTracer()

    def begin(self, tokens_today: int) -> "Asking":
        """What may be asked in a turn that begins now, for somebody who has used so many tokens today."""
        most = self.limits.tokens_a_day
        until = self.clock.elapsed_ms() + 1000 * self.limits.deadline_s
        return Asking(self, until_ms=until, tokens_left=most - tokens_today if most else None)


@dataclass(slots=True)
class Asking:
    """One turn: what may still be asked of the model, in time and tokens (None: any), and what was."""

    engine: LlmEngine
    until_ms: float
    tokens_left: int | None
    uses: list[ModelUse] = field(default_factory=list)

    def guide(self, move: str) -> MoveGuide | None:
        """How the model is told to word this move; None where it must not be worded by one."""
        return self.engine.instructions.guides.get(move)

    def look_again(
        self, text: str, reading: Reading, signals: Signals, talk: tuple[State, str], titles: Mapping[str, str]
    ) -> Reading:
        """The reading, refined where the small models were unsure; a danger may be added and none taken away.

        `talk` is how the conversation stands and the coach's last line.
        """
        state, last_line = talk
        if not is_unsure(reading, signals, state) or self._spent():
            return reading
        try:
            mask, choices = masking(self.engine.names), candidates(reading, titles)
            prompt = brief.second_look(self.engine.instructions, mask(text), mask(last_line), choices)
            answer = self._ask("reading", prompt, SecondLook)
            return reading if answer is None else refined(reading, answer, choices, state)
        except Exception as error:  # noqa: BLE001 - a second look that goes wrong changes nothing: the doctor is answered
            _LOG.error("a second look went wrong", extra={"error": type(error).__name__})
            self._broke("reading")
            return reading

    def word(self, sheet: Sheet, against: Against) -> tuple[Draft, Reply]:
        """The draft and the reply that go out: in the model's words, or in the guided ones with the reason why."""
        try:
            draft = self._drafted(sheet)
            reply = check(draft, against) if draft else None
        except Exception as error:  # noqa: BLE001 - whatever a model writes, and a check makes of it: the doctor is answered
            _LOG.error("a chat model's draft could not be checked", extra={"error": type(error).__name__})
            draft = reply = None
            self._broke("wording")
        if draft is not None and reply is not None:
            if not reply.problems:
                return draft, reply
            self._reject(draft, sheet, reply.problems)
        return sheet.guided, _instead(check(sheet.guided, against), self.uses[-1])

    def voice(self, part: Part, guided: Draft, against: Against) -> tuple[Draft, Reply]:
        """The other person's line in the model's words, or the authored one with the reason why."""
        try:
            line = self._voiced(part)
        except Exception as error:  # noqa: BLE001 - as above: the rehearsal goes on with the authored line
            _LOG.error("a voiced line could not be checked", extra={"error": type(error).__name__})
            line = None
            self._broke("wording")
        if line is None:
            return guided, _instead(check(guided, against), self.uses[-1])
        draft = spoken(guided, line)
        reply = check(draft, against)
        return (draft, reply) if not reply.problems else (guided, _instead(check(guided, against), self.uses[-1]))

    def _voiced(self, part: Part) -> str | None:
        """The model's line where it holds."""
        engine, spent = self.engine, self._spent()
        if spent:
            self.uses.append(self._use("wording", spent, Usage()))
            return None
        prompt = prompt_of(part, engine.instructions, masking(engine.names))
        given = self._ask("wording", prompt, Voiced)
        if given is None:
            return None
        line = tidied(given.line)
        problems = problems_of(line, part, engine.instructions.marker, engine.names)
        if not problems:
            return line
        kept = (Sentence(text=line, act=Act.ENACT),)
        self.uses[-1] = self.uses[-1].model_copy(update={"outcome": "rejected", "problems": problems, "draft": kept})
        return None

    def _drafted(self, sheet: Sheet) -> Draft | None:
        """The model's draft where it holds."""
        engine, spent = self.engine, self._spent()
        if spent:
            self.uses.append(self._use("wording", spent, Usage()))
            return None
        seen = masked(sheet, engine.names)
        prompt = brief.wording(engine.instructions, seen)
        given = self._ask("wording", prompt, Worded)
        if given is None:
            return None
        answer = brief.keyed(given, sheet)
        draft = draft_of(answer, sheet.guided)
        from bot.coaching.drafting.vetting.vet import vet  # noqa: PLC0415 - not loaded where no model is set

        problems = vet(answer, Ground(seen, prompt, engine.instructions.marker, engine.names))
        if not problems:
            return draft
        self._reject(draft, sheet, problems)
        return None

    def _reject(self, draft: Draft, sheet: Sheet, problems: tuple[Problem, ...]) -> None:
        """Keep the draft that failed its checks, for mentors and trainers."""
        own = draft.sentences[sheet.guided.fixed :]
        self.uses[-1] = self.uses[-1].model_copy(update={"outcome": "rejected", "problems": problems, "draft": own})

    def _broke(self, purpose: Purpose) -> None:
        """Put down that what was asked for could not be used, since something of ours failed on it."""
        if not self.uses or self.uses[-1].purpose != purpose:
            self.uses.append(self._use(purpose, BROKEN_CHECK, Usage()))
        else:
            self.uses[-1] = self.uses[-1].model_copy(update={"outcome": BROKEN_CHECK})

    def _spent(self) -> str:
        """Why nothing more is asked: a word for the record, "" where there is time and there are tokens."""
        if self.tokens_left is not None and self.tokens_left <= 0:
            return "over_budget"
        return Failure.SLOW.value if self._seconds() < _LEAST_S else ""

    def _seconds(self) -> float:
        return (self.until_ms - self.engine.clock.elapsed_ms()) / 1000

    def _ask(self, purpose: Purpose, prompt: Prompt, shape: type[Shape]) -> Shape | None:
        """Ask, in a span of its own, and take off what it took."""
        provider, _, model = self.engine.model.name.partition(":")
        about = {"gen_ai.operation.name": "chat", "gen_ai.provider.name": provider, "gen_ai.request.model": model}
        with self.engine.tracer.span(f"chat {model}", {**about, "coach.purpose": purpose}) as span:
            asked = self.engine.model.ask(prompt, shape, self._seconds())
            use = self._use(purpose, asked.failure.value if asked.failure else "used", asked.usage)
            span.note(_told(use))
        self.uses.append(use)
        if self.tokens_left is not None:
            self.tokens_left -= use.tokens
        return asked.answer

    def _use(self, purpose: Purpose, outcome: str, usage: Usage) -> ModelUse:
        return ModelUse(
            purpose=purpose,
            model=self.engine.model.name,
            prompt=self.engine.instructions.version,
            outcome=outcome,
            input_tokens=usage.input_tokens,
            cached_tokens=usage.cached_tokens,
            output_tokens=usage.output_tokens,
            calls=usage.calls,
            ms=round(usage.ms, 1),
            cost=usage.cost,
        )


def _told(use: ModelUse) -> dict[str, Value]:
    """What a span tells of asking: counts and a word of ours."""
    return {
        "gen_ai.usage.input_tokens": use.input_tokens,
        "gen_ai.usage.output_tokens": use.output_tokens,
        "gen_ai.usage.cache_read.input_tokens": use.cached_tokens,
        "coach.calls": use.calls,
        "coach.outcome": use.outcome,
    }


def _instead(reply: Reply, use: ModelUse) -> Reply:
    """The guided reply in the place of a chat model's, with the reason for it."""
    why = use.problems or (Problem(code=f"model_{use.outcome}", detail="the chat model's wording was not used"),)
    return reply.model_copy(update={"engine": "guided_after_llm", "problems": (*reply.problems, *why)})
