"""The real source texts, where they are at hand: nothing lost, nothing invented, every place exact."""

import os
import re
from pathlib import Path

import pytest

from knowledge.cards import bind, load_cards
from knowledge.model import Passage, PassageKind
from knowledge.texts.ingest import Corpus, read_folder
from tests.knowledge.texts.samples import stands_at_its_place

SOURCES = Path(os.environ.get("COACH_SOURCES") or Path(__file__).parents[4] / "shared" / "sources")
pytestmark = pytest.mark.skipif(
    not any(SOURCES.glob("*.txt")), reason="the source texts are not at hand (set COACH_SOURCES to their folder)"
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_folder([SOURCES])


def holding(corpus: Corpus, words: str, doc: str) -> Passage:
    return next(passage for passage in corpus.passages if passage.doc == doc and words in passage.text)


def test_five_files_are_four_documents_recognised_by_their_content(corpus: Corpus) -> None:
    counts = {document.id: len(document.files) for document in corpus.documents}
    assert counts == {"bohmer-2012": 2, "ham-slides": 1, "dickinson-ham-2008": 1, "reform-2015": 1}
    assert corpus.report.refused == ()
    assert all(file.missing == () for file in corpus.report.files)


def test_every_line_is_in_a_passage_or_explained(corpus: Corpus) -> None:
    assert corpus.report.unexplained == ()


def test_every_passage_stands_at_its_place(corpus: Corpus) -> None:
    received = {source.file: source.received for source in corpus.sources}
    assert [p.text for p in corpus.passages if not stands_at_its_place(p, received[p.file])] == []


def test_passages_are_of_a_useful_size(corpus: Corpus) -> None:
    sizes = [len(passage.text.split()) for passage in corpus.passages]
    assert min(sizes) >= 15
    assert max(sizes) <= 121
    assert 60 <= sum(sizes) / len(sizes) <= 110


def test_ids_are_unique(corpus: Corpus) -> None:
    assert len({passage.id for passage in corpus.passages}) == len(corpus.passages)


def test_no_fault_of_the_extraction_is_left_in_a_passage(corpus: Corpus) -> None:
    faults = re.compile(
        r"<i>|\*et|[\u00b9\u00b2\u00b3\u2070-\u2079]|leadership team for the future /|\u00a9|https?:|"
        r"Ibid|dayto-day|understoodLoose|Thoseclinicians|\bFigure \d:|[a-z\u201d]\.\d+(?:\s|$)|\u201d\d"
    )
    assert [p.text for p in corpus.passages if faults.search(p.text)] == []


def test_the_paper_received_twice_is_read_from_the_better_file(corpus: Corpus) -> None:
    files = [passage.file for passage in corpus.passages if passage.doc == "bohmer-2012"]
    base, second = corpus.documents[[d.id for d in corpus.documents].index("bohmer-2012")].files
    assert (files.count(second), files.count(base) > 140) == (1, True)


@pytest.mark.parametrize(
    ("mode", "content"),
    [
        ("Repetitive: ", "Minimise variation"),
        ("Constrained problem-solving: ", "Optimise selection"),
        ("Unconstrained experimental problem solving: ", "Poorly understood, Loose cause-effect links"),
    ],
)
def test_the_three_modes_of_care_are_readable_each_with_its_column(corpus: Corpus, mode: str, content: str) -> None:
    columns = [
        p for p in corpus.passages if p.section.endswith("Table 1: Three modes of care") and p.text.startswith(mode)
    ]
    assert len(columns) == 1
    assert content in columns[0].text


@pytest.mark.parametrize(
    ("doc", "words", "author", "section"),
    [
        ("reform-2015", "magnum opus", "Sir Bruce Keogh", "Forewords > Sir Bruce Keogh"),
        ("reform-2015", "ships passing in the night", "Manfred F. R. Kets de Vries", "Annex 1.1"),
        ("reform-2015", "Let\u2019s not undervalue", "Simon Stevens", "2 The case for clinical leadership > 2.3"),
        ("bohmer-2012", "finger on the pulse", "Robert Naylor", "5 What do medical leaders do? > Leading by behaving"),
        ("bohmer-2012", "cyclophosphamide", "Richard Bohmer", "5 What do medical leaders do? > Leading by comm"),
        ("dickinson-ham-2008", "walking wounded", "Helen Dickinson and Chris Ham", "3. Medical engagement"),
        ("ham-slides", "inverted organisations", "Chris Ham", "Mintzberg"),
    ],
)
def test_each_passage_names_its_author_and_section(
    corpus: Corpus, doc: str, words: str, author: str, section: str
) -> None:
    passage = holding(corpus, words, doc)
    assert passage.author == author
    assert passage.section.startswith(section)


def test_a_box_over_two_pages_is_whole(corpus: Corpus) -> None:
    passage = holding(corpus, "active engagement of clinical teams. In this way", "dickinson-ham-2008")
    assert passage.kind is PassageKind.BOX
    assert "Box 3" in passage.section


def test_each_scheme_of_the_repeated_table_stands_once(corpus: Corpus) -> None:
    rows = [p.text for p in corpus.passages if "> Table 3:" in p.section]
    assert sum("Number of clinicians per year" in row for row in rows) == 8
    assert sum("12-month \u2018out of programme" in row for row in rows) == 1


def test_every_anchor_of_every_card_is_found(corpus: Corpus) -> None:
    bound = bind(load_cards(), corpus.passages)
    assert all(len(card.passages) == len(card.card.anchors) for card in bound)
