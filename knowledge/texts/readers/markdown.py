"""Markdown files: kept as they are, with headings marked and code, rules and front matter left out."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge.model import Span
from knowledge.texts.readers.text import decoded
from knowledge.texts.source import Hint, HintKind, Line, SourceText

_FRONT_MATTER = re.compile(r"\A---\r?\n.*?\r?\n---\r?\n", re.DOTALL)
_NOT_TEXT = {"fence": "code", "code_block": "code", "html_block": "markup", "hr": "markup"}


def read_markdown(file: str, content: bytes) -> SourceText:
    """Read a Markdown file; offsets are those of the file itself, marks included."""
    received = decoded(file, content)
    lines = SourceText(file, "md", received).lines()
    front = _FRONT_MATTER.match(received)
    blank = re.sub(r"[^\n]", " ", front.group()) if front else ""
    tokens = MarkdownIt("commonmark").enable("table").parse(blank + received[len(blank) :])
    hints = [hint for token in tokens for hint in _hints(token, lines)]
    if front:
        hints.insert(0, Hint(HintKind.DROP, Span(0, front.end()), reason="front matter"))
    first = next((hint for hint in hints if hint.kind is HintKind.HEADING), None)
    title = first.title if first else ""
    return SourceText(file, "md", received, title, "", tuple(hints))


def _hints(token: Token, lines: tuple[Line, ...]) -> list[Hint]:
    if token.map is None:
        return []
    first, last = lines[token.map[0]], lines[token.map[1] - 1]
    if token.type == "heading_open":
        return _heading(first, last, int(token.tag[1]))
    if token.type in _NOT_TEXT:
        return [Hint(HintKind.DROP, Span(first.start, last.end), reason=_NOT_TEXT[token.type])]
    if token.type == "table_open":
        rule = lines[token.map[0] + 1]
        return [Hint(HintKind.DROP, Span(rule.start, rule.end), reason="markup")]
    return []


def _heading(first: Line, last: Line, level: int) -> list[Hint]:
    """A heading over all its lines, its title without the marks."""
    words = re.match(r"\s*#*\s*(.*?)[\s#]*$", first.text)
    if words is None or not words.group(1):
        return []
    title = re.sub(r"[*_`]", "", words.group(1))
    return [Hint(HintKind.HEADING, Span(first.start, last.end), level, title)]
