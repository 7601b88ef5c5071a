"""The verifier: every edit, drop, swap and addition is found, and of an untouched record nothing is said."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, text

from bot.adapters.store.key_tables import SECRETS
from bot.adapters.store.mentoring import verifying
from bot.adapters.store.mentoring.record import SqlRecord
from bot.adapters.store.mentoring_tables import RECORD, RECORD_HEAD
from bot.errors import CoachError
from bot.ports.staff import Act
from tests.bot.adapters.store.mentoring.tampering import (
    LENGTH,
    Change,
    does,
    drop,
    edit,
    empty,
    filled,
    head,
    more,
    rows_of,
    tampering,
)
from tests.bot.adapters.store.offices import AT, World


@pytest.fixture
def kept(here: World) -> World:
    return filled(here)


@pytest.fixture(params=[5, 1_000], ids=["many pages", "one page"])
def paged(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "_AT_ONCE", request.param)


@pytest.mark.usefixtures("paged")
def test_an_untouched_record_has_no_flaw(kept: World) -> None:
    with tampering(kept) as told:
        assert told() == []
        assert told(more(LENGTH + 1, LENGTH + 2)) == []
    assert asyncio.run(SqlRecord(kept.writer).flaws()) == []


@pytest.mark.usefixtures("paged")
def test_every_column_of_every_entry_that_is_edited_is_found(kept: World) -> None:
    rows = rows_of(kept, RECORD)
    with tampering(kept) as told:
        for row in rows:
            number = row["number"]
            assert isinstance(number, int)
            changed = {
                "number": number + 1_000,
                "at": AT - timedelta(days=1),
                "actor": f"{row['actor']}0",
                "act": Act.OPENED.value if row["act"] != Act.OPENED else Act.LISTED.value,
                "subject": "",
                "detail": f"{row['detail']} ",
                "mac": str(row["mac"])[::-1],
            }
            assert set(changed) == {column.name for column in RECORD.c}
            for name, value in changed.items():
                found = told(edit(number, **{name: value}))
                assert found, f"{name} of {number}"
                assert found[0].number == number


def test_each_entry_of_the_same_words_is_one_of_its_own(kept: World) -> None:
    rows = rows_of(kept, RECORD)
    with tampering(kept) as told:
        for row in rows[:-1]:
            copied = {name: row[name] for name in row if name != "number"}
            assert told(edit(LENGTH, **copied)), "put over another"
            assert told(does(insert(RECORD).values(number=LENGTH + 1, **copied))), "put at the end a second time"


@pytest.mark.usefixtures("paged")
def test_every_entry_that_is_dropped_is_found_and_named(kept: World) -> None:
    with tampering(kept) as told:
        for number in range(1, LENGTH + 1):
            found = told(drop(number))
            assert len(found) == 1, number
            assert found[0].number == (number if number < LENGTH else LENGTH - 1)


def test_every_entry_that_is_dropped_is_found_where_those_behind_it_are_numbered_anew(kept: World) -> None:
    def close_up(gone: int) -> Change:
        return lambda connection: [edit(n, number=n - 1)(connection) for n in range(gone + 1, LENGTH + 1)]

    with tampering(kept) as told:
        for number in range(1, LENGTH + 1):
            assert told(drop(number), close_up(number)), number
            assert told(drop(number), close_up(number), head(number=LENGTH - 1)), number


@pytest.mark.usefixtures("paged")
def test_every_end_that_is_cut_off_is_found(kept: World) -> None:
    rows = rows_of(kept, RECORD)
    with tampering(kept) as told:
        for first in range(1, LENGTH + 1):
            cut = drop(*range(first, LENGTH + 1))
            last = rows[first - 2]["mac"] if first > 1 else ""
            assert told(cut), first
            assert told(cut, empty(RECORD_HEAD)), first
            assert told(cut, head(number=first - 1)), first
            assert told(cut, head(number=first - 1, mac=last)), first


@pytest.mark.usefixtures("paged")
def test_every_pair_that_is_swapped_is_found(kept: World) -> None:
    def swap(one: int, other: int) -> Sequence[Change]:
        return edit(one, number=-1), edit(other, number=one), edit(-1, number=other)

    with tampering(kept) as told:
        missed = [pair for pair in combinations(range(1, LENGTH + 1), 2) if not told(*swap(*pair))]
    assert missed == []


def test_a_head_that_is_edited_missing_double_or_rolled_back_is_found(kept: World) -> None:
    with kept.engine.connect() as connection:
        before = connection.execute(select(RECORD_HEAD)).mappings().one()
    with tampering(kept) as told:
        assert told(head(number=LENGTH - 1))
        assert told(head(number=LENGTH + 1))
        assert told(head(mac="0" * 64))
        assert told(head(id=2))
        assert told(empty(RECORD_HEAD))
        assert told(does(insert(RECORD_HEAD).values(id=2, number=LENGTH, mac=before["mac"])))
        assert told(more(LENGTH + 1), head(number=before["number"], mac=before["mac"])), "rolled back"


@pytest.mark.parametrize("number", [-5, 0, LENGTH + 1, LENGTH + 40])
def test_an_entry_that_is_put_in_without_the_key_is_found(kept: World, number: int) -> None:
    row = rows_of(kept, RECORD)[-1] | {"number": number}
    with tampering(kept) as told:
        assert told(does(insert(RECORD).values(row)))
        assert told(does(insert(RECORD).values(row | {"mac": "broken"})), head(number=number))


@pytest.mark.parametrize("goes_on", [True, False], ids=["and more is written", "and nothing more is written"])
def test_what_was_done_to_the_end_stays_found_when_more_is_written(kept: World, goes_on: bool) -> None:
    then = more(*range(LENGTH + 1, LENGTH + 5)) if goes_on else more()
    with kept.engine.connect() as connection:
        before = connection.execute(select(RECORD_HEAD)).mappings().one()
    again = rows_of(kept, RECORD)[-1] | {"number": LENGTH + 1}
    with tampering(kept) as told:
        for first in range(1, LENGTH + 1):
            cut = drop(*range(first, LENGTH + 1))
            assert told(cut, then), first
            assert told(cut, empty(RECORD_HEAD), then), first
        assert told(empty(RECORD_HEAD), then)
        assert told(does(delete(SECRETS)), then)
        assert told(empty(RECORD_HEAD), does(delete(SECRETS)), then)
        assert told(more(LENGTH + 1), head(number=LENGTH, mac=before["mac"]), then)
        assert told(edit(LENGTH, detail="nothing"), then)
        assert told(does(insert(RECORD).values(again)), then)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(1, 9)))
def test_any_other_order_is_found(kept: World, order: list[int]) -> None:
    moved: list[Change] = [edit(n, number=-n) for n in range(1, 9)]
    moved += [edit(-was, number=now) for now, was in enumerate(order, 1)]
    with tampering(kept) as told:
        assert bool(told(*moved)) == (order != list(range(1, 9)))


def test_without_its_key_nothing_is_proven(kept: World) -> None:
    with tampering(kept) as told:
        (flaw,) = told(does(delete(SECRETS)))
    assert "key" in flaw.what


def test_on_sqlite_what_is_no_moment_and_no_text_is_found_too(kept: World) -> None:
    if kept.engine.dialect.name != "sqlite":
        return  # PostgreSQL's columns take nothing else
    moment = "2026-03-04 9:30:14.000002"  # the same one, written as the coach does not
    with tampering(kept) as told:
        assert told(does(text(f"UPDATE record SET at = '{moment}' WHERE number = 2")))  # noqa: S608
        for value in ("'yesterday'", "'2026-03-04'", "'2026-03-04 09:30:07.000001+00:00'", "17", "x'00ff'", "''"):
            for name in ("at", "actor", "act", "subject", "detail", "mac"):
                found = told(does(text(f"UPDATE record SET {name} = {value} WHERE number = 2")))  # noqa: S608
                assert found, f"{name} = {value}"


def test_a_noted_end_is_still_there_or_it_is_said_that_it_is_not(kept: World) -> None:
    noted = asyncio.run(SqlRecord(kept.writer).anchor())
    assert noted.startswith(f"{LENGTH}-")
    with tampering(kept) as told:
        assert told(anchor=noted) == []
        assert told(more(LENGTH + 1), anchor=f" {noted.upper()} ") == []
        gone = told(empty(RECORD), empty(RECORD_HEAD), does(delete(SECRETS)), anchor=noted)
        assert [one.number for one in gone] == [LENGTH]
        anew = told(empty(RECORD), empty(RECORD_HEAD), does(delete(SECRETS)), more(*range(1, 99)), anchor=noted)
        assert [one.number for one in anew] == [LENGTH]
        assert told(empty(RECORD), empty(RECORD_HEAD), does(delete(SECRETS))) == [], "which is why it is noted"


def test_a_copy_put_back_whole_is_found_by_what_was_noted(kept: World) -> None:
    before = rows_of(kept, RECORD_HEAD)[0]
    kept.writer.submit(more(LENGTH + 1)).result()
    noted = asyncio.run(SqlRecord(kept.writer).anchor())
    with tampering(kept) as told:
        back = (drop(LENGTH + 1), head(number=before["number"], mac=before["mac"]))
        assert told(*back) == []
        assert [one.number for one in told(*back, anchor=noted)] == [LENGTH + 1]


@pytest.mark.parametrize("words", ["nonsense", "12", "12-", "-12", "0-0123456789abcdef", "12-0123456789abcdeg"])
def test_what_is_no_anchor_is_refused(kept: World, words: str) -> None:
    with pytest.raises(CoachError, match="no anchor"):
        asyncio.run(SqlRecord(kept.writer).flaws(anchor=words))
