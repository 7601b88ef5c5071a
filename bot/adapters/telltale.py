"""A second opinion on danger: weights on the words themselves, which a pooled vector of the whole message blurs."""

import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.adapters.heads import Matrix, unreadable
from bot.coaching.plain import plain

TELLTALE_FILE: Final = "telltale.npz"
_LONGEST: Final = 3
_WORD: Final = re.compile(r"[\w']+|[?!]")


def grams(text: str) -> NDArray[np.uint32]:
    """The single words, pairs and triples of a text, each as a number; the same one as often as it stands there."""
    words = _WORD.findall(plain(text))
    runs = (words[at : at + size] for size in range(1, _LONGEST + 1) for at in range(len(words) - size + 1))
    return np.asarray([zlib.crc32(" ".join(run).encode()) for run in runs], dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class Telltale:
    """Which words speak for which reason to stop: `known` grams in order, how `rare` each is, and their `weight`s.

    `weight` has a row a gram and a column a reason, in the order of `bot.coaching.labels.STOPS`.
    """

    known: NDArray[np.uint32]
    rare: Matrix
    weight: Matrix
    bias: Matrix

    @property
    def fingerprint(self) -> str:
        """Changes when the same words could weigh otherwise."""
        return f"{zlib.crc32(self.weight.tobytes(), zlib.crc32(self.known.tobytes())):08x}"

    def logits(self, text: str) -> Matrix:
        """For each reason to stop, what the words of a masked message say for it."""
        found, counts = np.unique(grams(text), return_counts=True)
        at = np.searchsorted(self.known, found)
        held = at < len(self.known)
        held[held] = self.known[at[held]] == found[held]
        rows = at[held]
        shares = shared_out(counts[held], self.rare[rows])
        return np.asarray(shares @ self.weight[rows] + self.bias, dtype=np.float32)

    def save(self, folder: Path) -> None:
        """Write the weights at half precision, beside the heads."""
        half = {"rare": self.rare, "weight": self.weight}
        arrays = {name: value.astype(np.float16) for name, value in half.items()}
        np.savez_compressed(
            folder / TELLTALE_FILE, allow_pickle=False, known=self.known, bias=self.bias.astype(np.float32), **arrays
        )

    @classmethod
    def load(cls, folder: Path) -> "Telltale":
        """Read what `save` wrote; CoachError where it is missing or broken."""
        try:
            with np.load(folder / TELLTALE_FILE) as arrays:
                rare, weight, bias = (np.asarray(arrays[one], dtype=np.float32) for one in ("rare", "weight", "bias"))
                return cls(np.asarray(arrays["known"], dtype=np.uint32), rare, weight, bias)
        except (OSError, ValueError, KeyError) as error:
            raise unreadable(folder, error, "train-telltale") from error


def shared_out(counts: NDArray[np.int64], rare: Matrix) -> Matrix:
    """How much each gram of one text counts: more where it is rare, and all together a vector of length one."""
    raised = (1.0 + np.log(np.maximum(counts, 1))) * rare
    return np.asarray(raised / max(float(np.linalg.norm(raised)), 1e-9), dtype=np.float32)
