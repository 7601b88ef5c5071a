"""A reflection read back from each of its files: all words are there, the warning first, and nobody's name."""

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from bot.adapters.reflections.docx import docx
from bot.adapters.reflections.formats import MAKERS
from bot.adapters.reflections.markdown import markdown
from bot.adapters.reflections.pdf import pdf
from bot.reflection.paper import Block, Kind, Paper, Section
from bot.reflection.press import FORMATS
from tests.bot.reflection.papers import HAPPENED, NOTICED, kept, paper, text_of, words

ODD = "I said \u201cno\u201d to him \u2013 Ł\u00f3d\u017a, Si\u00e2n, t\u0177 \u2265 5 \u2192 fin\u00e9"
FOREIGN = "\u4e2d\u6587 \u0627\u0644\u0639\u0631\u0628\u064a\u0629 \U0001f600 \u1ebf \ufb01n"
HARMFUL = [
    "\x00\x1b[31m",
    "\ud83d",
    "# not a heading",
    "1. not a list",
    "<b>&amp;</b>",
    "[a](http://b)",
    "a" * 4000,
    " ",
]


def written(*texts: str, kind: Kind = Kind.QUOTE) -> Paper:
    blocks = tuple(Block(kind=kind, text=one) for one in texts)
    warning = Section(heading="Before you use this", blocks=(Block(kind=Kind.ITEM, text="It is yours."),))
    return Paper(
        title="Reflection",
        made_on=date(2026, 11, 22),
        warning=warning,
        sections=(Section(heading="What happened", blocks=blocks),),
    )


def of_pdf(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def of_docx(content: bytes) -> str:
    return "\n".join(one.text for one in Document(BytesIO(content)).paragraphs)


def of_markdown(content: bytes) -> str:
    """As a reader sees it: rendered, without the markup."""
    tokens = MarkdownIt().parse(content.decode())
    return "\n".join("".join(one.content for one in token.children or ()) for token in tokens if token.children)


READ: dict[str, Callable[[bytes], str]] = {"docx": of_docx, "pdf": of_pdf, "md": of_markdown}


@pytest.fixture(params=FORMATS)
def ending(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(made: Paper, ending: str) -> str:
    return READ[ending](MAKERS[ending](made))


def test_there_is_a_maker_for_every_format() -> None:
    assert tuple(MAKERS) == FORMATS


def test_every_word_is_in_the_file_and_the_warning_comes_before_the_story(ending: str) -> None:
    made = paper(commitment=kept(), whole=True)
    text = " ".join(read(made, ending).split())
    for line in text_of(made).splitlines():
        assert " ".join(line.split()) in text
    first = text.index("not legally privileged")
    assert first < text.index(HAPPENED) < text.index(NOTICED) < text.index(words().questions[0])


def test_no_name_that_was_told_is_in_the_file_nor_in_what_the_file_tells_of_itself(ending: str) -> None:
    content = MAKERS[ending](paper(commitment=kept(), whole=True))
    bytes_within = content
    if ending == "docx":
        with zipfile.ZipFile(BytesIO(content)) as held:
            bytes_within = b"".join(held.read(name) for name in held.namelist())
    assert b"Priya" not in bytes_within
    assert b"Raghunathan" not in bytes_within
    assert b"07700" not in bytes_within
    assert "Priya" not in READ[ending](content)


def test_the_same_paper_is_the_same_file(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = paper(commitment=kept())
    first = MAKERS[ending](made)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert MAKERS[ending](made) == first
    assert MAKERS[ending](made.model_copy(update={"title": "Another"})) != first


@pytest.mark.parametrize("text", [ODD, *HARMFUL], ids=range(len(HARMFUL) + 1))
@pytest.mark.parametrize("kind", list(Kind))
def test_whatever_a_doctor_typed_makes_a_file(ending: str, text: str, kind: Kind) -> None:
    assert "What happened" in read(written(text, "And then?", kind=kind), ending)


def test_accents_dashes_and_quotation_marks_are_as_they_were_typed(ending: str) -> None:
    told = ODD.replace("\u2192", "->") if ending == "pdf" else ODD
    assert told in read(written(ODD), ending)


@pytest.mark.parametrize(
    "text", ["# not a heading", "1. not a list", "- nor this", "*a* _b_ `c` <i>d</i>", "[a](http://b)"]
)
def test_a_doctors_words_are_no_markup(text: str, ending: str) -> None:
    assert text in read(written(text), ending)


def test_in_markdown_nothing_of_theirs_becomes_a_heading_a_list_or_a_link() -> None:
    made = written("# x", "1. x", "- x", "[x](http://x)", "<script>x</script>", "![x](http://x)", kind=Kind.TEXT)
    kinds = [one.type for one in MarkdownIt().parse(markdown(made).decode())]
    assert kinds.count("heading_open") == 3
    assert "ordered_list_open" not in kinds
    assert kinds.count("bullet_list_open") == 1
    rendered = MarkdownIt().render(markdown(made).decode())
    assert not [one for one in ("<script", "<a ", "<img") if one in rendered]


def test_what_a_pdf_cannot_draw_is_seen_to_be_missing_and_told_at_the_top() -> None:
    text = of_pdf(pdf(written(FOREIGN)))
    assert "10 characters in this PDF could not be drawn and stand as \ufffd." in text
    assert text.index("could not be drawn") < text.index("What happened")
    assert "\u1ebf" in text
    assert FOREIGN in of_docx(docx(written(FOREIGN)))
    assert "could not be drawn" not in of_pdf(pdf(written(ODD)))


def test_every_font_of_a_pdf_is_in_it() -> None:
    found = set()
    for page in PdfReader(BytesIO(pdf(written(ODD)))).pages:
        resources = page["/Resources"]
        assert isinstance(resources, DictionaryObject)
        fonts = resources["/Font"]
        assert isinstance(fonts, DictionaryObject)
        for font in fonts.values():
            described = font.get_object()
            descriptor = described["/FontDescriptor"].get_object()
            found.add(str(described["/BaseFont"]))
            assert "/FontFile2" in descriptor
    assert found
    assert all("+" in name for name in found), "only the letters that are used are in it"


def test_a_pdf_can_be_read_out_in_order_and_says_its_language_and_title() -> None:
    reader = PdfReader(BytesIO(pdf(paper(commitment=kept()))))
    root = reader.root_object
    assert str(root["/Lang"]) == "en-GB"
    assert str(root["/MarkInfo"]) == "{'/Marked': True}"
    assert reader.metadata is not None
    assert reader.metadata.title == "Reflection: how to raise it with somebody senior"
    assert str(reader.metadata.creation_date).startswith("2026-11-22")
    tree = root["/StructTreeRoot"]
    assert isinstance(tree, DictionaryObject)
    whole = tree["/K"]
    assert isinstance(whole, ArrayObject)
    kinds = [str(one.get_object()["/S"]) for one in whole[0].get_object()["/K"]]
    assert kinds[:3] == ["/H1", "/H2", "/L"]
    assert {"/H3", "/P", "/BlockQuote"} <= set(kinds)
    outline = [str(getattr(one, "title", "")) for one in reader.outline]
    assert outline == [one.heading for one in paper(commitment=kept()).whole]


def test_every_piece_on_a_page_of_a_pdf_belongs_to_a_tag() -> None:
    reader = PdfReader(BytesIO(pdf(paper(commitment=kept(), whole=True))))
    tree = reader.root_object["/StructTreeRoot"]
    assert isinstance(tree, DictionaryObject)
    parents = tree["/ParentTree"]
    assert isinstance(parents, DictionaryObject)
    numbers = parents["/Nums"]
    assert isinstance(numbers, ArrayObject)
    for number, page in enumerate(reader.pages):
        assert str(page["/StructParents"]) == str(number)
        contents = page.get_contents()
        assert contents is not None
        marked = contents.get_data().count(b"/MCID ")
        assert marked == len(numbers[2 * number + 1])
    assert len(reader.pages) > 1


def test_in_a_word_file_headings_and_lists_are_what_they_look_like() -> None:
    made = Document(BytesIO(docx(paper(commitment=kept()))))
    styles = [(str(one.style.name), one.text) for one in made.paragraphs if one.style]
    assert styles[0] == ("Title", "Reflection: how to raise it with somebody senior")
    assert ("Heading 1", "What happened") in styles
    assert ("Quote", HAPPENED) in styles
    assert ("Heading 2", words().questions[0]) in styles
    assert ("List Bullet", words().warning[0]) in styles
    assert (made.core_properties.author, made.core_properties.language) == ("", "en-GB")
    assert str(made.core_properties.created).startswith("2026-11-22")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=120), min_size=1, max_size=4))
def test_no_text_is_an_error(texts: list[str]) -> None:
    for make in MAKERS.values():
        assert make(written(*texts))
