"""The folder of indexes: one version a sub-folder, a `current` link swapped in one step, one writer at a time."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from knowledge.errors import KnowledgeError

INDEX = "index"
CURRENT = "current"
PREFIX = "index-"
MANIFEST_FILE = "index.json"
LOCK_FILE = "writer.lock"


class NoIndexError(KnowledgeError):
    """There is nothing to search yet."""


class WriterBusyError(KnowledgeError):
    """Somebody else is building an index in the same folder."""


@dataclass(frozen=True, slots=True)
class IndexManifest:
    """What an index was made of; written last, so a folder without it was never finished."""

    version: str
    encoder: str
    passages: int
    cards: int
    targets: int
    vectors: int


def current_version(root: Path) -> str:
    """The name of the version to read; one cheap system call, made before every query."""
    try:
        return str((root / CURRENT).readlink())
    except OSError:
        raise NoIndexError(str(root), "holds no index", "Run `coach ingest` to build one.") from None


def is_complete(folder: Path) -> bool:
    """Whether the version was built to its end."""
    return (folder / MANIFEST_FILE).is_file()


def read_manifest(folder: Path) -> IndexManifest:
    """Read what an index was made of."""
    return IndexManifest(**json.loads((folder / MANIFEST_FILE).read_text(encoding="utf-8")))


def write_manifest(folder: Path, manifest: IndexManifest) -> None:
    """Mark a version as finished."""
    (folder / MANIFEST_FILE).write_text(json.dumps(asdict(manifest), indent=1) + "\n", encoding="utf-8")


def fresh_folder(root: Path, version: str) -> Path:
    """An empty folder for a version, in the place of one that was begun and never finished."""
    folder = root / version
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def swap(root: Path, version: str) -> str | None:
    """Point readers at a version in one step; gives the one that they read before."""
    before = str((root / CURRENT).readlink()) if (root / CURRENT).is_symlink() else None
    following = root / ".next"
    following.unlink(missing_ok=True)
    following.symlink_to(version)
    os.replace(following, root / CURRENT)  # noqa: PTH105 -- replaces the link itself, never what it points to
    return before


def prune(root: Path, keep: set[str]) -> list[Path]:
    """Remove all versions but those to keep; gives the folders that were removed."""
    old = [folder for folder in sorted(root.glob(f"{PREFIX}*")) if folder.is_dir() and folder.name not in keep]
    for folder in old:
        shutil.rmtree(folder)
    return old


@contextmanager
def only_writer(root: Path) -> Iterator[None]:
    """Hold the right to write; a second writer is refused at once, because two would damage the store silently."""
    root.mkdir(parents=True, exist_ok=True)
    with (root / LOCK_FILE).open("w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WriterBusyError(
                str(root), "is being written by another process", "Wait until it has finished, then try again."
            ) from None
        yield
