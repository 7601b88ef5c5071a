"""Plain text files: decoded as UTF-8, kept as they are."""

from knowledge.errors import KnowledgeError
from knowledge.texts.source import SourceText


def read_text(file: str, content: bytes) -> SourceText:
    """Read a text file; its offsets are those of the decoded file."""
    return SourceText(file=file, format="txt", received=decoded(file, content))


def decoded(file: str, content: bytes) -> str:
    """The content as UTF-8 text (a byte order mark is no part of it), or an error that says what it seems to be."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise KnowledgeError(file, "is UTF-16 text", "Save it as UTF-8.")
    if b"\x00" in content:
        raise KnowledgeError(file, "is not text but binary data", "Add the text of it, or the PDF or DOCX.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"is not UTF-8 text (byte {error.start} is 0x{content[error.start]:02x})"
        raise KnowledgeError(file, what, "Save it as UTF-8.") from error
