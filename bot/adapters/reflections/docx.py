"""A reflection as a Word file, by python-docx: headings are headings, lists are lists, no day but its own."""

import zipfile
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as Made
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from bot.adapters.reflections.plain import plain
from bot.reflection.paper import Block, Kind, Paper

_LANGUAGE: Final = "en-GB"
_STYLES: Final = {Kind.TEXT: "Normal", Kind.QUOTE: "Quote", Kind.ITEM: "List Bullet", Kind.QUESTION: "Heading 2"}
_ROOM: Final = 3
"""Empty lines below a question."""
_ZIPPED_AT: Final = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP file can tell: what is inside is told no day."""


def docx(paper: Paper) -> bytes:
    """The paper as a file; the same paper is the same file."""
    made = Document()
    _described(made, paper)
    made.add_heading(plain(paper.title), level=0)
    for section in paper.whole:
        made.add_heading(plain(section.heading), level=1)
        for block in section.blocks:
            _write(made, block)
    held = BytesIO()
    made.save(held)
    return _undated(held)


def _described(made: Made, paper: Paper) -> None:
    """The file's own particulars, and the language in which it is read out."""
    told, at = made.core_properties, datetime.combine(paper.made_on, time(), tzinfo=UTC)
    told.title, told.author, told.last_modified_by = plain(paper.title), "", ""
    told.comments, told.language, told.revision = "", _LANGUAGE, 1
    told.created = told.modified = at
    normal = made.styles["Normal"]
    normal.font.size = Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LANGUAGE)
    normal.element.get_or_add_rPr().append(language)


def _write(made: Made, block: Block) -> None:
    made.add_paragraph(plain(block.text), style=_STYLES[block.kind])
    if block.kind is Kind.QUESTION:
        for _ in range(_ROOM):
            made.add_paragraph()


def _undated(held: BytesIO) -> bytes:
    """The same file without the moment at which it was zipped."""
    out = BytesIO()
    with zipfile.ZipFile(held) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _ZIPPED_AT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return out.getvalue()
