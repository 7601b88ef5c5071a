"""The question stays with the words handed back: what was felt comes first, and what they are a telling of decides."""

import re

import pytest

from bot.coaching.growing import tells, tells_plainly
from bot.coaching.kinds import Act
from tests.bot.small_world import Talk, small_books, words_with

PHRASES = words_with(small_books()).phrases
KINDS = {name for name, _ in (*tells._FORMS, *tells_plainly.FORMS)} | {"seen", "told"}


def lines(prefix: str, kind: str) -> tuple[str, ...]:
    return PHRASES[f"{prefix}_{kind}"]


def answered(*texts: str) -> str:
    return Talk().say("The bins are full again and it is all very slow.", *texts).reply.text


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_questions_and_a_way_to_ask_for_the_aim(kind: str) -> None:
    assert len(lines("point", kind)) >= 4
    assert len(lines("point_aim", kind)) >= 2


@pytest.mark.parametrize("group", sorted(key for key in PHRASES if key.startswith("point_") and key != "point_thanks"))
def test_a_pointing_question_is_one_open_question_without_words_of_the_doctors(group: str) -> None:
    for line in PHRASES[group]:
        assert line.count("?") == 1
        assert line.endswith("?")
        assert set(re.findall(r"\{(\w+)\}", line)) <= {"them"}
        assert re.search(r"\b(?:what|who|whom|which|how|where|when)\b", line, re.I), line


FIRST = [
    (
        "The bins were moved on Monday. My stomach drops when I hear the trolley. The sister signed it.",
        "Your stomach drops",
    ),
    ("It is thirty bins and two porters now. I was so ashamed in front of the clerk.", "ashamed"),
    ("My brother is in prison, the bins are late and the clerk laughs.", "brother is in prison"),
    ("I've never told anyone at work. The bins are full by ten o'clock every day.", "never told anyone"),
    ("They count the bins at six. I lie awake going over it. The porters are short.", "lie awake"),
    ("The clerk sends nine forms a day. I feel useless by noon.", "useless"),
]


@pytest.mark.parametrize(("text", "heard"), FIRST)
def test_what_was_felt_is_taken_up_before_any_fact(text: str, heard: str) -> None:
    reply = answered(text)
    assert heard in reply.split("?")[0]
    assert "bins" not in reply


def test_the_question_after_a_feeling_asks_about_the_feeling() -> None:
    reply = answered("The porters went home. My heart sinks when the bell goes.")
    asked = (*lines("point", "felt"), *lines("point_aim", "felt"))
    assert any(reply.endswith(one) for one in asked)


def test_a_thing_never_told_is_thanked_for_once() -> None:
    thanks = PHRASES["point_thanks"][0]
    talk = Talk()
    talk.say("The bins are full.", "I've never told anyone at work about it.", "My brother is in prison, you see.")
    assert sum(thanks in one for one in talk.replies) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The porters came late and the whole room went quiet.", "signal"),
        ("She rang at noon. It always falls to me in the end.", "load"),
        ("I saw it on the list and I said nothing.", "owned"),
        ("Our clerk burst into tears by the lifts.", "hurt"),
        ("I'm the only woman on the rota.", "alone"),
    ],
)
def test_what_weighs_is_stayed_with_in_place_of_a_playbooks_question(text: str, kind: str) -> None:
    reply = Talk().say(text).reply.text
    assert any(reply.endswith(one) for one in lines("point", kind)), reply


def test_a_playbooks_question_that_was_put_by_is_not_taken_for_answered() -> None:
    talk = Talk()
    talk.say("It always falls to me in the end, the whole of it.")
    assert any(one.startswith("unasked:") for one in talk.turns[-1].state.used)


def test_no_question_is_put_twice_in_a_talk_under_another_groups_name() -> None:
    talk = Talk()
    talk.say(
        "The bins are full and they smell.",
        "She took the keys on Friday.",
        "They said it was fine.",
        "Nobody looked at the list.",
        "He moved the chairs on Monday.",
        "The clerk called it banter.",
    )
    asked = [one.text for turn in talk.turns for one in turn.draft.sentences if one.act is Act.ASK_OPEN]
    assert len(asked) == len(set(asked))


def test_what_is_felt_about_an_error_of_ones_own_is_asked_about_kindly() -> None:
    talk = Talk()
    talk.say("I made a mistake with the bins last night.", "I feel so ashamed of it, and I keep going over it.")
    assert any(talk.replies[-1].endswith(one) for one in PHRASES["point_felt_error"]), talk.replies[-1]
