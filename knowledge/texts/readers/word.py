"""DOCX files: paragraphs, headings by their style, lists and tables, in the order of the document."""

import re
from io import BytesIO
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from knowledge.errors import KnowledgeError
from knowledge.texts.readers.building import TextBuilder
from knowledge.texts.source import SourceText


def read_word(file: str, content: bytes) -> SourceText:
    """Read a DOCX file; what is received is the extracted text."""
    try:
        document = Document(BytesIO(content))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        what = "is not a DOCX file that can be opened"
        raise KnowledgeError(file, what, "Take off its password or save it again as DOCX.") from error
    builder = TextBuilder()
    title = document.core_properties.title or ""
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            _table(item, builder)
        elif _style(item) == "Title":
            title = title or item.text
            builder.heading(item.text, 1)
        else:
            _paragraph(item, builder)
    author = document.core_properties.author or ""
    return SourceText(file, "docx", builder.text, title, author, tuple(builder.hints))


def _paragraph(paragraph: Paragraph, builder: TextBuilder) -> None:
    style = _style(paragraph)
    heading = re.fullmatch(r"Heading (\d)", style)
    if heading:
        builder.heading(paragraph.text, int(heading.group(1)))
    else:
        builder.paragraph(paragraph.text, bullet=style.startswith("List"))


def _table(table: Table, builder: TextBuilder) -> None:
    for row in table.rows:
        cells = [cell.text for number, cell in enumerate(row.cells) if number == 0 or cell != row.cells[number - 1]]
        builder.row(cells)
    builder.close_table()


def _style(paragraph: Paragraph) -> str:
    style = paragraph.style
    return (style.name or "") if style is not None else ""
