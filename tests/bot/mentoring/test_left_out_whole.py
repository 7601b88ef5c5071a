"""Where one side of a turn is left out whole, nothing is told of what the coach made of it."""

from collections.abc import Callable

import pytest

from bot.coaching.kinds import Stage
from bot.coaching.record import Contact, Problem, TurnRecord
from bot.mentoring.shared_talk import SharedTurn, shared_talk
from tests.bot.mentoring.test_shared_talk import SOURCE, talked
from tests.bot.small_world import BINS, LIFTS, Talk

CONTACTS = (Contact(id="samaritans", name="Samaritans", number="116 123"),)
ASKED = "Are you having thoughts of ending your life, or of not wanting to be here?"
KEPT_OF_A_TURN = ("", "", "", "", (), (), (), ())


def asked_after() -> tuple[TurnRecord, ...]:
    """A talk in which the coach asked, with a source and contacts beside it, whether the doctor was in danger."""
    talk = Talk()
    talk.say("It stands by the door.", "I am at the cliff and there is no way out.", "No, nothing like that.")
    asked = talk.turns[1]
    assert (asked.move.name, asked.reply.text.endswith(ASKED)) == ("safety_check_in", True)
    told = {"citations": (SOURCE,), "contacts": CONTACTS, "problems": (Problem(code="promise", detail=""),)}
    move = asked.move.model_copy(update={"query": "cliffs"})
    return talk.turns[0], asked.model_copy(update={"reply": asked.reply.model_copy(update=told), "move": move})


def made_of(turn: SharedTurn) -> tuple[object, ...]:
    """What the coach made of a turn, as it is shown."""
    return (
        turn.move, turn.reason, turn.query, turn.stage, turn.sentences, turn.evidence, turn.contacts, turn.problems
    )  # fmt: skip


def everything_but_a_dot(record: TurnRecord) -> str:
    return record.reply.text.rstrip(".?")


@pytest.mark.parametrize(
    "left_out",
    [
        lambda record: record.message.text,
        lambda record: record.message.text.rstrip("."),
        lambda record: record.reply.text,
        everything_but_a_dot,
        lambda _record: ASKED,
        lambda _record: ASKED.rstrip("?"),
    ],
)
def test_of_a_turn_of_which_one_side_is_left_out_whole_nothing_is_told(left_out: Callable[[TurnRecord], str]) -> None:
    records = asked_after()
    whole, struck = shared_talk(records, []), shared_talk(records, [left_out(records[1])])

    assert whole.safety
    assert not {"", ()}.intersection(made_of(whole.turns[1]))
    assert made_of(struck.turns[1]) == KEPT_OF_A_TURN
    assert not struck.turns[1].safety
    assert not struck.safety
    assert struck.stages == (records[0].state.stage,)
    assert made_of(struck.turns[0]) == made_of(whole.turns[0])


def test_where_a_part_of_both_sides_is_left_what_the_coach_made_of_it_is_told() -> None:
    talk = shared_talk(asked_after(), ["cliff", "rather ask than guess"])

    assert talk.turns[1].move == "safety_check_in"
    assert talk.turns[1].reason == "not sure whether this is danger to the doctor: asks one plain question"
    assert talk.safety


@pytest.mark.parametrize("side", [0, 1])
def test_after_a_question_that_is_left_out_it_is_not_told_what_was_denied(side: int) -> None:
    talk = Talk()
    talk.say("It stands by the door.", "I am at the cliff and there is no way out.", "No, nothing like that.")
    asked, denied = talk.turns[1:]
    assert denied.move.reason.startswith("the doctor says that it is not crisis_self, and is believed; then: ")
    phrase = (asked.message.text, asked.reply.text)[side]

    whole, struck = shared_talk(talk.turns, []), shared_talk(talk.turns, [phrase])

    assert "danger" in whole.turns[2].reason
    assert struck.turns[2].reason
    assert whole.turns[2].reason.endswith(f"then: {struck.turns[2].reason}")
    assert "danger" not in struck.turns[2].reason


def test_the_situation_and_the_stages_are_of_what_is_left() -> None:
    talk = Talk()
    talk.say("It stands by the door and it is green.", "It is heavy, too.")
    state = talk.turns[-1].state.model_copy(update={"situation": LIFTS, "stage": Stage.OPTIONS})
    records = [talk.turns[0], talk.turns[-1].model_copy(update={"state": state})]

    whole, struck = shared_talk(records, []), shared_talk(records, ["It is heavy, too"])

    assert (whole.situation, whole.stage) == (LIFTS, Stage.OPTIONS)
    assert (struck.situation, struck.stages, struck.stage) == (BINS, (Stage.REALITY,), Stage.REALITY)
    nothing = shared_talk(records, [one.message.text for one in records])
    assert (nothing.situation, nothing.stages, nothing.stage) == ("", (), Stage.OPENING)


def test_a_turn_in_which_nothing_was_said_is_not_taken_for_one_that_was_left_out() -> None:
    first = talked()[0]
    silent = first.model_copy(update={"message": first.message.model_copy(update={"text": "?!"})})

    assert shared_talk([silent], ["door"]).turns[0].move == first.move.name


def test_a_card_is_looked_up_by_an_id_that_nobody_is_shown() -> None:
    first = talked()[0]
    offered = first.move.model_copy(update={"line": "offer:plain-card", "query": "plain-card"})
    asked = first.move.model_copy(update={"query": "what is known"})

    queries = [
        one.query for one in shared_talk([first.model_copy(update={"move": one}) for one in (offered, asked)], []).turns
    ]
    assert queries == ["", "what is known"]
