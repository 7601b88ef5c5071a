"""Every format gives its text with headings and offsets; what cannot be read says so with a remedy."""

from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError
from knowledge.texts.readers import read_file
from knowledge.texts.source import HintKind, SourceText
from tests.knowledge.texts import samples


def headings(source: SourceText) -> list[tuple[str, int]]:
    return [(hint.title, hint.level) for hint in source.hints if hint.kind is HintKind.HEADING]


def test_text_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Caf\u00e9\r\n two  spaces\n".encode())
    source = read_file(path)
    assert source.received == "Caf\u00e9\r\n two  spaces\n"
    assert [line.start for line in source.lines()] == [0, 6, 19]


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfWords")
    assert read_file(path).received == "Words"


def test_markdown_keeps_its_offsets_and_tells_its_headings(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntags: x\n---\n# Garden #\n\n{samples.GARDEN}\n\nWinter\n------\n\n```\ncode\n```\n")
    source = read_file(path)
    assert headings(source) == [("Garden", 1), ("Winter", 2)]
    assert source.title == "Garden"
    dropped = [source.received[h.span.start : h.span.end] for h in source.hints if h.kind is HintKind.DROP]
    assert dropped == ["---\ntags: x\n---\n", "```\ncode\n```"]


def test_html_leaves_out_menus_and_keeps_lists_and_tables(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><head><title>Garden</title><meta name='Author' content='A. G.'><style>p{}</style></head><body>"
        "<nav>Home</nav><!-- hidden --><h1>Garden <em>walls</em></h1><div>Loose <b>words</b><p>First.</p>after</div>"
        "<ul><li>one</li><li>two</li></ul><table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>"
        "<p>Last.</p><script>x()</script></body></html>"
    )
    source = read_file(path)
    assert source.received == (
        "Garden walls\n\nLoose words\n\nFirst.\n\nafter\n\n\u2022 one\n\n\u2022 two\n\na\tb\nc\td\n\nLast.\n\n"
    )
    assert (source.title, source.author, headings(source)) == ("Garden", "A. G.", [("Garden walls", 1)])


def test_docx_gives_headings_lists_tables_and_its_author(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    samples.write_docx(path)
    source = read_file(path)
    assert (source.title, source.author) == ("Keeping an orchard", "B. Keeper")
    assert headings(source) == [("Winter", 1), ("Tools", 2)]
    assert "\u2022 a sharp saw for the older branches" in source.received
    assert "Pear\tJanuary, before the sap\tSeptember when the stalk snaps" in source.received


def test_pdf_pages_are_parted_by_a_form_feed(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(samples.pdf_bytes("First page\nsecond line", "Next page"))
    assert read_file(path).received == "First page\nsecond line\n\fNext page"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t ", "is empty"),
        ("a.txt", b"... --- ...", "holds no text"),
        ("a.txt", b"caf\xe9", "not UTF-8 text .byte 3 is 0xe9."),
        ("a.txt", "words".encode("utf-16"), "UTF-16"),
        ("a.txt", b"ab\x00\x01", "binary"),
        ("a.md", b"caf\xe9", "not UTF-8"),
        ("a.docx", b"PK not really", "not a DOCX"),
        ("a.pdf", b"%PDF-1.4 cut off", "not a PDF that can be read"),
        ("a.pdf", samples.pdf_bytes(""), "holds no text.*OCR"),
        ("a.pdf", samples.locked_pdf_bytes(), "protected with a password.*without the password"),
        ("a.pages", b"words", "not read. Give one of .docx"),
    ],
)
def test_bad_input_names_the_file_and_the_remedy(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(KnowledgeError, match=rf"(?s)^{name}: .*{words}"):
        read_file(path)


def test_a_missing_file_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"none.txt: cannot be opened \(No such file"):
        read_file(tmp_path / "none.txt")
