"""HTML files: the text of the page without menus and scripts, with its headings, lists and tables."""

import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from knowledge.texts.readers.building import TextBuilder
from knowledge.texts.source import SourceText

_LEFT_OUT = ("title", "script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template", "head")
_BLOCKS = {
    *("p", "li", "ul", "ol", "dl", "dt", "dd", "div", "section", "article", "main", "body", "html"),
    *("table", "thead", "tbody", "tr", "blockquote", "pre", "figure", "figcaption"),
    *(f"h{level}" for level in range(1, 7)),
}


def read_html(file: str, content: bytes) -> SourceText:
    """Read a page; what is received is the extracted text."""
    page = BeautifulSoup(content, "html.parser")
    first = page.find("h1")
    title = page.title.get_text() if page.title else first.get_text() if first else ""
    meta = page.find("meta", attrs={"name": re.compile("^author$", re.IGNORECASE)})
    author = str(meta.get("content", "")) if meta else ""
    for tag in page.find_all(_LEFT_OUT):
        tag.decompose()
    builder = TextBuilder()
    _walk(page, builder)
    return SourceText(file, "html", builder.text, " ".join(title.split()), author, tuple(builder.hints))


def _walk(tag: Tag, builder: TextBuilder) -> None:
    """Add a block: its loose words as paragraphs, and the blocks within it in their order."""
    loose: list[str] = []
    for child in tag.children:
        if isinstance(child, Tag) and _holds_blocks(child):
            _flush(loose, tag, builder)
            _block(child, builder)
        elif isinstance(child, Tag):
            loose.append(child.get_text())
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            loose.append(str(child))
    _flush(loose, tag, builder)


def _holds_blocks(tag: Tag) -> bool:
    return tag.name in _BLOCKS or tag.find(lambda inner: inner.name in _BLOCKS) is not None


def _block(tag: Tag, builder: TextBuilder) -> None:
    if re.fullmatch("h[1-6]", tag.name):
        builder.heading(tag.get_text(" "), int(tag.name[1]))
    elif tag.name == "table":
        for row in tag.find_all("tr"):
            builder.row([cell.get_text(" ") for cell in row.find_all(("td", "th"))])
        builder.close_table()
    else:
        _walk(tag, builder)


def _flush(loose: list[str], tag: Tag, builder: TextBuilder) -> None:
    words = "".join(loose)
    loose.clear()
    if words.strip():
        builder.paragraph(words, bullet=tag.name == "li")
