"""An .npy file written as its rows come, so that a large build never holds them all."""

from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import DTypeLike, NDArray

_HEADER = 128  # bytes, written again when the number of rows is known


class Appended:
    """A growing array on disk, of numbers or (with a `width`) of rows; it can be read with numpy once it is closed."""

    def __init__(self, path: Path, dtype: DTypeLike, width: int | None = None) -> None:
        """Begin an empty file."""
        self._file = path.open("wb")
        self._file.write(bytes(_HEADER))
        self._dtype = np.dtype(dtype)
        self._width = width
        self._rows = 0

    def __len__(self) -> int:
        """Rows written so far."""
        return self._rows

    def append(self, rows: NDArray[np.generic]) -> None:
        """Add rows at the end."""
        self._file.write(np.ascontiguousarray(rows, dtype=self._dtype).tobytes())
        self._rows += len(rows)

    def close(self) -> None:
        """Write the header and close; raises ValueError where numpy's header no longer fits in its place."""
        shape = (self._rows,) if self._width is None else (self._rows, self._width)
        self._file.seek(0)
        described = {"descr": np.lib.format.dtype_to_descr(self._dtype), "fortran_order": False, "shape": shape}
        np.lib.format.write_array_header_1_0(self._file, described)
        fits = self._file.tell() == _HEADER
        self._file.close()
        if not fits:
            message = "the header of an .npy file has another length than expected"
            raise ValueError(message)

    def __enter__(self) -> "Appended":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
