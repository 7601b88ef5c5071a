"""Sentences read for what they do, by rules and a small head over the frozen encoder; and how near two texts lie."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from bot.adapters.heads import Linear, logistic, unreadable
from bot.coaching.speech.cue_table import CUES
from bot.coaching.speech.reading import labelled
from bot.coaching.speech.rules import is_social
from bot.coaching.speech.sentences import places
from bot.coaching.speech.traits import BUCKETS, NAMES, traits, wording
from bot.coaching.speech_acts import Label, Labelled
from knowledge.encoder.embedding import OnnxEncoder

Matrix = NDArray[np.float32]
_FILE, _META = "speech.npz", "speech.json"
_MEANING_WEIGHS = 4.0
"""What a unit vector weighs beside traits of 0 or 1; chosen with a hand held out."""

_WORDS_WEIGH = 3.0
"""What the words of a sentence weigh together; chosen with a hand held out, as above."""

_KEPT_VECTORS = 4096
_KEPT_TEXTS = 64
_MOST_SENTENCES = 300
"""Sentences of one text that are looked at; no draft has so many, and what follows them has no labels."""


class Eyes:
    """A sentence as numbers: its meaning by the frozen encoder, its traits, and its words and pairs of words."""

    def __init__(self, encoder: OnnxEncoder) -> None:
        self._encoder = encoder

    @property
    def fingerprint(self) -> str:
        """Changes when the same sentence could be seen differently by the encoder."""
        return self._encoder.fingerprint

    def rows(self, text: str, found: Sequence[tuple[int, int]], before: str = "") -> Matrix:
        """One row for each place of a text."""
        sentences = [text[start:end] for start, end in found]
        meaning = self._encoder.encode(sentences)
        seen = np.asarray([traits(text, start, end, before) for start, end in found], dtype=np.float32)
        return np.hstack([_MEANING_WEIGHS * meaning, seen, _worded(sentences)]).astype(np.float32)


@dataclass(frozen=True, slots=True)
class SpeechHead:
    """One logistic output a label, with the level from which the label is given.

    `eyes` and `names` say what it was trained to see, `examples` is the hash of what it learnt.
    """

    linear: Linear
    levels: Matrix
    eyes: str
    names: tuple[str, ...]
    examples: str

    def labels(self, row: Matrix) -> frozenset[Label]:
        """The labels of a sentence."""
        given = logistic(self.linear.logits(row)) >= self.levels
        return frozenset(label for label, there in zip(Label, given, strict=True) if there)

    def save(self, folder: Path) -> None:
        """Write the head."""
        folder.mkdir(parents=True, exist_ok=True)
        weight = self.linear.weight.astype(np.float16)
        np.savez_compressed(
            folder / _FILE, allow_pickle=False, weight=weight, bias=self.linear.bias, levels=self.levels
        )
        meta = {"examples": self.examples, "eyes": self.eyes, "labels": list(Label), "names": self.names}
        (folder / _META).write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read what `save` wrote; CoachError where it is missing, broken, or was made for other traits."""
        try:
            meta = json.loads((folder / _META).read_text(encoding="utf-8"))
            with np.load(folder / _FILE) as arrays:
                weight, bias, levels = (
                    np.asarray(arrays[name], dtype=np.float32) for name in ("weight", "bias", "levels")
                )
            head = cls(Linear(weight, bias), levels, str(meta["eyes"]), tuple(meta["names"]), str(meta["examples"]))
        except (OSError, ValueError, KeyError) as error:
            raise unreadable(folder, error, "train-speech") from error
        if head.names != NAMES:
            raise unreadable(folder, ValueError("they were made for other traits"), "train-speech")
        return head


class ModelSpeechReader:
    """The port `SpeechReader`, by rules and the head; encoder and weights are opened at the first text.

    The last texts are kept with their labels: a second version of a draft, or a line said again, costs nothing.
    """

    def __init__(self, opened: Callable[[], tuple[Eyes, SpeechHead]]) -> None:
        self._opened = opened
        self._read: dict[tuple[str, str], tuple[Labelled, ...]] = {}

    @cached_property
    def _parts(self) -> tuple[Eyes, SpeechHead]:
        eyes, head = self._opened()
        if eyes.fingerprint != head.eyes:
            raise unreadable(Path("speech"), ValueError("they were made with another encoder"), "train-speech")
        return eyes, head

    @property
    def version(self) -> str:
        """Changes when the same text could get other labels."""
        _, head = self._parts
        cues = hashlib.sha256("\n".join(CUES.values()).encode()).hexdigest()
        return f"{head.eyes}+{head.examples[:12]}+{cues[:8]}"

    def label(self, text: str, before: str = "") -> tuple[Labelled, ...]:
        """Every sentence of a masked text with its place and labels; `before` is what the other person said last."""
        if (text, before) not in self._read:
            if len(self._read) >= _KEPT_TEXTS:
                self._read.pop(next(iter(self._read)))
            self._read[text, before] = self._labelled(text, before)
        return self._read[text, before]

    def _labelled(self, text: str, before: str) -> tuple[Labelled, ...]:
        found = places(text)
        if not found:
            return ()
        eyes, head = self._parts
        looked_at = found[:_MOST_SENTENCES]
        rows = eyes.rows(text, looked_at, before)
        read = tuple(
            labelled(start, end, frozenset() if is_social(text[start:end]) else _known(head.labels(row), before))
            for (start, end), row in zip(looked_at, rows, strict=True)
        )
        return (*read, *(labelled(start, end, frozenset()) for start, end in found[_MOST_SENTENCES:]))


class EncoderNearness:
    """The port `Nearness` over the frozen encoder, opened at the first question. Vectors of phrases are kept."""

    def __init__(self, opened: Callable[[], OnnxEncoder]) -> None:
        self._opened = opened
        self._vectors: dict[str, Matrix] = {}
        self._last: tuple[str, Matrix] | None = None

    def near(self, text: str, phrases: Sequence[str]) -> tuple[float, ...]:
        """Cosines of a text to each of some phrases, in their order."""
        if not phrases:
            return ()
        rows = np.stack([self._vector(phrase) for phrase in phrases])
        return tuple(float(one) for one in rows @ self._of_text(text))

    def _of_text(self, text: str) -> Matrix:
        """The vector of what a doctor says: only the last is kept, as it is asked about more than once."""
        if self._last is None or self._last[0] != text:
            self._last = (text, self._opened().encode([text])[0])
        return self._last[1]

    def _vector(self, text: str) -> Matrix:
        if text not in self._vectors:
            if len(self._vectors) >= _KEPT_VECTORS:
                self._vectors.pop(next(iter(self._vectors)))
            self._vectors[text] = self._opened().encode([text])[0]
        return self._vectors[text]


def _worded(sentences: Sequence[str]) -> Matrix:
    """One row for each sentence with its words and pairs of words, all rows of one length."""
    rows = np.zeros((len(sentences), BUCKETS), dtype=np.float32)
    for row, sentence in zip(rows, sentences, strict=True):
        there = list(wording(sentence))
        row[there] = _WORDS_WEIGH / max(1, len(there)) ** 0.5
    return rows


def _known(labels: frozenset[Label], before: str) -> frozenset[Label]:
    """Listening is known only against what was said, and who threatens to act takes no part of it on."""
    kept = labels if before else labels - {Label.LISTENING}
    return kept - {Label.OWNERSHIP} if Label.THREAT in kept else kept
