"""The LLM engine: a chat model words the move that the policy chose; what fails, is late or dear goes out as guided."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.coaching.check import Against, check
from bot.coaching.drafting import brief
from bot.coaching.drafting.brief import Instructions
from bot.coaching.drafting.drafts import draft_of
from bot.coaching.drafting.guide import MoveGuide
from bot.coaching.drafting.second_look import candidates, is_unsure, refined
from bot.coaching.drafting.shape import SecondLook, Worded
from bot.coaching.drafting.sheet import Ground, Sheet
from bot.coaching.drafting.vetting.vet import vet
from bot.coaching.identifiers import NameLists
from bot.coaching.model import Reading, State
from bot.coaching.record import Draft, ModelUse, Problem, Purpose, Reply
from bot.coaching.signals import Signals
from bot.ports.chat_model import Asked, ChatModel
from bot.ports.coaching import Clock

_LEAST_S = 0.5
"""Seconds below which nothing is asked: no answer would come in time."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a turn may take: seconds for all that is asked of the model, and tokens for each person and day (0: any)."""

    deadline_s: float = 8.0
    tokens_a_day: int = 0


@dataclass(slots=True)
class Allowance:
    """What is left of a turn's time and a person's tokens; spent as the turn goes on."""

    until_ms: float
    tokens: int | None

    def spend(self, use: ModelUse) -> None:
        """Take off what was used."""
        if self.tokens is not None:
            self.tokens -= use.tokens


class LlmEngine:
    """One chat model with its instructions. It chooses nothing: intent, move and state are the policy's."""

    def __init__(
        self, model: ChatModel, instructions: Instructions, names: NameLists, clock: Clock, limits: Limits
    ) -> None:
        self._model = model
        self._instructions = instructions
        self._names = names
        self._clock = clock
        self._limits = limits

    @property
    def name(self) -> str:
        """The model, as records name it."""
        return self._model.name

    def allowance(self, tokens_today: int) -> Allowance:
        """What a turn that begins now may take."""
        most = self._limits.tokens_a_day
        return Allowance(
            until_ms=self._clock.elapsed_ms() + 1000 * self._limits.deadline_s,
            tokens=most - tokens_today if most else None,
        )

    def look_again(
        self,
        text: str,
        reading: Reading,
        signals: Signals,
        talk: tuple[State, str],
        titles: Mapping[str, str],
        left: Allowance,
    ) -> tuple[Reading, ModelUse | None]:
        """The reading, refined where the small models were unsure; a danger may be added and none taken away.

        `talk` is how the conversation stands and the coach's last line.
        """
        state, last_line = talk
        if not is_unsure(reading, signals, state) or not self._affords(left):
            return reading, None
        choices = candidates(reading, titles)
        prompt = brief.second_look(self._instructions, text, last_line, choices)
        asked = self._model.ask(prompt, SecondLook, self._seconds(left))
        use = self._use("reading", asked)
        left.spend(use)
        if asked.answer is None:
            return reading, use
        return refined(reading, asked.answer, choices, state), use

    def word(self, sheet: Sheet, against: Against, left: Allowance) -> tuple[Draft, Reply, ModelUse]:
        """The draft and the reply that go out, in the model's words or in the guided ones, and what came of asking."""
        draft, use = self._drafted(sheet, left)
        if draft is None:
            return sheet.guided, _instead(check(sheet.guided, against), use), use
        reply = check(draft, against)
        if not reply.problems:
            return draft, reply, use
        use = _rejected(use, draft, sheet, reply.problems)
        return sheet.guided, _instead(check(sheet.guided, against), use), use

    def _drafted(self, sheet: Sheet, left: Allowance) -> tuple[Draft | None, ModelUse]:
        """The model's draft where it holds, and what came of asking for it."""
        if not self._affords(left):
            return None, self._unasked("over_budget" if left.tokens is not None and left.tokens <= 0 else "slow")
        prompt = brief.wording(self._instructions, sheet)
        asked = self._model.ask(prompt, Worded, self._seconds(left))
        use = self._use("wording", asked)
        left.spend(use)
        if asked.answer is None:
            return None, use
        problems = vet(asked.answer, Ground(sheet, prompt, self._instructions.marker, self._names))
        draft = draft_of(asked.answer, sheet.guided)
        return (None, _rejected(use, draft, sheet, problems)) if problems else (draft, use)

    def guide(self, move: str) -> MoveGuide | None:
        """How a model is told to word this move; None where it must not be worded by one."""
        return self._instructions.guides.get(move)

    def _affords(self, left: Allowance) -> bool:
        return self._seconds(left) >= _LEAST_S and (left.tokens is None or left.tokens > 0)

    def _seconds(self, left: Allowance) -> float:
        return (left.until_ms - self._clock.elapsed_ms()) / 1000

    def _use(self, purpose: Purpose, asked: Asked[SecondLook] | Asked[Worded]) -> ModelUse:
        usage = asked.usage
        return ModelUse(
            purpose=purpose,
            model=self._model.name,
            prompt=self._instructions.version,
            outcome="used" if asked.failure is None else asked.failure.value,
            input_tokens=usage.input_tokens,
            cached_tokens=usage.cached_tokens,
            output_tokens=usage.output_tokens,
            calls=usage.calls,
            ms=round(usage.ms, 1),
            cost=usage.cost,
        )

    def _unasked(self, why: str) -> ModelUse:
        return ModelUse(purpose="wording", model=self._model.name, prompt=self._instructions.version, outcome=why)


def _rejected(use: ModelUse, draft: Draft, sheet: Sheet, problems: tuple[Problem, ...]) -> ModelUse:
    """What came of asking, where the draft fails its checks: it is kept, for mentors and trainers."""
    own = draft.sentences[sheet.guided.fixed :]
    return use.model_copy(update={"outcome": "rejected", "problems": problems, "draft": own})


def _instead(reply: Reply, use: ModelUse) -> Reply:
    """The guided reply in the place of a chat model's, with the reason for it."""
    why = use.problems or (Problem(code=f"model_{use.outcome}", detail="the chat model's wording was not used"),)
    return reply.model_copy(update={"engine": "guided_after_llm", "problems": (*reply.problems, *why)})
