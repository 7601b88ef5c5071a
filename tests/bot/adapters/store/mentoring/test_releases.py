from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from threading import Barrier

from sqlalchemy import delete, insert, select, update

from bot.adapters.store.mentoring import counting, of_person, tallies
from bot.adapters.store.mentoring_tables import RELEASES, SHARES, TALLIES
from bot.adapters.store.schema import COMMITMENTS
from bot.mentoring.cohort import FEWEST, Figures
from bot.ports.incoming import conversation_of
from tests.bot.adapters.store.mentoring.crowds import TOLD, cells, crowd, released, tell
from tests.bot.adapters.store.mentoring.desk import TALK, Desk, desk
from tests.bot.adapters.store.offices import AT, PERSON, World
from tests.bot.small_world import LIFTS


def test_there_are_no_figures_of_seven_people(here: World) -> None:
    doctors = desk(here)
    crowd(doctors, range(FEWEST - 1))

    assert released(doctors) is None
    assert doctors.count(RELEASES) == 0


def test_of_eight_there_are(here: World) -> None:
    doctors = desk(here)
    crowd(doctors, range(6))
    crowd(doctors, range(6, 12), situation=LIFTS)

    figures = released(doctors)

    assert figures is not None
    assert (figures.people, figures.made_on) == (10, AT.date())
    assert cells(figures, "situations") == {}
    assert cells(figures, "stages")["closed"] == 10


def test_a_release_stands_for_a_week_and_until_eight_have_changed(here: World) -> None:
    doctors = desk(here)
    crowd(doctors, range(20))
    first = released(doctors)

    crowd(doctors, range(20, 27))
    assert released(doctors, days=30) == first
    crowd(doctors, [27])
    assert released(doctors, days=6.5) == first
    second = released(doctors, days=30)

    assert second is not None
    assert (second.people, second.made_on) == (30, (AT + timedelta(days=30)).date())
    assert released(doctors, days=31) == second


def test_who_talks_of_something_new_has_changed_and_who_leaves_too(here: World) -> None:
    doctors = desk(here)
    crowd(doctors, range(30))
    first = released(doctors)

    for one in _v(range(4)):
        doctors.do(partial(tell, person=one, tells=9))
    doctors.do(lambda c: c.execute(delete(TALLIES).where(TALLIES.c.person_id.in_(_v(range(4, 7))))))
    assert released(doctors, days=8) == first
    doctors.do(partial(tell, person="T1:V7", safety=True))

    assert released(doctors, days=8) != first


def _v(numbers: Iterable[int]) -> list[str]:
    return [f"T1:V{number}" for number in numbers]


def test_an_expired_or_withdrawn_share_adds_nothing_even_before_it_is_purged(here: World) -> None:
    doctors = desk(here)
    crowd(doctors, range(7))
    assert doctors.share()

    assert released(doctors, days=15) is None
    doctors.do(lambda c: c.execute(update(SHARES).values(withdrawn_at=AT)))
    assert released(doctors, days=1) is None
    doctors.do(lambda c: c.execute(update(SHARES).values(withdrawn_at=None)))
    assert released(doctors, days=1) is not None


def test_what_became_of_a_commitment_is_told_as_it_stands_when_a_release_is_made(here: World) -> None:
    doctors = desk(here)
    crowd(doctors, range(12))
    rows = [_commitment(f"T1:V{number}", "kept" if number < 10 else "open") for number in range(12)]
    doctors.do(lambda c: c.execute(insert(COMMITMENTS), rows))

    assert cells(released(doctors), "commitments") == {
        "kept": 10, "partly": None, "not": None, "let_go": None, "open": None,
    }  # fmt: skip


def _commitment(person: str, outcome: str) -> dict[str, object]:
    given = {column.name: None for column in COMMITMENTS.c if column.name != "id"}
    return given | {
        "person_id": person,
        "conversation_id": conversation_of(f"T1:{person}"),
        "session": 1,
        "what": "",
        "made_at": AT,
        "outcome": outcome,
    }


def test_a_share_that_ends_before_the_commitment_tells_nothing_of_it(here: World) -> None:
    doctors = desk(here)
    crowd(doctors, range(7))
    assert doctors.share()
    row = _commitment(PERSON, "kept") | {"conversation_id": TALK}
    doctors.do(lambda c: c.execute(insert(COMMITMENTS), [row]))

    def outcomes() -> set[str]:
        return doctors.do(lambda c: {one.outcome for one in tallies.standing(c, AT)})

    assert outcomes() == {""}
    doctors.do(lambda c: tallies.put(c, PERSON, TALK, 1, replace(TOLD), AT))
    assert outcomes() == {"", "kept"}


def test_a_release_keeps_nobodys_name_and_the_one_before_is_forgotten(here: World) -> None:
    doctors = desk(here)
    crowd(doctors, range(12))
    assert released(doctors)
    crowd(doctors, range(20, 30))
    assert released(doctors, days=8)

    kept = doctors.do(lambda c: list(c.execute(select(RELEASES.c.people).order_by(RELEASES.c.id)).scalars()))

    assert [len(one) for one in kept] == [22]
    assert not any("T1" in f"{name}{what}" or "V1" in name for one in kept for name, what in one.items())


def test_somebody_who_is_erased_leaves_no_digest_and_still_counts_as_gone(here: World) -> None:
    doctors = desk(here)
    crowd(doctors, range(20))
    first = released(doctors)
    before = _people(doctors)

    for one in _v(range(8)):
        doctors.do(partial(of_person.erase, person_id=one))
    after = _people(doctors)
    counting_again = released(doctors, days=8)

    assert len(after) == len(before) == 20
    assert len(set(before) - set(after)) == 8
    assert first is not None
    assert counting_again is not None
    assert (first.people, counting_again.people) == (20, 10)
    doctors.do(lambda c: counting.forget(c, ["T1:nobody"]))
    assert released(doctors, days=8) == counting_again


def test_where_nothing_was_released_there_is_nobody_to_forget(here: World) -> None:
    doctors = desk(here)

    doctors.do(lambda c: counting.forget(c, [PERSON]))

    assert doctors.count(RELEASES) == 0


def _people(doctors: Desk) -> dict[str, str]:
    return doctors.do(
        lambda c: dict(c.execute(select(RELEASES.c.people).order_by(RELEASES.c.id.desc())).scalars().first() or {})
    )


def test_two_who_ask_at_once_make_one_release(here: World) -> None:
    doctors = desk(here)
    crowd(doctors, range(15))
    ready = Barrier(2)

    def ask() -> Figures | None:
        with here.engine.begin() as connection:
            ready.wait()
            return counting.figures(connection, AT)

    if here.engine.dialect.name == "sqlite":  # one writer: the second waits for the first by itself
        ready = Barrier(1)
    with ThreadPoolExecutor(2) as both:
        found: Sequence[Figures | None] = [one.result() for one in [both.submit(ask), both.submit(ask)]]

    assert found[0] == found[1] is not None
    assert doctors.count(RELEASES) == 1


def test_a_release_is_dated_by_the_day_in_greenwich(here: World) -> None:
    doctors = desk(here)
    crowd(doctors, range(15))

    figures = released(doctors, hours=14, minutes=29)

    assert figures is not None
    assert figures.made_on == date(2026, 3, 4)
