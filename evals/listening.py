"""How well the words that carry most are found, and the weights for finding them: `python -m evals.listening`.

Both come from `prompts/judgements`, where readers working apart marked in each message the words to hand back.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.coaching import charge_weights
from bot.coaching.charge import traits
from bot.coaching.clauses import runs

FOLDER = Path(__file__).resolve().parents[1] / "prompts" / "judgements"
WEIGHTS_FILE = Path(charge_weights.__file__)
SAME = 0.5  # of the words shared (F1), from which two runs count as the same choice
STEPS = 400
RATE = 0.5
RIDGE = 0.002
SHARPNESS = 3  # how much more a run counts that matches a reader's choice better

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Marked:
    """A message, and the words that each reader would hand back; `hand` is the one reader, or 'shared'."""

    text: str
    hand: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """How often the first run is what a reader chose, how well it matches (F1), and the best that any run could do."""

    messages: int
    same: float
    match: float
    best: float


def read_marked(folder: Path = FOLDER) -> tuple[Marked, ...]:
    """Every message in which at least one reader marked words."""
    texts: dict[str, str] = {}
    marked: dict[str, dict[str, str]] = {}
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            texts[row["id"]] = row["text"]
            if row["charged"]:
                marked.setdefault(row["id"], {})[file.stem] = row["charged"]
    return tuple(
        Marked(texts[one], next(iter(chosen)) if len(chosen) == 1 else "shared", tuple(chosen.values()))
        for one, chosen in sorted(marked.items())
    )


def match(run: str, choice: str) -> float:
    """F1 of the words that two runs share."""
    left, right = run.casefold().split(), choice.casefold().split()
    return 2 * (Counter(left) & Counter(right)).total() / max(1, len(left) + len(right))


def agreement(marked: Iterable[Marked]) -> float:
    """How often two readers of one message chose the same words."""
    pairs = [match(*pair) >= SAME for one in marked for pair in combinations(one.choices, 2)]
    return sum(pairs) / len(pairs) if pairs else 0.0


def measure(marked: Sequence[Marked], weights: Mapping[str, float] = charge_weights.WEIGHTS) -> Found:
    """Find the words of every message with these weights, and compare."""
    first, best = [], []
    for one in marked:
        known_runs = _runs(one)
        matches = [value for _, value in known_runs]
        scores = [sum(weights.get(name, 0.0) * value for name, value in known.items()) for known, _ in known_runs]
        first.append(matches[int(np.argmax(scores))] if known_runs else 0.0)
        best.append(max(matches, default=0.0))
    size = max(1, len(marked))
    return Found(len(marked), sum(one >= SAME for one in first) / size, sum(first) / size, sum(best) / size)


def fit(marked: Sequence[Marked]) -> dict[str, float]:
    """Weights under which the runs that readers chose come first: a softmax over each message's runs."""
    groups = [group for group in map(_runs, marked) if any(value > 0 for _, value in group)]
    names = sorted({name for group in groups for known, _ in group for name in known})
    tables = [np.array([[known[name] for name in names] for known, _ in group]) for group in groups]
    goals = [_shares([value for _, value in group]) for group in groups]
    weights = np.zeros(len(names))
    for step in range(STEPS):
        slope = 2 * RIDGE * weights
        for table, goal in zip(tables, goals, strict=True):
            slope += table.T @ (_softmax(table @ weights) - goal) / len(groups)
        weights -= RATE * (1 - step / STEPS) * slope
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def held_out(marked: Sequence[Marked]) -> Found:
    """Each reader's messages found with weights that were fitted on the others'."""
    hands = sorted({one.hand for one in marked})
    parts = [
        measure([one for one in marked if one.hand == hand], fit([one for one in marked if one.hand != hand]))
        for hand in hands
    ]
    total = sum(part.messages for part in parts)
    return Found(
        total,
        sum(part.same * part.messages for part in parts) / total,
        sum(part.match * part.messages for part in parts) / total,
        sum(part.best * part.messages for part in parts) / total,
    )


def _runs(one: Marked) -> list[tuple[Mapping[str, float], float]]:
    """The traits of each run of a message, and how well it matches the readers' choices."""
    return [
        (
            traits(one.text, run.text, run.kind, quoted=run.quoted, asked=run.asked),
            max(match(run.text, choice) for choice in one.choices),
        )
        for run in runs(one.text)
    ]


def _shares(values: Sequence[float]) -> Matrix:
    raised = np.array(values) ** SHARPNESS
    return np.asarray(raised / raised.sum())


def _softmax(scores: Matrix) -> Matrix:
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum())


def main() -> None:
    """Fit on all readers, write the weights, and say how well it goes on readers held out in turn."""
    marked = read_marked()
    found = held_out(marked)
    weights = fit(marked)
    lines = "".join(f'    "{name}": {weight},\n' for name, weight in weights.items() if weight)
    head = WEIGHTS_FILE.read_text(encoding="utf-8").split("WEIGHTS:")[0]
    WEIGHTS_FILE.write_text(f"{head}WEIGHTS: Final[Mapping[str, float]] = {{\n{lines}}}\n", encoding="utf-8")
    sys.stdout.write(
        f"{found.messages} messages, each reader held out in turn: "
        f"the same words in {found.same:.1%}, F1 {found.match:.2f}"
        f" (best possible {found.best:.2f}); two readers agree in {agreement(marked):.1%}\n"
    )


if __name__ == "__main__":
    main()
