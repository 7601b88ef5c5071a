"""Source texts and cards -> a new index in use: reads, binds, keeps the cards' places, builds."""

from collections.abc import Sequence
from pathlib import Path

from knowledge import cards, evidence_cards
from knowledge.encoder.embedding import TextEncoder
from knowledge.index import build
from knowledge.index.index_folder import INDEX
from knowledge.index.units import Library
from knowledge.index.vector_index import VectorSettings
from knowledge.texts.ingest import Corpus, read_folder, write_received
from knowledge.texts.profile import load_profiles
from knowledge.texts.report import Report

_RECEIVED = "received"


def gather(corpus: Corpus) -> tuple[Library, tuple[cards.Bound, ...]]:
    """What goes into an index of this corpus, and each card with its passages; an empty one leaves the cards."""
    bound = cards.bind(cards.load_cards(), corpus.passages, corpus.partial)
    known = {profile.id: profile.title for profile in load_profiles()}
    library = Library(
        passages=corpus.passages,
        cards=tuple(one.card for one in bound),
        places={one.card.id: tuple(dict.fromkeys(passage.id for passage in one.passages)) for one in bound},
        titles={**known, **{one.id: one.title for one in corpus.documents}},
    )
    return library, bound


def rebuild(files: Sequence[Path], data: Path, encoder: TextEncoder, settings: VectorSettings) -> tuple[Report, bool]:
    """Read the files, build their index and swap it in; gives the report, and whether it was built anew."""
    corpus = read_folder(files)
    library, bound = gather(corpus)
    root = data / INDEX
    received = {source.file: source.received for source in corpus.sources}
    cited_as = {profile.id: (profile.author, profile.year) for profile in load_profiles()}
    evidence_cards.write(root, build.version_of(library, encoder.fingerprint, settings), bound, received, cited_as)
    done = build.build_index(root, library, encoder, settings)
    evidence_cards.prune(root)
    write_received(corpus, data / _RECEIVED)
    return corpus.report, done.built
