"""The index in use, brought up to date: what it is made of, and whether any of that has changed."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.encoder.embedding import TextEncoder
from knowledge.index import index_folder
from knowledge.index.index_folder import INDEX
from knowledge.index.vector_index import VectorSettings
from knowledge.texts.report import Report

_INPUTS = "inputs.json"
_ADDED = "added.json"


@dataclass(frozen=True, slots=True)
class Indexed:
    """What was indexed: the report is None where nothing had changed and nothing was read."""

    headline: str
    report: Report | None
    built: bool


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything lies: the folder of source texts, further files, and the data folder."""

    sources: Path
    added: tuple[Path, ...]
    data: Path

    @property
    def index(self) -> Path:
        """The folder of indexes."""
        return self.data / INDEX

    def files(self) -> list[Path]:
        """The folder of source texts where it exists, then every file or folder added by hand that still exists."""
        remembered = _remembered(self.data)
        named = [path.resolve() for path in (*remembered, *self.added)]
        there = [path for path in dict.fromkeys(named) if path.exists()]
        return ([self.sources] if self.sources.is_dir() else []) + there


def index_library(places: Places, encoder: TextEncoder, settings: VectorSettings, *, again: bool = False) -> Indexed:
    """Bring the index up to date; `again` reads everything although nothing has changed.

    Raises KnowledgeError for cards that cannot be read or bound; a source file that cannot be read is in the report.
    """
    inputs = _fingerprint(places.files(), encoder.fingerprint, settings)
    if not again and _unchanged(places.index, inputs):
        return Indexed(f"index: up to date ({_what(places)})", None, built=False)
    from knowledge.indexing import rebuild  # noqa: PLC0415 - readers and Chroma cost seconds that a look need not pay

    report, built = rebuild(places.files(), places.data, encoder, settings)
    _remember(places, inputs)
    return Indexed(f"index: {'built' if built else 'up to date'} ({_what(places)})", report, built=built)


def _what(places: Places) -> str:
    manifest = index_folder.read_manifest(places.index / index_folder.current_version(places.index))
    of = "source texts and cards" if manifest.passages else "the cards alone: no source texts installed"
    return f"{of}; {manifest.passages} passages, {manifest.cards} cards, {manifest.vectors} vectors"


def _fingerprint(files: Sequence[Path], encoder: str, settings: VectorSettings) -> str:
    """A hash over every byte that decides the index: texts, cards, profiles, and this package's code."""
    total = hashlib.sha256(f"{encoder}|{settings}".encode())
    own = Path(__file__).parent
    inside = [one for pattern in ("**/*.py", "cards/*.yaml", "documents/*.yaml") for one in sorted(own.glob(pattern))]
    given = [one for path in files for one in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    for file in (*inside, *given):
        if file.is_file():
            total.update(f"{file.name}|".encode())
            total.update(file.read_bytes())
    return total.hexdigest()


def _unchanged(root: Path, inputs: str) -> bool:
    try:
        kept = json.loads((root / _INPUTS).read_text(encoding="utf-8"))
        return bool(kept == {"inputs": inputs, "version": index_folder.current_version(root)})
    except (OSError, ValueError, index_folder.NoIndexError):
        return False


def _remember(places: Places, inputs: str) -> None:
    kept = {"inputs": inputs, "version": index_folder.current_version(places.index)}
    (places.index / _INPUTS).write_text(json.dumps(kept) + "\n", encoding="utf-8")
    if places.added:
        paths = dict.fromkeys(str(path.resolve()) for path in (*_remembered(places.data), *places.added))
        (places.data / _ADDED).write_text(json.dumps(list(paths), indent=1) + "\n", encoding="utf-8")


def _remembered(data: Path) -> tuple[Path, ...]:
    try:
        return tuple(Path(str(one)) for one in json.loads((data / _ADDED).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return ()
