"""`coach playbooks train-listening`: marked messages -> a tuned encoder (int8), its heads for gists and for words."""

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from bot.adapters import gists, spans, words
from bot.adapters.gists import KEPT_APART, NEVER, GistHead, Marked
from bot.adapters.heads import Linear, in_context, logistic
from bot.adapters.model_files import LISTENING
from bot.adapters.spans import SpanHead, SpanMarked
from bot.coaching.noticed import KINDS
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


def train(*, epochs: int, threads: int, say: Callable[[str], None]) -> None:
    """Train on what is marked, set each level on hands kept apart, and replace the weights."""
    compiled, _ = words.compile_words()
    names = tuple(one.id for one in compiled.gists)
    marked = gists.read_marked(library.FOLDER / "marks", names)
    spanned = [*spans.read_spans(library.FOLDER / "spans"), *_charged()]
    learnt = [one for one in marked if one.hand not in KEPT_APART]
    worded = [one for one in spanned if one.hand not in KEPT_APART]
    say(
        f"{len(marked)} messages with gists, {len(spanned)} with words marked, "
        f"{len(marked) + len(spanned) - len(learnt) - len(worded)} of them kept apart"
    )
    base = find_weights(DEFAULT_PACKAGE)
    recipe = encoder.Recipe(epochs=epochs, threads=threads, rate=1.5e-4, batch=16)
    rows: list[Marked | SpanMarked] = [*learnt, *worded]
    texts = [in_context(one.text, one.asked) for one in rows]
    tuned = encoder.tune(base, texts, _task(learnt, worded, names), recipe, say)
    with tempfile.TemporaryDirectory() as scratch:
        saving.export(tuned, base, Path(scratch), LISTENING)
    weight, bias = tuned.heads["gists"]
    apart = [one for one in marked if one.hand in KEPT_APART]
    head = with_levels(names, Linear(weight * tuned.scale, bias), apart)
    head.save(LISTENING)
    SpanHead(KINDS, Linear(*tuned.heads[encoder.SPANS])).save(LISTENING)
    made = {"base": DEFAULT_PACKAGE, "epochs": epochs, "gists": len(marked), "spans": len(spanned)}
    (LISTENING / "made.json").write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    said, asked = (sum(level < NEVER for level in levels.values()) for levels in (head.say_at, head.ask_at))
    say(f"weights written to {LISTENING.name}; of {len(names)} gists {said} can be said, {asked} asked on from")


def _task(learnt: Sequence[Marked], worded: Sequence[SpanMarked], names: Sequence[str]) -> encoder.Task:
    """Both kinds of examples as one task: neither teaches anything of what nobody looked for in it."""
    known = goals(learnt, names)
    unknown = np.full((len(worded), len(names)), np.nan, dtype=np.float32)
    nowhere = encoder.Spans(0, [None] * len(KINDS))
    return encoder.Task(
        {"gists": np.concatenate([known, unknown])}, _loss, [*(nowhere for _ in learnt), *map(_ranges, worded)]
    )


def _ranges(one: SpanMarked) -> encoder.Spans:
    begins = len(in_context(one.text, one.asked)) - len(one.text)
    moved = [
        None if ranges is None else [(first + begins, last + begins) for first, last in ranges]
        for ranges in map(one.ranges, KINDS)
    ]
    return encoder.Spans(begins, moved)


def _charged() -> Iterator[SpanMarked]:
    """The readers of `prompts/judgements` marked, too, which words of an opening carry most."""
    for file in sorted((library.FOLDER / "judgements").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            marked: dict[str, tuple[str, ...]] = {"words": (row["charged"],)} if row["charged"] else {}
            yield SpanMarked(
                id=row["id"], hand=file.stem, asked="", text=row["text"], looked_for=("words",), spans=marked
            )


def goals(marked: Sequence[Marked], names: Sequence[str]) -> NDArray[np.float32]:
    """One row a message, one column a gist: 1 where the reader found it."""
    return np.asarray([[float(name in one.gists) for name in names] for one in marked], dtype=np.float32)


def with_levels(names: Sequence[str], linear: Linear, apart: Sequence[Marked]) -> GistHead:
    """The head with each gist's two levels, set on messages that were not learnt from."""
    vectors = OnnxEncoder(LISTENING).encode([in_context(one.text, one.asked) for one in apart])
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
    found, wanted = out["gists"], goals["gists"]
    weight = torch.full((found.shape[1],), _RARE)
    summed = _known(found, wanted, pos_weight=weight)
    return _GISTS * summed + _SPANS * _known(out[encoder.SPANS], goals[encoder.SPANS])


def _known(found: torch.Tensor, wanted: torch.Tensor, pos_weight: torch.Tensor | None = None) -> torch.Tensor:
    """The mean loss over what is known; 0 where nothing is."""
    known = ~torch.isnan(wanted)
    each = torch.nn.functional.binary_cross_entropy_with_logits(
        found, torch.nan_to_num(wanted), pos_weight=pos_weight, reduction="none"
    )
    return (each * known).sum() / known.sum().clamp(min=1)


_GISTS, _SPANS = 20.0, 4.0
