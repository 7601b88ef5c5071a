from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.kinds import Act, Stage
from bot.coaching.record import TurnRecord
from bot.mentoring.tally import Counts, one_more, tally_of
from tests.bot.mentoring.test_shared_talk import talked
from tests.bot.small_world import BINS, LIFTS, Talk


def changed(number: int, **how: object) -> TurnRecord:
    """A turn of the talk with another stage, move or situation."""
    record = talked()[number]
    state = {name: value for name, value in how.items() if name in {"stage", "situation"}}
    move = {"name": how["move"]} if "move" in how else {}
    return record.model_copy(
        update={"state": record.state.model_copy(update=state), "move": record.move.model_copy(update=move)}
    )


def test_a_session_is_its_situation_its_furthest_stage_and_what_the_coach_asked_and_told() -> None:
    counts = tally_of(talked())
    acts = [act for one in talked() for act in one.reply.acts]

    assert counts.situation == BINS
    assert counts.stage is Stage.CLOSED
    assert counts.asks == acts.count(Act.ASK_OPEN) + acts.count(Act.ASK_CLOSED) > 8
    assert counts.tells == acts.count(Act.INFORM) + acts.count(Act.ADVISE) > 0
    assert not counts.safety


def test_the_furthest_stage_counts_though_a_talk_goes_back() -> None:
    assert tally_of([changed(0, stage=Stage.OPTIONS), changed(1, stage=Stage.REALITY)]).stage is Stage.OPTIONS


def test_a_safety_route_and_the_question_before_it_count() -> None:
    talk = Talk()
    talk.say("It stands by the door.", "I am at the cliff.")

    assert talk.moves[-1] == "safety_check_in"
    assert tally_of(talk.turns).safety


def test_nothing_is_nothing() -> None:
    assert tally_of([]) == Counts()


def test_a_turn_about_something_else_is_to_be_counted_anew() -> None:
    assert one_more(tally_of(talked()), changed(0, situation=LIFTS)) is None


@given(cut=st.integers(1, 12))
def test_turn_by_turn_comes_to_what_counting_all_does(cut: int) -> None:
    counts = tally_of(talked()[:cut])
    for one in talked()[cut:]:
        more = one_more(counts, one)
        assert more is not None
        counts = more

    assert counts == tally_of(talked())
