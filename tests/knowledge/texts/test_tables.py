"""Rows of tables read as lines: by a profile's cells, by tabs, by bars; mixed-up columns one by one."""

from knowledge.model import PassageKind, Span
from knowledge.texts.source import SourceText
from knowledge.texts.tables import grid_tables, table_rows
from tests.knowledge.texts.samples import GARDEN, ORCHARD, profile, read

TABLE = (
    "Table 1: Trees\n\nTree Kept by\nSowing months\n\nPear\nof Kent\n\nAnn and\nher sons\n\n3\n\n"
    "Apple\nof York Bob\n\n4\n\nPear\nof Kent\n\nAnn and\n"
)


def rows(*declared: str) -> tuple[list[str], list[str]]:
    texts, missing = table_rows(declared, TABLE, Span(0, len(TABLE)))
    return [text.text for text in texts], missing


def test_rows_are_cut_at_the_words_where_cells_begin() -> None:
    found, missing = rows("Pear * | Kept by = Ann * | Sowing months = 3", "Apple of York | Kept by = Bob | 4")
    assert found == ["Pear of Kent: Kept by: Ann and her sons; Sowing months: 3", "Apple of York: Kept by: Bob; 4"]
    assert missing == []


def test_a_column_cut_into_pieces_is_put_together() -> None:
    found, _ = rows("Pear + of Kent | Ann \u2026 + sons & 3")
    assert found == ["Pear of Kent: Ann and sons, 3"]


def test_a_cell_that_is_not_there_is_told() -> None:
    found, missing = rows("Pear of Kent | Kept by = Zoe")
    assert found == ["Pear of Kent"]
    assert missing == ["Zoe"]


def test_a_profile_table_leaves_its_repeated_copies_out_with_a_reason() -> None:
    known = profile(
        tables=[
            {"at": "Table 1: Trees", "to": "Every orchard", "title": "Trees", "rows": ["Pear * | Ann *", "Apple * | 4"]}
        ]
    )
    reading = read(f"{GARDEN}\n\n{TABLE}\n\n{ORCHARD}", known)
    row = next(p for p in reading.passages if p.kind is PassageKind.TABLE)
    assert row.text == "Pear of Kent: Ann and her sons 3; Apple of York Bob: 4"
    assert row.section == "Trees"
    assert any(drop.reason.startswith("table:") for drop in reading.drops)


def test_tabs_make_a_table_whose_rows_name_their_columns() -> None:
    text = "Tree\tPrune\tHarvest\nPear\tJanuary\tSeptember\nPlum\t\tJuly\n"
    (found,) = grid_tables(SourceText("a.txt", "txt", text))
    assert [row.text for row in found[1]] == ["Pear: Prune: January; Harvest: September", "Plum: Harvest: July"]


def test_bars_make_a_table_too_and_their_rule_is_no_row() -> None:
    text = "| Tree | Prune |\n|---|---|\n| Pear | January |\n"
    (found,) = grid_tables(SourceText("a.md", "md", text))
    assert [row.text for row in found[1]] == ["Pear: Prune: January"]
    places = [text[span.start : span.end] for span in found[1][0].spans(text)]
    assert places == ["Pear", "January"]


def test_a_page_of_contents_with_tabs_is_no_table() -> None:
    assert grid_tables(SourceText("a.txt", "txt", "1\tWalls\t4\n2\tTrees\t9\n")) == []


def test_a_long_row_keeps_its_name_in_every_passage() -> None:
    long = " ".join(
        f"Pears of the {number} kind need much care in a wet winter and some in a dry one." for number in range(12)
    )
    reading = read(f"Tree\tCare\nPear\t{long}\n")
    assert len(reading.passages) > 1
    assert all(passage.text.startswith("Pear: ") for passage in reading.passages)
