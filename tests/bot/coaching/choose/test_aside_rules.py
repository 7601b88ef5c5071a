"""What is not coaching is answered in its own way, and the place in the conversation is kept."""

import pytest

from tests.bot.small_world import Talk, coach
from tests.fakes import FakeEvidence

BEGUN = ("The bins are full again and nobody looks.", "They are green.")
ASIDES = (
    ("What does the literature say about a stretch?", "answer_source"),
    ("What is this software and who sees it?", "about"),
    ("Lovely weather for the time of the year, is it not", "chat"),
    ("Who won the football on Saturday then", "redirect"),
    ("Would you look at a draft of mine", "ask_draft"),
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
    assert talk.moves[-1] in {"explore", "ask_aim", "go_beneath"}


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


def test_thanks_before_a_question_are_no_part_of_what_is_looked_for() -> None:
    turn = Talk().say("Thank you. And what does the literature say about a stretch?")
    assert turn.move.query == "what does the literature say about a stretch?"


def test_after_an_answer_about_the_coach_the_place_is_named() -> None:
    talk = Talk()
    talk.say(*BEGUN)
    place = talk.turns[-1].state.memory[-1].text
    assert f'"{place}"' in talk.say("What is this software and who sees it?").reply.text


def test_before_a_talk_has_begun_there_is_no_place_to_name() -> None:
    assert "Our place" not in Talk().say("What is this software and who sees it?").reply.text


def test_what_the_coach_is_not_for_is_named_with_where_it_belongs() -> None:
    said = Talk().say("Who won the football on Saturday then").reply.text
    assert "sport" in said


def test_what_no_family_knows_is_named_in_the_doctors_own_words() -> None:
    said = Talk().say("Is football older than chess, do you know").reply.text
    assert "older than chess" in said or "sport" in said


def test_where_the_sources_do_not_say_it_is_said_for_what() -> None:
    world = coach(evidence=FakeEvidence(missing="car parks"))
    said = Talk(world).say("What does the literature say about car parks?").reply.text
    assert '"car parks"' in said
    assert "do not say" in said or "None of my sources" in said


def test_who_asks_for_the_publications_is_told_them() -> None:
    turn = Talk().say("Who wrote the papers in the literature that you have?")
    assert turn.move.name == "about"
    assert "Bohmer" in turn.reply.text


def test_what_only_reads_like_a_question_to_the_coach_is_coached() -> None:
    assert Talk().say("Does software decide for my registrar").move.name == "about"
    assert Talk().say("just tell me whether to report him").move.name != "about"


def test_whoever_does_not_know_why_they_write_is_asked_one_easy_thing() -> None:
    talk = Talk()
    talk.say("hi, not sure why im messaging", "dunno really", "The bins are full again.")
    assert talk.moves[:2] == ["greet", "greet"]
    assert talk.moves[2] != "greet"
    assert all('"' not in reply and reply.count("?") == 1 for reply in talk.replies[:2])
    assert talk.replies[0] != talk.replies[1]
    assert talk.turns[-1].state.opening_words == "The bins are full again."
    assert "messaging" not in talk.turns[-1].state.said


def test_in_the_middle_of_a_talk_nobody_begins_again() -> None:
    talk = Talk()
    talk.say(*BEGUN, "not sure what to say")
    assert talk.moves[-1] != "greet"
