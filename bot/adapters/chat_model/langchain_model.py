"""A ChatModel over any of LangChain's: a prompt in, a typed answer out, in time, counted, and nothing told of it."""

import asyncio
import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from langchain_core.runnables import Runnable
from langsmith.run_helpers import tracing_context
from pydantic import BaseModel

from bot.adapters.chat_model import shapes
from bot.adapters.chat_model.breaker import Breaker
from bot.adapters.chat_model.failures import TryFailedError, of_answer, of_exception, tokens_of
from bot.adapters.chat_model.prices import Prices, Tally, Tokens
from bot.adapters.chat_model.tries import Tries, Usual
from bot.adapters.chat_model.within import background
from bot.coaching.drafting.sheet import Prompt
from bot.ports.chat_model import Asked, Failure, Shape, Usage

_CLOSING_S = 0.05
"""Seconds of a deadline that are kept for closing what is still open."""
_STRICT = frozenset({"openai", "azure_openai"})
"""Providers whose LangChain package can be told that the schema binds."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asking:
    """How a model is asked: its `provider:model` name, how it is held to a shape, what it costs."""

    name: str
    output: str = "json_schema"
    prices: Prices | None = None

    @property
    def provider(self) -> str:
        """The provider's name alone."""
        return self.name.partition(":")[0]


class LangChainModel:
    """A ChatModel over any of LangChain's, asked by as many threads at once as there are."""

    def __init__(self, model: BaseChatModel, asking: Asking, breaker: Breaker | None = None) -> None:
        self._model = model
        self._asking = asking
        self._breaker = breaker or Breaker()
        self._held: dict[type[BaseModel], Runnable[LanguageModelInput, object]] = {}
        self._usual = Usual()
        self._background = background()

    @property
    def name(self) -> str:
        """`provider:model`, as records name it."""
        return self._asking.name

    def ask(self, prompt: Prompt, shape: type[Shape], within_s: float) -> Asked[Shape]:
        """Ask for an answer of a shape; returns within `within_s` seconds whatever happens, and never raises."""
        if within_s <= _CLOSING_S:
            return Asked(None, Failure.SLOW, Usage())
        leave = self._breaker.enter(within_s)
        if leave is None:
            return Asked(None, Failure.RESTING, Usage())
        began = time.monotonic()
        tally = Tally()
        failure: Failure | None = Failure.BROKEN
        answer: Shape | None = None
        kind = ""
        try:
            answer = self._background.run(self._tried(prompt, shape, within_s - _CLOSING_S, tally), within_s)
            failure = None
        except TryFailedError as failed:
            failure, kind = failed.failure, failed.kind
        except TimeoutError:
            failure, kind = Failure.SLOW, "no_time_left"
        except Exception as error:  # noqa: BLE001 - whatever a provider's package does, never raise
            kind = type(error).__name__  # no more of it: it may hold content
        finally:
            self._breaker.leave(leave, failure)
        if failure is not None:
            _LOG.warning(
                "the chat model gave no answer",
                extra={"code": failure.value, "error": kind, "count": tally.calls},
            )
        return Asked(answer, failure, tally.usage(self._asking.prices, 1000 * (time.monotonic() - began)), kind)

    async def _tried(self, prompt: Prompt, shape: type[Shape], within_s: float, tally: Tally) -> Shape:
        """The answer of the first try that holds. Raises TryFailedError, or TimeoutError where no time is left."""
        until = asyncio.get_running_loop().time() + within_s
        tries = Tries(until, self._usual)
        messages = self._messages(prompt, shape)
        with tracing_context(enabled=False):
            async with asyncio.timeout_at(until):
                return await tries.run(lambda: self._once(messages, shape, tally))

    async def _once(self, messages: Sequence[BaseMessage], shape: type[Shape], tally: Tally) -> Shape:
        tally.calls += 1
        try:
            came = await self.hold(shape).ainvoke(list(messages))
        except Exception as error:  # noqa: BLE001 - every provider has exceptions of its own
            tally.tokens += tokens_of(error)
            raise of_exception(error) from None  # the provider's own message may hold what was sent
        said = came.get("raw") if isinstance(came, Mapping) else None
        if not isinstance(said, AIMessage):
            raise TryFailedError(Failure.MALFORMED, kind="no_answer")
        tally.tokens += Tokens.of_langchain(said.usage_metadata)
        failure = of_answer(said.response_metadata, said.additional_kwargs)
        if failure is not None:
            raise TryFailedError(failure, kind="ended_early")
        try:
            return shapes.read(shape, said.tool_calls[0]["args"] if said.tool_calls else said.text)
        except ValueError:
            raise TryFailedError(Failure.MALFORMED, kind="not_of_the_shape") from None

    def hold(self, shape: type[BaseModel]) -> Runnable[LanguageModelInput, object]:
        """The model, held to a shape; its answer comes raw, so that its tokens count even where it is no good.

        Raises whatever the provider's package raises where it does not know this way of holding it.
        """
        held = self._held.get(shape)
        if held is None:
            strict = self._asking.provider in _STRICT and self._asking.output != "json_mode"
            more = {"strict": True} if strict else {}
            schema = shapes.schema_of(shape)
            held = self._model.with_structured_output(schema, method=self._asking.output, include_raw=True, **more)
            self._held[shape] = held
        return held

    def _messages(self, prompt: Prompt, shape: type[BaseModel]) -> list[BaseMessage]:
        """What is sent: first what is the same in every turn of a move, byte for byte, for providers to keep."""
        system = prompt.system
        if self._asking.output == "json_mode":
            system = f"{system}\n\n{shapes.instruction(shape)}"
        if self._asking.provider == "anthropic":  # the only one that has to be told what to keep
            kept: dict[str, object] = {"type": "text", "text": system, "cache_control": {"type": "ephemeral"}}
            return [SystemMessage(content=[kept]), HumanMessage(content=prompt.turn)]
        return [SystemMessage(content=system), HumanMessage(content=prompt.turn)]
