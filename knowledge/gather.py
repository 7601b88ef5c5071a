"""Source files (or none) and our cards -> the Library that an index is built of."""

from collections.abc import Sequence
from pathlib import Path

from knowledge.cards import bind, load_cards
from knowledge.ingest import Corpus, read_folder
from knowledge.units import Library


def gather(sources: Sequence[Path], cards_folder: Path | None = None) -> Library:
    """Read the sources and bind the cards to them; without sources, a library of cards that only cite places."""
    corpus = read_folder(sources) if sources else None
    return library_of(corpus, cards_folder)


def library_of(corpus: Corpus | None, cards_folder: Path | None = None) -> Library:
    """The library of a corpus that was read already."""
    cards = load_cards(cards_folder) if cards_folder else load_cards()
    passages = corpus.passages if corpus else ()
    places = {
        bound.card.id: tuple(dict.fromkeys(passage.id for passage in bound.passages))
        for bound in bind(cards, passages)
        if bound.passages
    }
    titles = {document.id: document.title for document in corpus.documents} if corpus else {}
    return Library(passages=passages, cards=cards, places=places, titles=titles)
