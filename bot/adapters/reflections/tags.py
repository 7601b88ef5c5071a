"""Tags of a PDF: what is a heading, a paragraph, an item, in reading order, so that it can be read out. By pypdf."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Final

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
)

from bot.reflection.paper import Paper

ITEM: Final = "LI"
_LIST, _BODY = "L", "LBody"


@dataclass(frozen=True, slots=True)
class Tagged:
    """A thing on the pages: its kind (`H1`, `P`, `LI`...), and where its pieces are, as page and number on the page."""

    kind: str
    pieces: tuple[tuple[int, int], ...]


def tagged(file: bytes, things: Sequence[Tagged], paper: Paper) -> bytes:
    """The file with its tags, and with the paper's own day in the place of the moment it was made."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(file)))
    _Tree(writer).grow(things)
    at = datetime.combine(paper.made_on, time(), tzinfo=UTC).strftime("D:%Y%m%d%H%M%SZ")
    writer.add_metadata({"/CreationDate": at, "/ModDate": at, "/Producer": "", "/Creator": "", "/Author": ""})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


class _Tree:
    """The tree of tags as it grows in a file."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._owners: dict[int, dict[int, IndirectObject]] = defaultdict(dict)

    def grow(self, things: Sequence[Tagged]) -> None:
        """Make it of all things in reading order."""
        root = self._add({"Type": NameObject("/StructTreeRoot")})
        whole = self._element("Document", root)
        kept: list[IndirectObject] = []
        items: IndirectObject | None = None
        for thing in things:
            if thing.kind == ITEM:
                if items is None:
                    items = self._element(_LIST, whole)
                    kept.append(items)
                self._item(items, thing)
                continue
            items = None
            kept.append(self._leaf(thing.kind, whole, thing))
        self._hang(whole, kept)
        self._hang(root, [whole])
        self._say_so(root)

    def _item(self, items: IndirectObject, thing: Tagged) -> None:
        item = self._element(ITEM, items)
        self._hang(item, [self._leaf(_BODY, item, thing)])
        self._hang(items, [item])

    def _leaf(self, kind: str, parent: IndirectObject, thing: Tagged) -> IndirectObject:
        """A thing with its pieces on the pages."""
        made = self._element(kind, parent)
        pieces: list[PdfObject] = []
        for page, number in thing.pieces:
            self._owners[page][number] = made
            reference = {"Type": NameObject("/MCR"), "Pg": self._page(page), "MCID": NumberObject(number)}
            pieces.append(_dictionary(reference))
        self._hang(made, pieces)
        return made

    def _say_so(self, root: IndirectObject) -> None:
        """Tell the file and its pages of the tree, and the tree of what stands where."""
        numbers = ArrayObject()
        for page, owners in sorted(self._owners.items()):
            numbers += [NumberObject(page), ArrayObject(owners[number] for number in sorted(owners))]
            self._writer.pages[page][NameObject("/StructParents")] = NumberObject(page)
            self._writer.pages[page][NameObject("/Tabs")] = NameObject("/S")
        held = _held(root)
        held[NameObject("/ParentTree")] = self._add({"Nums": numbers})
        held[NameObject("/ParentTreeNextKey")] = NumberObject(len(self._writer.pages))
        whole = self._writer.root_object
        whole[NameObject("/StructTreeRoot")] = root
        whole[NameObject("/MarkInfo")] = _dictionary({"Marked": BooleanObject(True)})  # noqa: FBT003 - PDF's own word

    def _element(self, kind: str, parent: IndirectObject) -> IndirectObject:
        return self._add({"Type": NameObject("/StructElem"), "S": NameObject(f"/{kind}"), "P": parent})

    def _hang(self, on: IndirectObject, children: Sequence[PdfObject]) -> None:
        held = _held(on)
        there = held.setdefault(NameObject("/K"), ArrayObject())
        if isinstance(there, ArrayObject):
            there.extend(children)

    def _page(self, number: int) -> PdfObject:
        found = self._writer.pages[number].indirect_reference
        if found is None:  # pragma: no cover - a page of a file has a place in it
            message = "a page without a place"
            raise ValueError(message)
        return found

    def _add(self, entries: dict[str, PdfObject]) -> IndirectObject:
        return self._writer._add_object(_dictionary(entries))  # noqa: SLF001 - pypdf has no other way to add one


def _dictionary(entries: dict[str, PdfObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): value for name, value in entries.items()})


def _held(reference: IndirectObject) -> DictionaryObject:
    found = reference.get_object()
    if not isinstance(found, DictionaryObject):  # pragma: no cover - it was made by `_add`
        message = "not a dictionary"
        raise TypeError(message)
    return found
