"""Passages and cards -> a new index beside the one in use, checked, then swapped in; the one writer of indexes."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from knowledge.encoder.embedding import TextEncoder, Vectors
from knowledge.errors import KnowledgeError
from knowledge.index import chroma_store, index_folder
from knowledge.index.index_folder import IndexManifest
from knowledge.index.keyword_writer import write_keywords
from knowledge.index.targets import KEYWORDS_FOLDER, keyword_texts, load_units, save_targets, save_units
from knowledge.index.units import Library, UnitKind, make_targets, make_units
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
        reused = write_files(folder, library, encoder, _known_vectors(root, encoder.fingerprint))
        _store(folder, settings)
        index_folder.write_manifest(folder, _manifest(folder, library, encoder))
        _swap_and_prune(root, version, settings)
        return BuildReport(version, built=True, manifest=index_folder.read_manifest(folder), reused_vectors=reused)


def version_of(library: Library, encoder: str, settings: VectorSettings) -> str:
    """A name that is the same only for the same passages, cards, encoder, server and code."""
    digest = hashlib.sha256(f"{CODE_VERSION}\n{encoder}\n{settings.server}\n".encode())
    for passage in library.passages:
        digest.update(json.dumps(asdict(passage), sort_keys=True).encode())
    for card in library.cards:
        digest.update(card.model_dump_json().encode())
    digest.update(json.dumps([dict(library.places), dict(library.titles)], sort_keys=True).encode())
    return f"{index_folder.PREFIX}{digest.hexdigest()[:16]}"


def write_files(folder: Path, library: Library, encoder: TextEncoder, known: dict[str, Vectors]) -> int:
    """Write all files of an index but its Chroma store and its manifest; gives the number of vectors reused."""
    targets = make_targets(library)
    units = make_units(library, targets)
    save_targets(folder, targets)
    save_units(folder, units)
    for name, texts in keyword_texts(targets, units, library.titles).items():
        write_keywords(texts, folder / KEYWORDS_FOLDER / name)
    by_kind: dict[UnitKind, Vectors] = {}
    for kind in UnitKind:
        by_kind[kind] = _encode([unit.text for unit in units if unit.kind is kind], encoder, known)
    save_vectors(folder, by_kind)
    return sum(unit.text in known for unit in units)


def _encode(texts: Sequence[str], encoder: TextEncoder, known: dict[str, Vectors]) -> Vectors:
    missing = [text for text in dict.fromkeys(texts) if text not in known]
    known = known | dict(zip(missing, encoder.encode(missing), strict=True))
    rows = [known[text] for text in texts]
    return np.stack(rows) if rows else np.empty((0, encoder.dimension), dtype=np.float32)


def _known_vectors(root: Path, encoder: str) -> dict[str, Vectors]:
    """Vectors of the index in use, by text, so that adding a document embeds only what is new."""
    try:
        folder = root / index_folder.current_version(root)
        if index_folder.read_manifest(folder).encoder != encoder:
            return {}
    except (KnowledgeError, OSError, ValueError, TypeError):
        return {}
    known: dict[str, Vectors] = {}
    units = load_units(folder)
    for kind, rows in load_vectors(folder).items():
        known.update(zip((unit.text for unit in units if unit.kind is kind), np.array(rows), strict=True))
    return known


def _store(folder: Path, settings: VectorSettings) -> None:
    """Put the vectors into Chroma; embedded, in a process of its own, so that the store is closed before it is read."""
    expected = sum(len(rows) for rows in load_vectors(folder).values())
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
    cards_alone = sum(not library.places.get(card.id) for card in library.cards)
    return IndexManifest(
        version=folder.name,
        encoder=encoder.fingerprint,
        passages=len(library.passages),
        cards=len(library.cards),
        targets=len(library.passages) + cards_alone,
        vectors=sum(len(rows) for rows in vectors.values()),
    )


def _swap_and_prune(root: Path, version: str, settings: VectorSettings) -> None:
    before = index_folder.swap(root, version)
    for old in index_folder.prune(root, {version, before or version}):
        chroma_store.forget(old, settings)
