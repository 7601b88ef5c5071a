"""A doctor's growth in words and bars: honest with small numbers, and without praise."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.coaching.practice import Attempt
from bot.growth import Growth, growth
from bot.ports.growing import AttemptKept, WorkedOn
from bot.ports.people import CommitmentKept, Outcome

LONDON = "Europe/London"
OCTOBER, NOVEMBER = datetime(2026, 10, 5, 9, tzinfo=UTC), datetime(2026, 11, 3, 9, tzinfo=UTC)
SITUATIONS = {"speaking_up": "how to raise it with somebody senior", "stretch_goal": "how bold to make the goal"}


def attempt(at: datetime, asking: int, telling: int, kind: str = "rehearsal", turn: int = 1) -> AttemptKept:
    return AttemptKept("talk", turn, at, Attempt(kind=kind, about="charge_nurse", asking=asking, telling=telling))


def decided(number: int, outcome: Outcome = Outcome.OPEN, at: datetime = NOVEMBER) -> CommitmentKept:
    return CommitmentKept(
        id=number,
        conversation_id="talk",
        session=number,
        what="ask the porters",
        when=None,
        due=None,
        with_whom=None,
        if_then=None,
        confidence=None,
        made_at=at,
        outcome=outcome,
    )


def of_attempts(*attempts: AttemptKept, timezone: str = LONDON) -> Growth:
    return growth((), attempts, (), {}, timezone)


def of_decisions(*commitments: CommitmentKept) -> Growth:
    return growth(commitments, (), (), {}, LONDON)


def test_of_somebody_who_has_begun_nothing_there_is_nothing_to_tell() -> None:
    assert growth((), (), (), SITUATIONS, LONDON).parts == ()


def test_the_first_month_stands_beside_all_that_came_since() -> None:
    told = of_attempts(
        attempt(OCTOBER, 3, 9), attempt(NOVEMBER, 4, 3), attempt(NOVEMBER + timedelta(days=2), 3, 3, kind="draft")
    ).asking
    assert told.sentences[:2] == (
        "You asked 3 and told 9 in October; 7 and 6 since.",
        "That is over two rehearsals and one draft.",
    )
    assert told.chart == (
        "October 2026",
        "asked 3 ███",
        "told 9 █████████",
        "November 2026",
        "asked 7 ███████",
        "told 6 ██████",
    )


def test_of_another_year_the_year_is_told() -> None:
    told = of_attempts(attempt(OCTOBER, 3, 9), attempt(datetime(2027, 1, 3, tzinfo=UTC), 1, 1)).asking
    assert told.sentences[0] == "You asked 3 and told 9 in October 2026; 1 and 1 since."


def test_one_attempt_is_told_without_a_chart_and_as_little() -> None:
    told = of_attempts(attempt(NOVEMBER, 2, 5)).asking
    assert told.sentences[:2] == (
        "In November 2026, in one rehearsal, you asked 2 and told 5.",
        "So few say little yet.",
    )
    assert told.chart == ()


def test_within_a_month_the_first_and_the_latest_are_told_in_the_order_of_time() -> None:
    later, first = attempt(NOVEMBER + timedelta(days=3), 6, 1, turn=9), attempt(NOVEMBER, 2, 5)
    told = of_attempts(later, first).asking
    assert told.sentences[0] == "In November 2026, in two rehearsals, you asked 8 and told 6."
    assert told.sentences[1] == "In the first you asked 2 and told 5; in the latest 6 and 1."
    assert told.chart[0] == "Rehearsal, 3 November 2026"


@pytest.mark.parametrize(("many", "said"), [(4, True), (5, False)])
def test_few_attempts_are_said_to_be_few(many: int, said: bool) -> None:
    told = of_attempts(*(attempt(NOVEMBER + timedelta(days=one), 2, 2, turn=one) for one in range(many)))
    assert ("So few say little yet." in told.asking.sentences) is said


def test_an_attempt_in_which_nothing_was_said_is_not_counted() -> None:
    assert of_attempts(attempt(NOVEMBER, 0, 0)).parts == ()


def test_months_are_those_of_the_doctors_own_clock() -> None:
    late = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)
    assert "October" in of_attempts(attempt(late, 1, 1)).asking.sentences[0]
    assert "November" in of_attempts(attempt(late, 1, 1), timezone="Asia/Tokyo").asking.sentences[0]


def test_long_bars_are_drawn_to_scale_and_nothing_but_nought_has_none() -> None:
    told = of_attempts(attempt(OCTOBER, 100, 1), attempt(NOVEMBER, 0, 50)).asking
    assert [line.count("█") for line in told.chart] == [0, 20, 1, 0, 0, 10]


def test_a_year_of_months_shows_the_last_six() -> None:
    told = of_attempts(*(attempt(datetime(2026, month, 5, tzinfo=UTC), 1, 1) for month in range(1, 13))).asking
    assert next(line for line in told.chart if "2026" in line) == "July 2026"
    assert told.sentences[0] == "You asked 1 and told 1 in January; 11 and 11 since."


def test_what_was_decided_is_counted_by_what_became_of_it() -> None:
    told = of_decisions(
        decided(1, Outcome.KEPT, OCTOBER),
        decided(2, Outcome.KEPT),
        decided(3, Outcome.PARTLY),
        decided(4, Outcome.NOT),
        decided(5, Outcome.LET_GO),
        decided(6),
    ).decided
    assert told.sentences == (
        "You decided on six things between 5 October 2026 and 3 November 2026: two done, one done in part, "
        "one not done, one let go and one still open.",
    )
    assert told.chart == ("kept 2 ██", "in part 1 █", "not done 1 █", "let go 1 █", "open 1 █")


def test_one_thing_that_was_decided_is_told_as_one() -> None:
    assert of_decisions(decided(1)).decided.sentences == (
        "You decided on one thing, on 3 November 2026: it is still open.",
    )
    assert of_decisions(decided(1), decided(2)).decided.chart == ()


def test_what_was_learnt_is_told_in_the_doctors_words_the_newest_first() -> None:
    some = [
        replace(decided(number, Outcome.KEPT), learned=f"asking takes {number} minutes." + " x" * 300 * (number == 3))
        for number in (1, 2, 3)
    ]
    told = of_decisions(*some).decided.sentences[-1]
    assert told.startswith('What you said you learnt: "asking takes 3 minutes. x x')
    assert told.endswith('x ..." and "asking takes 2 minutes".')
    assert len(told) < 400


def test_situations_are_named_as_people_would_the_most_frequent_first() -> None:
    worked_on = [WorkedOn(name, NOVEMBER) for name in ("stretch_goal", "speaking_up", "speaking_up", "unknown")]
    told = growth((), (), worked_on, SITUATIONS, LONDON).worked_on
    assert told.sentences == (
        "What you worked on: how to raise it with somebody senior (two talks) and how bold to make the goal.",
    )


def test_nothing_is_praised_marked_or_exclaimed() -> None:
    whole = growth(
        [decided(one, outcome) for one, outcome in enumerate(Outcome)],
        [attempt(OCTOBER, 0, 9), attempt(NOVEMBER, 9, 0)],
        [WorkedOn("speaking_up", NOVEMBER)],
        SITUATIONS,
        LONDON,
    )
    text = " ".join(line for part in whole.parts for line in (*part.sentences, *part.chart)).lower()
    assert not [
        word for word in ("well done", "great", "better", "worse", "improve", "!", "score", "%") if word in text
    ]
    assert len(whole.parts) == 3
