"""Writes the forward index of a large library text by text; holds its vocabulary, and never its texts."""

from array import array
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.index.appended import Appended
from knowledge.index.digests import digests
from knowledge.index.forward_index import FOUND, IDS, SQUARES, STARTS, SUMS, TERMS, WEIGHTS
from knowledge.index.keyword_settings import LENGTH_PENALTY, SATURATION

_AT_ONCE = 50_000  # texts whose weights are worked out together
_BUFFER = 1_000_000  # words kept before they are written
_RAW_IDS, _RAW_TIMES = "raw-ids.npy", "raw-times.npy"

Numbers = NDArray[np.int64]


class ForwardWriter:
    """Add every text, then close; the weights need the whole library's counts, and are worked out at the end."""

    def __init__(self, folder: Path) -> None:
        """Begin in an empty folder."""
        folder.mkdir(parents=True)
        self._folder = folder
        self._numbers: dict[str, int] = {}
        self._ids, self._times = array("I"), array("I")
        self._raw_ids = Appended(folder / _RAW_IDS, np.uint32)
        self._raw_times = Appended(folder / _RAW_TIMES, np.uint32)
        self._starts, self._lengths = array("q", [0]), array("I")

    def add(self, words: Sequence[str]) -> None:
        """The stems of the next row."""
        times = Counter(words)
        self._ids.extend([self._numbers.setdefault(word, len(self._numbers)) for word in times])
        self._times.extend(times.values())
        self._starts.append(self._starts[-1] + len(times))
        self._lengths.append(len(words))
        if len(self._ids) >= _BUFFER:
            self._flush()

    def close(self) -> None:
        """Number the words by their digests, weigh each in each text, and remove what was needed on the way."""
        self._flush()
        self._raw_ids.close()
        self._raw_times.close()
        terms = digests(self._numbers)
        order = np.argsort(terms)
        number = np.empty(len(order), dtype=np.int64)
        number[order] = np.arange(len(order))
        np.save(self._folder / TERMS, terms[order])
        np.save(self._folder / STARTS, np.frombuffer(self._starts, dtype=np.int64))
        self._weigh(number)
        for name in (_RAW_IDS, _RAW_TIMES):
            (self._folder / name).unlink()

    def _flush(self) -> None:
        self._raw_ids.append(np.frombuffer(self._ids, dtype=np.uint32))
        self._raw_times.append(np.frombuffer(self._times, dtype=np.uint32))
        self._ids, self._times = array("I"), array("I")

    def _weigh(self, number: Numbers) -> None:
        ids = np.load(self._folder / _RAW_IDS, mmap_mode="r")
        times = np.load(self._folder / _RAW_TIMES, mmap_mode="r")
        starts = np.frombuffer(self._starts, dtype=np.int64)
        lengths = np.frombuffer(self._lengths, dtype=np.uint32)
        texts = range(0, len(lengths), _AT_ONCE)
        found = np.zeros(len(number), dtype=np.int64)
        for part in (slice(int(starts[at]), int(starts[min(at + _AT_ONCE, len(lengths))])) for at in texts):
            found += np.bincount(number[ids[part]], minlength=len(number))
        rarity = np.log(1.0 + (len(lengths) - found + 0.5) / (found + 0.5))
        usual = max(1.0, float(lengths.mean())) if len(lengths) else 1.0
        sums, squares = np.zeros(len(number)), np.zeros(len(number))
        with Appended(self._folder / IDS, np.uint32) as final, Appended(self._folder / WEIGHTS, np.float32) as weighed:
            for at in texts:
                to = min(at + _AT_ONCE, len(lengths))
                part = slice(int(starts[at]), int(starts[to]))
                own, often = number[ids[part]], times[part].astype(np.float64)
                damped = SATURATION * (1.0 - LENGTH_PENALTY + LENGTH_PENALTY * lengths[at:to] / usual)
                weights = rarity[own] * often / (often + np.repeat(damped, np.diff(starts[at : to + 1])))
                sums += np.bincount(own, weights=weights, minlength=len(number))
                squares += np.bincount(own, weights=weights**2, minlength=len(number))
                final.append(own)
                weighed.append(weights)
        for name, values in ((FOUND, found), (SUMS, sums), (SQUARES, squares)):
            np.save(self._folder / name, values)
