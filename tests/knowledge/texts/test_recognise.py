"""A document is known by its content, whatever its file is called; profiles are strict."""

from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError
from knowledge.texts.profile import FOLDER, load_profiles
from knowledge.texts.recognise import recognise
from knowledge.texts.source import SourceText
from tests.knowledge.texts.samples import GARDEN, ORCHARD, profile

KNOWN = profile(
    recognise=["old garden wall", "a warm place", "bees"],
    readings=[{"name": "best", "has": ["FINE COPY"]}, {"name": "poor", "has": ["rough copy"]}],
)


def test_the_file_name_means_nothing() -> None:
    identity = recognise(SourceText("orchard.txt", "txt", GARDEN), [KNOWN])
    assert (identity.id, identity.title, identity.author, identity.year) == (
        "garden-book",
        "The garden book",
        "A. Gardener",
        2001,
    )
    assert recognise(SourceText("garden-book.txt", "txt", ORCHARD), [KNOWN]).profile is None


def test_a_citation_of_a_document_is_not_the_document() -> None:
    assert recognise(SourceText("a.txt", "txt", f"{ORCHARD} See the old garden wall."), [KNOWN]).profile is None


def test_readings_of_one_document_are_ranked() -> None:
    ranks = [recognise(SourceText("a", "txt", f"{GARDEN} {mark}"), [KNOWN]) for mark in ("rough copy", "FINE COPY", "")]
    assert [(identity.reading, identity.rank) for identity in ranks] == [("poor", 1), ("best", 0), ("", 2)]


@pytest.mark.parametrize(
    ("source", "doc"),
    [
        (SourceText("x.pdf", "pdf", ORCHARD, title="Keeping \u00c9lan & Trees"), "keeping-elan-trees"),
        (SourceText("x.txt", "txt", f"Keeping trees\n\n{ORCHARD}"), "keeping-trees"),
        (SourceText("My notes.txt", "txt", ORCHARD), "my-notes"),
        (SourceText("\u65e5\u672c.txt", "txt", ORCHARD), "document"),
    ],
)
def test_an_unknown_document_is_named_by_its_title_or_file(source: SourceText, doc: str) -> None:
    assert recognise(source, [KNOWN]).id == doc


def test_a_mistyped_key_is_told_with_file_and_line(tmp_path: Path) -> None:
    lines = "id: a\ntitle: b\nauthor: c\nyear: 2001\nrecognise: [d]\nheadings:\n  - {at: e}\n  - {att: f}\n"
    (tmp_path / "a.yaml").write_text(lines)
    with pytest.raises(KnowledgeError, match=r"^a\.yaml:8: headings\.1\.att: Extra inputs"):
        load_profiles(tmp_path)


def test_two_profiles_of_one_id_are_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text("id: a\ntitle: b\nauthor: c\nyear: 2001\nrecognise: [d]\n")
    with pytest.raises(KnowledgeError, match=r"^b\.yaml: id 'a' is taken"):
        load_profiles(tmp_path)


def test_the_profiles_we_ship_hold_no_more_than_eight_words_of_a_source_in_a_row() -> None:
    assert {known.id for known in load_profiles()} == {"bohmer-2012", "ham-slides", "dickinson-ham-2008", "reform-2015"}
    for known in load_profiles():
        phrases = [*known.recognise, *known.notes, *(drop.at for drop in known.drops)]
        phrases += [words for rule in known.headings for words in (rule.at, rule.before) if words]
        phrases += [row for table in known.tables for row in (table.at, table.to, *table.rows)]
        for phrase in phrases:
            for part in phrase.replace("*", "\u2026").replace("|", "\u2026").replace("&", "\u2026").split("\u2026"):
                for piece in part.replace(" = ", " + ").split(" + "):
                    assert len(piece.split()) <= 8, (known.id, piece)
    assert list(FOLDER.glob("*.yaml"))
