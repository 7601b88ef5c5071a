"""What a message amounts to, by a small model: the marks it learns from, its head, and the model at work."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from bot.adapters.heads import Linear, logistic, unreadable
from bot.adapters.marks import read_lines
from bot.coaching.noticed import GistFound
from bot.errors import CoachError

Matrix = NDArray[np.float32]
_FILE = "gists.npz"
_META = "gists.json"
KEPT_APART = frozenset({"exchange_d", "exchange_j", "messages_6", "plans_e"})
"""Hands whose messages are not learnt from, but set the levels."""

NEVER = 2.0
"""A level that no probability reaches."""


class Marked(BaseModel):
    """A message, the coach's question that it answers ("" for none), and the gists that one reader found in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    hand: str
    asked: str
    text: str
    gists: tuple[str, ...]


def read_marked(folder: Path, known: Sequence[str]) -> tuple[Marked, ...]:
    """Every mark of `folder/*.jsonl`. Raises CoachError, naming file and line, for a broken line or unknown gist."""
    found = []
    for place, one in read_lines(folder, Marked, "a marked message", "bad_mark"):
        unknown = sorted(set(one.gists) - set(known))
        if unknown:
            message = f"{place}: no gist is called {', '.join(unknown)}"
            raise CoachError(message, code="bad_mark")
        found.append(one)
    return tuple(found)


def kept_apart(marked: Sequence[Marked]) -> dict[tuple[str, str], set[str]]:
    """The messages that nothing is learnt from, (text, asked), each with what any of its readers found in it."""
    readers: dict[tuple[str, str], set[str]] = {}
    for one in marked:
        if one.hand in KEPT_APART:
            readers.setdefault((one.text, one.asked), set()).update(one.gists)
    return readers


@dataclass(frozen=True, slots=True)
class GistHead:
    """One logistic output a gist on the tuned encoder's vector, and from where each is said, and asked on from."""

    names: tuple[str, ...]
    linear: Linear
    say_at: Mapping[str, float]
    ask_at: Mapping[str, float]

    def found(self, vector: Matrix) -> tuple[GistFound, ...]:
        """The gists that are likely enough to ask on from, those first that are sure enough to say, then the surest."""
        marks = zip(self.names, logistic(self.linear.logits(vector)), strict=True)
        likely = [
            GistFound(id=name, confidence=round(float(mark), 4), sure=bool(mark >= self.say_at[name]))
            for name, mark in marks
            if mark >= self.ask_at[name]
        ]
        return tuple(sorted(likely, key=lambda one: (not one.sure, -one.confidence)))

    def save(self, folder: Path) -> None:
        """Write the head and its levels."""
        np.savez(folder / _FILE, allow_pickle=False, weight=self.linear.weight, bias=self.linear.bias)
        meta = {"say_at": dict(self.say_at), "ask_at": dict(self.ask_at)}
        (folder / _META).write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "GistHead":
        """Read what `save` wrote; CoachError where it is missing or broken."""
        try:
            meta = json.loads((folder / _META).read_text(encoding="utf-8"))
            say_at, ask_at = ({str(n): float(v) for n, v in meta[key].items()} for key in ("say_at", "ask_at"))
            with np.load(folder / _FILE) as arrays:
                weight, bias = (np.asarray(arrays[name], dtype=np.float32) for name in ("weight", "bias"))
        except (OSError, ValueError, KeyError) as error:
            raise unreadable(folder, error, "train-listening") from error
        return cls(tuple(say_at), Linear(weight, bias), say_at, ask_at)
