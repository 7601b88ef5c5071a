"""Plans as they are typed on a phone between two jobs: with slips, afterthoughts, and words that are no act at all."""

from datetime import date

import pytest

from bot.coaching import commitments
from bot.coaching.commitments import numbers, parting, telling
from bot.coaching.commitments.persons import whom
from bot.coaching.noticed import Spans

TODAY = date(2026, 11, 23)  # a Monday


def told(text: str) -> Spans:
    return telling.told(text, Spans(), asked=True)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Datix it. Today.", "Datix it"),
        ("will mesage the coordinator tomorrow", "mesage the coordinator"),
        ("will spk to the reg tomorrow", "spk to the reg"),
        ("gona speak to nic tomorrow n ask can i swap", "speak to nic tomorrow n ask can i swap"),
        ("ill ring occ health 2moro, shd have dun it weeks ago", "ring occ health"),
        ("I'll email her on Friday, been putting it off", "email her"),
        ("I'll ask her tuesday, not decided what to say", "ask her"),
        ("ring the lab tonight, no excuses", "ring the lab"),
        ("tell him on Friday I should have done it sooner", "tell him on Friday I should have done it sooner"),
        ("I'll ask him what I should have done", "ask him what I should have done"),
        ("I've booked to see him on Tuesday", "see him"),
        ("Ive decided to just tell him on monday", "tell him"),
        ("I will do one thing, I will tell the intern to present first", "tell the intern to present first"),
        ("I'm gonna raise it on Friday, and send the slide", "raise it on Friday, and send the slide"),
        ("let me tell her on friday", "tell her"),
        ("ask if i can sit in on the complaints meeting thurs", "ask if i can sit in on the complaints meeting"),
        ("I'll say thank you to the porters", "say thank you to the porters"),
    ],
)
def test_the_act_without_slips_of_form_and_afterthoughts(text: str, step: str) -> None:
    assert ", and ".join(told(text).step) == step


@pytest.mark.parametrize(
    "text",
    [
        "will see how it goes",
        "will it even help",
        "will probably never happen",
        "I am thinking to do something but till now I did not decide what",
        "my reg will take it to the meeting so I'm leaving it with her, I'm not planning anything myself",
        "bed 7 is kicking off got to go",
        "let me think about it",
        "do something about it",
        "done, spoke to him this morning",
        "let me know when you can",
    ],
)
def test_what_only_sounds_like_an_act_is_none(text: str) -> None:
    assert told(text).step == ()


@pytest.mark.parametrize(
    ("text", "step", "way"),
    [
        (
            "If the sister is free I will ask her to sit with me, otherwise I will leave a note",
            "ask her to sit with me",
            "otherwise I will leave a note",
        ),
        ("if he's in clinic I'll ask him then, if not I'll email", "ask him", "if not I'll email"),
    ],
)
def test_what_is_done_if_not_stands_apart_from_the_step(text: str, step: str, way: str) -> None:
    found = told(text)
    assert (found.step, found.way) == ((step,), (way,))


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("27th", (11, 27)),
        ("maybe 27th", (11, 27)),
        ("actually Friday's hopeless, call it the 1st", (12, 1)),
        ("Friday is full so Monday", (11, 30)),
        ("after my leave, so the 4th", (12, 4)),
        ("frdiay", (11, 27)),
        ("in about nine days", (12, 2)),
        ("by close of play friday", (11, 27)),
        ("on Wednesday only", (11, 25)),
        ("he's not back until thursday so thursday", (11, 26)),
        ("I'll bleep her tonight", (11, 23)),
    ],
)
def test_days_that_are_corrected_short_or_mistyped(text: str, due: tuple[int, int]) -> None:
    when = commitments.find_when(text)
    assert when is not None
    assert commitments.due_date(when, TODAY) == date(2026, *due)


@pytest.mark.parametrize(
    "text",
    [
        "she's on leave til thursday",
        "he's away on friday",
        "I already spoke to her on Friday and it went fine",
        "he's going to speak to her about it tomorrow",
        "I'd have said an eight this morning",
        "7.5",
        "on the 4th floor",
    ],
)
def test_a_day_of_something_else_is_not_when(text: str) -> None:
    assert commitments.find_when(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("50/50", 5),
        ("fifty fifty, he's unpredictable", 5),
        ("sevn", 7),
        ("about a sven", 7),
        ("eigth i think", 8),
        ("seventy per cent", 7),
        ("eighty percent sure", 8),
        ("about three quarters", 8),
        ("I'll ask him on Thursday, and I'm maybe 70% on that", 7),
        ("we split the list 50/50", None),
        ("seventy per cent of them never answer me at all", None),
        ("even so he will say no", None),
    ],
)
def test_how_sure_in_slips_and_shares(text: str, number: int | None) -> None:
    assert numbers.sure_unasked(text, "") == number


def test_the_number_that_another_is_measured_by_is_none() -> None:
    assert numbers.sure("more of a six than a seven", "") == 6


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("ring occ health", "occ health"),
        ("drop Sarah a line", "Sarah"),
        ("write a one page summary for the lead", "the lead"),
        ("tell the reg I felt undermined", "the reg"),
        ("propose a buddy system", None),
        ("speak to ma'am", "ma'am"),
    ],
)
def test_whom_in_short_forms(text: str, who: str | None) -> None:
    assert whom(text) == who


@pytest.mark.parametrize(
    "text", ["There is no any problem I think", "I don't see any obstacles", "n/a", "not very sure"]
)
def test_that_nothing_stops_it_is_no_snag(text: str) -> None:
    assert parting.without_remarks(f"{text}. The bleep") == "The bleep"


@pytest.mark.parametrize(
    "text", ["there's no time", "no cover at weekends", "I don't see her enough", "she is not sure"]
)
def test_a_lack_is_a_snag(text: str) -> None:
    assert parting.without_remarks(text) == text


def test_a_snag_and_what_then_behind_a_comma() -> None:
    assert parting.snag_and_way("I'm rubbish with names, I'll write them down")[1] == "write them down"
    assert parting.snag_and_way("I'm on call, I'll be busy")[1] is None


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("I suppose I could have a word with Mike. Friday", ("have a word with Mike",)),
        ("I will be clear with the family tomorrow", ("be clear with the family",)),
        ("I'll be honest, I don't know", ()),
        ("I suppose he could tell her", ()),
        ("I'll make sure everyone has spoken before I do", ("make sure everyone has spoken before I do",)),
        (
            "need to talk with my wife first, then will inform the ward by Friday",
            ("talk with my wife first", "inform the ward"),
        ),
        ("I'll keep it simple: ask the sister", ("ask the sister",)),
    ],
)
def test_hedges_and_what_follows(text: str, step: tuple[str, ...]) -> None:
    assert told(text).step == step
