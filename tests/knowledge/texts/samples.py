"""Small made-up texts and files for the tests of reading: nothing here comes from the source texts."""

from io import BytesIO
from pathlib import Path

from docx import Document
from pypdf import PdfReader, PdfWriter

from knowledge.model import Passage, PassageKind
from knowledge.texts.profile import Profile
from knowledge.texts.reading import Reading, read_source
from knowledge.texts.recognise import recognise
from knowledge.texts.source import SourceText

GARDEN = "The old garden wall keeps the wind from the beans and gives the bees a warm place to rest in spring."
ORCHARD = "Every orchard needs a patient keeper who prunes in winter and counts the buds before the frost has gone."
RIVER = "Beside the slow river grows a willow whose roots hold the bank while the children fish from its branches."
MEADOW = "In the high meadow the shepherd counts his flock at dusk and whistles for the dog that sleeps in clover."


def profile(**fields: object) -> Profile:
    """A profile of a made-up document, with the fields that a test needs."""
    known = {"id": "garden-book", "title": "The garden book", "author": "A. Gardener", "year": 2001}
    return Profile.model_validate({**known, "recognise": ["garden wall"], **fields})


def read(text: str, with_profile: Profile | None = None, file: str = "any.txt") -> Reading:
    """Take a text through all steps of reading."""
    source = SourceText(file, "txt", text)
    return read_source(source, recognise(source, [with_profile] if with_profile else []))


def letters(text: str) -> str:
    """Letters and digits alone."""
    return "".join(character for character in text if character.isalnum())


def stands_at_its_place(passage: Passage, received: str) -> bool:
    """Whether the characters at a passage's spans are its text, but for spacing, hyphens and marks.

    A row of a table has the names of its columns beside that, which stand at the head of the table.
    """
    there = letters("".join(received[span.start : span.end] for span in passage.spans))
    if passage.kind is not PassageKind.TABLE:
        return there == letters(passage.text)
    left = iter(letters(passage.text))
    return all(character in left for character in there)


def write_docx(path: Path) -> None:
    """A document with a title, headings, a list and a table."""
    document = Document()
    document.core_properties.title = "Keeping an orchard"
    document.core_properties.author = "B. Keeper"
    document.add_heading("Winter", level=1)
    document.add_paragraph(ORCHARD)
    document.add_heading("Tools", level=2)
    document.add_paragraph("a sharp saw for the older branches", style="List Bullet")
    document.add_paragraph("a ladder that stands on wet grass", style="List Bullet")
    table = document.add_table(rows=2, cols=3)
    cells = ("Tree", "Prune in", "Harvest in", "Pear", "January, before the sap", "September when the stalk snaps")
    for cell, text in zip((cell for row in table.rows for cell in row.cells), cells, strict=True):
        cell.text = text
    document.save(str(path))


def pdf_bytes(*pages: str) -> bytes:
    """A minimal PDF, written by hand: one page for each text, one line for each of its lines."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for page in pages:
        shown = " T* ".join(f"({line.replace('(', '[').replace(')', ']')}) Tj" for line in page.split("\n"))
        stream = f"BT /F1 11 Tf 14 TL 40 780 Td {shown} ET"
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(pages)} >>"
    return _assembled(objects)


def locked_pdf_bytes() -> bytes:
    """A PDF that asks for a password."""
    writer = PdfWriter(PdfReader(BytesIO(pdf_bytes(GARDEN))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _assembled(objects: list[str]) -> bytes:
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")
