"""Nearest vectors whatever the Chroma server does: from the matrix in the index folder while it is down or slow."""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from knowledge.index.units import UnitKind
from knowledge.index.vector_index import MatrixIndex, Neighbours, VectorIndex, Vectors, VectorSettings, open_vectors

_LOG = logging.getLogger(__name__)
REST_SECONDS: Final = 15.0
"""After a failure the server is left alone for so long, and no search waits for it."""


class SteadyVectors:
    """The server first; where it fails the matrix, exact and slower on a large corpus. How it failed is logged."""

    def __init__(
        self, folder: Path, open_server: Callable[[], VectorIndex], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """The server is opened at the first search, so that one that is down stops nobody from beginning."""
        self._open_server = open_server
        self._matrix = MatrixIndex(folder)
        self._clock = clock
        self._lock = threading.Lock()
        self._server: VectorIndex | None = None
        self._rests_until = 0.0

    def nearest(self, vector: Vectors, kind: UnitKind, count: int) -> Neighbours:
        """The `count` rows of a kind nearest to a unit vector."""
        try:
            server = self._opened()
            if server is not None:
                return server.nearest(vector, kind, count)
        except Exception as error:  # noqa: BLE001 - chromadb and its transport raise errors of many libraries
            self._rests_until = self._clock() + REST_SECONDS
            _LOG.warning("the Chroma server failed: vectors are searched on this machine", exc_info=error)
            self._let_go()  # a collection that was made anew has another id, which only a new client finds out
        return self._matrix.nearest(vector, kind, count)

    def close(self) -> None:
        """Let go of the server."""
        self._let_go()

    def _opened(self) -> VectorIndex | None:
        """The server; None while it is left alone, or another search opens it: nobody waits for that."""
        if self._clock() < self._rests_until:
            return None
        if (server := self._server) is not None or not self._lock.acquire(blocking=False):
            return server
        try:
            if self._server is None and self._clock() >= self._rests_until:
                self._server = self._open_server()
            return self._server
        finally:
            self._lock.release()

    def _let_go(self) -> None:
        if self._server is None:
            return
        with self._lock:
            server, self._server = self._server, None
        if server is not None:
            with suppress(Exception):
                server.close()


def open_steady(folder: Path, settings: VectorSettings) -> VectorIndex:
    """The vectors of an index folder, in the store that the settings name; a server that fails is done without."""
    if settings.server is None:
        return open_vectors(folder, settings)
    return SteadyVectors(folder, lambda: open_vectors(folder, settings))
