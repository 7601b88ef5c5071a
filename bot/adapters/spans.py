"""Which words of a message are which: the marks it is learnt from, and the head that finds them token by token."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, model_validator

from bot.adapters.heads import Linear, logistic, unreadable
from bot.adapters.marks import read_lines
from bot.coaching.commitments import is_torn
from bot.coaching.noticed import KINDS, Spans
from knowledge.encoder.embedding import Encoded

Matrix = NDArray[np.float32]
_FILE = "spans.npz"
_MOST_MORE = 6
_UNBROKEN = re.compile(r"\S+")
_CLOSING = re.compile(r"[.!?]?([\"'”’])")
_OPENS = {'"': ('"',), "'": (" '",), "”": ("“",), "’": (" ‘",)}
_SURE = (0.65, 0.8)
"""Mean probability of its words from which a run is found, and a second one apart from it."""

_LEAN = 0.5
"""Added to the log-odds of each word: a run cut short costs more than one a word too long. Set on hands kept apart."""


class SpanMarked(BaseModel):
    """A message, the coach's words that it answers, the kinds of words looked for in it, and those found, verbatim."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    hand: str
    asked: str
    text: str
    looked_for: tuple[str, ...]
    spans: dict[str, tuple[str, ...]]

    @model_validator(mode="after")
    def _in_the_text(self) -> Self:
        for kind, found in self.spans.items():
            if kind not in self.looked_for or kind not in KINDS:
                message = f"{kind} was not looked for, or is no kind of words"
                raise ValueError(message)
            for words in found:
                if words not in self.text:
                    message = f"these are not words of the message: {words}"
                    raise ValueError(message)
        return self

    def ranges(self, kind: str) -> tuple[tuple[int, int], ...] | None:
        """Where the words of one kind stand in the text, in characters; None where they were not looked for."""
        if kind not in self.looked_for:
            return None
        starts = ((self.text.index(words), words) for words in self.spans.get(kind, ()))
        return tuple((start, start + len(words)) for start, words in starts)


def read_spans(folder: Path) -> tuple[SpanMarked, ...]:
    """Every line of `folder/*.jsonl`. Raises CoachError, naming file and line, for a broken one."""
    return tuple(one for _, one in read_lines(folder, SpanMarked, "a message with its words marked", "bad_span"))


@dataclass(frozen=True, slots=True)
class SpanHead:
    """One logistic output a kind of words on each token's vector: log-odds above 0 lie inside.

    Of the words of one kind, those in a row whose log-odds add up to most are found; whole words, never parts of one.
    """

    kinds: tuple[str, ...]
    linear: Linear

    def found(self, text: str, encoded: Encoded, begins: int) -> Spans:
        """The spans of `text`, which stands from character `begins` on in what was encoded."""
        words = tuple(_words(text, encoded.places, begins))
        if not words:
            return Spans()
        logits = encoded.tokens @ self.linear.weight.T + self.linear.bias
        table = np.stack([_middle(logits, word.tokens) for word in words])
        found = {kind: tuple(_runs(text, words, table[:, row])) for row, kind in enumerate(self.kinds)}
        return Spans.model_validate(
            {kind: tuple(one for one in runs if _whole(kind, one)) for kind, runs in found.items()}
        )

    def save(self, folder: Path) -> None:
        """Write the head."""
        np.savez(
            folder / _FILE,
            allow_pickle=False,
            kinds=np.asarray(self.kinds),
            weight=self.linear.weight,
            bias=self.linear.bias,
        )

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read what `save` wrote; CoachError where it is missing or broken."""
        try:
            with np.load(folder / _FILE) as arrays:
                kinds = tuple(map(str, arrays["kinds"]))
                weight, bias = (np.asarray(arrays[name], dtype=np.float32) for name in ("weight", "bias"))
        except (OSError, ValueError, KeyError) as error:
            raise unreadable(folder, error, "train-listening") from error
        return cls(kinds, Linear(weight, bias))


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    tokens: tuple[int, ...]


def _middle(logits: Matrix, tokens: tuple[int, ...]) -> Matrix:
    """The mean of a word's tokens; most words are one token, and numpy takes its time over a mean of one."""
    return logits[tokens[0]] if len(tokens) == 1 else np.asarray(logits[list(tokens)].mean(axis=0), dtype=np.float32)


def _words(text: str, places: Sequence[tuple[int, int]], begins: int) -> Iterator[_Word]:
    """The words of the text between spaces, each with the tokens that it was cut into; marks beside it do not count."""
    inside = [(number, start - begins, end - begins) for number, (start, end) in enumerate(places) if end > start]
    own = [one for one in inside if one[1] >= 0 and one[2] <= len(text)]
    starts = [word.start() for word in _UNBROKEN.finditer(text)]
    for _, group in groupby(own, key=lambda one: bisect_right(starts, one[1])):
        parts = list(group)
        letters = [one for one in parts if any(map(str.isalnum, text[one[1] : one[2]]))] or parts
        end = letters[-1][2] + (text[letters[-1][2] : letters[-1][2] + 1] == "]")  # a name that was struck out
        start = letters[0][1] - (letters[0][1] > 0 and text[letters[0][1] - 1] == "[")
        yield _Word(start, end, tuple(number for number, _, _ in letters))


def _whole(kind: str, words: str) -> bool:
    """A day may be one word; nothing else is."""
    return kind == "when" or " " in words


def _runs(text: str, words: Sequence[_Word], odds: Matrix) -> Iterator[str]:
    """The heaviest run of words and, apart from it, the next; in the order of the text."""
    left, spans = odds + _LEAN, []
    for sure in _SURE:
        first, last = heaviest(left)
        if first == last or float(logistic(left[first:last]).mean()) < sure:
            break
        spans.append((first, last))
        left[max(0, first - 1) : last + 1] = -np.inf
    for first, last in sorted(spans):
        run = _closed(text, words[first].start, words[_end(text, words, last) - 1].end)
        yield max(run.split("\n"), key=len).strip()  # two messages that were sent one after the other are no phrase


def _closed(text: str, start: int, end: int) -> str:
    """The run with the quotation mark that ends what it quotes, and the mark before that."""
    closing = _CLOSING.match(text, end)
    opened = sum(text[start:end].count(mark) for mark in _OPENS[closing[1]]) if closing else 0
    return text[start : closing.end()] if closing and opened % 2 else text[start:end]


def _end(text: str, words: Sequence[_Word], last: int) -> int:
    """Where a run that breaks off in the middle of a phrase ends: at the next mark, within a few words."""
    if not is_torn(text[words[0].start : words[last - 1].end]):
        return last
    ends = (
        place for place in range(last + 1, min(last + _MOST_MORE, len(words)) + 1) if _marked(text, words[place - 1])
    )
    return next(ends, last)


def _marked(text: str, word: _Word) -> bool:
    return text[word.end : word.end + 1] not in {" ", ""} or word.end >= len(text.rstrip())


def heaviest(values: Matrix) -> tuple[int, int]:
    """The run of values with the greatest sum, as (first, end), end exclusive; empty where none is above 0."""
    best, span, sum_, start = 0.0, (0, 0), 0.0, 0
    for place, value in enumerate(values.tolist()):
        if sum_ <= 0:
            sum_, start = 0.0, place
        sum_ += value
        if sum_ > best:
            best, span = sum_, (start, place + 1)
    return span
