"""Passages and cards -> a new index beside the one in use, checked, then swapped in; the one writer of indexes."""

import hashlib
import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from knowledge.encoder.embedding import TextEncoder
from knowledge.errors import KnowledgeError
from knowledge.index import chroma_store, index_folder
from knowledge.index.index_folder import IndexManifest
from knowledge.index.keyword_writer import write_keywords
from knowledge.index.known import KnownVectors, known_vectors, nothing_known
from knowledge.index.large import write_large
from knowledge.index.targets import KEYWORDS_FOLDER, keyword_texts, save_targets, save_units
from knowledge.index.units import Library, UnitKind, loose_cards, make_targets, make_units
from knowledge.index.vector_index import VectorSettings, load_vectors, save_vectors

CODE_VERSION = 2  # raise it when the same library should give another index


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: `built` is False when the index in use was made of the same things already."""

    version: str
    built: bool
    manifest: IndexManifest
    reused_vectors: int


def build_index(
    root: Path, library: Library, encoder: TextEncoder, settings: VectorSettings | None = None
) -> BuildReport:
    """Build and swap in an index of the library under `root`, unless the one in use is the same."""
    settings = settings or VectorSettings()
    version = version_of(library, encoder.fingerprint, settings)
    with index_folder.only_writer(root):
        folder = root / version
        if index_folder.is_complete(folder):
            index_folder.swap(root, version)
            return BuildReport(version, built=False, manifest=index_folder.read_manifest(folder), reused_vectors=0)
        folder = index_folder.fresh_folder(root, version)
        known = _known(root, encoder.fingerprint)
        if is_large(library, settings):
            write_large(folder, library, encoder.dimension, lambda texts: known.encode(texts, encoder))
        else:
            write_files(folder, library, encoder, known)
        _store(folder, settings)
        index_folder.write_manifest(folder, _manifest(folder, library, encoder))
        _swap_and_prune(root, version, settings)
        return BuildReport(
            version, built=True, manifest=index_folder.read_manifest(folder), reused_vectors=known.reused
        )


def version_of(library: Library, encoder: str, settings: VectorSettings) -> str:
    """A name that is the same only for the same passages, cards, encoder, server, way of building and code."""
    digest = hashlib.sha256(f"{CODE_VERSION}\n{encoder}\n{settings.server}\n".encode())
    if is_large(library, settings):
        digest.update(b"large\n")
    for passage in library.passages:
        digest.update(json.dumps(asdict(passage), sort_keys=True).encode())
    for card in library.cards:
        digest.update(card.model_dump_json().encode())
    digest.update(json.dumps([dict(library.places), dict(library.titles)], sort_keys=True).encode())
    return f"{index_folder.PREFIX}{digest.hexdigest()[:16]}"


def is_large(library: Library, settings: VectorSettings) -> bool:
    """Whether a library has more targets than are held in memory."""
    return len(library.passages) + len(loose_cards(library)) > settings.large_from


def write_files(folder: Path, library: Library, encoder: TextEncoder, known: KnownVectors) -> None:
    """Write all files of a small library's index but its Chroma store and its manifest."""
    targets = make_targets(library)
    units = make_units(library, targets)
    save_targets(folder, targets)
    save_units(folder, units)
    for name, texts in keyword_texts(targets, units, library.titles).items():
        write_keywords(texts, folder / KEYWORDS_FOLDER / name)
    texts_of = {kind: [unit.text for unit in units if unit.kind is kind] for kind in UnitKind}
    save_vectors(folder, {kind: known.encode(texts, encoder) for kind, texts in texts_of.items()})


def _known(root: Path, encoder: str) -> KnownVectors:
    """The vectors of the index in use, where the same encoder made them."""
    try:
        folder = root / index_folder.current_version(root)
        same = index_folder.read_manifest(folder).encoder == encoder
        return known_vectors(folder) if same else nothing_known()
    except (KnowledgeError, OSError, ValueError, TypeError):
        return nothing_known()


def _store(folder: Path, settings: VectorSettings) -> None:
    """Put the vectors into Chroma; embedded, in a process of its own, so that the store is closed before it is read."""
    expected = sum(len(rows) for rows in chroma_store.kept(folder).values())
    stored = chroma_store.write(folder, settings) if settings.server else _store_apart(folder)
    if stored != expected:
        message = f"holds {stored} of {expected} vectors after the build"
        raise KnowledgeError(folder.name, message, "The index in use was kept; build again.")


def _store_apart(folder: Path) -> int:
    done = subprocess.run(  # noqa: S603 -- our own interpreter and module
        [sys.executable, "-m", chroma_store.__name__, str(folder)], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        message = f"Chroma could not store the vectors ({done.stderr.strip()[-500:]})"
        raise KnowledgeError(folder.name, message, "The index in use was kept; build again.")
    return int(done.stdout.split()[-1])


def _manifest(folder: Path, library: Library, encoder: TextEncoder) -> IndexManifest:
    vectors = load_vectors(folder)
    return IndexManifest(
        version=folder.name,
        encoder=encoder.fingerprint,
        passages=len(library.passages),
        cards=len(library.cards),
        targets=len(library.passages) + len(loose_cards(library)),
        vectors=sum(len(rows) for rows in vectors.values()),
    )


def _swap_and_prune(root: Path, version: str, settings: VectorSettings) -> None:
    before = index_folder.swap(root, version)
    for old in index_folder.prune(root, {version, before or version}):
        if not settings.shared:
            chroma_store.forget(old, settings)
