"""When the talk itself goes wrong: put right, stuck, fed up, lost, or asked for an answer."""

import pytest

from tests.bot.small_world import Talk, to_the_plan


def begun(*more: str) -> Talk:
    talk = Talk()
    talk.say("The bins are full again this week.", *more)
    return talk


@pytest.mark.parametrize("text", ["That's not what I meant", "you've misunderstood", "you're not listening"])
def test_being_put_right_is_owned_in_one_turn_and_asked_about(text: str) -> None:
    talk = begun("They are green.", text)
    assert talk.moves[-1] == "repair"
    assert talk.replies[-1].count("?") == 1
    assert talk.say("It is the smell that wears people down.").move.name != "repair"


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("That's not it, nobody ever comes up to empty the bins at night", ("misread", "wrong")),
        ("not sure I get the question, they stand by the door and nobody comes up at night", ("question", "asked")),
    ],
)
def test_who_goes_on_after_putting_it_right_is_answered_in_a_word_and_followed(
    text: str, owned: tuple[str, str]
) -> None:
    turn = begun("They are green.", text).turns[-1]
    assert turn.move.name in {"follow_up", "explore"}
    assert any(word in turn.reply.text.split(".")[0].casefold() for word in owned)
    assert turn.reply.text.count("?") == 1


def test_what_was_wrong_is_not_taken_as_an_answer() -> None:
    talk = begun("They are green.", "that's not what I meant")
    asked_for = talk.turns[1].state.expecting
    assert asked_for == "aim"
    assert talk.turns[-1].state.aim is None


@pytest.mark.parametrize("text", ["just tell me what to do", "what should I say to them?", "give me a line"])
def test_asked_for_something_usable_the_coach_gives_it_and_hands_the_choice_back(text: str) -> None:
    turn = begun(text).turns[-1]
    assert turn.move.name == "give_step"
    assert "Count them on Monday." in turn.reply.text
    assert turn.reply.text.endswith("?")


def test_the_step_fits_what_was_said_and_is_not_given_twice() -> None:
    talk = begun("They squeak all night.", "just tell me what to do")
    assert "Oil one of them" in talk.replies[-1]
    assert "Count them" in talk.say("just give me something else").reply.text


def test_not_knowing_gets_a_smaller_question_the_second_time_an_idea_and_the_third_a_step() -> None:
    assert begun("dunno", "no idea", "hard to say").moves[1:] == ["small_question", "offer_idea", "give_step"]


def test_what_the_doctor_did_not_know_is_not_asked_again() -> None:
    talk = begun("dunno", "They stand there all day.", "They smell.", "They are in the way.")
    assert "colour" not in " ".join(talk.replies[1:])


def test_not_knowing_what_to_do_gets_a_smaller_question_and_then_two_examples() -> None:
    talk = Talk()
    talk.until("ask_options")
    assert talk.say("dunno").move.name == "small_question"
    turn = talk.say("no idea")
    assert turn.move.name == "suggest_options"
    assert "count them" in turn.reply.text
    assert "ask the porters" in turn.reply.text


def test_examples_are_not_repeated() -> None:
    talk = Talk()
    talk.until("ask_options")
    talk.say("dunno", "no idea")
    first, second = talk.replies[-1], talk.say("ok").reply.text
    assert "write it on the wall" in second
    assert "write it on the wall" not in first


def test_a_bare_answer_is_asked_again_in_other_words_and_the_second_time_gets_a_step() -> None:
    talk = begun("ok", "ok")
    assert talk.moves[1:] == ["nudge", "give_step"]
    assert talk.replies[1].endswith("How else is the colour?")


def test_a_lost_doctor_is_asked_in_other_words() -> None:
    turn = begun("what do you mean").turns[-1]
    assert turn.move.name == "nudge"
    assert turn.reply.text.endswith("How else is the colour?")


def test_anger_with_the_coach_is_owned_and_something_usable_given() -> None:
    turn = begun("this is useless").turns[-1]
    assert turn.move.name == "own_up"
    assert "Count them on Monday." in turn.reply.text


def test_anger_again_is_asked_what_would_help() -> None:
    talk = begun("this is useless", "you're just a bot")
    assert talk.moves[-1] == "own_up"
    assert "Count them" not in talk.replies[-1]
    assert talk.replies[-1].endswith("?")


@pytest.mark.parametrize("text", ["ok", "dunno", "this is useless", "what do you mean", "just tell me what to do"])
def test_before_a_subject_is_known_they_are_answered_too(text: str) -> None:
    talk = Talk()
    talk.say(text)
    assert talk.replies[0]


def test_bare_answers_to_a_plans_questions_still_lead_to_the_end() -> None:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday", "ok", "fine", "ok", "sure", "ok")
    assert "close" in talk.moves


@pytest.mark.parametrize(
    "text",
    ["I just told you, they are green", "as I said, they are green", "already answered that. they are green"],
)
def test_asked_for_what_was_told_the_coach_owns_it_and_goes_on(text: str) -> None:
    turn = begun("They are green.", "A tidy ward.", text).turns[-1]
    assert turn.move.lead == "own_miss"
    assert turn.reply.text.startswith(("You had told me", "Yes, you did say", "Fair, you had answered"))
    assert turn.reply.text.count("?") == 1
    assert "told you" not in turn.reply.text


@pytest.mark.parametrize("text", ["They laughed at it. Am I just being difficult?", "so was I wrong?"])
def test_a_verdict_is_declined_in_a_sentence_and_the_talk_goes_on(text: str) -> None:
    turn = begun("They are green.", "A tidy ward.", text).turns[-1]
    assert turn.move.lead == "no_verdict"
    assert turn.reply.text.count("?") == 1


def test_a_dunno_with_an_answer_after_it_is_an_answer() -> None:
    talk = begun("They are green.", "dunno. a ward that people like to walk into?")
    assert talk.moves[-1] != "small_question"
    assert talk.turns[-1].state.aim is not None


@pytest.mark.parametrize(
    "text",
    ["who can read this?", "is this private by the way?", "does my supervisor see what I write?", "are you a bot?"],
)
def test_a_question_about_the_coach_is_answered_wherever_the_talk_stands(text: str) -> None:
    talk = begun("They are green.", text)
    assert talk.moves[-1] == "about"
    assert talk.turns[-1].state.expecting == talk.turns[-2].state.expecting
