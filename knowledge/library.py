"""Source texts and cards -> the index in use: reads, binds, builds, and skips all of it when nothing has changed."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge import build, cards, evidence_cards, index_folder
from knowledge.embedding import TextEncoder
from knowledge.ingest import Corpus, read_folder, write_received
from knowledge.profile import load_profiles
from knowledge.report import Report
from knowledge.units import Library
from knowledge.vector_index import VectorSettings

_INPUTS = "inputs.json"
_ADDED = "added.json"
_RECEIVED = "received"


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
        return self.data / "index"

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
    files = places.files()
    inputs = _fingerprint(files, encoder.fingerprint, settings)
    if not again and _unchanged(places.index, inputs):
        return Indexed(f"index: up to date ({_what(places)})", None, built=False)
    corpus = read_folder(files)
    bound = cards.bind(cards.load_cards(), corpus.passages, corpus.partial)
    library = Library(
        passages=corpus.passages,
        cards=tuple(one.card for one in bound),
        places={one.card.id: tuple(dict.fromkeys(passage.id for passage in one.passages)) for one in bound},
        titles=_titles(corpus),
    )
    received = {source.file: source.received for source in corpus.sources}
    cited_as = {profile.id: (profile.author, profile.year) for profile in load_profiles()}
    version = build.version_of(library, encoder.fingerprint, settings)
    evidence_cards.write(places.index, version, bound, received, cited_as)
    done = build.build_index(places.index, library, encoder, settings)
    evidence_cards.prune(places.index)
    write_received(corpus, places.data / _RECEIVED)
    _remember(places, inputs)
    return Indexed(
        f"index: {'built' if done.built else 'up to date'} ({_what(places)})", corpus.report, built=done.built
    )


def _what(places: Places) -> str:
    manifest = index_folder.read_manifest(places.index / index_folder.current_version(places.index))
    of = "source texts and cards" if manifest.passages else "the cards alone: no source texts installed"
    return f"{of}; {manifest.passages} passages, {manifest.cards} cards, {manifest.vectors} vectors"


def _titles(corpus: Corpus) -> dict[str, str]:
    known = {profile.id: profile.title for profile in load_profiles()}
    return {**known, **{one.id: one.title for one in corpus.documents}}


def _fingerprint(files: Sequence[Path], encoder: str, settings: VectorSettings) -> str:
    """A hash over every byte that decides the index: texts, cards, profiles, and this package's code."""
    total = hashlib.sha256(f"{encoder}|{settings}".encode())
    own = Path(__file__).parent
    inside = [
        one
        for pattern in ("*.py", "cards/*.yaml", "documents/*.yaml", "readers/*.py")
        for one in sorted(own.glob(pattern))
    ]
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
