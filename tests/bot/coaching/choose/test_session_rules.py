"""The end of a session, a word after it, and the next one, which begins with what became of the plan."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.coaching.commitments.outcomes import outcome
from tests.bot.small_world import BINS, LIFTS, Talk, to_the_plan

PLAN = "ask the porters"
WHEN = "on Thursday"
NEWS = "The lifts have been broken for a month and nobody minds."


def closed() -> Talk:
    talk = to_the_plan()
    talk.say(f"I'll {PLAN} {WHEN}", "if they are busy then I'll come back at lunch, 8 of 10")
    assert talk.moves[-1] == "close"
    return talk


def test_a_second_session_opens_with_the_last_commitment() -> None:
    talk = closed()
    turn = talk.say(NEWS)
    assert turn.move.name == "look_back"
    assert PLAN in turn.reply.text
    assert turn.state.session == 2


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("I did it, they were glad", "look:kept"),
        ("spoke to them both", "look:kept"),
        ("only half of it", "look:partly"),
        ("started, then the list overran", "look:partly"),
        ("it didn't happen", "look:not"),
        ("bottled it", "look:not"),
        ("well, Thursday was odd", "look:unclear"),
    ],
)
def test_what_became_of_it_is_taken_as_told(told: str, line: str) -> None:
    talk = closed()
    turn = talk.say(NEWS, told)
    assert (turn.move.name, turn.move.line) == ("look_back_response", line)
    assert turn.state.commitment is None
    assert turn.reply.text.endswith("?")


def test_a_plan_not_kept_is_met_without_blame() -> None:
    talk = closed()
    text = talk.say(NEWS, "it didn't happen").reply.text.casefold()
    for word in ("should", "fail", "disappoint", "why"):
        assert word not in text


def test_after_looking_back_the_new_matter_is_worked_on() -> None:
    talk = closed()
    turn = talk.say(NEWS, "I did it, they were glad", "that asking works", "The lifts stop at four.")
    assert turn.state.situation == LIFTS
    assert turn.move.name in {"open", "ask_aim", "explore"}


def test_a_new_session_starts_its_arc_afresh_and_asks_no_question_of_the_old_one_again() -> None:
    talk = closed()
    old = [line for line in talk.turns[-1].state.asked if line.startswith("facet:")]
    state = talk.say(NEWS, "I did it, they were glad", "that asking works").state
    assert old
    assert all(state.asked.count(line) == 1 for line in old)
    assert "ask:commitment" not in state.asked
    assert state.aim is None
    assert state.options == ()


@pytest.mark.parametrize("text", ["thanks", "cheers, that helped", "ok", "yes"])
def test_a_word_after_the_end_gets_a_word_back(text: str) -> None:
    turn = closed().say(text)
    assert turn.move.name == "after_closed"
    assert turn.state.closed
    assert "?" not in turn.reply.text


def test_a_question_on_the_sources_after_the_end_is_answered() -> None:
    assert closed().say("What does the literature say about a stretch?").move.name == "answer_source"


def test_stopping_early_keeps_the_place_and_goes_on_from_it() -> None:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.", "They are green.", "We tried asking.")
    ended = talk.say("gotta go")
    assert ended.move.name == "end"
    assert ended.state.closed
    after = talk.say("Back now. The bins still smell.")
    assert after.state.situation == BINS
    assert set(talk.turns[2].state.asked) <= set(after.state.asked)
    assert not after.state.closed


def test_the_place_kept_is_what_the_doctor_said_and_not_the_goodbye() -> None:
    talk = Talk()
    talk.say("The bins are full again and nobody looks.", "Leave it here for today.")
    assert "nobody looks" in talk.replies[-1]


def test_stopping_with_a_plan_sums_it_up() -> None:
    talk = to_the_plan()
    talk.say(f"I'll {PLAN} {WHEN}", "gotta go")
    assert talk.moves[-1] == "end"
    assert PLAN in talk.replies[-1]


def test_stopping_before_anything_was_said_is_fine() -> None:
    talk = Talk()
    assert talk.say("bye").move.name == "end"
    assert talk.replies[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("yes", "kept"),
        ("it went well", "kept"),
        ("asked him, he laughed", "kept"),
        ("sort of", "partly"),
        ("a bit of it", "partly"),
        ("no", "not"),
        ("haven't yet", "not"),
        ("she was on leave", "unclear"),
    ],
)
def test_an_outcome_is_read_from_its_words(text: str, kind: str) -> None:
    assert outcome(text) == kind


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Not on Thursday. It's the 9th, at lunch", "the 9th, at lunch"),
        ("The plan's to write to the lead", "write to the lead"),
        ("you've left that out: I'd bring the sister", "bring the sister"),
        ("9 i said", "9 out of 10"),
    ],
)
def test_a_correction_after_the_end_mends_the_plan_and_opens_nothing(text: str, part: str) -> None:
    turn = closed().say(text)
    assert turn.move.name == "after_closed"
    assert turn.state.closed
    assert turn.state.session == 1
    assert part in turn.reply.text
    assert "?" not in turn.reply.text


def test_a_plan_that_was_never_one_is_struck_out_after_the_end() -> None:
    turn = closed().say("This summary is nonsense, that is not my plan. Goodbye.")
    assert turn.move.name == "after_closed"
    assert turn.state.commitment is None


def test_a_remark_within_the_hour_is_no_new_session_and_a_week_later_is() -> None:
    talk = closed_at_nine()
    assert talk.say("My wife will laugh when she hears that I talked to a machine.").move.name == "after_closed"
    talk.at = NINE + timedelta(days=7)
    assert talk.say("The lifts have been broken for a month and nobody minds.").move.name == "look_back"


def test_before_its_day_a_plan_is_kept_for_later() -> None:
    talk = closed_at_nine()
    talk.at = NINE + timedelta(hours=5)
    turn = talk.say("The lifts have been broken for a month and nobody minds.")
    assert turn.move.name != "look_back"
    assert turn.state.kept is not None
    assert turn.state.commitment is None


def test_a_goodbye_after_the_end_gets_no_second_summary() -> None:
    turn = closed().say("Yes that is right, thank you, I have to go now")
    assert turn.move.name == "after_closed"
    assert PLAN not in turn.reply.text


NINE = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)


def closed_at_nine() -> Talk:
    talk = to_the_plan()
    talk.at = NINE
    talk.say(f"I'll {PLAN} {WHEN}", "if they are busy then I'll come back at lunch, 8 of 10")
    assert talk.moves[-1] == "close"
    return talk
