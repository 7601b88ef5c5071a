"""What a question looks for, without what it is wrapped in."""

import pytest

from knowledge.search.framing import looked_for, shortly, without_frame


@pytest.mark.parametrize(
    ("query", "core"),
    [
        ("what do the sources say about psychological safety?", "psychological safety"),
        ("is there any evidence that engagement lowers mortality", "engagement lowers mortality"),
        ("whats the evidence you've got on AI scribes", "AI scribes"),
        ("anything in the library about checklists?", "checklists"),
        ("give me a definition of distributed leadership with a reference", "distributed leadership"),
        ("has anyone written about stretch goals, do you know", "stretch goals"),
    ],
)
def test_the_frame_of_a_question_is_left_out(query: str, core: str) -> None:
    assert without_frame(query) == core


@pytest.mark.parametrize(
    "query",
    [
        "Who was Griffiths?",
        "the dashboard is done to us, by people two floors up",
        "what does Bohmer say about power?",
        "is there evidence",
        "",
    ],
)
def test_what_has_no_frame_is_left_as_it_is(query: str) -> None:
    assert without_frame(query) == query


def test_what_is_told_beside_the_question_is_no_part_of_it() -> None:
    (one,) = looked_for("whats the evidence on hand washing? our lead wants a line from me by two")
    assert (one.query, one.words) == ("hand washing", "hand washing")


def test_what_the_question_points_back_to_is_looked_for_with_it() -> None:
    (one,) = looked_for("That study where good teams had more errors. Who was it?")
    assert "good teams had more errors" in one.query
    assert one.words == "Who was it"


def test_both_halves_of_a_double_question_are_looked_for() -> None:
    first, second = looked_for("What do the sources say about Kaiser, and how much do they pay them?")
    assert (first.words, first.figure) == ("Kaiser", False)
    assert second.figure
    assert "Kaiser" in second.query
    assert second.words == "how much do they pay them"


def test_what_was_looked_for_is_named_only_where_a_few_words_hold_it() -> None:
    (short,) = looked_for("anything about tea rooms?")
    (long,) = looked_for("how is it that in every hospital where I have worked the lifts were slow?")
    assert shortly(short) == "tea rooms"
    assert shortly(long) is None


@pytest.mark.parametrize("text", ["", "?", "...", "\n", "a" * 4000])
def test_nothing_that_can_be_typed_breaks_it(text: str) -> None:
    assert looked_for(text)
