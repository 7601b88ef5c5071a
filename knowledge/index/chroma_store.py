"""The one door to chromadb: the persistent store of record for vectors, embedded in the index folder or a server."""

import sys
from collections.abc import Iterable
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from typing import Final, cast
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateHNSWConfiguration
from chromadb.api.fastapi import FastAPI
from chromadb.config import Settings
from chromadb.errors import NotFoundError

from knowledge.index.target_file import is_large
from knowledge.index.units import UnitKind
from knowledge.index.vector_index import Neighbours, Vectors, VectorSettings, load_vectors

STORE_FOLDER = "chroma"
BATCH = 1_000
SEARCH_WIDTH = 400  # how many candidates HNSW keeps: recall near 1 at our sizes
GRAPH: Final[CreateHNSWConfiguration] = {
    "space": "cosine",
    "ef_search": SEARCH_WIDTH,
    "ef_construction": SEARCH_WIDTH,
}
LARGE_BUILD_WIDTH: Final = 200  # half the time of 400 to build
SYNC_EVERY: Final = 10  # batches of a large collection after which it is written to disk
READING_SECONDS: Final = 3.0  # a doctor waits for it
WRITING_SECONDS: Final = 120.0


class ChromaIndex:
    """Approximate search by Chroma, one collection for each kind (a filter on one collection takes 50 times longer)."""

    def __init__(self, client: Client, version: str, kinds: Iterable[UnitKind] = UnitKind) -> None:
        """Look up the collections of one index version; a missing one is an error now, not at the first query."""
        self._client = client
        self._collections = {
            kind: client.get_collection(_name(version, kind), embedding_function=None) for kind in kinds
        }
        self._sizes = {kind: collection.count() for kind, collection in self._collections.items()}

    def nearest(self, vector: Vectors, kind: UnitKind, count: int) -> Neighbours:
        """The `count` rows of a kind nearest to a unit vector."""
        count = min(count, self._sizes[kind])
        if count == 0:
            return Neighbours(np.empty(0, dtype=np.intp), np.empty(0, dtype=np.float32))
        found = self._collections[kind].query(query_embeddings=vector.tolist(), n_results=count, include=["distances"])
        rows = np.array([int(row) for row in found["ids"][0]], dtype=np.intp)
        distances = found["distances"]
        cosines = 1.0 - np.asarray(distances[0] if distances else [], dtype=np.float32)
        order = np.lexsort((rows, -cosines))
        return Neighbours(rows[order], cosines[order])

    def close(self) -> None:
        """Release the files of an embedded store, or the connection to a server."""
        self._client.close()


def open_chroma(folder: Path, settings: VectorSettings) -> ChromaIndex:
    """Open the vectors of the index folder in the store that the settings name."""
    client = _client(folder, settings)
    try:
        return ChromaIndex(client, folder.name, kept(folder))
    except BaseException:
        client.close()
        raise


def kept(folder: Path) -> dict[UnitKind, Vectors]:
    """What Chroma holds of an index: all kinds, or of a large one the passages, among which the rest is then found."""
    vectors = load_vectors(folder)
    return {UnitKind.PASSAGE: vectors[UnitKind.PASSAGE]} if is_large(folder) else vectors


def write(folder: Path, settings: VectorSettings) -> int:
    """Copy the vectors of an index folder into Chroma; gives their number, counted in Chroma."""
    client = _client(folder, settings, WRITING_SECONDS)
    try:
        large = is_large(folder)
        return sum(_fill(client, folder.name, kind, rows, large=large) for kind, rows in kept(folder).items())
    finally:
        client.close()


def stored(folder: Path, settings: VectorSettings) -> int:
    """How many vectors of a version Chroma holds."""
    client = _client(folder, settings, WRITING_SECONDS)
    try:
        return sum(
            client.get_collection(_name(folder.name, kind), embedding_function=None).count() for kind in kept(folder)
        )
    except NotFoundError:
        return 0
    finally:
        client.close()


def forget(folder: Path, settings: VectorSettings) -> None:
    """Delete an old version from a server; an embedded one goes with its folder."""
    if settings.server is None:
        return
    client = _client(folder, settings, WRITING_SECONDS)
    try:
        for kind in UnitKind:
            _delete(client, _name(folder.name, kind))
    finally:
        client.close()


def _fill(client: Client, version: str, kind: UnitKind, rows: Vectors, *, large: bool) -> int:
    name = _name(version, kind)
    _delete(client, name)
    batch = _batch(len(rows)) if large else BATCH
    graph: CreateHNSWConfiguration = {"space": "cosine", "ef_search": SEARCH_WIDTH, "ef_construction": SEARCH_WIDTH}
    if large:
        rare = {"batch_size": batch, "sync_threshold": SYNC_EVERY * batch}
        graph = {**graph, "ef_construction": LARGE_BUILD_WIDTH, **rare}  # type: ignore[typeddict-item]
    collection = client.create_collection(name, embedding_function=None, configuration={"hnsw": graph})
    start = 0
    while start < len(rows):
        end = start + batch + ((len(rows) - start) % batch if large else 0)
        part = np.array(rows[start:end])
        collection.add(ids=[str(row) for row in range(start, start + len(part))], embeddings=part)
        start = end
    return int(collection.count())


def _batch(size: int) -> int:
    """Rows added at a time, so that the last of them are written to disk with the rest.

    What is left in Chroma's log is added to the graph again whenever the collection is opened, at 500 a second.
    """
    batches = SYNC_EVERY * -(-size // (SYNC_EVERY * BATCH))
    return max(1, size // max(1, batches))


def _delete(client: Client, name: str) -> None:
    try:
        client.delete_collection(name)
    except NotFoundError:
        return


def _client(folder: Path, settings: VectorSettings, seconds: float | None = None) -> Client:
    """A client whose calls to a server take that long at most. Raises OSError where the server does not answer."""
    quiet = Settings(anonymized_telemetry=False)
    if settings.server is None:
        return cast("Client", chromadb.PersistentClient(path=folder / STORE_FOLDER, settings=quiet))
    place = urlsplit(settings.server)
    headers = {"Authorization": f"Bearer {settings.token}"} if settings.token else {}
    secure = place.scheme == "https"
    port = place.port or (443 if secure else 80)
    host = place.hostname or ""
    _look_whether_it_answers(HTTPSConnection if secure else HTTPConnection, host, port)
    made = chromadb.HttpClient(host=host, port=port, ssl=secure, headers=headers, settings=quiet)
    client = cast("Client", made)
    cast("FastAPI", client._server)._session.timeout = seconds or READING_SECONDS  # noqa: SLF001 - it has no setting for it
    return client


def _look_whether_it_answers(kind: type[HTTPConnection], host: str, port: int) -> None:
    """Before Chroma's own client is made, whose first calls wait for ever."""
    connection = kind(host, port, timeout=READING_SECONDS)
    try:
        connection.request("GET", "/api/v2/heartbeat")
        connection.getresponse().read()
    finally:
        connection.close()


def _name(version: str, kind: UnitKind) -> str:
    return f"{version}-{kind}"


if __name__ == "__main__":  # run by `build` as a process of its own, so that the store is closed when it is opened
    sys.stdout.write(f"{write(Path(sys.argv[1]), VectorSettings())}\n")
