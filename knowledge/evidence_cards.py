"""Cards as the coach offers them: wording and exact place, kept beside the index that they belong to."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from knowledge.cards import Bound
from knowledge.index.index_folder import current_version
from knowledge.model import Passage, Span

_SENTENCE_END = re.compile(r"[.!?]['\"\u2019\u201d)]*(?=\s|$)")

CitedAs = Mapping[str, tuple[str, int]]


@dataclass(frozen=True, slots=True)
class EvidenceCard:
    """A card and the place it rests on.

    `quote` is one unbroken slice of the received file, white space folded, with its offsets; None where the text is
    not installed.
    """

    id: str
    title: str
    says: str
    offer: str
    doc: str
    section: str
    author: str
    quote: str | None
    start: int | None
    end: int | None


class EvidenceCards:
    """The cards of the index in use, read again when another index is swapped in."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._version = ""
        self._cards: Mapping[str, EvidenceCard] = {}

    def get(self, card_id: str) -> EvidenceCard | None:
        """The card called `card_id`, or None."""
        version = current_version(self._root)
        if version != self._version:
            rows = json.loads(_file(self._root, version).read_text(encoding="utf-8"))
            self._cards = {row["id"]: EvidenceCard(**row) for row in rows}
            self._version = version
        return self._cards.get(card_id)

    def __len__(self) -> int:
        """How many cards the index in use holds."""
        self.get("")
        return len(self._cards)


def write(root: Path, version: str, bound: Sequence[Bound], received: Mapping[str, str], cited_as: CitedAs) -> None:
    """Keep the cards of an index that is about to be swapped in.

    `received` is each file's text, `cited_as` each document's author and year.
    """
    root.mkdir(parents=True, exist_ok=True)
    rows = [asdict(_placed(one, received, cited_as)) for one in bound]
    fresh = root / f".cards-{version}.new"
    fresh.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    fresh.replace(_file(root, version))


def prune(root: Path) -> None:
    """Remove the cards of indexes that are gone."""
    for file in root.glob("cards-*.json"):
        if not (root / file.stem.removeprefix("cards-")).is_dir():
            file.unlink()


def _file(root: Path, version: str) -> Path:
    return root / f"cards-{version}.json"


def _placed(one: Bound, received: Mapping[str, str], cited_as: CitedAs) -> EvidenceCard:
    card = one.card
    best = one.passages[0] if one.passages else None
    span = _best_span(best, card.anchors[0], received) if best else None
    return EvidenceCard(
        id=card.id,
        title=card.title,
        says=" ".join(card.says.split()),
        offer=" ".join(card.offer.split()),
        doc=card.doc,
        section=best.section if best else card.section,
        author=_author(card.author or (best.author if best else ""), card.doc, cited_as),
        quote=" ".join(received[best.file][span.start : span.end].split()) if best and span else None,
        start=span.start if span else None,
        end=span.end if span else None,
    )


def _author(speaker: str, doc: str, cited_as: CitedAs) -> str:
    """Who is cited: the document's author and year, or a contributor in it."""
    author, year = cited_as.get(doc, (doc, 0))
    whole = f"{author} ({year})" if year else author
    return whole if speaker in {"", author} else f"{speaker}, in {whole}"


def _best_span(passage: Passage, anchor: str, received: Mapping[str, str]) -> Span:
    """The span that holds the anchor, else the longest: a quote is one slice even where the passage is several."""
    words = " ".join(anchor.split())
    text = received[passage.file]
    holding = [one for one in passage.spans if words in " ".join(text[one.start : one.end].split())]
    best = max(holding or passage.spans, key=lambda one: one.end - one.start)
    return _whole_sentences(best, text, anchor) if len(passage.spans) > 1 else best


def _whole_sentences(span: Span, text: str, anchor: str) -> Span:
    """The span up to its last sentence end, where it breaks off in the middle of one and the anchor stands before."""
    inside = text[span.start : span.end]
    ends = [found.end() for found in _SENTENCE_END.finditer(inside)]
    if not ends or " ".join(anchor.split()) not in " ".join(inside[: ends[-1]].split()):
        return span
    return Span(span.start, span.start + ends[-1])
