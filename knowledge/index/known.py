"""The vectors of the index in use, by text, so that adding a document embeds only what is new."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import numpy as np

from knowledge.encoder.embedding import TextEncoder, Vectors
from knowledge.index.appended import Appended
from knowledge.index.digests import Digests, digests
from knowledge.index.targets import load_units
from knowledge.index.units import UnitKind
from knowledge.index.vector_index import KINDS_FOLDER, kind_file, load_vectors


class KnownVectors:
    """Looks texts up; what it does not hold is encoded. `reused` counts what it gave."""

    def __init__(self, texts: Digests, vectors: Sequence[Vectors]) -> None:
        """Take the digest of each row of some matrices, one after the other."""
        self._order = np.argsort(texts)
        self._texts = texts[self._order]
        self._vectors = vectors
        self._ends = np.cumsum([len(rows) for rows in vectors])
        self.reused = 0

    def encode(self, texts: Sequence[str], encoder: TextEncoder) -> Vectors:
        """The vector of each text; the same text is encoded once in a call."""
        wanted = digests(texts)
        found = np.minimum(np.searchsorted(self._texts, wanted), max(0, len(self._texts) - 1))
        held = self._texts[found] == wanted if len(self._texts) else np.zeros(len(wanted), dtype=np.bool_)
        rows = np.empty((len(texts), encoder.dimension), dtype=np.float32)
        for place in np.flatnonzero(held):
            rows[place] = self._row(int(self._order[found[place]]))
        missing = dict.fromkeys(text for text, known in zip(texts, held, strict=True) if not known)
        if missing:
            fresh = dict(zip(missing, encoder.encode(list(missing)), strict=True))
            rows[~held] = [fresh[text] for text, known in zip(texts, held, strict=True) if not known]
        self.reused += int(held.sum())
        return rows

    def _row(self, row: int) -> Vectors:
        part = int(np.searchsorted(self._ends, row, side="right"))
        before = int(self._ends[part - 1]) if part else 0
        return np.asarray(self._vectors[part][row - before], dtype=np.float32)


class KindWriter:
    """Writes the vectors of a kind of a large library as they come, and the digests by which they are found again."""

    def __init__(self, folder: Path, kind: UnitKind, dimension: int) -> None:
        """Begin both files."""
        kind_file(folder, kind).parent.mkdir(exist_ok=True)
        self._vectors = Appended(kind_file(folder, kind), np.float32, dimension)
        self._texts = Appended(_texts_file(folder, kind), np.uint64)

    def __len__(self) -> int:
        """Vectors written so far."""
        return len(self._vectors)

    def append(self, texts: Sequence[str], vectors: Vectors) -> None:
        """Add some lines and their vectors."""
        self._vectors.append(vectors)
        self._texts.append(digests(texts))

    def __enter__(self) -> "KindWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._vectors.close()
        self._texts.close()


def nothing_known() -> KnownVectors:
    """Where there is no index yet, or one of another encoder."""
    return KnownVectors(np.empty(0, dtype=np.uint64), ())


def known_vectors(folder: Path) -> KnownVectors:
    """The vectors of an index, of a small library or a large one."""
    vectors = load_vectors(folder)
    if (folder / KINDS_FOLDER).is_dir():
        parts = [np.load(_texts_file(folder, kind)) for kind in vectors]
    else:
        units = load_units(folder)
        parts = [digests(unit.text for unit in units if unit.kind is kind) for kind in vectors]
    return KnownVectors(np.concatenate(parts), list(vectors.values()))


def _texts_file(folder: Path, kind: UnitKind) -> Path:
    return folder / KINDS_FOLDER / f"{kind}-texts.npy"
