"""What a chat model costs: prices of a million tokens, and the tokens of all tries together."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from bot.errors import CoachError
from bot.ports.chat_model import Usage

_MILLION = Decimal(1_000_000)
_WANTED = "three prices of a million tokens (read, read from the provider's cache, written), as 2.50,1.25,10"


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices of a million tokens, in whatever currency they were given: read, read from the cache, written."""

    read: Decimal
    cached: Decimal
    written: Decimal

    @classmethod
    def parse(cls, text: str) -> "Prices | None":
        """The prices as COACH_LLM_PRICES gives them; None where it is empty. Raises CoachError where they are none."""
        if not text.strip():
            return None
        try:
            read, cached, written = (Decimal(one.strip()) for one in text.split(","))
        except (InvalidOperation, ValueError):
            raise _bad(text) from None
        if not all(one.is_finite() and one >= 0 for one in (read, cached, written)):
            raise _bad(text)
        return cls(read, cached, written)

    def cost(self, tokens: "Tokens") -> Decimal:
        """What so many tokens cost; cached ones at their own price."""
        fresh = max(tokens.read - tokens.cached, 0)
        return (fresh * self.read + tokens.cached * self.cached + tokens.written * self.written) / _MILLION


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens as a provider counts them; `cached` ones are part of those `read`."""

    read: int = 0
    cached: int = 0
    written: int = 0

    def __add__(self, other: "Tokens") -> "Tokens":
        return Tokens(self.read + other.read, self.cached + other.cached, self.written + other.written)

    @classmethod
    def of_langchain(cls, usage: Mapping[str, object] | None) -> "Tokens":
        """The tokens of an answer's `usage_metadata`."""
        return cls._of(usage, "input_tokens", "input_token_details.cache_read", "output_tokens")

    @classmethod
    def of_openai(cls, usage: object) -> "Tokens":
        """The tokens of the `usage` of an OpenAI-compatible answer, as it came over the wire."""
        given = usage if isinstance(usage, Mapping) else None
        return cls._of(given, "prompt_tokens", "prompt_tokens_details.cached_tokens", "completion_tokens")

    @classmethod
    def _of(cls, usage: Mapping[str, object] | None, read: str, cached: str, written: str) -> "Tokens":
        count = [_count(usage or {}, path) for path in (read, cached, written)]
        return cls(count[0], min(count[1], count[0]), count[2])


class Tally:
    """What asking took so far: every try adds to it, also one that comes to nothing."""

    def __init__(self) -> None:
        self.calls = 0
        self.tokens = Tokens()

    def usage(self, prices: Prices | None, ms: float) -> Usage:
        """All of it, with its cost where prices are set."""
        total = self.tokens
        cost = float(prices.cost(total)) if prices else None
        return Usage(total.read, total.cached, total.written, self.calls, ms, cost)


def _count(usage: Mapping[str, object], path: str) -> int:
    found: object = usage
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return max(found, 0) if isinstance(found, int) else 0


def _bad(text: str) -> CoachError:
    return CoachError(f"COACH_LLM_PRICES: {_WANTED}, not {text!r}", code="bad_setting")
