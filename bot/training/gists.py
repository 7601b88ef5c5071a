"""`coach playbooks train-gists`: marked messages -> a tuned encoder (int8), its head, and the level of each gist."""

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from bot.adapters import gists, words
from bot.adapters.gists import KEPT_APART, NEVER, GistHead, Marked
from bot.adapters.heads import Linear, in_context, logistic
from bot.adapters.model_files import GISTS
from bot.training import encoder, saving
from knowledge.encoder.embedding import OnnxEncoder
from knowledge.encoder.exporting import DEFAULT_PACKAGE, find_weights
from prompts import library

RIGHT_TO_SAY = 0.85
"""Share of a gist's findings that must be right, on messages kept apart, before it is said."""

RIGHT_TO_ASK = 0.50
"""The same before it is asked on from, which states nothing: a playbook's own next question fits far more seldom."""

_FEWEST = 3
_DOUBT = 0.5
"""So many findings are counted as wrong on top, so that three of three is not taken for certainty."""

_LOWEST, _HIGHEST = 0.30, 0.97
_RARE = 4.0


def train_gists(*, epochs: int, threads: int, say: Callable[[str], None]) -> None:
    """Train on what is marked, set each gist's level on hands kept apart, and replace the weights."""
    compiled, _ = words.compile_words()
    names = tuple(one.id for one in compiled.gists)
    marked = gists.read_marked(library.FOLDER / "marks", names)
    learnt = [one for one in marked if one.hand not in KEPT_APART]
    apart = [one for one in marked if one.hand in KEPT_APART]
    say(f"{len(marked)} marked messages, {len(apart)} of them kept apart, {len(names)} gists")
    base = find_weights(DEFAULT_PACKAGE)
    recipe = encoder.Recipe(epochs=epochs, threads=threads, rate=1.5e-4, batch=16)
    task = encoder.Task({"gists": goals(learnt, names)}, _loss)
    tuned = encoder.tune(base, [in_context(one.text, one.asked) for one in learnt], task, recipe, say)
    with tempfile.TemporaryDirectory() as scratch:
        saving.export(tuned, base, Path(scratch), GISTS)
    weight, bias = tuned.heads["gists"]
    linear = Linear(weight * tuned.scale, bias)
    head = with_levels(names, linear, apart)
    head.save(GISTS)
    made = {"base": DEFAULT_PACKAGE, "epochs": epochs, "marked": len(marked), "kept_apart": len(apart)}
    (GISTS / "made.json").write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    said, asked = (sum(level < NEVER for level in levels.values()) for levels in (head.say_at, head.ask_at))
    say(f"weights written to {GISTS.name}; of {len(names)} gists {said} can be said, {asked} asked on from")


def goals(marked: Sequence[Marked], names: Sequence[str]) -> NDArray[np.float32]:
    """One row a message, one column a gist: 1 where the reader found it."""
    return np.asarray([[float(name in one.gists) for name in names] for one in marked], dtype=np.float32)


def with_levels(names: Sequence[str], linear: Linear, apart: Sequence[Marked]) -> GistHead:
    """The head with each gist's two levels, set on messages that were not learnt from."""
    vectors = OnnxEncoder(GISTS).encode([in_context(one.text, one.asked) for one in apart])
    marks = np.stack([logistic(linear.logits(one)) for one in vectors])
    there = goals(apart, names) > 0
    say_at, ask_at = (levels_for(marks, there, names, right) for right in (RIGHT_TO_SAY, RIGHT_TO_ASK))
    return GistHead(tuple(names), linear, say_at, ask_at)


def levels_for(
    marks: NDArray[np.float32], there: NDArray[np.bool_], names: Sequence[str], right: float
) -> dict[str, float]:
    """For each gist the lowest probability from which this share of its findings is right; NEVER where none is."""
    return {name: _level(marks[:, column], there[:, column], right) for column, name in enumerate(names)}


def _level(marks: NDArray[np.float32], there: NDArray[np.bool_], right: float) -> float:
    for level in np.arange(_LOWEST, _HIGHEST, 0.01):
        found = marks >= level
        if found.sum() >= _FEWEST and there[found].sum() / (found.sum() + _DOUBT) >= right:
            return float(level)
    return NEVER


def _loss(out: Mapping[str, torch.Tensor], goals: Mapping[str, torch.Tensor]) -> torch.Tensor:
    weight = torch.full((out["gists"].shape[1],), _RARE)
    return _SUMMED * torch.nn.functional.binary_cross_entropy_with_logits(
        out["gists"], goals["gists"], pos_weight=weight
    )


_SUMMED = 20.0
