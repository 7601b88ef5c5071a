"""Crowds of doctors who agreed to be counted, and the figures that are released of them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection, insert

from bot.adapters.store.mentoring import counting, tallies
from bot.adapters.store.mentoring_tables import COUNTED
from bot.coaching.kinds import Stage
from bot.mentoring.cohort import Figures
from bot.mentoring.tally import Counts
from bot.ports.incoming import conversation_of
from tests.bot.adapters.store.mentoring.desk import Desk, later
from tests.bot.adapters.store.offices import AT, PERSON
from tests.bot.small_world import BINS

TOLD: Final = Counts(BINS, Stage.CLOSED, asks=6, tells=1)


def tell(connection: Connection, person: str = PERSON, **values: object) -> None:
    """One session of a person's, as it is counted."""
    counts = replace(TOLD, **values)  # type: ignore[arg-type]
    tallies.put(connection, person, conversation_of(f"T1:{person}"), 1, counts, AT)


def crowd(desk: Desk, numbers: Iterable[int], **values: object) -> None:
    """People who agreed to be counted, with one session each."""
    people = [f"T1:V{number}" for number in numbers]

    def work(connection: Connection) -> None:
        connection.execute(insert(COUNTED), [{"person_id": one, "since": AT} for one in people])
        for one in people:
            tell(connection, one, **values)

    desk.do(work)


def released(desk: Desk, **after: float) -> Figures | None:
    return desk.do(lambda c: counting.figures(c, later(**after)))


def cells(figures: Figures | None, chart: str) -> dict[str, int | None]:
    assert figures is not None
    return next({cell.label: cell.people for cell in one.cells} for one in figures.charts if one.id == chart)
