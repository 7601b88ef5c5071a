"""Faults that a test asks for: so many of a kind, or by chance, which is the same for the same words."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

OF_THE_LINE = ("slow", "drip", "hang", "cut", "reset")
OF_THE_PROVIDER = ("429", "429_after", "500", "503", "html", "html_200")
OF_THE_SETTINGS = ("401", "404")
OF_THE_ANSWER = ("truncated", "wrong_types", "extra_fields", "empty_choices", "empty", "length", "long")
REFUSALS = ("refusal", "content_filter", "filtered_400")
OF_THE_MODEL = ("injected", "canary", "obedient", "parrot")
KINDS = (*OF_THE_LINE, *OF_THE_PROVIDER, *OF_THE_SETTINGS, *OF_THE_ANSWER, *REFUSALS, *OF_THE_MODEL)
BY_CHANCE = tuple(one for one in KINDS if one not in OF_THE_SETTINGS)


@dataclass(slots=True)
class Fault:
    """One fault, met by the next `times` requests.

    `slow` answers after `seconds`, `drip` sends a byte every `seconds`, `429_after` wants to be left alone for
    `seconds`, `hang` never answers, `cut` sends half, `reset` breaks the connection off. What the others do stands in
    `answers` and `wire`.
    """

    kind: str
    times: int = 1
    seconds: float = 1.0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            message = f"there is no fault {self.kind!r}: one of {', '.join(KINDS)}"
            raise ValueError(message)


@dataclass(slots=True)
class Chance:
    """Faults by chance: each request meets one of `kinds` with the chance `rate`."""

    rate: float = 0.0
    kinds: Sequence[str] = BY_CHANCE
    seed: int = 5
    seconds: float = 1.0
    _seen: Counter[bytes] = field(default_factory=Counter)

    def draw(self, body: bytes) -> Fault | None:
        """The fault of a request: it hangs on its words and on how often they came, not on which thread was first."""
        self._seen[body] += 1
        drawn = hashlib.sha256(f"{self.seed} {self._seen[body]} ".encode() + body).digest()
        if int.from_bytes(drawn[:8]) / 2**64 >= self.rate:
            return None
        return Fault(self.kinds[int.from_bytes(drawn[8:16]) % len(self.kinds)], seconds=self.seconds)


@dataclass(slots=True)
class Faults:
    """All that is to go wrong: first what was asked for, in order, then chance."""

    asked: list[Fault] = field(default_factory=list)
    chance: Chance = field(default_factory=Chance)

    def of(self, body: bytes) -> Fault | None:
        """The fault of this request, which is thereby used up."""
        if not self.asked:
            return self.chance.draw(body)
        first = self.asked[0]
        first.times -= 1
        if first.times <= 0:
            self.asked.remove(first)
        return first
