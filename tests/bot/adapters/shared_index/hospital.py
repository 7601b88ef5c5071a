"""Replicas of one database and one Chroma server, each with a folder of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from bot.adapters.shared_index import SharedIndex
from bot.adapters.store.shared_tables import INDEX_VERSIONS
from bot.adapters.store.writer import Writer
from knowledge.index.build import build_index
from knowledge.index.vector_index import VectorSettings
from knowledge.search.searcher import Searcher
from tests.bot.adapters.store.databases import address, opened
from tests.chroma_server import ChromaServer
from tests.knowledge.small_library import ALWAYS_ANSWERS, WordEncoder, small_library

AT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@dataclass
class Hospital:
    """One database and one Chroma server; every replica has a folder of its own."""

    writer: Writer
    vectors: VectorSettings
    folder: Path
    now: datetime = AT
    made: list[SharedIndex] = field(default_factory=list)

    def replica(self, name: str) -> SharedIndex:
        root = self.folder / name
        root.mkdir(exist_ok=True)
        self.made.append(SharedIndex(self.writer, root, self.vectors, now=lambda: self.now, reader=name, part=1000))
        return self.made[-1]

    def builds(self, replica: SharedIndex, *extra: str, encoder: str = "words") -> str:
        """Another index in a replica's folder, the cards beside it."""
        library = small_library(extra=extra)
        version = build_index(replica.root, library, WordEncoder(encoder), self.vectors).version
        (replica.root / f"cards-{version}.json").write_text(f'["{version}"]', encoding="utf-8")
        return version

    def count(self, table: object) -> int:
        wanted = select(func.count()).select_from(table)  # type: ignore[arg-type]
        return self.writer.submit(lambda connection: connection.execute(wanted).scalar_one()).result()

    def versions(self) -> set[str]:
        wanted = select(INDEX_VERSIONS.c.version)
        return set(self.writer.submit(lambda connection: connection.execute(wanted).scalars().all()).result())


@contextmanager
def hospital(kind: str, folder: Path, server: ChromaServer) -> Iterator[Hospital]:
    with address(kind, folder) as url, opened(url) as engine:
        writer = Writer(engine)
        try:
            yield Hospital(writer, VectorSettings(server=server.url, shared=True), folder)
        finally:
            writer.close()


def words() -> str:
    return "words"


def files(root: Path, version: str) -> dict[str, bytes]:
    """Everything of a version, by name, with the cards."""
    found = [*(root / version).rglob("*"), root / f"cards-{version}.json"]
    return {str(one.relative_to(root)): one.read_bytes() for one in found if one.is_file()}


def searcher(replica: SharedIndex) -> Searcher:
    return Searcher(replica.root, WordEncoder(), replica.vectors, ALWAYS_ANSWERS)
