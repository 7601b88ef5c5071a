"""How often the words of a message are found, and found rightly, on messages by hands that were not learnt from."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.coaching.noticed import Spans
from evals.understanding import Share

SAME = 0.6  # of the words shared (F1), from which what was found counts as what was marked


@dataclass(frozen=True, slots=True)
class Example:
    """A message that follows the coach's words `asked`: for each kind looked for, the first words marked, if any."""

    asked: str
    text: str
    wanted: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one kind of words: of those marked, how many were found; of messages without, in how many some were found."""

    found: Share
    found_in_vain: Share


def measure(examples: Sequence[Example], find: Callable[[str, str], Spans]) -> dict[str, Figures]:
    """Find the words of every example, and compare them kind by kind."""
    outcomes: dict[tuple[str, bool], list[bool]] = {}
    for one in examples:
        spans = find(one.text, one.asked).model_dump()
        for kind, wanted in one.wanted.items():
            first = next(iter(spans[kind]), None)
            right = first is not None and (wanted is None or match(first, wanted) >= SAME)
            outcomes.setdefault((kind, wanted is not None), []).append(right)
    kinds = sorted({kind for kind, _ in outcomes})
    return {kind: Figures(*(_share(outcomes.get((kind, there), [])) for there in (True, False))) for kind in kinds}


def match(one: str, other: str) -> float:
    """F1 of the words that two runs share."""
    left, right = one.casefold().split(), other.casefold().split()
    return 2 * (Counter(left) & Counter(right)).total() / max(1, len(left) + len(right))


def _share(outcomes: Sequence[bool]) -> Share:
    return Share(sum(outcomes), len(outcomes))
