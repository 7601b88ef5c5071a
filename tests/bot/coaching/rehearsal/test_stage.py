"""A rehearsal from set-up to debrief, with a small character."""

import pytest

from bot.coaching.practice import End, Practice, Step
from bot.coaching.rehearsal.cast import DESCRIBED, FIRST_CHOICE, Cast
from bot.coaching.rehearsal.lines import words
from bot.coaching.rehearsal.stage import name_of, step
from tests.bot.coaching.rehearsal.small_cast import role, small_cast

ASKED = (
    "What about the bins by the door?",
    "So you carry them yourself. How are the lifts at night?",
    "I was wrong about that. What happens with the keys of the shed?",
    "So you have nobody. What would you change?",
)
PUSHED = (
    "You must empty the bins.",
    "It is your fault that they are full.",
    "Don't you think it looks bad?",
    "You need to do it today.",
)


def play(lines: tuple[str, ...], cast: Cast | None = None, role_named: str = FIRST_CHOICE) -> list[Step]:
    there, practice, steps = cast or small_cast(), None, []
    for number, line in enumerate(lines):
        done = step(practice, line, there, "" if number else role_named)
        practice = done.practice
        steps.append(done)
    return steps


def test_asking_and_listening_opens_them_and_they_tell_what_lies_behind() -> None:
    steps = play(ASKED)
    assert [one.voice for one in steps] == ["other"] * 4
    assert steps[-1].practice.level >= 6
    assert sum(one.revealed for one in steps) == 1
    told = next(one for one in steps if one.revealed)
    assert "flood" in told.text.casefold()
    assert told.opened > 0


def test_pushing_leaves_them_shut_and_what_lies_behind_stays_hidden() -> None:
    last = play((*PUSHED, "stop"))[-1]
    assert last.practice.level == 0
    assert last.debrief is not None
    assert last.debrief.end is End.LOST
    assert last.debrief.hidden == "They were blamed for the flood."
    assert "They were blamed for the flood." in last.text


def test_the_same_words_get_the_same_words() -> None:
    lines = (*ASKED, *PUSHED, "again", "ok", "pause", "go on", "stop")
    assert [one.text for one in play(lines)] == [one.text for one in play(lines)]


def test_a_question_is_answered_by_what_it_asked_about() -> None:
    assert "on-bins" in play(ASKED)[0].text
    assert "on-lifts" in play(ASKED)[1].text


def test_a_question_about_nothing_they_know_is_still_taken_as_one() -> None:
    assert play(("What is a quark?",))[0].text.startswith("asked_open")


def test_no_line_comes_twice_while_another_is_left() -> None:
    steps = play(tuple(f"You must do thing {number}." for number in range(4)))
    assert len({one.text for one in steps}) == 4


def test_their_own_words_come_back_at_most_every_other_line() -> None:
    lines = ("The floor was wet again.", "The door was open again.", "The roof was cold again.")
    texts = [one.text for one in play(lines)]
    assert '"The floor was wet again"' in texts[0]
    assert '"' not in texts[1]


def test_words_about_the_two_of_them_are_never_quoted() -> None:
    assert '"' not in play(("I told you my view of your floor.",))[0].text


def test_a_message_that_abuses_costs_two_and_is_answered_with_dignity() -> None:
    steps = play((*ASKED, "You're useless."))
    assert steps[-1].opened == -2
    assert steps[-1].text.startswith("abused")


def test_to_say_what_one_wants_when_asked_is_no_push() -> None:
    open_handed = role().model_copy(update={"opens": ("What do you want?",) * 3})
    there = small_cast(sceptical_consultant=open_handed)
    practice = step(None, "can I practise with the caretaker about the bins", there).practice
    assert step(practice, "We need to have them emptied at night.", there).opened == 0
    assert step(practice, "They must be emptied, no discussion.", there).opened == -1


def test_sorry_gets_the_same_said_otherwise_and_moves_nobody() -> None:
    first, again = play((ASKED[0], "Sorry?"))
    assert "on-bins" in again.text
    assert again.text != first.text
    assert again.practice.level == first.practice.level
    assert len(again.practice.moments) == 1


def test_football_moves_nobody() -> None:
    done = play(("What did you make of the football?",))[0]
    assert (done.opened, done.text.startswith("off_subject")) == (0, True)


def test_a_greeting_at_the_door_is_answered_as_one() -> None:
    assert play(("Hello.",))[0].text in role().opens


def test_again_really_restores_the_level_before_the_line() -> None:
    steps = play((*ASKED[:2], PUSHED[1], "let me try that again", ASKED[2]))
    assert steps[2].practice.level < steps[1].practice.level
    assert steps[3].voice == "coach"
    assert steps[3].practice.level == steps[1].practice.level
    assert steps[3].practice.moments == steps[1].practice.moments
    assert steps[1].text in steps[3].text
    assert steps[4].practice.level > steps[1].practice.level


def test_again_takes_back_what_was_told() -> None:
    steps = play((*ASKED, "again"))
    at = next(number for number, one in enumerate(steps) if one.revealed)
    practice = step(steps[at].practice, "again", small_cast()).practice
    assert not practice.revealed
    assert len(practice.moments) == at


def test_again_with_nothing_said_is_no_harm() -> None:
    done = step(Practice(role=FIRST_CHOICE), "again", small_cast())
    assert (done.voice, done.practice.moments) == ("coach", ())


def test_a_pause_is_with_the_coach_and_changes_nothing() -> None:
    steps = play((ASKED[0], "pause", "What should I say?", "I think he is afraid.", "go on", ASKED[1]))
    assert [one.voice for one in steps] == ["other", "coach", "coach", "coach", "coach", "other"]
    assert steps[0].text in steps[1].text
    assert steps[4].practice.moments == steps[0].practice.moments
    assert len({one.text for one in steps}) == 6


def test_go_on_is_said_to_the_other_where_nothing_is_paused() -> None:
    assert play((ASKED[0], "Go on."))[1].voice == "other"


@pytest.mark.parametrize("said", ["stop", "Stop.", "ok stop please", "that's enough", "I'm done", "debrief", "quit"])
def test_a_stop_word_ends_it_with_the_state_as_it_was(said: str) -> None:
    steps = play((*ASKED, said))
    assert steps[-1].event == "debrief"
    assert steps[-1].practice.level == steps[-2].practice.level
    assert steps[-1].practice.over


@pytest.mark.parametrize(
    "said", ["Stop moving the bins at night.", "That's enough bins, I was told.", "We end at five."]
)
def test_a_stop_word_inside_a_line_ends_nothing(said: str) -> None:
    assert play((said,))[0].voice == "other"


def test_stopping_before_a_word_was_said_is_fine() -> None:
    done = step(Practice(role=FIRST_CHOICE), "stop", small_cast())
    assert (done.debrief, done.practice.over) == (None, True)


def test_after_the_debrief_again_is_back_before_the_line_that_it_took_up() -> None:
    steps = play((ASKED[0], PUSHED[1], ASKED[1], "stop"))
    debrief = steps[-1].debrief
    assert debrief is not None
    assert debrief.try_words == PUSHED[1]
    back = step(steps[-1].practice, "again", small_cast())
    assert [one.words for one in back.practice.moments] == [ASKED[0]]
    assert not back.practice.over


def test_the_debrief_quotes_the_doctors_own_words_and_is_short() -> None:
    steps = play((ASKED[0], PUSHED[1], ASKED[1], ASKED[3], "stop"))
    debrief = steps[-1].debrief
    assert debrief is not None
    lines = (ASKED[0], PUSHED[1], ASKED[1], ASKED[3])
    assert {one.effect for one in debrief.moments} == {"opened", "closed"}
    for one in debrief.moments:
        assert one.words in lines[one.turn - 1]
        assert one.why
    assert (debrief.asking, debrief.telling) == (3, 1)
    assert debrief.card
    assert debrief.cited is not None
    assert debrief.cited.card == debrief.card
    assert words(debrief.text) <= 130
    assert debrief.text == steps[-1].text


def test_thanks_is_no_line_to_try_again() -> None:
    debrief = play((*ASKED, "Thanks", "stop"))[-1].debrief
    assert debrief is not None
    assert debrief.try_words != "Thanks"


def test_they_can_be_lost_and_won_back() -> None:
    steps = play(
        (*ASKED[:1], *PUSHED[:2], *ASKED[1:], "So you were alone. Tell me about the lamps in the yard.", "stop")
    )
    assert steps[-1].debrief is not None
    assert steps[-1].debrief.end is End.WON_BACK


def test_who_and_what_about_are_asked_for_and_then_it_begins() -> None:
    there = small_cast()
    first = step(None, "can I practise this with you?", there)
    assert (first.practice.setting_up, "the caretaker" in first.text) == ("role", True)
    second = step(first.practice, "the caretaker", there)
    assert (second.practice.setting_up, second.practice.role) == ("matter", FIRST_CHOICE)
    third = step(second.practice, "the flood in the hall", there)
    assert (third.practice.setting_up, third.practice.matter) == ("", "the flood in the hall")
    assert any(one in third.text for one in role().opens)
    assert any(one in third.text for one in role().scene)


def test_all_of_it_in_one_request_begins_at_once() -> None:
    done = step(None, "Can I practise with the caretaker about the flood in the hall?", small_cast())
    assert (done.event, done.practice.matter) == ("begun", "the flood in the hall")


def test_a_doctor_who_speaks_to_them_at_once_is_answered() -> None:
    there = small_cast()
    practice = step(None, "Let me practise with the caretaker", there).practice
    done = step(practice, "Hello, what do you make of the lifts at night?", there)
    assert (done.voice, len(done.practice.moments)) == ("other", 1)


def test_a_person_described_is_called_as_the_doctor_calls_them() -> None:
    there = small_cast()
    practice = step(None, "Hello.", there, "my TPD, always late, thinks audits are pointless").practice
    assert (practice.role, name_of(practice, there)) == (DESCRIBED, "your TPD")
    answer = step(practice, "What do you care about?", there)
    assert "I think audits are pointless" in answer.text or "I am always late" in answer.text
