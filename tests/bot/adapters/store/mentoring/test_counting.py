from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import date, timedelta
from functools import partial
from threading import Barrier

from sqlalchemy import Connection, delete, insert, select, update

from bot.adapters.store.conversations import save_on
from bot.adapters.store.mentoring import counting, of_person
from bot.adapters.store.mentoring.tables import COUNTED, RELEASES, SHARES, TALLIES
from bot.adapters.store.schema import COMMITMENTS
from bot.coaching.record import TurnRecord
from bot.mentoring.cohort import FEWEST, Figures
from bot.mentoring.tally import tally_of
from bot.ports.incoming import conversation_of
from tests.bot.adapters.store.mentoring.desk import TALK, Desk, desk, later, numbered, turns
from tests.bot.adapters.store.offices import AT, PERSON, World
from tests.bot.small_world import BINS, LIFTS

MORE = ("They empty the bins in the other block.", "I could ask again.")


def tallied(desk: Desk) -> list[dict[str, object]]:
    return desk.do(
        lambda c: [dict(one) for one in c.execute(select(TALLIES).order_by(*TALLIES.primary_key)).mappings()]
    )


def count(desk: Desk, person: str = PERSON, *, wanted: bool = True) -> None:
    desk.do(lambda c: counting.set_counted(c, person, wanted=wanted, at=AT))


def note(desk: Desk, records: Iterable[TurnRecord], person: str = PERSON) -> None:
    """Keep turns as the post office does."""

    def work(connection: Connection) -> None:
        for one in records:
            save_on(connection, TALK, person, one)
            counting.note_turn(connection, person, TALK, one)

    desk.do(work)


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


def test_nobody_is_counted_who_has_not_said_yes(here: World) -> None:
    doctors = desk(here)

    note(doctors, numbered(turns(*MORE), 4, 1))

    assert not doctors.do(lambda c: counting.is_counted(c, PERSON))
    assert tallied(doctors) == []


def test_saying_yes_counts_what_was_talked_of_before_each_session_by_itself(here: World) -> None:
    doctors = desk(here)
    doctors.keep(numbered(turns("The lifts are stuck.", "I wait for the lifts."), 4, 2))

    count(doctors)

    assert [(one["session"], one["situation"]) for one in tallied(doctors)] == [(1, BINS), (2, LIFTS)]
    assert doctors.do(lambda c: counting.is_counted(c, PERSON))


def test_a_turn_of_somebody_who_is_counted_comes_to_what_counting_anew_would(here: World) -> None:
    doctors = desk(here)
    count(doctors)

    note(doctors, numbered(turns("The lifts are stuck.", "The lifts, always.", "Lifts.", "The lifts again."), 4, 1))
    note(doctors, numbered(turns("I am in the pit and there is no way out."), 8, 1))
    step_by_step = tallied(doctors)
    count(doctors)

    assert tallied(doctors) == step_by_step
    assert (step_by_step[0]["situation"], step_by_step[0]["safety"]) == (LIFTS, True)


def test_a_first_turn_is_counted_too(here: World) -> None:
    doctors = desk(here)
    doctors.do(lambda c: counting.set_counted(c, "T1:U9", wanted=True, at=AT))
    first = turns("The bins.", person="T1:U9", lane="T1:D9")

    def work(connection: Connection) -> None:
        save_on(connection, conversation_of("T1:D9"), "T1:U9", first[0])
        counting.note_turn(connection, "T1:U9", conversation_of("T1:D9"), first[0])

    doctors.do(work)

    assert [(one["person_id"], one["asks"]) for one in tallied(doctors)] == [("T1:U9", tally_of(first).asks)]


def test_saying_no_again_deletes_everything_that_is_not_shared(here: World) -> None:
    doctors = desk(here)
    count(doctors)
    assert doctors.share(last=2)

    count(doctors, wanted=False)

    shared = tally_of(turns("The bins are full of glitter.", "Nobody empties them at night."))
    (left,) = tallied(doctors)
    assert {name: left[name] for name in asdict(shared)} == asdict(shared)
    doctors.withdraw()
    assert tallied(doctors) == []


def test_a_shared_session_counts_its_shared_turns_until_it_is_withdrawn(here: World) -> None:
    doctors = desk(here)

    assert doctors.share(last=1)
    (kept,) = tallied(doctors)
    note(doctors, numbered(turns(*MORE), 4, 1))
    still = tallied(doctors)
    doctors.withdraw()

    assert kept["asks"] == 1
    assert still == [kept]
    assert tallied(doctors) == []


def test_who_is_counted_stays_so_when_a_share_ends(here: World) -> None:
    doctors = desk(here)
    count(doctors)
    whole = tallied(doctors)

    assert doctors.share(last=1)
    doctors.withdraw()

    assert tallied(doctors) == whole


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

    doctors.do(lambda c: c.execute(update(TALLIES).where(TALLIES.c.person_id.in_(_v(range(4)))).values(tells=9)))
    doctors.do(lambda c: c.execute(delete(TALLIES).where(TALLIES.c.person_id.in_(_v(range(4, 7))))))
    assert released(doctors, days=8) == first
    doctors.do(lambda c: c.execute(update(TALLIES).where(TALLIES.c.person_id.in_(_v([7]))).values(safety=True)))

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
        return doctors.do(lambda c: {one.outcome for one in counting._tallies(c, AT)})

    assert outcomes() == {""}
    doctors.do(lambda c: c.execute(update(TALLIES).values(stage="closed")))
    assert outcomes() == {"", "kept"}


def test_a_release_keeps_nobodys_name_and_who_was_in_the_one_before_is_forgotten(here: World) -> None:
    doctors = desk(here)
    crowd(doctors, range(12))
    assert released(doctors)
    crowd(doctors, range(20, 30))
    assert released(doctors, days=8)

    kept = doctors.do(lambda c: list(c.execute(select(RELEASES.c.people).order_by(RELEASES.c.id)).scalars()))

    assert [len(one) for one in kept] == [0, 22]
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
