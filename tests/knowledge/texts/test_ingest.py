"""A folder becomes one corpus: every file read or refused by name, one document cited once, every line explained."""

import json
from pathlib import Path

from knowledge.model import Span
from knowledge.texts.audit import audit
from knowledge.texts.flow import Drop
from knowledge.texts.ingest import document_of, read_folder, write_received
from knowledge.texts.merge import by_document, merged
from tests.knowledge.texts.samples import (
    GARDEN,
    MEADOW,
    ORCHARD,
    RIVER,
    pdf_bytes,
    profile,
    read,
    stands_at_its_place,
    write_docx,
)


def test_every_format_is_read_and_bad_files_lose_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Walls\n\n{GARDEN}\n")
    (tmp_path / "b.md").write_text(f"# Trees\n\n{RIVER}\n")
    write_docx(tmp_path / "c.docx")
    (tmp_path / "d.html").write_text(f"<title>Rivers</title><h1>Banks</h1><p>{MEADOW}</p>")
    (tmp_path / "e.pdf").write_bytes(pdf_bytes("Bees in winter stay in the warm hive and eat", "honey that they made."))
    (tmp_path / "f.txt").write_bytes(b"caf\xe9")
    (tmp_path / "g.jpg").write_bytes(b"x")
    (tmp_path / "README.md").write_text("About this folder.")
    corpus = read_folder([tmp_path])
    assert [document.id for document in corpus.documents] == [
        "walls",
        "trees",
        "keeping-an-orchard",
        "rivers",
        "e",
    ]
    assert [problem.split(":")[0] for problem in corpus.report.refused] == ["f.txt"]
    assert [name.split(":")[0] for name in corpus.report.skipped] == [
        "README.md",
        "g.jpg",
    ]
    received = {source.file: source.received for source in corpus.sources}
    assert all(stands_at_its_place(passage, received[passage.file]) for passage in corpus.passages)
    assert corpus.report.unexplained == ()


def test_a_markdown_file_gives_sections_quotations_and_rows(tmp_path: Path) -> None:
    table = "| Tree | Prune |\n|------|-------|\n| Pear | in January before the sap begins to rise |"
    quotation = "> Nobody ever said that a wall\n> was too warm for the bees in\n> the long winter of that year."
    text = f"# A guide\n\n{GARDEN}\n\n## The *old* trees\n\n{quotation}\n\n{table}\n\n## References\n\nGreen (2001).\n"
    (tmp_path / "a.md").write_text(text)
    corpus = read_folder([tmp_path])
    assert [(passage.section, passage.text) for passage in corpus.passages[1:]] == [
        (
            "A guide > The old trees",
            "Nobody ever said that a wall was too warm for the bees in the long winter of that year.",
        ),
        (
            "A guide > The old trees",
            "Pear: Prune: in January before the sap begins to rise",
        ),
    ]
    assert corpus.report.unexplained == ()


def test_a_pdf_without_blank_lines_gives_its_headings(tmp_path: Path) -> None:
    pages = (
        f"1 Walls\n{GARDEN[:62]}\n{GARDEN[62:]}\n2 Trees\n{ORCHARD[:62]}\n{ORCHARD[62:]}",
        f"{RIVER[:60]}\n{RIVER[60:]}",
    )
    (tmp_path / "a.pdf").write_bytes(pdf_bytes(*pages))
    corpus = read_folder([tmp_path])
    assert [(passage.section, passage.text.split()[0]) for passage in corpus.passages] == [
        ("1 Walls", "The"),
        ("2 Trees", "Every"),
        ("2 Trees", "Beside"),
    ]


def test_the_same_document_twice_is_cited_once_from_the_longer_file(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text(f"Walls\n\n{GARDEN}\n\n{ORCHARD}\n")
    (tmp_path / "b.html").write_text(f"<title>Other</title><p>{GARDEN}</p><p>{ORCHARD}</p><p>{RIVER}</p>")
    corpus = read_folder([tmp_path])
    (document,) = corpus.documents
    assert document.files == ("b.html", "a.txt")
    assert sorted(passage.text for passage in corpus.passages) == sorted([GARDEN, ORCHARD, RIVER])
    assert {passage.doc for passage in corpus.passages} == {document.id}


def test_a_second_reading_gives_only_what_the_first_lacks() -> None:
    known = profile(
        readings=[
            {"name": "best", "has": ["fine copy"]},
            {"name": "poor", "has": ["rough copy"]},
        ]
    )
    best = read(f"A fine copy of the garden wall.\n\n{GARDEN}\n\n{RIVER}", known, "z.txt")
    poor = read(f"A rough copy of the garden wall.\n\n{GARDEN}\n\n{ORCHARD}", known, "a.txt")
    (group,) = by_document([poor, best])
    first, second = merged(group)
    assert first.source.file == "z.txt"
    assert [passage.text for passage in second.passages] == [ORCHARD]
    assert "duplicate of z.txt" in {drop.reason for drop in second.drops}


def test_a_document_of_which_a_reading_is_not_installed_is_partial() -> None:
    known = profile(
        readings=[
            {"name": "best", "has": ["fine copy"]},
            {"name": "poor", "has": ["rough copy"]},
        ]
    )
    best, poor = (read(f"A {copy} of the garden wall.\n\n{GARDEN}", known) for copy in ("fine copy", "rough copy"))
    assert [document_of(group).partial for group in ([best], [poor], [best, poor])] == [
        True,
        True,
        False,
    ]


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder, text in (("one", GARDEN), ("two", ORCHARD)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text)
    corpus = read_folder([tmp_path / "one", tmp_path / "two"])
    assert [source.file for source in corpus.sources] == ["a.txt", "a.txt (2)"]
    assert {passage.file for passage in corpus.passages} == {"a.txt", "a.txt (2)"}


def test_the_received_text_of_files_that_are_not_text_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<p>{GARDEN}</p>")
    (tmp_path / "b.txt").write_text(ORCHARD)
    corpus = read_folder([tmp_path])
    write_received(corpus, tmp_path / "kept")
    (kept,) = (tmp_path / "kept").iterdir()
    (passage,) = (p for p in corpus.passages if p.file == "a.html")
    assert kept.name == "a.html.txt"
    assert stands_at_its_place(passage, kept.read_text())


def test_passage_ids_survive_another_line_wrap() -> None:
    one, two = read(GARDEN), read(GARDEN.replace(" wall", "\nwall"))
    assert [passage.id for passage in one.passages] == [passage.id for passage in two.passages]


def test_a_line_that_got_lost_is_found_by_the_audit() -> None:
    reading = read(f"{GARDEN}\n\n{ORCHARD}\n")
    (lost,) = audit(reading.source, reading.passages[:1], ())
    assert (lost.number, lost.share, lost.reason) == (3, 0.0, "")
    drop = Drop(Span(len(GARDEN) + 2, len(GARDEN) + 2 + len(ORCHARD)), "imprint")
    assert [finding.reason for finding in audit(reading.source, reading.passages[:1], [drop])] == ["imprint"]


def test_the_report_reads_well_and_is_json_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Walls\n\n{GARDEN}\n\nFigure 2: A wall\n")
    (tmp_path / "b.txt").write_text("")
    report = read_folder([tmp_path]).report
    text = report.as_text()
    assert "a.txt: Walls [walls]" in text
    assert "kept     1 passages, 21 words (1 paragraph)" in text
    assert "dropped  figure: its content is not in the file: 1" in text
    assert "NOT READ  b.txt: is empty." in text
    assert "without a reason: 0 (all is accounted for)" in text
    assert json.loads(report.as_json())["files"][0]["kinds"] == {"paragraph": 1}
