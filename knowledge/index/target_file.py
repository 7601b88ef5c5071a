"""The targets of a large library, one JSON line each, read one at a time when they are shown."""

import json
import os
import weakref
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from knowledge.index.appended import Appended
from knowledge.index.units import Target

LINES_FILE = "targets.jsonl"
STARTS_FILE = "targets-starts.npy"


def is_large(folder: Path) -> bool:
    """Whether an index folder is one of a large library."""
    return (folder / LINES_FILE).is_file()


class TargetFile:
    """Targets by their row; any number of threads may read at once."""

    def __init__(self, folder: Path) -> None:
        """Open the files of `TargetWriter`; nothing is read yet."""
        self._starts: NDArray[np.int64] = np.load(folder / STARTS_FILE, mmap_mode="r")
        self._lines = os.open(folder / LINES_FILE, os.O_RDONLY)
        self._closer = weakref.finalize(self, os.close, self._lines)

    def __len__(self) -> int:
        """Number of targets."""
        return len(self._starts) - 1

    def __getitem__(self, row: int) -> Target:
        """Read one target."""
        start, end = int(self._starts[row]), int(self._starts[row + 1])
        fields = json.loads(os.pread(self._lines, end - start, start))
        return Target(**{**fields, "cards": tuple(fields["cards"])})

    def close(self) -> None:
        """Let go of the file."""
        self._closer()


class TargetWriter:
    """Writes targets in row order."""

    def __init__(self, folder: Path) -> None:
        """Begin both files."""
        self._lines = (folder / LINES_FILE).open("wb")
        self._starts = Appended(folder / STARTS_FILE, np.int64)
        self._at = 0

    def append(self, targets: Sequence[Target]) -> None:
        """Add some targets."""
        starts = []
        for target in targets:
            starts.append(self._at)
            self._at += self._lines.write(json.dumps(asdict(target), ensure_ascii=False).encode() + b"\n")
        self._starts.append(np.array(starts, dtype=np.int64))

    def __enter__(self) -> "TargetWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._starts.append(np.array([self._at], dtype=np.int64))
        self._starts.close()
        self._lines.close()
