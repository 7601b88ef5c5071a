"""A mentor's reviews as files: one row an entry, and no cell that a spreadsheet would run."""

import csv
import io
import json
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from bot.ports.reviewing import Export

COLUMNS: Final = (
    "share", "doctor", "situation", "stage", "turns", "purpose", "shared_at", "status", "entry", "at", "by", "turn",
    "kind", "name", "text", "about",
)  # fmt: skip
"""A row's fields; `by` is a colleague's id, or `doctor`; `about` the entry that an answer belongs to."""
_RUNS: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # noqa: RUF001 - as spreadsheets take them
"""What a cell must not begin with: a spreadsheet would take the rest for a formula."""
_PARTS: Final = ("\t", "\r", "\n")
"""Nor with these: it would take the rest for another cell."""
_UNSEEN: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""Kinds of characters that show nothing, and that a spreadsheet may leave out before it looks."""

Cell = str | int | None


def rows(shares: Sequence[Export]) -> Iterator[dict[str, Cell]]:
    """Every entry of these reviews; talks without one have none."""
    for share in shares:
        row = share.row
        for event in share.events:
            what = event.what
            values: tuple[Cell, ...] = (
                row.share_id, row.doctor, row.situation, row.stage, row.turns, str(row.purpose),
                row.shared_at.isoformat(), str(row.status), event.id, event.at.isoformat(), event.author, what.turn,
                str(what.kind), what.name, what.text, what.about,
            )  # fmt: skip
            yield dict(zip(COLUMNS, values, strict=True))


def as_csv(shares: Sequence[Export]) -> bytes:
    """A file for a spreadsheet: UTF-8 with its mark, and lines that end as RFC 4180 says.

    Every cell is in quotes: where a comma is for decimals, a semicolon in the words would begin another cell.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for one in rows(shares):
        writer.writerow([harmless(one[column]) for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def as_jsonl(shares: Sequence[Export]) -> bytes:
    """A file for programs: a JSON object a line."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows(shares)).encode()


def harmless(cell: Cell) -> Cell:
    """The cell with an apostrophe before what would make it a formula; by which a spreadsheet takes it for text."""
    if not isinstance(cell, str):
        return cell
    seen = next((at for at, one in enumerate(cell) if unicodedata.category(one) not in _UNSEEN), len(cell))
    return f"'{cell}" if cell.startswith(_PARTS) or cell[seen:].startswith(_RUNS) else cell
