"""How the checks of a chat model's drafts do: bad ones caught, by the fault planted, and good ones turned away."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.coaching.drafting.never import NEVER
from bot.coaching.drafting.shape import Worded
from bot.coaching.drafting.sheet import Ground
from bot.coaching.record import Problem
from evals.drafts.reading import GOOD, Turn, Written, worded
from evals.errors import EvalsError
from evals.statistics.intervals import wilson

Vet = Callable[[Worded, Ground], tuple[Problem, ...]]
_WIDTH: Final = 26


@dataclass(frozen=True, slots=True)
class Vetted:
    """A draft with what was found in it."""

    draft: Written
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything that was found, draft by draft; `left_out` are drafts of moves that no model words."""

    vetted: tuple[Vetted, ...]
    left_out: int = 0

    @property
    def caught(self) -> float | None:
        """The share of bad drafts, 0 to 1, in which something was found; None where there are none."""
        return _share([one for one in self.vetted if one.draft.kind != GOOD])

    @property
    def turned_away(self) -> float | None:
        """The share of good drafts, 0 to 1, in which something was found; None where there are none."""
        return _share([one for one in self.vetted if one.draft.kind == GOOD])

    def text(self, *, names: bool = False) -> str:
        """The table for a terminal; with `names` also each bad draft let through, each good one turned away."""
        kinds = sorted({one.draft.kind for one in self.vetted} - {GOOD})
        rows = [_row(kind, [one for one in self.vetted if one.draft.kind == kind]) for kind in kinds]
        bad = [one for one in self.vetted if one.draft.kind != GOOD]
        good = [one for one in self.vetted if one.draft.kind == GOOD]
        lines = ["bad drafts caught", *rows, *([_row("all", bad)] if bad else [])]
        if good:
            codes = Counter(problem.code for one in good for problem in one.problems[:1])
            lines += [
                "good drafts turned away",
                _row("all", good),
                *(f"  {code}: {n}" for code, n in codes.most_common()),
            ]
        if self.left_out:
            lines.append(f"not counted: {self.left_out} drafts of moves that a chat model never words")
        if names:
            lines += [_named(one) for one in self.vetted if bool(one.problems) == (one.draft.kind == GOOD)]
        return "\n".join(lines)


def score(drafts: Sequence[Written], turns: dict[str, Turn], ground: Callable[[Turn], Ground], vet: Vet) -> Scores:
    """Vet every draft that could be sent against its turn.

    Raises EvalsError for a draft of a turn that is not there.
    """
    missing = next((one.turn for one in drafts if one.turn not in turns), None)
    if missing is not None:
        message = f"a draft belongs to the turn {missing!r}, which is in none of the files of turns (--turns)"
        raise EvalsError(message)
    sent = [one for one in drafts if turns[one.turn].move not in NEVER]
    grounds = {name: ground(turns[name]) for name in sorted({one.turn for one in sent})}
    vetted = tuple(Vetted(one, vet(worded(one, turns[one.turn]), grounds[one.turn])) for one in sent)
    return Scores(vetted, len(drafts) - len(sent))


def _share(vetted: Sequence[Vetted]) -> float | None:
    return sum(bool(one.problems) for one in vetted) / len(vetted) if vetted else None


def _row(name: str, vetted: Sequence[Vetted]) -> str:
    found = sum(bool(one.problems) for one in vetted)
    between = wilson(found, len(vetted))
    counted = f"{found:4} of {len(vetted):4}  {100 * found / len(vetted):5.1f}%"
    return f"  {name:{_WIDTH}} {counted}  ({100 * between.low:.1f} to {100 * between.high:.1f})"


def _named(one: Vetted) -> str:
    text = " ".join(each.text for each in one.draft.sentences)
    why = "; ".join(f"{each.code}: {each.detail}" for each in one.problems) or "let through"
    return f"{one.draft.turn} {one.draft.kind} [{why}] {text}"
