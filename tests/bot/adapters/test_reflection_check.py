"""The bank of reflections has no fault that its checker knows, and the checker finds each one that is planted."""

import pytest

from bot.adapters import words
from bot.adapters.reflection_check import faults, gist_faults
from bot.coaching.uptake import Bank, Gist, Reflection

GOOD = Reflection(
    id="unasked",
    about="has not asked somebody",
    weight=4,
    words=("asked",),
    evidence=(r"\bnever asked (?P<who>the \w+)\b",),
    say=("That question has not been put to {who} yet.", "You have not asked {who}."),
    ask=("What do you think {who} would say?", "How would you put it to {who}?"),
)
EXAMPLES = ("I never asked the porter.",)


def planted(**changes: object) -> list[str]:
    return faults([GOOD.model_copy(update=changes)], EXAMPLES)


def test_the_whole_bank_is_free_of_faults() -> None:
    bank = words.compile_words()[0].reflections
    assert len(bank) > 200
    assert faults(bank, EXAMPLES) == []


def test_a_sound_entry_has_no_fault() -> None:
    assert planted() == []


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"evidence": ("(",)}, "not a regular expression"),
        ({"say": ("You met {whom}.", "So you met.")}, "{whom} is lent by no group"),
        ({"say": ("So who was it?", "You met.")}, "a question in"),
        ({"ask": ("Tell me more.", "What then?")}, "exactly one question"),
        ({"ask": ("What then? And then?", "What now?")}, "exactly one question"),
        ({"ask": ("Who was with you, and what did they do?", "What now?")}, "asks one thing"),
        ({"ask": ("Have you considered asking the porter?", "What now?")}, "leading question"),
        ({"say": ("That must be hard.", "So it is.")}, "stock phrase"),
        ({"say": ("You did not recognize it.", "So it is.")}, "American spelling"),
        ({"say": (" ".join(["so"] * 17), "So it is.")}, "too long"),
        ({"ask": (" ".join(["so"] * 21) + "?", "What now?")}, "too long to answer"),
        ({"words": ("nurse",)}, "none of its words"),
    ],
)
def test_each_fault_is_named(changes: dict[str, object], named: str) -> None:
    found = planted(**changes)
    assert found
    assert any("unasked" in one and named in one for one in found), found


def test_who_has_asked_nobody_is_not_told_that_nobody_asked_them() -> None:
    bank = Bank.of(words.compile_words()[0].reflections)
    found = {
        text: {one.id for one in bank.found_in(text)} for text in ("not asked her yet", "not asked anyone in person")
    }
    assert "b_not_asked_them" in found["not asked her yet"]
    assert all("e_nobody_asked_me" not in ids for ids in found.values())
    assert "e_nobody_asked_me" in {one.id for one in bank.found_in("nobody asked me.")}


GIST = Gist(
    id="kept_quiet",
    about="did not say it",
    weight=4,
    say=("You held it back.", "It stayed unsaid.", "Nothing was said of it."),
    ask=("What would you have said?", "What held it?", "Who else held it back?", "Where did it go?"),
)


def test_all_gists_are_free_of_faults() -> None:
    gists = words.compile_words()[0].gists
    assert len(gists) > 100
    assert gist_faults(gists) == []


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"say": ("Was it unsaid?", *GIST.say[1:])}, "a question in"),
        ({"ask": ("Tell me more.", *GIST.ask[1:])}, "exactly one question"),
        ({"say": ("That must be hard.", *GIST.say[1:])}, "stock phrase"),
        ({"ask": ("What held it, and where did it go?", *GIST.ask[1:])}, "asks one thing"),
        ({"ask": ("Why didn't you say it?", *GIST.ask[1:])}, "leading question"),
    ],
)
def test_each_fault_of_a_gist_is_named(changes: dict[str, object], named: str) -> None:
    assert any("kept_quiet" in one and named in one for one in gist_faults([GIST.model_copy(update=changes)]))


def test_a_line_of_two_gists_is_named() -> None:
    other = GIST.model_copy(update={"id": "torn"})
    assert any("gist torn" in one and "stands in kept_quiet" in one for one in gist_faults([GIST, other]))
