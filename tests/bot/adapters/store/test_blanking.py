"""Words taken back: gone from the turn and from whatever the talk made of them, and what is left is a valid record."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.store.blanking import Taken, record_without, state_without, whole_turn_without
from bot.coaching.kinds import Act, ClauseKind
from bot.coaching.model import Commitment, Held, LookedBack, Remembered, State
from bot.coaching.practice import Practice
from bot.coaching.record import Sentence, TurnRecord
from bot.coaching.rehearsal.described import cares_of, name_of
from tests.bot.small_world import Talk, to_the_plan

PLANTED = "zanzibar"


def without(turns: list[TurnRecord], at: int) -> list[TurnRecord]:
    """The talk after the message of its turn number `at` (from 0) was taken back."""
    taken = Taken.by(turns[at], turns[at - 1].state if at else State())
    later = [record_without(one, taken) for one in turns[at + 1 :]]
    return [*turns[:at], whole_turn_without(turns[at], taken), *later]


def a_talk(at: int, planted: str) -> list[TurnRecord]:
    """A talk to its end, in which message number `at` holds planted words."""
    said = [
        "The bins on the ward are always full and nobody looks.",
        "I want them emptied twice a day.",
        "I have told the porters many times.",
        "It makes me feel small, to be honest.",
        "I could ask the ward manager.",
        "I will ask her on Friday.",
        "She may be away.",
        "8",
        "Thanks, bye.",
    ]
    said[at] = f"{planted} {said[at]}"
    talk = Talk()
    talk.say(*said)
    return talk.turns


@pytest.mark.parametrize("at", range(9))
@pytest.mark.parametrize(
    "planted",
    [
        "The zanzibar ledger is never signed by anybody, and I will sign the zanzibar ledger.",
        "I want the zanzibar ledger signed.",
        "If she is away I will ask the zanzibar clerk.",
        "I will ask the zanzibar clerk on Friday!",
        "zanzibar",
    ],
)
def test_nothing_of_a_message_is_left_wherever_in_a_talk_it_stood(planted: str, at: int) -> None:
    turns = a_talk(at, planted)
    left = without(turns, at)
    assert all(PLANTED in one.model_dump_json().lower() for one in turns[at:])
    assert not any(PLANTED in one.model_dump_json().lower() for one in left)
    assert [one.number for one in left] == [one.number for one in turns]
    assert left[:at] == turns[:at]


@pytest.mark.parametrize("at", range(5))
def test_nothing_of_it_is_left_in_a_rehearsal_or_a_draft(at: int) -> None:
    said = [
        "I would like to practise with the porter.",
        "I want him to sign the ledger.",
        "Will you sign the ledger?",
        "stop",
        "Draft (email): Dear all, you must sign the ledger by Friday.",
        "Draft (email): Dear all, could you sign the lists by Friday?",
    ]
    said[at] += " The zanzibar ledger is never signed by anybody."
    talk = Talk()
    talk.say(*said)
    assert talk.turns[2].state.practice is not None
    assert talk.turns[4].review is not None
    left = without(talk.turns, at)
    assert PLANTED in talk.turns[at].model_dump_json().lower()
    assert not any(PLANTED in one.model_dump_json().lower() for one in left)
    assert [TurnRecord.model_validate(one.model_dump(mode="json")) for one in left] == left


@pytest.mark.parametrize("at", range(9))
def test_other_messages_and_how_the_talk_stands_are_left_alone(at: int) -> None:
    turns = a_talk(at, "Xyzzy.")
    left = without(turns, at)
    for was, now in zip(turns[at + 1 :], left[at + 1 :], strict=True):
        assert (now.message, now.reading, now.versions) == (was.message, was.reading, was.versions)
        assert now.state.stage == was.state.stage
        assert now.state.situation == was.state.situation
        assert now.state.expecting == was.state.expecting
        assert now.state.asked == was.state.asked
        used, still = ({one for one in state.used if not one.startswith("quote:")} for state in (was.state, now.state))
        assert still == used


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=60), st.integers(0, 4))
def test_whatever_is_taken_back_a_valid_record_is_left(text: str, at: int) -> None:
    turns = a_talk(at, text)
    left = without(turns, at)
    assert [TurnRecord.model_validate(one.model_dump(mode="json")) for one in left] == left
    assert left[at].message.text == left[at].reply.text == left[at].draft.text == ""


def test_to_take_back_the_same_message_twice_changes_nothing_more() -> None:
    turns = to_the_plan().turns
    once = without(turns, 2)
    assert without(once, 2) == once


def test_no_danger_that_was_seen_in_a_message_is_told_of_the_turn_without_it() -> None:
    talk = Talk()
    talk.say("The bins are full.", "I am in the pit and there is no way out.")
    assert talk.turns[1].reading.risk is not None
    (_, left) = without(talk.turns, 1)
    shown = left.model_copy(update={"state": State()}).model_dump_json()
    assert [word for word in ("crisis", "safety", "Samaritans", "danger") if word in shown] == []
    assert (left.move.name, left.move.reason) == ("deleted", "the message was deleted")
    assert left.state.route == talk.turns[1].state.route, "the talk goes on from where it stands"


def test_what_was_said_before_stays_though_the_message_says_it_again() -> None:
    before = State(aim="a quiet night", memory=(Remembered(turn=1, text="nobody looks", kind=ClauseKind.FACT),))
    taken = Taken("Nobody looks, I want a quiet night.", frozenset(), frozenset({"a quiet night", "nobody looks"}))
    assert state_without(before, taken) == before


@pytest.mark.parametrize("piece", ["ask her on Friday", "ask her", "You will ask her", "on friday"])
def test_what_is_made_of_a_messages_words_is_taken_from_it(piece: str) -> None:
    assert Taken("I will ask her on Friday.", frozenset(), frozenset()).has(piece)


@pytest.mark.parametrize("piece", ["", "ask the porter", "you will", "Friday evening"])
def test_what_has_words_of_its_own_is_not_taken_from_a_message(piece: str) -> None:
    assert not Taken("I will ask her on Friday.", frozenset(), frozenset()).has(piece)


def test_what_holds_nothing_without_the_words_is_gone_whole() -> None:
    plan = Commitment(what="ask her", when="on Friday", if_then="I will ask her again", confidence=8)
    state = State(
        commitment=plan, kept=plan, held=Held(text="ask her", before=State(aim="ask her")), options=("ask her", "wait")
    )
    state = state.model_copy(update={"past": LookedBack(plan=plan, outcome="kept", learned="people answer")})
    left = state_without(state, Taken("I will ask her on Friday.", frozenset(), frozenset()))
    assert (left.commitment, left.kept, left.held, left.options) == (None, None, None, ("wait",))
    assert left.past is None


def test_what_was_told_when_looking_back_goes_and_the_plan_stays() -> None:
    plan = Commitment(what="ask the porter", obstacle="he may be away")
    state = State(past=LookedBack(plan=plan, outcome="kept", learned="that asking works"))
    learned = state_without(state, Taken("I learnt that asking works.", frozenset(), frozenset())).past
    assert learned == LookedBack(plan=plan, outcome="kept")
    obstacle = state_without(state, Taken("He may be away.", frozenset(), frozenset())).past
    assert obstacle is not None
    assert (obstacle.plan, obstacle.learned) == (Commitment(what="ask the porter"), "that asking works")


@pytest.mark.parametrize(
    "described", ["my zebracorn registrar, always late", "my zebracorn", "zebracorn, hates audits"]
)
def test_somebody_described_is_called_nothing_of_it_once_their_message_is_deleted(described: str) -> None:
    talk = Talk()
    talk.say("I would like to practise with the porter.", "I want him to sign the ledger.", "Will you sign it?")
    first, *rest = talk.turns
    called, cares = f"{name_of(described)}: I hear you.", " ".join(cares_of(described))
    turns = [_with(one, described, f"{called} {cares}") for one in (first, *rest)]
    left = without(turns, 0)
    assert all("zebracorn" in one.model_dump_json() for one in turns)
    assert not any("zebracorn" in one.model_dump_json() or "hate audits" in one.model_dump_json() for one in left)
    assert [one.message for one in left[1:]] == [one.message for one in rest]


def _with(record: TurnRecord, described: str, text: str) -> TurnRecord:
    """A turn of a rehearsal with somebody described, who is named in its reply."""
    practice = (record.state.practice or Practice()).model_copy(update={"described": described})
    sentences = (Sentence(text=text, act=Act.REFLECT),)
    return record.model_copy(
        update={
            "message": record.message.model_copy(update={"text": f"Can I practise with {described}"})
            if record.number == 1
            else record.message,
            "state": record.state.model_copy(update={"practice": practice}),
            "draft": record.draft.model_copy(update={"sentences": sentences}),
            "reply": record.reply.model_copy(update={"text": text}),
            "step": record.step and record.step.model_copy(update={"text": text, "practice": practice}),
        }
    )


def test_parts_of_a_plan_go_and_the_rest_stays() -> None:
    plan = Commitment(what="ask the porter", when="on Friday", with_whom="her", if_then="wait a day", confidence=8)
    left = state_without(State(commitment=plan), Taken("Her, on Friday.", frozenset(), frozenset()))
    assert left.commitment == Commitment(what="ask the porter", if_then="wait a day", confidence=8)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("one\nTHE WORDS\ntwo", "one\n\ntwo"),
        ("THE WORDS", ""),
        ("WORDS\ntwo", "\ntwo"),
        ("one\ntwo", "one\ntwo"),
        ("", ""),
    ],
)
def test_all_that_was_said_is_kept_but_for_the_message_even_where_its_beginning_was_cut(said: str, left: str) -> None:
    assert Taken("THE WORDS", frozenset(), frozenset()).cut_from(said) == left


@pytest.mark.parametrize(
    ("reply", "quotes"),
    [
        ("You said the bins are full again today.", True),
        ("You say the bins are a matter for others.", False),
        ("What would you do?", False),
        ("", False),
    ],
)
def test_a_later_reply_that_quotes_is_known_by_words_in_a_row(reply: str, quotes: bool) -> None:
    assert Taken("The bins are full again.", frozenset(), frozenset()).quoted_in(reply) is quotes
