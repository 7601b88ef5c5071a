"""The plan is the main deed of an answer, with its own day; dread, irony and debris make none."""

from datetime import date

import pytest

from bot.coaching import commitments
from bot.coaching.choose import plan_words
from bot.coaching.commitments import matter

SATURDAY = date(2026, 11, 21)

DEEDS = (
    ("ask meg. tmrw. at the huddle", "ask meg", "tmrw"),
    ("could text him tmrw i spose", "text him tmrw", "tmrw"),
    ("friday. ask the F2s what they would do before I say a word", "ask the F2s what they would do before I say a word", "friday"),
    ("knock on her door after the list tuesday. ask for ten minutes", "knock on her door after the list tuesday, and ask for ten minutes", "after the list tuesday"),
    ("Speak to him first, Tuesday I already said. He is in the office.", "Speak to him first, Tuesday", "Tuesday"),
    ("ring the matron i guess", "ring the matron", None),
    ("I could sit with the clerk on Monday and listen. Bring cake.", "sit with the clerk on Monday and listen, and bring cake", "on Monday"),
    ("write to him wednesday which is my day off", "write to him wednesday", "wednesday"),
    ("i'll catch her before the round tomorrow", "catch her before the round tomorrow", "before the round tomorrow"),
    ("i'll see him in the morning", "see him in the morning", "in the morning"),
    ("I think I'll ask the physio on thursday", "ask the physio on thursday", "on thursday"),
)  # fmt: skip
NONE = (
    "I'm worried that I'll get there and I'll let it pass",
    "i think i'll freeze",
    "I don't want to tell him",
    "Well, I'll tell the bed manager.",
    "dont want another way. just that",
    "Maybe I am nervous.",
    "I'm scared I'd cry and I'll walk out",
    "well they asked everyone by name and then they waited",
    "I could do that",
)
OPENINGS = (
    ("I am an ST5 in geriatrics. Two wards blame one another.", "Two wards blame one another"),
    ("hello. told to try this. nobody reads the board", "nobody reads the board"),
    ("Good evening. I'm a consultant radiologist", ""),
    ("my boss said have a go at this. we cant fill the rota", "we cant fill the rota"),
    ("I'm the reg who shouted at the nurse", "I'm the reg who shouted at the nurse"),
)


@pytest.mark.parametrize(("text", "what", "when"), DEEDS)
def test_the_main_deed_is_the_plan_with_its_own_day(text: str, what: str, when: str | None) -> None:
    found = commitments.acts(text)
    best = plan_words.main(found)
    assert (best.what, commitments.when_of(text, best.sentence)) == (what, when)


@pytest.mark.parametrize("text", NONE)
def test_what_is_feared_declined_or_said_drily_is_no_plan(text: str) -> None:
    assert commitments.acts(text) == ()


@pytest.mark.parametrize(("text", "words"), OPENINGS)
def test_who_somebody_is_is_not_what_they_came_with(text: str, words: str) -> None:
    assert matter(text) == words


@pytest.mark.parametrize("word", ["tmrw", "tmw", "2moro", "tomoz"])
def test_short_words_for_tomorrow_are_days(word: str) -> None:
    when = commitments.find_when(f"ask her {word}")
    assert when == word
    assert commitments.due_date(word, SATURDAY) == date(2026, 11, 22)
