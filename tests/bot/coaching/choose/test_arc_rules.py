"""The coaching arc: its order, what is asked and how often, the challenges, the plan and the end."""

import itertools
from datetime import UTC, datetime

import pytest

from bot.coaching.choose.arc_rules import MOST_BENEATH, MOST_REALITY
from bot.coaching.kinds import Stage
from bot.coaching.playbook import Playbook
from tests.bot.small_world import Talk, coach, small_books, to_the_plan
from tests.fakes import FakeEvidence

PLAN = "I'll ask the porters on Thursday"
ORDER = (
    Stage.OPENING,
    Stage.AIM,
    Stage.REALITY,
    Stage.BENEATH,
    Stage.IDEA,
    Stage.OPTIONS,
    Stage.COMMITMENT,
    Stage.OBSTACLE,
    Stage.CONFIDENCE,
    Stage.CLOSED,
)


def whole() -> Talk:
    talk = to_the_plan()
    talk.say(PLAN, "if they are busy then I'll come back at lunch, 8 of 10")
    return talk


def test_a_whole_conversation_goes_through_the_arc_in_order_and_ends() -> None:
    talk = whole()
    moves = list(dict.fromkeys(talk.moves))
    expected = [
        "open",
        "ask_aim",
        "go_beneath",
        "offer_idea",
        "ask_options",
        "ask_commitment",
        "ask_obstacle",
        "close",
    ]
    assert [one for one in moves if one in expected] == expected
    reached = [ORDER.index(one.state.stage) for one in talk.turns if one.state.stage is not Stage.AIM]
    assert all(after >= before for before, after in itertools.pairwise(reached))
    assert talk.turns[-1].state.closed


def test_the_aim_is_asked_for_within_three_replies_and_once() -> None:
    talk = whole()
    assert "ask_aim" in talk.moves[:3]
    assert talk.moves.count("ask_aim") == 1


def test_a_wish_that_was_named_is_taken_as_the_aim_and_not_asked_for() -> None:
    talk = Talk()
    talk.say("The bins are full again.", "I want the night team to empty them before the round starts.")
    assert talk.moves[1] == "confirm_aim"
    assert talk.turns[1].state.aim
    talk.until("ask_commitment", most=16)
    assert "ask_aim" not in talk.moves


def test_nothing_is_asked_twice() -> None:
    asked = [line for line in whole().turns[-1].state.asked if not line.startswith("look")]
    assert len(asked) == len(set(asked))


def test_what_has_been_told_is_not_asked() -> None:
    talk = Talk()
    talk.say("The colour is green, the weight is a stone, the owner is the ward and the age is ten.")
    talk.until("ask_commitment", most=16)
    facets = [line.split("/")[1].split(":")[0] for line in talk.turns[-1].state.asked if line.startswith("facet:")]
    assert not {"colour", "weight", "owner", "age"} & set(facets)


def test_questions_about_the_facts_and_what_lies_beneath_have_an_end() -> None:
    asked = to_the_plan().turns[-1].state.asked
    beneath = [line for line in asked if line.startswith(("facet:bins/belief", "facet:bins/rival", "facet:bins/worry"))]
    facts = [line for line in asked if line.startswith("facet:")]
    assert 1 <= len(beneath) <= MOST_BENEATH
    assert 1 <= len(facts) - len(beneath) <= MOST_REALITY


def test_the_most_specific_question_whose_premise_holds_is_asked() -> None:
    talk = Talk()
    talk.say("The doors were shut and the man who painted the sign had gone home.")
    assert talk.replies[0].endswith("Who painted the colour?")
    other = Talk()
    other.say("In the evening they are full again.")
    assert other.replies[0].endswith("What about the colour, to begin with?")


def test_the_card_that_fits_what_was_said_is_offered_once() -> None:
    talk = Talk()
    talk.say("The bins have wheels that nobody oils, and one wheel is off.")
    talk.until("ask_commitment", "It stands by the door on its wheels.", most=16)
    offers = [one for one in talk.turns if one.move.name == "offer_idea"]
    assert [one.move.query for one in offers] == ["fitting-card"]
    assert offers[0].reply.citations[0].card == "fitting-card"


def only_fitting() -> dict[str, Playbook]:
    """The small playbooks without the offer that suits every talk."""
    return {
        name: book.model_copy(update={"offers": tuple(one for one in book.offers if one.cues)})
        for name, book in small_books().items()
    }


def test_rather_no_card_than_one_that_bears_on_nothing_told() -> None:
    talk = Talk(coach=coach(only_fitting()))
    talk.say("The bins are full again and nobody looks.")
    talk.until("ask_commitment", most=16)
    assert "offer_idea" not in talk.moves


def test_no_card_is_offered_to_a_doctor_who_is_low_or_angry() -> None:
    talk = Talk(coach=coach(only_fitting()))
    talk.say("The bins have wheels that nobody oils.")
    talk.until("ask_commitment", "I am so low about the bins, what is the point.", most=16)
    assert "offer_idea" not in talk.moves


def test_an_idea_whose_card_is_missing_is_asked_about_without_a_citation() -> None:
    class NoCards(FakeEvidence):
        def card(self, card_id: str) -> None:
            return None

    talk = Talk(coach=coach(evidence=NoCards()))
    turn = talk.until("offer_idea")
    assert turn.reply.citations == ()
    assert turn.reply.text.endswith("?")


def test_one_challenge_comes_early_and_one_late_and_never_a_third() -> None:
    talk = Talk()
    talk.say("It is obvious and it is my idea.", "They sit there all day.", "They are lazy, the lot of them.")
    talk.until("ask_commitment", most=18)
    early = talk.moves.count("challenge")
    talk.say(PLAN)
    assert early == 1
    assert talk.moves[-1] == "challenge"
    talk.until("close", "Perhaps so, they have their own view of it.", most=6)
    assert talk.moves.count("challenge") == 2


def test_a_challenge_waits_until_the_doctor_has_been_heard() -> None:
    talk = Talk()
    talk.say("They are lazy, all of them.", "They sit there all day.")
    assert "challenge" not in talk.moves


def test_a_doctor_who_has_moved_on_is_not_challenged_for_what_they_said_before() -> None:
    talk = Talk()
    talk.say(
        "They are lazy, all of them.", "They sit there all day.", "To be fair there are only two of them on a late."
    )
    talk.until("ask_options", "They lift the bins by hand.", most=12)
    assert "challenge" not in talk.moves


def test_a_challenge_that_cannot_wait_does_not() -> None:
    talk = Talk()
    assert talk.say("There was a fire in the bins and nobody wrote it down.").move.name == "challenge"
    talk.say("It was put out by the porter.")
    assert talk.moves.count("challenge") == 1


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("I'll be nicer to them", "ask_what"),
        ("I'll ask the porters", "ask_when"),
        (PLAN, "ask_obstacle"),
        ("I'll ask the porters on Thursday, and if they refuse then I'll ask sister", "close"),
    ],
)
def test_what_the_plan_lacks_is_asked_next(answer: str, expected: str) -> None:
    assert to_the_plan().say(answer).move.name == expected


def test_what_a_plan_lacks_is_asked_for_once_only() -> None:
    talk = to_the_plan()
    talk.say(
        "I'll be nicer to them",
        "just nicer really",
        "whenever it suits them",
        "nothing will",
        "6",
        "asking one of them",
    )
    for name in ("ask_what", "ask_when", "ask_obstacle", "ask_confidence", "raise_confidence"):
        assert talk.moves.count(name) <= 1
    assert "close" in talk.moves


def test_a_low_number_is_raised_once_and_a_high_one_closes() -> None:
    low, high = to_the_plan(), to_the_plan()
    for talk, number in ((low, "4"), (high, "9")):
        talk.say(PLAN, "nothing will", number)
    assert (low.moves[-1], high.moves[-1]) == ("raise_confidence", "close")
    assert low.say("asking only one of them").move.name == "close"


def test_the_end_comes_within_six_turns_of_a_plan() -> None:
    talk = to_the_plan()
    talk.say(PLAN, "they may be busy", "5", "a smaller one", "ok", "ok")
    assert "close" in talk.moves


def test_a_dated_plan_told_early_is_taken_at_once() -> None:
    talk = Talk()
    talk.say(
        "The bins are full.", "They stand by the door.", "They smell.", "I'll ask the porters on Thursday about it."
    )
    plan = talk.turns[-1].state.commitment
    assert plan is not None
    assert plan.when == "on Thursday"


def test_a_named_day_becomes_a_date_where_the_clock_is_known() -> None:
    talk = to_the_plan()
    talk.at = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)
    plan = talk.say(PLAN).state.commitment
    assert plan is not None
    assert plan.due is not None
    assert plan.due.isoformat() == "2026-03-05"


def test_the_day_is_the_doctors_own_and_not_the_servers() -> None:
    talk = to_the_plan()
    talk.at = datetime(2026, 6, 3, 23, 30, tzinfo=UTC)  # already Thursday in London
    plan = talk.say("I'll ask the porters today").state.commitment
    assert plan is not None
    assert plan.due is not None
    assert plan.due.isoformat() == "2026-06-04"


def test_the_summary_holds_the_plan_the_snag_and_the_number() -> None:
    text = whole().replies[-1]
    for part in ("ask the porters", "on Thursday", "come back at lunch", "8"):
        assert part in text
