"""A matter is named by a clean short run of the doctor's words, or not at all."""

import pytest

from bot.coaching.matter_names import matter_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my logbook is a mess and i sign off in june", "your logbook"),
        ("my trainee's reference is due and i can't write it", "your trainee's reference"),
        ("they want 12 percent off the drug budget by monday", "the 12 percent"),
        ("our discharge summaries are late again", "your discharge summaries"),
        ("i'm down to do the f2 induction on friday", "the F2 induction"),
        ("my arcp's in a fortnight", "your ARCP"),
        ("the new rota has come out", "the new rota"),
        ("my f1 keeps crying in the sluice", "your F1"),
        ("they've put me on six nights over christmas", "the six nights"),
        ("i chair the m&m because nobody else would", "the M&M"),
        ("so it's my wife's hospital appointment, no, my exam leave, they refused it", "your exam leave"),
        ("our waiting list, again", "your waiting list"),
    ],
)
def test_a_matter_by_its_own_words(text: str, name: str) -> None:
    assert matter_name(text) == name


@pytest.mark.parametrize(
    "text",
    ["i don't know where to start", "nobody listens to me", "it's been a week", "they just laughed at the end", "sigh"],
)
def test_no_name_where_no_clean_run_is_there(text: str) -> None:
    assert matter_name(text) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("i run the handover on our ward", "the handover"),
        ("my f1 keeps missing the teaching sessions", ""),
        ("our echo list is too long", "your echo list"),
        ("he laughed at my dad in front of everyone", ""),
    ],
)
def test_of_work_only_a_thing_of_the_working_day_will_do(text: str, name: str) -> None:
    assert matter_name(text, of_work=True) == name
