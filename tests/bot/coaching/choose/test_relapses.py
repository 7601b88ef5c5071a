"""What a doctor fears they will do instead is the snag of a plan, and is never kept as what to do about one."""

import pytest

from bot.coaching.choose import relapses
from tests.bot.small_world import Talk, to_the_plan


@pytest.mark.parametrize(
    "said",
    [
        "me. ill just do it myself when it gets busy at 2",
        "i'll probably cave",
        "I'd end up saying nothing",
        "i'll just leave it",
        "me tbh, i'd just go along with whatever he says",
        "if she looks busy i'll just let it go",
        "She sighs and I'll back down as usual",
        "probably just go quiet",
        "ill just take it all back again",
        "i'd not bother",
        "I might say yes again",
        "id put it off til friday",
    ],
)
def test_a_feared_relapse_is_told(said: str) -> None:
    assert relapses.told(said)


@pytest.mark.parametrize(
    "said",
    [
        "if she's busy I'll just ask again at 4",
        "i'd probably just ring her",
        "if i bottle it i'll text him instead",
        "I'd leave it with her and come back",
        "he might say no. then i'd go to the partner",
        "theatre overrunning",
        "handover running over like always. if it does ill just put it in the whatsapp",
        "when i want to take over i'll count to ten",
        "i'd apologise and try again",
        "I will not give up",
        "would i just cave?",
    ],
)
def test_a_way_round_or_anothers_deed_is_none(said: str) -> None:
    assert relapses.told(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "no thats what goes WRONG. thats not what i'd do",
        "thats the bad version",
        "no, thats the problem, not the plan",
        "that's what i always do",
        "no that's what im scared of",
    ],
)
def test_the_way_round_is_taken_back(said: str) -> None:
    assert relapses.takes_back(said)


@pytest.mark.parametrize("said", ["that's what i'd do", "thats not a problem", "the problem is he never listens"])
def test_other_words_take_nothing_back(said: str) -> None:
    assert not relapses.takes_back(said, just_said=True)


def test_a_relapse_is_asked_round_and_the_answer_is_kept() -> None:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday", "me. i'd just cave")
    plan = talk.turns[-1].state.commitment
    assert talk.moves[-1] == "ask_obstacle"
    assert plan is not None
    assert plan.if_then is None
    assert plan.obstacle
    talk.say("read it off the card")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.if_then == "read it off the card"


def _with_a_way() -> Talk:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday", "if they are busy then I'll come back at lunch")
    return talk


@pytest.mark.parametrize("before", [[], ["8"]])
def test_what_was_noted_wrongly_becomes_the_snag_and_the_step_stays(before: list[str]) -> None:
    talk = _with_a_way()
    talk.say(*before, "no thats what goes wrong")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.if_then is None
    assert plan.what.startswith("ask the porters")
    assert "orry" in talk.replies[-1]
    assert talk.replies[-1].count("?") == 1
    talk.say("I'd catch them on Friday instead")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert "Friday" in (plan.if_then or "")
    assert plan.when == "on Thursday"


def test_what_makes_it_sure_is_a_help_and_no_way_round() -> None:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday", "me bottling it", "if i text them tonight then i cant really back out")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.easier == "text them tonight"
    assert plan.if_then is None


def test_a_backup_told_by_its_name_leaves_the_step() -> None:
    talk = _with_a_way()
    talk.say("no. plan is still thursday. backup is catch them at the coffee machine")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.what.startswith("ask the porters")
    assert plan.if_then == "catch them at the coffee machine"
    assert plan.when == "on Thursday"


@pytest.mark.parametrize(
    "said",
    [
        "waiting isnt the plan lol. if they dont reply ill just grab one at lunch",
        "the backup is not ready. if they dont reply i'll grab one at lunch",
    ],
)
def test_what_is_told_in_place_of_a_backup_leaves_the_step(said: str) -> None:
    talk = _with_a_way()
    talk.say(said)
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.what.startswith("ask the porters")
    assert "at lunch" in (plan.if_then or "")


def test_the_problem_is_no_answer_to_what_then() -> None:
    talk = to_the_plan()
    talk.say("I'll ask the porters on Thursday", "or i'll bottle it", "thats not ready thats the problem. 5 maybe")
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.if_then is None
    assert plan.confidence == 5
