"""A mentor's reviews as files."""

import csv
import io
import json

import pytest

from bot.channels.console.cells import COLUMNS, as_csv, as_jsonl, harmless
from bot.mentoring.events import DOCTOR, EventKind, NewEvent
from bot.ports.reviewing import Export
from tests.bot.channels.console import talks
from tests.bot.channels.console.fakes import MovableClock
from tests.bot.channels.console.payloads import PAYLOADS
from tests.bot.channels.console.world import MENTOR

NOW = MovableClock().at


def export(*events: NewEvent, author: str = MENTOR) -> Export:
    return Export(talks.row("share-1", NOW), talks.by(author, NOW, *events))


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_row_is_an_entry_with_whose_it_is_and_of_what() -> None:
    shares = [export(NewEvent(EventKind.SCORED, 3, "R1", "met")), export(), export(author=DOCTOR)]
    [row] = read(as_csv(shares))
    assert (row["share"], row["by"], row["turn"], row["kind"], row["name"], row["text"]) == (
        "share-1", MENTOR, "3", "scored", "R1", "met",
    )  # fmt: skip
    assert row["at"] == NOW.isoformat()
    assert json.loads(as_jsonl(shares)) == {**dict(row), "turn": 3, "turns": 10, "entry": 1, "about": None}


def test_the_spreadsheet_says_that_it_is_utf_8_and_ends_its_lines_as_the_standard_has_it() -> None:
    content = as_csv([export(NewEvent(EventKind.NOTED, text="café, “so”\nand more"))])
    assert content.startswith(b'\xef\xbb\xbf"' + '","'.join(COLUMNS).encode() + b'"\r\n')
    assert content.endswith(b"\r\n")
    assert read(content)[0]["text"] == "café, “so”\nand more"


def test_every_cell_is_in_quotes_so_that_no_other_separator_begins_one() -> None:
    lines = as_csv([export(NewEvent(EventKind.NOTED, 1, text='x;=1+1\t=1 "so"'))]).decode("utf-8-sig").split("\r\n")
    for line in lines[:-1]:
        assert line.startswith('"')
        assert line.endswith('"')
        assert line.count('","') == len(COLUMNS) - 1
    assert '"x;=1+1\t=1 ""so""",' in lines[1]


@pytest.mark.parametrize(
    "cell",
    [
        *("=1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "\uff1d1", "-", "\t", "\nx"),
        *(" =1", "  +1", "\u00a0-1", "\x00@A1", "\x0b=1", "\u200b=1", "\ufeff=1", "\u2028\u3000 \x7f=1", " \n=1"),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "text", "1-2", "a=b", " ", " a=b", "'=1", " '=1", "\u00e9=1", 7, -7, None])
def test_every_other_cell_stays_as_it_is(cell: str | int | None) -> None:
    assert harmless(cell) == cell


def test_no_cell_of_500_payloads_begins_a_formula_and_nothing_of_them_is_lost() -> None:
    events = [NewEvent(kind, 1, one[:80], one) for one in PAYLOADS for kind in (EventKind.TAGGED, EventKind.COMMENTED)]
    found = read(as_csv([export(*events)]))
    assert len(found) == len(events)
    for row, event in zip(found, events, strict=True):
        assert not any(cell.startswith(tuple("=+-@\t\r\n\uff1d\uff0b")) for cell in row.values())
        assert row["text"] in (event.text, f"'{event.text}")
    lines = as_jsonl([export(*events)]).decode().split("\n")[:-1]
    assert [json.loads(one)["text"] for one in lines] == [one.text for one in events]
