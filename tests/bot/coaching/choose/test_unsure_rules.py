"""'Not sure': first a smaller question or one turned round, then two ways or an idea, then a step; never the scale."""

import pytest

from tests.bot.small_world import Talk, coach, small_books, to_the_plan

SHRUGS = ["not sure", "dunno", "hm. dont know", "no idea tbh", "hard to say", "i don't know really", "who knows"]


def exploring(*more: str) -> Talk:
    talk = Talk()
    talk.say("The bins are full again and my consultant walks past them.", "They are green.", "A tidy ward.", *more)
    return talk


def planned(*more: str) -> Talk:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday", *more)
    return talk


@pytest.mark.parametrize("shrug", SHRUGS)
def test_the_first_time_it_is_made_smaller(shrug: str) -> None:
    turn = exploring(shrug).turns[-1]
    assert turn.move.name == "small_question"
    assert turn.reply.text.count("?") == 1


def test_it_is_turned_round_to_somebody_whom_the_doctor_named() -> None:
    assert "your consultant" in exploring("not sure").replies[-1]


def test_where_nobody_was_named_a_smaller_piece_of_their_own_words_is_taken() -> None:
    talk = Talk()
    talk.say("I never asked who empties the bins.", "I kept quiet about it.", "A tidy ward.", "I felt small.", "dunno")
    assert talk.moves[-1] == "small_question"
    assert '"' in talk.replies[-1]


@pytest.mark.parametrize("shrug", ["no idea", "really not sure", "pass"])
def test_the_second_time_running_something_is_offered(shrug: str) -> None:
    assert exploring("dunno", shrug).moves[-1] in {"offer_idea", "suggest_options"}


def test_two_ways_where_no_idea_bears_on_it() -> None:
    books = {
        name: book.model_copy(update={"offers": tuple(one for one in book.offers if one.cues)})
        for name, book in small_books().items()
    }
    talk = Talk(coach(books))
    talk.say("The bins are full again and nobody looks.", "They are green.", "A tidy ward.", "dunno", "no idea")
    assert talk.moves[-1] == "suggest_options"


def test_a_shrug_after_an_answer_is_the_first_again() -> None:
    assert exploring("dunno", "They smell of soup.", "not sure").moves[-1] == "small_question"


@pytest.mark.parametrize("asked", ["ask_options", "ask_commitment"])
def test_what_could_be_done_is_asked_for_less_before_ways_are_named(asked: str) -> None:
    talk = Talk()
    talk.until(asked, most=16)
    assert talk.say("no clue").move.name == "small_question"
    assert talk.say("no clue").move.name == "suggest_options"


@pytest.mark.parametrize("shrug", SHRUGS)
def test_a_plan_whose_snag_is_not_known_is_never_put_on_the_scale(shrug: str) -> None:
    talk = planned(shrug, shrug)
    assert talk.moves[-2:] == ["small_question", "close"]
    assert "ask_confidence" not in talk.moves


def test_once_the_snag_is_told_after_all_the_plan_is_secured_as_ever() -> None:
    talk = planned("not sure", "they may be too busy", "I'll come back at lunch")
    assert talk.moves[-3:] == ["small_question", "ask_obstacle", "close"]


def test_what_then_is_not_asked_a_second_time_for_the_end_is_there() -> None:
    assert planned("they may be too busy", "not sure").moves[-2:] == ["ask_obstacle", "close"]


def test_what_then_is_turned_round_to_a_friend_once_where_the_snag_came_with_the_plan() -> None:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday. What may stop me is that they are too busy.")
    if talk.turns[-1].state.expecting == "way":
        assert talk.say("not sure").move.name == "small_question"
        assert talk.say("no idea").move.name == "close"


@pytest.mark.parametrize("shrug", SHRUGS)
def test_a_shrug_is_no_option_no_plan_and_nothing_to_come_back_to(shrug: str) -> None:
    talk = to_the_plan()
    state = talk.say(shrug).state
    assert state.commitment is None
    assert shrug not in state.options
    assert all(shrug not in one.text for one in state.memory)


@pytest.mark.parametrize(
    "told", ["They told a story about it instead.", "We emailed them once, one reply, about parking."]
)
def test_a_story_in_place_of_a_snag_is_heard_and_the_question_comes_once_more(told: str) -> None:
    talk = planned(told)
    assert (talk.moves[-1], talk.turns[-1].state.obstacle) == ("ask_obstacle", None)
    assert talk.turns[-1].state.expecting == "obstacle"
