"""A step that the doctor offers before being asked for one, and what comes with a low number."""

from tests.bot.small_world import Talk, coach, to_the_plan
from tests.fakes import PLAINLY_SAID, FakeListener

PLAN = "I'll ask the porters on Thursday"


WORDS = {"step": r"\b(?:ask the porter|have them empty) [^,]+", "when": r"\b(?:fri|mon)day\b"}


def stepping(cues: dict[str, str], *unsure: str) -> Talk:
    talk = Talk(coach(listener=FakeListener(cues, unsure=unsure, spans=WORDS)))
    talk.say("The bins are full again and nobody looks.", "A tidy ward by Monday.", "They stand there for days.")
    return talk


def test_a_step_offered_early_is_taken_as_the_plan() -> None:
    turn = stepping({"small_step": r"porter"}).say("I'd ask the porter what gets in the way")
    assert turn.state.commitment
    assert "ask the porter" in turn.state.commitment.what
    assert turn.move.name == "ask_when"


def test_a_step_with_its_day_needs_no_further_question_of_when() -> None:
    cues = {"has_time": r"friday", "small_step": r"porter"}
    turn = stepping(cues, "small_step", "has_time").say("ask the porter what gets in the way, friday")
    assert turn.state.commitment
    assert turn.state.commitment.when == "friday"
    assert turn.move.name == "ask_obstacle"


def test_something_else_that_is_likelier_than_a_step_is_no_plan() -> None:
    cues = {"kept_quiet": r"porter", "small_step": r"porter"}
    turn = stepping(cues, "kept_quiet", "small_step").say("I'd ask the porter what gets in the way")
    assert turn.state.commitment is None


def test_a_step_in_the_first_two_answers_is_too_early_for_a_plan() -> None:
    talk = Talk(coach(listener=FakeListener({"small_step": r"porter"}, spans=WORDS)))
    talk.say("The bins are full again and nobody looks.")
    assert talk.say("I'd ask the porter what gets in the way").state.commitment is None


def secured(**words: str) -> Talk:
    talk = to_the_plan(coach(listener=FakeListener(spans={**PLAINLY_SAID, **words})))
    talk.say(PLAN, "nothing will")
    return talk


def test_a_low_number_with_a_smaller_step_is_not_asked_for_a_smaller_one() -> None:
    talk = secured(step=r"I'll (ask the porters)|\bcould do is ([^.]+)")
    turn = talk.say("5. it is too much. what i could do is ask one of them by the lift")
    assert turn.move.name == "close"
    assert turn.state.commitment
    assert turn.state.commitment.confidence == 5
    assert "by the lift" in turn.state.commitment.what


def test_a_way_round_that_was_misheard_is_put_right_with_the_number() -> None:
    turn = secured(way=r"then I'll ([^.]+)|\bI'd do is ([^.]+)").say("no, what I'd do is text one of them. 8 then")
    assert turn.state.commitment
    assert turn.state.commitment.if_then == "text one of them"
    assert turn.state.commitment.what == "ask the porters"
    assert turn.state.commitment.confidence == 8


def test_a_wish_told_as_the_aim_is_no_plan() -> None:
    gists = FakeListener({"has_time": r"monday", "small_step": r"."}, spans=WORDS)
    talk = Talk(coach(listener=gists))
    talk.say(
        "The bins are full again and nobody looks at them at all, day after day.",
        "It has been so for a year and a day.",
    )
    talk.until("ask_aim", most=4)
    turn = talk.say("have them empty one row on monday, the whole row")
    assert turn.state.commitment is None
