"""PDF files: the text of each page, pages parted by a form feed."""

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from knowledge.errors import KnowledgeError
from knowledge.texts.source import SourceText

PAGE_BREAK = "\f"


def read_pdf(file: str, content: bytes) -> SourceText:
    """Read a PDF; what is received is the extracted text."""
    try:
        reader = PdfReader(BytesIO(content))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [page.extract_text() for page in reader.pages]
        details = None if locked else reader.metadata
    except (PyPdfError, ValueError, KeyError, NotImplementedError) as error:
        what = f"is not a PDF that can be read ({error})"
        raise KnowledgeError(file, what, "Open it in a PDF viewer and save or print it to PDF again.") from error
    if locked:
        raise KnowledgeError(file, "is protected with a password", "Save a copy without the password.")
    received = f"\n{PAGE_BREAK}".join(page.strip("\n") for page in pages)
    title = (details.title if details else None) or ""
    author = (details.author if details else None) or ""
    return SourceText(file, "pdf", received, title, author)
