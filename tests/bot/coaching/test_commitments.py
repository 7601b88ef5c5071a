"""What a doctor decided, in their own words: what, when, with whom, if-then, and the day where one can be worked out."""

from datetime import date

import pytest

from bot.coaching import commitments
from bot.coaching.model import Commitment

TODAY = date(2026, 3, 4)  # a Wednesday
Row = tuple[str, str, str | None, date | None, str | None]


def read(text: str, today: date | None) -> Commitment | None:
    """The firmest act with its day."""
    best = max(commitments.acts(text), key=lambda one: one.force, default=None)
    if best is None:
        return None
    plan = commitments.made_of(best.what, best.sentence)
    return commitments.retimed(plan, commitments.when_of(text, best.sentence), today)


def march(day: int) -> date:
    return date(2026, 3, day)


PLANS: tuple[Row, ...] = (
    ("I'll ask sister on Thursday", "ask sister on Thursday", "on Thursday", march(5), "sister"),
    ("I will email the registrar by Friday lunchtime", "email", "by Friday lunchtime", march(6), "the registrar"),
    ("ask the F1s at handover tomorrow", "ask the F1s", "at handover tomorrow", march(5), "the F1s"),
    ("I'm going to book a meeting with the matron next week", "book a", "next week", march(11), "the matron"),
    ("gonna ring him tonight", "ring him tonight", "tonight", march(4), "him"),
    (
        "Speak to my supervisor by the end of the month",
        "Speak to my",
        "by the end of the month",
        march(31),
        "my supervisor",
    ),
    (
        "I could sit down with the two consultants in a fortnight",
        "sit down",
        "in a fortnight",
        march(18),
        "the two consultants",
    ),
    ("tell the team at the huddle on Monday", "tell the team", "at the huddle on Monday", march(9), "the team"),
    ("I'll run one test with the night nurses in two weeks", "run one", "in two weeks", march(18), "the night nurses"),
    ("I might just ask them what they think at teaching", "ask them", "at teaching", None, "them"),
    ("by next friday I'll have asked all the doubters", "have asked", "by next friday", march(13), None),
    ("let her chair the MDT on Wednesday", "let her chair", "on Wednesday", march(11), None),
    ("in three days I'll go to the ward and count the bays", "go to the ward", "in three days", march(7), None),
    ("I'll say sorry to the charge nurse today", "say sorry", "today", march(4), "the charge nurse"),
    ("thursday. ask him what would make it work", "ask him what", "thursday", march(5), "him"),
    ("start with one clinic in a month", "start with one", "in a month", date(2026, 4, 3), None),
    ("on the 20th of March I will present it", "present it", "on the 20th of March", march(20), None),
    ("on 2nd February I'll ask again", "ask again", "on 2nd February", date(2027, 2, 2), None),
    ("within a week I'll have drafted it", "have drafted it", "within a week", march(11), None),
    ("Stop interrupting. From Monday.", "Stop interrupting", "From Monday", march(9), None),
    ("this weekend I'll read the paper", "read the paper", "this weekend", march(7), None),
    ("I'll look at it by the weekend", "look at it by", "by the weekend", march(6), None),
    ("when I'm next on I'll open with the question", "open with", "when I'm next on", None, None),
    ("keep quiet for the first minutes of the ward round", "keep quiet", "the ward round", None, None),
    ("I'll show the sheet to the physios at 2pm", "show the sheet", "at 2pm", None, "the physios"),
    ("write the opening line tonight", "write the opening", "tonight", march(4), None),
    ("I'll ask", "ask", None, None, None),
    ("im going to offer her the list", "offer her the list", None, None, None),
    ("grab the pharmacist after the ward round", "grab the", "after the ward round", None, "the pharmacist"),
    ("I'll email it first thing tomorrow morning", "email it", "first thing tomorrow morning", march(5), None),
    ("I plan to meet the practice manager on Tuesday", "meet the", "on Tuesday", march(10), "the practice manager"),
    ("tomorrow I'll ask the porter, today I'll sleep", "ask the porter", "tomorrow", march(5), None),
    ("put it on the agenda in a few days", "put it on", "in a few days", march(7), None),
)


@pytest.mark.parametrize(("text", "what", "when", "due", "whom"), PLANS)
def test_a_plan_is_taken_in_the_doctors_own_words(
    text: str, what: str, when: str | None, due: date | None, whom: str | None
) -> None:
    plan = read(text, TODAY)
    assert plan is not None
    assert plan.what.startswith(what)
    assert plan.what in text
    assert (plan.when, plan.due) == (when, due)
    assert whom is None or plan.with_whom == whom


@pytest.mark.parametrize("text", ["it was awful", "yes", "Monday", "dunno", "the consultant laughed at the chart", ""])
def test_what_names_nothing_to_do_is_no_plan(text: str) -> None:
    assert read(text, TODAY) is None


def test_without_a_clock_the_words_are_kept_and_no_day_is_made_up() -> None:
    plan = read("I'll ask the matron on Thursday", None)
    assert plan is not None
    assert (plan.when, plan.due) == ("on Thursday", None)


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("I'll try to be better", True),
        ("be nicer to them", True),
        ("think about it", True),
        ("sometime soon", True),
        ("see how it goes", True),
        ("ask sister on Thursday", False),
        ("write the opening line", False),
    ],
)
def test_an_intention_without_an_act_is_vague(text: str, vague: bool) -> None:
    assert commitments.is_vague(text) is vague


@pytest.mark.parametrize("weekday", range(7))
def test_a_weekday_is_always_ahead_and_within_a_week(weekday: int) -> None:
    for today in (march(2 + offset) for offset in range(7)):
        day = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")[weekday]
        due = commitments.due_date(f"on {day}", today)
        assert due is not None
        assert due.weekday() == weekday
        assert 1 <= (due - today).days <= 7


@pytest.mark.parametrize("when", ["at handover", "at 5pm", "31st of February", "whenever", "the 99th of March"])
def test_words_that_name_no_day_give_none(when: str) -> None:
    assert commitments.due_date(when, TODAY) is None


@pytest.mark.parametrize(
    "text", ["ask him what his Monday looks like", "every friday they laugh", "it was last tuesday"]
)
def test_a_day_that_is_somebodys_or_past_is_no_day_to_do_it(text: str) -> None:
    assert commitments.find_when(text) is None


def test_a_plan_that_begins_with_so_is_a_plan() -> None:
    text = "so maybe start by shutting up and asking her"
    assert commitments.is_action(text)
    found = read(text, TODAY)
    assert found is not None
    assert found.what == "start by shutting up and asking her"
