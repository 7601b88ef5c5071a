import re

import pytest

from bot.coaching.review import telling
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label, Labelled
from tests.bot.coaching.review.desk import kit, reviewed
from tests.bot.coaching.review.drafts import SOUND, UNSOUND

ALL = (*UNSOUND, *SOUND)


@pytest.mark.parametrize("text", ALL)
def test_what_is_quoted_stands_at_its_place_in_the_draft(text: str) -> None:
    found = reviewed(text)
    for kept in found.strengths:
        assert text[kept.start : kept.end] == kept.words
    for one in found.changes:
        assert text[one.start : one.end] == one.words
    if found.question is not None:
        assert text[found.question.start : found.question.end] == found.question.words


@pytest.mark.parametrize("text", ALL)
def test_there_are_at_most_two_of_each_and_none_twice(text: str) -> None:
    found = reviewed(text)
    assert len(found.strengths) <= 2
    assert found.strengths or text in UNSOUND  # an angry or empty draft may have none that is true
    assert len(found.changes) <= 2
    assert len({one.id for one in found.strengths}) == len(found.strengths)
    assert len({one.id for one in found.changes}) == len(found.changes)


@pytest.mark.parametrize("text", UNSOUND)
def test_an_unsound_draft_gets_a_change_or_a_question(text: str) -> None:
    found = reviewed(text)
    assert found.changes or found.question is not None


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_draft_gets_no_fault_made_up_for_it(text: str) -> None:
    found = reviewed(text)
    assert found.changes == ()
    assert found.question is None
    assert kit().remarks.sayings.none in telling.told(found, text, kit())


@pytest.mark.parametrize("text", UNSOUND)
def test_a_rewording_is_whole_and_keeps_the_figures(text: str) -> None:
    for one in reviewed(text).changes:
        assert not re.search(r"\b(\w+) \1\b|[{}\[]|\s[,.?](?!\.)|\?\?", one.reword.replace("[name]", ""), re.I), (
            one.reword
        )
        assert one.reword.casefold() != one.words.casefold()
        assert one.reword.rstrip(")").endswith((".", "?")) or text.islower() or not one.words.rstrip().endswith(".")
        if one.id not in {"but_apology"}:
            assert set(re.findall(r"\d+", one.words)) <= set(re.findall(r"\d+", one.reword)), one


@pytest.mark.parametrize("text", UNSOUND)
def test_a_rewording_keeps_words_of_the_place_or_of_the_draft(text: str) -> None:
    own = set(re.findall(r"[a-z]{4,}", text.casefold()))
    for one in reviewed(text).changes:
        if "..." in one.reword:
            continue
        said = re.findall(r"[a-z]{4,}", one.reword.casefold())
        if one.id not in {"threat", "shut", "sarcasm", "nothing_changes", "agenda_closed"}:
            assert any(word in own or word.removesuffix("ing").removesuffix("s") in own for word in said), one.reword


@pytest.mark.parametrize("text", ALL)
def test_it_is_told_in_130_words_with_the_doctors_own_words_quoted(text: str) -> None:
    found = reviewed(text)
    said = telling.told(found, text, kit())
    assert len(said.split()) <= telling.MOST_WORDS
    flat = " ".join(text.split()).replace('"', "'")
    rewords = {one.reword.replace('"', "'") for one in found.changes}
    for quote in re.findall(r'"([^"]+)"', said):
        assert quote in rewords or quote.removesuffix(" ...") in flat, quote


def test_the_same_draft_gets_the_same_review() -> None:
    assert [reviewed(one) for one in ALL] == [reviewed(one) for one in ALL]


def test_it_counts_what_asks_and_what_tells() -> None:
    found = reviewed("We start at eight. What would make that hard for you? Tell me on Friday what you think.")
    assert (found.asking, found.telling) == (2, 1)
    assert found.sentences[0] == Labelled(start=0, end=18, labels=(Label.ASSERTION,))


def test_the_kind_that_the_doctor_names_stands() -> None:
    text = "We will cut the wait for scans."
    assert reviewed(text, DraftKind.GOAL).kind is DraftKind.GOAL
    assert reviewed(text, DraftKind.MESSAGE).kind is DraftKind.MESSAGE


def test_a_change_carries_the_place_of_its_card() -> None:
    for one in reviewed(UNSOUND[0]).changes:
        assert one.cited is not None
        assert one.cited.card == one.card


def test_a_text_with_nothing_in_it_but_a_sign_is_reviewed_without_a_fault() -> None:
    assert reviewed("...").changes == ()
