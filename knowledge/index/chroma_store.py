"""The one door to chromadb: the persistent store of record for vectors, embedded in the index folder or a server."""

import sys
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb.api.client import Client
from chromadb.config import Settings
from chromadb.errors import NotFoundError

from knowledge.index.units import UnitKind
from knowledge.index.vector_index import Neighbours, Vectors, VectorSettings, load_vectors

STORE_FOLDER = "chroma"
BATCH = 1_000
SEARCH_WIDTH = 400  # how many candidates HNSW keeps: recall near 1 at our sizes


class ChromaIndex:
    """Approximate search by Chroma, one collection for each kind (a filter on one collection takes 50 times longer)."""

    def __init__(self, client: Client, version: str) -> None:
        """Look up the collections of one index version; a missing one is an error now, not at the first query."""
        self._client = client
        self._collections = {
            kind: client.get_collection(_name(version, kind), embedding_function=None) for kind in UnitKind
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
        return ChromaIndex(client, folder.name)
    except BaseException:
        client.close()
        raise


def write(folder: Path, settings: VectorSettings) -> int:
    """Copy the vectors of an index folder into Chroma; gives their number, counted in Chroma."""
    client = _client(folder, settings)
    try:
        return sum(_fill(client, folder.name, kind, rows) for kind, rows in load_vectors(folder).items())
    finally:
        client.close()


def forget(folder: Path, settings: VectorSettings) -> None:
    """Delete an old version from a server; an embedded one goes with its folder."""
    if settings.server is None:
        return
    client = _client(folder, settings)
    try:
        for kind in UnitKind:
            _delete(client, _name(folder.name, kind))
    finally:
        client.close()


def _fill(client: Client, version: str, kind: UnitKind, rows: Vectors) -> int:
    name = _name(version, kind)
    _delete(client, name)
    collection = client.create_collection(
        name,
        embedding_function=None,
        configuration={"hnsw": {"space": "cosine", "ef_search": SEARCH_WIDTH, "ef_construction": SEARCH_WIDTH}},
    )
    for start in range(0, len(rows), BATCH):
        part = np.array(rows[start : start + BATCH])
        collection.add(ids=[str(row) for row in range(start, start + len(part))], embeddings=part)
    return int(collection.count())


def _delete(client: Client, name: str) -> None:
    try:
        client.delete_collection(name)
    except NotFoundError:
        return


def _client(folder: Path, settings: VectorSettings) -> Client:
    quiet = Settings(anonymized_telemetry=False)
    if settings.server is None:
        return cast("Client", chromadb.PersistentClient(path=folder / STORE_FOLDER, settings=quiet))
    place = urlsplit(settings.server)
    headers = {"Authorization": f"Bearer {settings.token}"} if settings.token else {}
    secure = place.scheme == "https"
    port = place.port or (443 if secure else 80)
    host = place.hostname or ""
    return cast("Client", chromadb.HttpClient(host=host, port=port, ssl=secure, headers=headers, settings=quiet))


def _name(version: str, kind: UnitKind) -> str:
    return f"{version}-{kind}"


if __name__ == "__main__":  # run by `build` as a process of its own, so that the store is closed when it is opened
    sys.stdout.write(f"{write(Path(sys.argv[1]), VectorSettings())}\n")
