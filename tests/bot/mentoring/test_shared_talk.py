from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from bot.coaching.cited import Cited
from bot.coaching.kinds import Act, Stage
from bot.coaching.model import Commitment
from bot.coaching.record import Problem, Sentence, TurnRecord
from bot.mentoring.left_out import MARK
from bot.mentoring.shared_talk import SharedTalk, shared_talk, worked_on
from bot.ports.people import Value
from bot.ports.sharing import Verdict
from tests.bot.mentoring.test_left_out import plainly, stands
from tests.bot.small_world import BINS, LIFTS, Talk, to_the_plan

_IDS = {"situation", "move", "engine", "problems", "reasons", "key", "card", "doc", "contacts", "start", "end"}
SOURCE = Cited(
    key="k1", card="plain-card", doc="book", section="1.2", author="Bohmer", quote="Ask the porters.", start=0, end=5
)


@cache
def talked() -> tuple[TurnRecord, ...]:
    """A talk to its end, with a commitment."""
    talk = to_the_plan()
    talk.say("I will count the bins with my boss Sam on Monday at 8.", "If it rains then I will wait.", "8", "thanks")
    return tuple(talk.turns)


def every_string(thing: object) -> Iterator[str]:
    """All text in it but ids and what is published, which no doctor wrote."""
    if isinstance(thing, str) and not isinstance(thing, Enum):
        yield thing
    for one in parts(thing):
        yield from every_string(one)


def parts(thing: object) -> list[object]:
    names: list[str] = []
    if isinstance(thing, tuple):
        return list(thing)
    if is_dataclass(thing):
        names = [one.name for one in fields(thing)]
    elif isinstance(thing, BaseModel):
        names = list(type(thing).model_fields)
    return [getattr(thing, one) for one in names if one not in _IDS]


def seen(*left_out: str, verdicts: tuple[Verdict, ...] = ()) -> SharedTalk:
    return shared_talk(talked(), left_out, verdicts)


def test_a_mentor_sees_the_turns_with_the_move_its_reason_and_what_each_sentence_does() -> None:
    first = seen().turns[0]

    assert first.number == 1
    assert first.doctor.startswith("It stands by the door")
    assert first.coach == " ".join(one.text for one in first.sentences)
    assert [one.act for one in first.sentences] == [Act.REFLECT, Act.ASK_OPEN]
    assert (first.move, first.stage) == ("open", Stage.REALITY)
    assert first.reason.startswith("first question: the weightiest thing not yet told")


def test_they_see_the_situation_the_stages_in_order_and_the_commitment() -> None:
    talk = seen()

    assert talk.situation == BINS
    assert talk.stages[0] is Stage.REALITY
    assert talk.stages[-1] is Stage.CLOSED
    assert len(set(talk.stages)) == len(talk.stages)
    assert talk.commitment is not None
    assert talk.commitment.what == "count the bins with my boss Sam"
    assert (talk.commitment.when, talk.commitment.confidence) == ("on Monday at 8", 8)
    assert not talk.safety


def test_what_is_left_out_goes_from_the_message_the_echo_the_summary_and_the_plan() -> None:
    talk = seen("boss Sam")

    assert talk.commitment is not None
    assert talk.commitment.what == f"count the bins with my {MARK}"
    shown = "\n".join(every_string(talk))
    assert "Sam" not in shown
    assert shown.count(MARK) >= 5


def test_a_sentence_that_is_left_out_takes_with_it_what_the_plan_was_made_of() -> None:
    talk = seen("I will count the bins with my boss Sam on Monday at 8.")

    plan = talk.commitment
    assert plan is not None
    assert (plan.what, plan.when, plan.with_whom) == (MARK, MARK, MARK)
    shown = "\n".join(every_string(talk))
    assert "count the bins" not in shown
    assert "Sam" not in shown


def test_a_day_that_is_left_out_takes_the_date_with_it() -> None:
    plan = Commitment(what="ring", when="on Monday", due=date(2026, 11, 23))
    last = talked()[-1]
    record = last.model_copy(update={"state": last.state.model_copy(update={"commitment": plan})})

    told, kept = shared_talk([record], ["Monday"]).commitment, shared_talk([record], []).commitment

    assert told is not None
    assert kept is not None
    assert (told.when, told.due) == (f"on {MARK}", None)
    assert kept.due == date(2026, 11, 23)


def test_a_phrase_over_the_end_of_a_sentence_leaves_no_half_of_it_in_the_sentences() -> None:
    first = talked()[0]
    sentences = (Sentence(text="You saw Sam.", act=Act.REFLECT), Sentence(text="Ask him?", act=Act.ASK_OPEN))
    draft = first.draft.model_copy(update={"sentences": sentences})
    reply = first.reply.model_copy(update={"text": "You saw Sam. Ask him?"})
    record = first.model_copy(update={"draft": draft, "reply": reply})

    (turn,) = shared_talk([record], ["Sam. Ask"]).turns

    assert turn.coach == f"You saw {MARK} him?"
    assert [one.text for one in turn.sentences] == [turn.coach]


def test_what_was_cut_from_a_draft_is_not_shown_but_why_is() -> None:
    first = talked()[0]
    asked = first.draft.sentences[1]
    reply = first.reply.model_copy(
        update={"text": asked.text, "acts": (asked.act,), "problems": (Problem(code="promise", detail="says 'Sam'"),)}
    )

    (turn,) = shared_talk([first.model_copy(update={"reply": reply})], []).turns

    assert [one.text for one in turn.sentences] == [asked.text]
    assert turn.problems == ("promise",)
    assert "says 'Sam'" not in "\n".join(every_string(turn))


def test_a_verdict_stands_at_its_turn_with_the_doctors_words_struck() -> None:
    talk = seen("Sam", verdicts=(Verdict(turn=2, value=Value.BAD, reasons=("off",), words="Not what Sam said"),))

    found = [one.verdict for one in talk.turns if one.verdict is not None]
    assert [(one.reasons, one.words) for one in found] == [(("off",), f"Not what {MARK} said")]
    assert talk.turns[1].verdict == found[0]


def test_a_safety_route_is_told_of() -> None:
    talk = Talk()
    talk.say("It stands by the door.", "I am in the pit and there is no way out.")

    assert shared_talk(talk.turns, []).safety


def test_the_situation_is_the_one_that_most_turns_were_about() -> None:
    talk = Talk()
    talk.say("It stands by the door and it is green.", "It is heavy, too.")
    state = talk.turns[-1].state
    lifts = talk.turns[-1].model_copy(update={"state": state.model_copy(update={"situation": LIFTS})})

    assert worked_on([]) == ""
    assert worked_on([*talk.turns, lifts]) == BINS
    assert worked_on([talk.turns[0], lifts]) == LIFTS


def test_what_it_is_found_by_is_the_doctors_and_the_coachs_words_and_nothing_published() -> None:
    found = list(seen().strings())

    assert any("count the bins" in one for one in found)
    assert all(one in set(every_string(seen())) for one in found)
    assert not any(SOURCE.quote in one for one in found if SOURCE.quote)


short = st.text(alphabet="abI ’'-.\"\n1", max_size=24)
plans = st.builds(Commitment, what=short, when=short, with_whom=short, if_then=short)


@st.composite
def records(draw: st.DrawFn) -> TurnRecord:
    """A turn that says anything at all, in every place that holds words."""
    first = talked()[0]
    sentences = tuple(Sentence(text=one, act=Act.REFLECT) for one in draw(st.lists(short, min_size=1, max_size=3)))
    text = draw(st.one_of(st.just(" ".join(one.text for one in sentences).strip()), short))
    cited = SOURCE.model_copy(update={"author": draw(short), "section": draw(short), "quote": draw(short)})
    return first.model_copy(
        update={
            "number": draw(st.integers(1, 3)),
            "message": first.message.model_copy(update={"text": draw(short), "received_at": datetime.now(UTC)}),
            "draft": first.draft.model_copy(update={"sentences": sentences}),
            "reply": first.reply.model_copy(update={"text": text, "citations": (cited,)}),
            "move": first.move.model_copy(update={"reason": draw(short), "query": draw(short)}),
            "state": first.state.model_copy(update={"commitment": draw(plans)}),
        }
    )


@given(
    turns=st.lists(records(), min_size=1, max_size=3),
    left_out=st.lists(st.text(alphabet="abI ’'-1", min_size=1, max_size=6), max_size=3),
    words=short,
)
def test_whatever_was_said_nothing_left_out_is_in_it(turns: list[TurnRecord], left_out: list[str], words: str) -> None:
    talk = shared_talk(turns, left_out, [Verdict(turn=turns[0].number, value=Value.GOOD, words=words)])

    for text in (*every_string(talk), *talk.strings()):
        for one in left_out:
            assert not plainly(one) or not stands(one, text)
    for turn in talk.turns:
        together = " ".join(one.text for one in turn.sentences)
        assert not any(plainly(one) and stands(one, together) for one in left_out)


@given(at=st.integers(0, 3), start=st.integers(0, 40), length=st.integers(1, 60))
def test_any_run_of_what_was_said_can_be_left_out(at: int, start: int, length: int) -> None:
    said = [one.message.text for one in talked()][-5:-1][at].split()
    phrase = " ".join(said[start % len(said) :][:length])

    for text in every_string(shared_talk(talked(), [phrase])):
        assert not stands(phrase, text)
