"""Times and persons as doctors type them, and where a message without a stop is cut."""

from datetime import date

import pytest

from bot.coaching.commitments.days import find_when
from bot.coaching.commitments.due_days import due_date
from bot.coaching.commitments.numbers import sure_unasked
from bot.coaching.commitments.persons import whom
from bot.coaching.commitments.runs import clauses, without_taken_back

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("text", "when", "due"),
    [
        ("hand the jobs over at board round tomorrow", "at board round tomorrow", (11, 24)),
        ("sat night when its just me", "sat night when its just me", (11, 28)),
        ("ring her at 4 today and ask", "at 4 today", (11, 23)),
        ("last thing before i go home thursday ill find her", "last thing before i go home thursday", (11, 26)),
        ("on the first Friday of December", "on the first Friday of December", (12, 4)),
        ("by the last day of November", "by the last day of November", (11, 30)),
        ("Wednesday at half past one", "Wednesday at half past one", (11, 25)),
        ("I'll see her the day after tmrw", "the day after tmrw", (11, 25)),
        ("Tuesday coming", "Tuesday coming", (11, 24)),
        ("this day week", "this day week", (11, 30)),
        ("Weds arvo with the reg", "Weds arvo", (11, 25)),
        ("ask her the morra", "the morra", (11, 24)),
        ("nxt wk sometime", "nxt wk sometime", (11, 30)),
        ("wensday after MDT", "wensday after MDT", (11, 25)),
        ("before he goes on leave thurs", "before he goes on leave thurs", (11, 26)),
        ("not this Tuesday, the one after", "not this Tuesday, the one after", (12, 1)),
        ("Latest by 27th of this month", "Latest by 27th of this month", (11, 27)),
        ("Boxing Day, quiet then", "Boxing Day", (12, 26)),
        ("at the end of tomorrow's shift I will tell them", "at the end of tomorrow's shift", (11, 24)),
    ],
)
def test_a_time_is_taken_whole_and_its_day_worked_out(text: str, when: str, due: tuple[int, int]) -> None:
    assert find_when(text) == when
    assert due_date(when, TODAY) == date(2026, *due)


@pytest.mark.parametrize(
    "text", ["ask her to cover my Tuesday clinic", "I'd hoped to do it today", "i was short with him on sat night"]
)
def test_a_thing_of_that_day_or_a_day_gone_by_is_no_time(text: str) -> None:
    assert find_when(text) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("tell leo i was short with him", "leo"),
        ("get freya to chair and me to shut up", "freya"),
        ("the infection control nurse, Beatriz, to shadow our round", "the infection control nurse, Beatriz"),
        ("sit down with Sister [name] and apologise", "Sister [name]"),
        ("email elaine in hr about it", "elaine and hr"),
        ("have a wee word wi Morag", "Morag"),
        ("tell whoever moved it why", "whoever moved it"),
        ("ring switch and ask", "switch"),
        ("email Kasia & Tom", "Kasia and Tom"),
        ("ask the regsitrar", "the regsitrar"),
        ("thank the lads in theatre", "the lads"),
        ("ask the woman who runs the rota", "the woman who runs the rota"),
        ("ask about a round i can lead", None),
        ("exception report the 4 hrs", None),
        ("before the phone starts", None),
        ("draft one page with care", None),
        ("ask for help", None),
    ],
)
def test_a_bare_name_or_a_title_is_somebody(text: str, who: str | None) -> None:
    assert whom(text) == who


def test_where_the_next_clause_begins_without_a_stop() -> None:
    told = "ask beth tomorrow she's always there ill bring the sheet cos he wants it"
    assert clauses(told) == ["ask beth tomorrow", "she's always there", "ill bring the sheet", "cos he wants it"]
    assert clauses("tell him i'm sorry i was late") == ["tell him i'm sorry i was late"]


def test_the_last_word_counts() -> None:
    told = "read the whole thing nah who am i kidding ill ask dee for the short version"
    assert without_taken_back(told).strip() == "ill ask dee for the short version"


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("10 its one click", 10),
        ("like a 6 no 5", 5),
        ("I am between six and eight, so seven.", 7),
        ("7 for her 2 for me lol call it 5", 5),
        ("one bounced", None),
        ("i've got 30 mins at the away day", None),
    ],
)
def test_the_number_that_was_come_to(text: str, score: int | None) -> None:
    assert sure_unasked(text, "") == score


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("By God's grace 8.", 8),
        ("I am 8 on 10 confident", 8),
        ("a shaky five", 5),
        ("4. I am five foot one and he is a wardrobe.", 4),
        ("2 if I'm honest, 3 if I'm not", 2),
        ("7.. no 8", 8),
        ("1. Read the policy. 2. Quote it. (1 and 2 by Wednesday.)", None),
        ("pretty sure", None),
    ],
)
def test_how_sure_in_the_words_of_many(text: str, number: int | None) -> None:
    assert sure_unasked(text, "") == number


@pytest.mark.parametrize("year_day", [(2026, 4, 3), (2027, 3, 26), (2028, 4, 14)])
def test_good_friday_is_worked_out(year_day: tuple[int, int, int]) -> None:
    day = date(*year_day)
    assert due_date("Good Friday", date(day.year, 1, 2)) == day
