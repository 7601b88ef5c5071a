"""Tuning the sentence encoder with linear heads on its unit vector and on its tokens, all heads at once."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import save_file
from transformers import AutoModel, AutoTokenizer, BatchEncoding

_TOKENS = 160


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to tune. Learning rates are per step of AdamW; the seed fixes order and dropout."""

    epochs: int = 6
    batch: int = 24
    rate: float = 1.2e-4
    head_rate: float = 2e-3
    warm: float = 0.1
    dropout: float = 0.15
    seed: int = 7
    threads: int = 2


@dataclass(frozen=True, slots=True)
class Tuned:
    """A tuned encoder (torch) and its linear heads: weights (out, dim) and biases (out,).

    The head called `SPANS` is for token vectors as they are, all others for the unit vector times `scale`.
    """

    model: torch.nn.Module
    heads: dict[str, tuple[NDArray[np.float32], NDArray[np.float32]]]
    scale: float


class _Heads(torch.nn.Module):
    def __init__(self, width: int, sizes: dict[str, int], dropout: float) -> None:
        super().__init__()
        self.drop = torch.nn.Dropout(dropout)
        self.parts = torch.nn.ModuleDict({name: torch.nn.Linear(width, size) for name, size in sizes.items()})

    def forward(self, vectors: torch.Tensor, tokens: torch.Tensor) -> dict[str, torch.Tensor]:
        dropped, worded = self.drop(vectors), self.drop(tokens)
        return {name: part(worded if name == SPANS else dropped) for name, part in self.parts.items()}


SPANS = "spans"
"""The one head that speaks of each token: which kinds of words it belongs to."""

SCALE = 16.0
"""Unit vectors are scaled by this before the heads, so that their logits can move."""


Ranges = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Spans:
    """Of one text: from which character on it is read, and for each kind the ranges that belong to it.

    None for a kind that nobody looked for in this text: nothing is learnt of it there.
    """

    begins: int
    kinds: Sequence[Ranges | None]


@dataclass(frozen=True, slots=True)
class Task:
    """What to learn: for each head its goals, one row a text, and the loss over a batch of outputs and their goals.

    `spans`, one a text, are the goals of the head `SPANS`: (texts, tokens, kinds) in the loss, NaN where not known.
    """

    goals: Mapping[str, NDArray[np.float32]]
    loss: Callable[[Mapping[str, torch.Tensor], Mapping[str, torch.Tensor]], torch.Tensor]
    spans: Sequence[Spans] = ()

    def sizes(self) -> dict[str, int]:
        """How many outputs each head has."""
        worded = {SPANS: len(self.spans[0].kinds)} if self.spans else {}
        return {name: goal.shape[1] for name, goal in self.goals.items()} | worded


class Tokeniser(Protocol):
    """A fast tokeniser of transformers: token ids, and where in the text each token stands."""

    def __call__(self, text: str, *, truncation: bool, max_length: int, return_offsets_mapping: bool) -> BatchEncoding:
        """Cut one text."""
        ...


@dataclass(frozen=True, slots=True)
class _Given:
    """The texts as token ids, and all that is to be learnt of them."""

    ids: Sequence[Sequence[int]]
    heads: Mapping[str, NDArray[np.float32]]
    worded: Sequence[NDArray[np.float32]]

    @classmethod
    def of(cls, tokenizer: Tokeniser, texts: Sequence[str], task: Task) -> "_Given":
        """Cut every text, and turn ranges of characters into goals for tokens."""
        cut = [tokenizer(text, truncation=True, max_length=_TOKENS, return_offsets_mapping=True) for text in texts]
        worded = [_worded(one, places["offset_mapping"]) for one, places in zip(task.spans, cut, strict=False)]
        return cls([one["input_ids"] for one in cut], task.goals, worded)

    def goals(self, rows: Sequence[int], longest: int) -> dict[str, torch.Tensor]:
        """What is to be learnt of a batch whose longest text has so many tokens."""
        wanted = {name: torch.from_numpy(goal[rows]) for name, goal in self.heads.items()}
        if not self.worded:
            return wanted
        return wanted | {SPANS: _padded([self.worded[row] for row in rows], longest)}


def tune(folder: Path, texts: Sequence[str], task: Task, recipe: Recipe, say: Callable[[str], None]) -> Tuned:
    """Tune the encoder in `folder` on `texts`; prints one line an epoch through `say`."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    model = AutoModel.from_pretrained(str(folder), attn_implementation="eager", local_files_only=True)
    tokenizer = AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
    heads = _Heads(model.config.hidden_size, task.sizes(), recipe.dropout)
    optimiser = torch.optim.AdamW(
        [{"params": model.parameters(), "lr": recipe.rate}, {"params": heads.parameters(), "lr": recipe.head_rate}],
        weight_decay=0.01,
        fused=True,
    )
    steps = recipe.epochs * -(-len(texts) // recipe.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, steps, recipe.warm))
    given = _Given.of(tokenizer, texts, task)
    order = np.random.default_rng(recipe.seed)
    for epoch in range(recipe.epochs):
        began, total = time.perf_counter(), 0.0
        model.train()
        heads.train()
        for rows in _batches(given.ids, recipe.batch, order):
            with torch.autocast("cpu", torch.bfloat16):  # half the time, where the processor has it
                found, tokens = _vectors(model, [given.ids[row] for row in rows])
            loss = task.loss(heads(found.float(), tokens.float()), given.goals(rows, tokens.shape[1]))
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        say(
            f"epoch {epoch + 1} of {recipe.epochs}: loss {total * recipe.batch / len(texts):.3f}, "
            f"{time.perf_counter() - began:.0f} s"
        )
    model.eval()
    weights = {name: (_numbers(part.weight), _numbers(part.bias)) for name, part in heads.parts.items()}
    return Tuned(model, weights, SCALE)


def save(tuned: Tuned, folder: Path) -> None:
    """Write the tuned weights into a folder that already holds the base model's tokeniser and pooling."""
    save_file(
        {name: value.contiguous() for name, value in tuned.model.state_dict().items()},
        str(folder / "model.safetensors"),
        metadata={"format": "pt"},
    )


def _numbers(parameter: object) -> NDArray[np.float32]:
    return np.asarray(torch.as_tensor(parameter).detach().numpy().astype(np.float32))


def _rate(step: int, steps: int, warm: float) -> float:
    rising = max(1, int(warm * steps))
    return (step + 1) / rising if step < rising else max(0.02, (steps - step) / max(1, steps - rising))


def _batches(ids: Sequence[Sequence[int]], size: int, order: np.random.Generator) -> list[list[int]]:
    """Batches of like length, in a random order: padding costs less."""
    jitter = order.uniform(-8, 8, len(ids))
    ranked = np.argsort([len(one) + shift for one, shift in zip(ids, jitter, strict=True)])
    batches = [ranked[start : start + size].tolist() for start in range(0, len(ranked), size)]
    order.shuffle(batches)
    return batches


def _worded(spans: Spans, offsets: Ranges) -> NDArray[np.float32]:
    """Goals for each token of a text, (tokens, kinds): 1 inside a range of the kind, NaN where nothing is known."""
    goals = np.full((len(offsets), len(spans.kinds)), np.nan, dtype=np.float32)
    for row, (start, end) in enumerate(offsets):
        if start < spans.begins or start == end:
            continue
        for column, ranges in enumerate(spans.kinds):
            if ranges is not None:
                goals[row, column] = any(first <= start < last for first, last in ranges)
    return goals


def _padded(goals: Sequence[NDArray[np.float32]], longest: int) -> torch.Tensor:
    out = np.full((len(goals), longest, goals[0].shape[1]), np.nan, dtype=np.float32)
    for row, one in enumerate(goals):
        out[row, : len(one)] = one
    return torch.from_numpy(out)


def _vectors(model: torch.nn.Module, ids: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    longest = max(len(one) for one in ids)
    padded = torch.tensor([list(one) + [0] * (longest - len(one)) for one in ids])
    mask = torch.tensor([[1] * len(one) + [0] * (longest - len(one)) for one in ids])
    hidden = model(input_ids=padded, attention_mask=mask, token_type_ids=torch.zeros_like(padded)).last_hidden_state
    share = mask.unsqueeze(-1).to(hidden.dtype)
    mean = (hidden * share).sum(1) / share.sum(1).clamp(min=1e-9)
    return torch.nn.functional.normalize(mean, dim=-1) * SCALE, hidden
