"""Nearest vectors of a kind: exactly, in a memory-mapped matrix, or through Chroma when the corpus is large."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.index.units import UnitKind

Vectors = NDArray[np.float32]
VECTORS_FILE = "vectors.npy"
KINDS_FILE = "kinds.json"
KINDS_FOLDER = "vectors"
EXACT_UP_TO = 20_000
LARGE_FROM = 20_000


@dataclass(frozen=True, slots=True)
class VectorSettings:
    """Where vectors are searched: in memory up to `exact_up_to` of them, else in Chroma, embedded or at `server`.

    `server` is the URL of a Chroma server, which then holds and searches the vectors whatever their number; `token`
    goes to it as a bearer token. Where it is `shared`, replicas read it: a build takes no older version out of it.
    A library of more than `large_from` targets is built and searched without holding it (see large.py).
    """

    exact_up_to: int = EXACT_UP_TO
    large_from: int = LARGE_FROM
    server: str | None = None
    token: str | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Rows of one kind and their cosines, best first."""

    rows: NDArray[np.intp]
    cosines: Vectors


class VectorIndex(Protocol):
    """One interface over the matrix and Chroma."""

    def nearest(self, vector: Vectors, kind: UnitKind, count: int) -> Neighbours:
        """The `count` rows of a kind nearest to a unit vector."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...


class MatrixIndex:
    """Exact search by one product with the matrix of a kind."""

    def __init__(self, folder: Path) -> None:
        """Map the vectors of an index folder into memory; pages are read as they are needed."""
        self._vectors = load_vectors(folder)

    def nearest(self, vector: Vectors, kind: UnitKind, count: int) -> Neighbours:
        """The `count` rows of a kind nearest to a unit vector; ties in row order."""
        cosines = self.cosines(vector, kind)
        count = min(count, len(cosines))
        if count < len(cosines):
            rows = np.argpartition(-cosines, count - 1)[:count] if count else np.empty(0, dtype=np.intp)
        else:
            rows = np.arange(count)
        rows = rows[np.lexsort((rows, -cosines[rows]))]
        return Neighbours(rows, cosines[rows])

    def cosines(self, vector: Vectors, kind: UnitKind) -> Vectors:
        """Cosine of every row of a kind."""
        return np.asarray(self._vectors[kind] @ vector, dtype=np.float32)

    def close(self) -> None:
        """Nothing to let go of: the map closes with the array."""


def open_vectors(folder: Path, settings: VectorSettings) -> VectorIndex:
    """The matrix for a corpus that fits, Chroma for a larger one or where a server is set."""
    if settings.server is None and total(folder) <= settings.exact_up_to:
        return MatrixIndex(folder)
    from knowledge.index.chroma_store import open_chroma  # noqa: PLC0415 -- takes 0.8 s, which a small corpus never needs

    return open_chroma(folder, settings)


def save_vectors(folder: Path, vectors: dict[UnitKind, Vectors]) -> None:
    """Write the vectors of all kinds as one matrix, with the rows of each kind."""
    kinds: dict[str, tuple[int, int]] = {}
    start = 0
    for kind, rows in vectors.items():
        kinds[kind] = (start, start + len(rows))
        start += len(rows)
    np.save(folder / VECTORS_FILE, np.concatenate(list(vectors.values())).astype(np.float32))
    (folder / KINDS_FILE).write_text(json.dumps(kinds), encoding="utf-8")


def kind_file(folder: Path, kind: UnitKind) -> Path:
    """Where a large library keeps the vectors of a kind, which are written as they come."""
    return folder / KINDS_FOLDER / f"{kind}.npy"


def load_vectors(folder: Path) -> dict[UnitKind, Vectors]:
    """The vectors of each kind, as they were saved; nothing is read until it is used."""
    if (folder / KINDS_FOLDER).is_dir():
        return {kind: np.load(kind_file(folder, kind), mmap_mode="r") for kind in UnitKind}
    matrix: Vectors = np.load(folder / VECTORS_FILE, mmap_mode="r")
    return {kind: matrix[start:end] for kind, (start, end) in read_kinds(folder).items()}


def read_kinds(folder: Path) -> dict[UnitKind, tuple[int, int]]:
    """First and last row of each kind."""
    kinds: dict[str, list[int]] = json.loads((folder / KINDS_FILE).read_text(encoding="utf-8"))
    return {UnitKind(kind): (rows[0], rows[1]) for kind, rows in kinds.items()}


def total(folder: Path) -> int:
    """Number of vectors in an index folder."""
    return sum(len(rows) for rows in load_vectors(folder).values())
