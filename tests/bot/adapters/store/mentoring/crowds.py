"""Crowds of doctors who agreed to be counted, and the figures that are released of them."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert

from bot.adapters.store.mentoring import counting
from bot.adapters.store.mentoring.tables import COUNTED, TALLIES
from bot.mentoring.cohort import Figures
from bot.ports.incoming import conversation_of
from tests.bot.adapters.store.mentoring.desk import Desk, later
from tests.bot.adapters.store.offices import AT, PERSON
from tests.bot.small_world import BINS


def told(person: str = PERSON, **values: object) -> dict[str, object]:
    named = {"conversation_id": conversation_of(f"T1:{person}"), "session": 1, "person_id": person, "at": AT}
    return {"situation": BINS, "stage": "closed", "asks": 6, "tells": 1, "safety": False} | named | values


def crowd(desk: Desk, numbers: Iterable[int], **values: object) -> None:
    """People who agreed to be counted, with one session each."""
    people = [f"T1:V{number}" for number in numbers]

    def work(connection: Connection) -> None:
        connection.execute(insert(COUNTED), [{"person_id": one, "since": AT} for one in people])
        connection.execute(insert(TALLIES), [told(one, **values) for one in people])

    desk.do(work)


def released(desk: Desk, **after: float) -> Figures | None:
    return desk.do(lambda c: counting.figures(c, later(**after)))


def cells(figures: Figures | None, chart: str) -> dict[str, int | None]:
    assert figures is not None
    return next({cell.label: cell.people for cell in one.cells} for one in figures.charts if one.id == chart)
