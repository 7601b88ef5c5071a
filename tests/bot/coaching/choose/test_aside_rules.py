"""What is not coaching is answered in its own way, and the place in the conversation is kept."""

import pytest

from tests.bot.small_world import Talk

BEGUN = ("The bins are full again and nobody looks.", "They are green.")
ASIDES = (
    ("What does the literature say about a stretch?", "answer_source"),
    ("What is this software and who sees it?", "about"),
    ("Lovely weather for the time of the year, is it not", "chat"),
    ("Who won the football on Saturday then", "redirect"),
    ("Can I rehearse it with you for a moment", "rehearse_line"),
    ("Would you look at a draft of mine", "review_draft"),
)


@pytest.mark.parametrize(("text", "move"), ASIDES)
def test_an_aside_gets_its_own_answer(text: str, move: str) -> None:
    talk = Talk()
    turn = talk.say(*BEGUN, text)
    assert turn.move.name == move
    assert turn.reply.text


@pytest.mark.parametrize(("text", "move"), ASIDES)
def test_the_place_is_kept(text: str, move: str) -> None:
    talk = Talk()
    talk.say(*BEGUN, text, "They smell in the evening.")
    before, after = talk.turns[1].state, talk.turns[3].state
    assert after.situation == before.situation
    assert set(before.asked) <= set(after.asked)
    assert talk.moves[-1] in {"explore", "ask_aim", "review_draft", "go_beneath"}


@pytest.mark.parametrize(
    ("text", "move"), [one for one in ASIDES if one[1] in {"answer_source", "about", "chat", "redirect"}]
)
def test_the_question_that_was_open_stays_open(text: str, move: str) -> None:
    talk = Talk()
    talk.say(*BEGUN, text)
    assert talk.turns[2].state.expecting == talk.turns[1].state.expecting


def test_an_answer_from_the_sources_has_its_place() -> None:
    talk = Talk()
    turn = talk.say("What does the literature say about a stretch?")
    assert [one.key for one in turn.reply.citations] == ["[a-card]"]


def test_where_the_sources_do_not_say_nothing_is_cited() -> None:
    talk = Talk()
    turn = talk.say("What does the literature say about parking?")
    assert turn.move.name == "answer_source"
    assert turn.reply.citations == ()
    assert turn.reply.text


def test_hello_is_met_with_hello_and_an_open_door() -> None:
    talk = Talk()
    turn = talk.say("Nice weather")
    assert turn.move.name == "greet"
    assert turn.reply.text.endswith("?")


def test_a_draft_pasted_in_is_looked_at_and_one_that_is_missing_is_asked_for() -> None:
    missing, pasted = Talk(), Talk()
    missing.say("Would you look at a draft of mine")
    pasted.say('A draft: "You always leave the bins full and you must empty them before the round, it is unacceptable"')
    assert missing.replies[0] != pasted.replies[0]
    assert "accused" in pasted.replies[0]


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Is this software private?", "share"),
        ("Are you a robot or some software?", "software"),
        ("Can you delete my data, software?", "erased"),
    ],
)
def test_questions_about_the_coach_have_their_own_answers(question: str, word: str) -> None:
    assert word in Talk().say(question).reply.text
