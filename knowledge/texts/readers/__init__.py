"""One reader for each file format; `read_file` picks it by the file's suffix."""

from collections.abc import Callable
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.texts.readers.html import read_html
from knowledge.texts.readers.markdown import read_markdown
from knowledge.texts.readers.pdf import read_pdf
from knowledge.texts.readers.text import read_text
from knowledge.texts.readers.word import read_word
from knowledge.texts.source import SourceText

READERS: dict[str, Callable[[str, bytes], SourceText]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_word,
    ".pdf": read_pdf,
}


def read_file(path: Path) -> SourceText:
    """Read one file; raises KnowledgeError when it holds no text that we can read."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise KnowledgeError(path.name, "is of a kind that is not read", f"Give one of {known}.")
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise KnowledgeError(path.name, f"cannot be opened ({reason})", "Check the path and its rights.") from error
    if not content.strip():
        raise KnowledgeError(path.name, "is empty", "Get the file again, or take it out.")
    source = reader(path.name, content)
    if not any(character.isalnum() for character in source.received):
        raise KnowledgeError(
            path.name, "holds no text", "If it is a scan, run text recognition (OCR) on it and add the result."
        )
    return source
