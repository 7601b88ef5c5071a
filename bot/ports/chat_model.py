"""A chat model as the coach sees it: asked for one typed answer within a time, it gives that or says why not."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from pydantic import BaseModel

from bot.coaching.drafting.sheet import Prompt

Shape = TypeVar("Shape", bound=BaseModel)


class Failure(StrEnum):
    """Why there is no answer."""

    SLOW = "slow"
    """Not there when the time was up, however often it was tried."""
    UNREACHABLE = "unreachable"
    """No connection, or one that broke off."""
    BUSY = "busy"
    """The provider turned the request away for now (429)."""
    BROKEN = "broken"
    """The provider failed (5xx)."""
    MALFORMED = "malformed"
    """An answer that is not of the shape: cut off, other types, no JSON."""
    REFUSED = "refused"
    """The model declined, or the provider's filter stopped it."""
    MISCONFIGURED = "misconfigured"
    """A wrong key, address or model name (4xx): trying again cannot help."""
    RESTING = "resting"
    """Not asked: it failed too often of late (the circuit is open)."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What it took, over all tries: tokens as the provider counts them (cached ones are part of `input_tokens`)."""

    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    calls: int = 0
    ms: float = 0.0
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Asked(Generic[Shape]):
    """What came of asking: an answer of the shape asked for, or why there is none.

    `kind` is one word more of why, as the log has it: a class's name, and an HTTP status behind a colon.
    """

    answer: Shape | None
    failure: Failure | None
    usage: Usage
    kind: str = ""


class ChatModel(Protocol):
    """Any chat model; safe to be asked by several threads at once."""

    @property
    def name(self) -> str:
        """`provider:model`, as records name it."""
        ...

    def ask(self, prompt: Prompt, shape: type[Shape], within_s: float) -> Asked[Shape]:
        """Ask for an answer of a shape; returns within `within_s` seconds whatever happens, and never raises."""
        ...
