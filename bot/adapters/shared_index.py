"""The index that replicas share: published into the database by one of them, fetched and swapped in by all.

The files go through the database, in pieces; the vectors are in the Chroma server as well, where the build put them.
"""

import hashlib
import logging
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final
from uuid import uuid4

from bot.adapters.store.published import File, SqlPublished, Version
from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from knowledge.index import index_folder
from knowledge.index.vector_index import VectorSettings

_LOG = logging.getLogger(__name__)
_PART: Final = 4 << 20
_EMBEDDED: Final = "chroma"
"""The folder of an embedded Chroma store: it is one process' own, and no part of what is published."""
_FETCHING: Final = ".fetching"


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class SharedIndex:
    """The published index, and the copy of it under `root` that this process reads."""

    writer: Writer
    root: Path
    vectors: VectorSettings
    now: Callable[[], datetime] = _now
    reader: str = field(default_factory=lambda: uuid4().hex)
    part: int = _PART
    _told: str = ""

    def publish(self) -> tuple[str, int]:
        """Publish the index under `root`: what is kept of it in the database, and that it is to be read, in one step.

        Its name, and its size in bytes. Older ones that nobody needs any more are removed, in Chroma too.

        Raises CoachError where the database fails, or Chroma does not hold the vectors: the old one stays in use.
        """
        name = index_folder.current_version(self.root)
        self._store_vectors(name)
        version = self._version(name)
        self._published.publish(version, lambda: self._parts(version), self.now(), lambda: self._must_hold(name))
        self._prune()
        return name, sum(one.size for one in version.files.values())

    def look(self, encoder: Callable[[], str]) -> bool:
        """Fetch the published index and swap it in, where it is another than the one here; whether it was.

        One of another `encoder` than this process has is left alone, which is logged once.

        Raises CoachError where the database fails, KnowledgeError where another process is writing here, and OSError
        where the disk fails: what is here stays in use.
        """
        wanted = self._published.current()
        if not wanted:
            return False
        swapped = wanted != self._here() and self._take(wanted, encoder)
        self._published.note_reader(self.reader, self._here(), self.now())
        return swapped

    def begin_with(self, ready: Path) -> None:
        """Take a ready-made index where none is here: until the first is published, it is what there is.

        Raises KnowledgeError where another process is writing here, and OSError where the disk fails.
        """
        if self._here():
            return
        try:
            name = index_folder.current_version(ready)
        except index_folder.NoIndexError:
            return
        with index_folder.only_writer(self.root):
            for one in _files(ready, name):
                into = self.root / one
                into.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ready / one, into)
            index_folder.swap(self.root, name)

    @property
    def _published(self) -> SqlPublished:
        return SqlPublished(self.writer)

    # ---------------------------------------------------------------- publishing

    def _store_vectors(self, name: str) -> None:
        """What Chroma lacks is put there: a version that was pruned may be built and published once more."""
        from knowledge.index import chroma_store  # noqa: PLC0415 - costs most of a second

        folder = self.root / name
        try:
            if chroma_store.stored(folder, self.vectors) != _vectors_in(folder):
                chroma_store.write(folder, self.vectors)
        except Exception as error:
            raise _chroma_failed(error) from error
        self._must_hold(name)

    def _must_hold(self, name: str) -> None:
        """Asked again when it is published: whoever pruned it meanwhile took it out of Chroma, too."""
        from knowledge.index import chroma_store  # noqa: PLC0415 - as above

        folder = self.root / name
        wanted = _vectors_in(folder)
        try:
            found = chroma_store.stored(folder, self.vectors)
        except Exception as error:
            raise _chroma_failed(error) from error
        if found != wanted:
            message = f"Chroma holds {found} of {wanted} vectors of {name}: the old index stays in use; try again"
            raise CoachError(message, code="chroma", retryable=True)

    def _version(self, name: str) -> Version:
        encoder = index_folder.read_manifest(self.root / name).encoder
        return Version(name, encoder, {one: self._told_of(self.root / one) for one in sorted(_files(self.root, name))})

    def _told_of(self, file: Path) -> File:
        size = file.stat().st_size
        with file.open("rb") as opened:
            return File(size, hashlib.file_digest(opened, "sha256").hexdigest(), max(1, -(-size // self.part)))

    def _parts(self, version: Version) -> Iterator[tuple[str, int, bytes]]:
        for name, told in version.files.items():
            with (self.root / name).open("rb") as file:
                for number in range(told.parts):
                    yield name, number, file.read(self.part)

    def _prune(self) -> None:
        """In Chroma first: what is left of one that was cut off is found again by its name in the database."""
        for name in self._published.not_needed(self.now()):
            self._published.prune(name, partial(self._drop_vectors, name), self.now())

    def _drop_vectors(self, name: str) -> None:
        from knowledge.index import chroma_store  # noqa: PLC0415 - as above

        try:
            chroma_store.forget(self.root / name, self.vectors)
        except Exception as error:
            raise _chroma_failed(error) from error

    # ---------------------------------------------------------------- fetching

    def _here(self) -> str:
        try:
            return index_folder.current_version(self.root)
        except index_folder.NoIndexError:
            return ""

    def _take(self, name: str, encoder: Callable[[], str]) -> bool:
        version = self._published.version(name)
        if version is None:  # another was published, and this one pruned, since we asked
            _LOG.warning("the published index is not kept any more: the old one stays in use", extra={"version": name})
            return False
        if version.encoder != encoder():
            if self._told != name:
                self._told = name
                _LOG.warning("the published index was made with another encoder: the old one stays in use")
            return False
        with index_folder.only_writer(self.root):
            if not index_folder.is_complete(self.root / name):
                self._fetch(version)
            before = index_folder.swap(self.root, name)
            self._tidy({name, before or name})
        _LOG.info("another index is in use", extra={"version": name})
        return True

    def _fetch(self, version: Version) -> None:
        """All files into a folder of their own, checked, and then into place: the index' own folder last."""
        apart = self.root / f"{_FETCHING}-{version.checked().name}"
        for left in self.root.glob(f"{_FETCHING}-*"):  # by a process that was ended over it
            shutil.rmtree(left)
        try:
            for name, told in version.files.items():
                self._fetch_file(version.name, name, told, apart / name)
            for one in sorted(apart.iterdir(), key=lambda one: one.name == version.name):
                target = self.root / one.name
                if target.is_dir():
                    shutil.rmtree(target)
                one.rename(target)
        finally:
            shutil.rmtree(apart, ignore_errors=True)

    def _fetch_file(self, version: str, name: str, told: File, into: Path) -> None:
        into.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with into.open("wb") as file:
            for number in range(told.parts):
                content = self._published.part(version, name, number)
                digest.update(content)
                file.write(content)
        if digest.hexdigest() != told.sha256:
            message = f"{name} did not come whole out of the database: the old index stays in use"
            raise CoachError(message, code="index", retryable=True)

    def _tidy(self, keep: set[str]) -> None:
        index_folder.prune(self.root, keep)
        for one in self.root.glob("cards-*"):
            if not any(one.name.startswith(f"cards-{name}") for name in keep):
                one.unlink() if one.is_file() else shutil.rmtree(one)


def _files(root: Path, name: str) -> Iterator[str]:
    """What belongs to a version, by names under the folder of indexes: its folder, and the cards beside it."""
    for top in (root / name, *root.glob(f"cards-{name}*")):
        for file in [top] if top.is_file() else top.rglob("*"):
            inside = file.relative_to(root)
            if file.is_file() and not (len(inside.parts) > 1 and inside.parts[1] == _EMBEDDED):
                yield inside.as_posix()


def _vectors_in(folder: Path) -> int:
    """How many vectors of an index belong into Chroma."""
    from knowledge.index import chroma_store  # noqa: PLC0415 - as above

    return sum(len(rows) for rows in chroma_store.kept(folder).values())


def _chroma_failed(error: Exception) -> CoachError:
    message = f"the Chroma server failed ({type(error).__name__}): look at COACH_CHROMA, and whether it runs; try again"
    return CoachError(message, code="chroma", retryable=True)
