from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import Connection, select

from bot.adapters.store.conversations import save_on
from bot.adapters.store.mentoring import counting, tallies
from bot.adapters.store.mentoring_tables import TALLIES
from bot.coaching.record import TurnRecord
from bot.mentoring.tally import Counts, tally_of
from bot.ports.incoming import conversation_of
from tests.bot.adapters.store.mentoring.desk import TALK, Desk, desk, numbered, turns
from tests.bot.adapters.store.offices import AT, PERSON, World
from tests.bot.small_world import BINS, LIFTS

MORE = ("They empty the bins in the other block.", "I could ask again.")


def tallied(desk: Desk) -> list[dict[str, object]]:
    """What each session adds, opened, with whose and which it is."""

    def work(c: Connection) -> list[dict[str, object]]:
        kept = c.execute(select(TALLIES).order_by(*TALLIES.primary_key)).mappings().all()
        return [
            {
                "person_id": row["person_id"],
                "session": row["session"],
                "at": row["at"],
                **asdict(tallies.find(c, row["conversation_id"], row["session"]) or Counts()),
            }
            for row in kept
        ]

    return desk.do(work)


def count(desk: Desk, person: str = PERSON, *, wanted: bool = True) -> None:
    desk.do(lambda c: counting.set_counted(c, person, wanted=wanted, at=AT))


def note(desk: Desk, records: Iterable[TurnRecord], person: str = PERSON) -> None:
    """Keep turns as the post office does."""

    def work(connection: Connection) -> None:
        for one in records:
            save_on(connection, TALK, person, one)
            counting.note_turn(connection, person, TALK, one)

    desk.do(work)


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
