"""Which subject is worked on: two at once, a change, staying or turning, and back to what was parked."""

import pytest

from tests.bot.small_world import BINS, LIFTS, Talk, coach, small_books, small_reader
from tests.fakes import FakeReader

TORN = "I am stuck with both of them and it wears me out."
SWITCH = "By the way the lift on level five has been broken for a month."


def midway(*more: str) -> Talk:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.", "They are green.", "We tried asking.", *more)
    return talk


def test_two_that_fit_alike_are_put_to_the_doctor() -> None:
    talk = Talk()
    turn = talk.say(TORN)
    assert turn.move.name == "put_choice"
    assert turn.state.situation is None
    for one in small_books().values():
        assert one.choice in turn.reply.text


@pytest.mark.parametrize(
    ("answer", "picked", "parked"),
    [
        ("the first one", BINS, LIFTS),
        ("the second one please", LIFTS, BINS),
        ("the other one", LIFTS, BINS),
        ("the former", BINS, LIFTS),
        ("the bins", BINS, LIFTS),
        ("what to do about the lifts", LIFTS, BINS),
    ],
)
def test_the_doctors_pick_is_worked_on_and_the_other_kept(answer: str, picked: str, parked: str) -> None:
    talk = Talk()
    state = talk.say(TORN, answer).state
    assert (state.situation, state.parked, state.choosing) == (picked, (parked,), ())


def test_a_question_in_between_leaves_the_choice_open() -> None:
    talk = Talk()
    talk.say(TORN, "What does the literature say about this?")
    assert (talk.moves[-1], talk.turns[-1].state.situation) == ("answer_source", None)
    assert talk.say("the first one").state.situation == BINS


def test_a_clear_message_needs_no_choice() -> None:
    talk = Talk()
    assert talk.say("The lifts stop at four.").state.situation == LIFTS
    assert talk.moves == ["open"]


def test_what_fits_nothing_is_asked_about_twice_at_most() -> None:
    vague = FakeReader(situations=tuple(f"a{n}" for n in range(5)), default="")
    books = {f"a{n}": small_books()[BINS].model_copy(update={"id": f"a{n}"}) for n in range(5)}
    talk = Talk(coach=coach(books, vague))
    talk.say("Well, it is hard.", "It is just so.", "As I say, it is so.", "And so on, really.")
    assert talk.moves.count("ask_more") <= 2
    assert talk.turns[-1].state.situation is not None


def test_a_change_of_subject_is_noticed_and_put_to_the_doctor() -> None:
    turn = midway(SWITCH).turns[-1]
    assert (turn.move.name, turn.state.situation) == ("note_switch", BINS)
    assert "the lift" in turn.reply.text.casefold()
    assert all(one.choice not in turn.reply.text for one in small_books().values())


def test_staying_keeps_the_place_and_parks_the_new_subject() -> None:
    talk = midway(SWITCH, "Stay with this one first.")
    before, after = talk.turns[2].state, talk.turns[4].state
    assert (after.situation, after.parked) == (BINS, (LIFTS,))
    assert set(before.asked) <= set(after.asked)
    assert after.stage is before.stage


def test_turning_begins_the_new_subject_and_parks_the_old() -> None:
    talk = midway(SWITCH, "The new one.")
    state = talk.turns[-1].state
    assert (state.situation, state.parked) == (LIFTS, (BINS,))
    assert talk.moves[-1] == "open"


def test_staying_and_turning_are_not_answered_in_the_same_words() -> None:
    stay, turn = midway(SWITCH, "Stay with this one first."), midway(SWITCH, "The new one.")
    assert stay.replies[-1].split(".")[0] != turn.replies[-1].split(".")[0]


@pytest.mark.parametrize("back", ["Let us go back to the other thing.", "back to what we had before please"])
def test_what_was_parked_can_be_taken_up_again(back: str) -> None:
    talk = midway(SWITCH, "Stay with this one first.", "It stands there still.", back)
    state = talk.turns[-1].state
    assert (state.situation, state.parked) == (LIFTS, (BINS,))
    assert talk.moves[-1] != "note_switch"
    assert state.commitment is None


def test_a_longer_answer_on_the_same_subject_is_no_switch() -> None:
    talk = midway("Actually the bins on level five have been broken for a month now.")
    assert "note_switch" not in talk.moves


def test_a_new_subject_without_a_word_of_change_does_not_interrupt() -> None:
    reader = small_reader()
    talk = Talk(coach=coach(reader=reader))
    talk.say(
        "The bins are full again and nobody looks.", "They are green.", "The lift is where they all end up at night."
    )
    assert "note_switch" not in talk.moves


OUTRIGHT = "Sorry, a totally different thing, the rota has come out and I am on for my sister's wedding."


def test_a_change_of_subject_in_so_many_words_is_noticed_before_advice_is_given() -> None:
    talk = midway(f"{OUTRIGHT} Just tell me what to do.")
    assert talk.moves[-1] == "note_switch"


def test_a_new_subject_that_is_not_clear_is_not_given_a_name() -> None:
    talk = midway(OUTRIGHT)
    assert talk.moves[-1] == "note_switch"
    assert small_books()[LIFTS].choice not in talk.replies[-1]


@pytest.mark.parametrize(
    "said",
    [
        "park that, they want eight per cent off by Friday now",
        "leave that aside for now, please, it is about the lifts and the stairs",
    ],
)
def test_putting_a_subject_aside_turns_from_it(said: str) -> None:
    assert midway(said).moves[-1] == "note_switch"


def test_the_subject_is_picked_by_the_words_it_was_told_in() -> None:
    talk = midway(SWITCH)
    assert talk.say("the ones that are full again").state.situation == BINS
