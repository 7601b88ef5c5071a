"""The judge of transcripts: each way in which a conversation can go wrong is seen, and counted as what it is."""

from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.model import IncomingMessage, State
from bot.coaching.record import Conversation
from tests.proving.chain import ChainAnswerer, Said, folded, token, tokens
from tests.proving.judging import Judged, judge

SENT = [token(3, number) for number in range(6)]


def turn(*names: str, after: int = 0) -> Said:
    """A right answer to those messages, the first `after` ones having been answered before."""
    return Said(1, names, folded([*SENT[:after], *names]))


def one_each() -> list[Said]:
    return [turn(name, after=at) for at, name in enumerate(SENT)]


def test_one_right_answer_to_each_is_no_fault() -> None:
    assert judge(SENT, one_each()) == Judged(sent=6, replies=6)


def test_messages_that_were_joined_are_answered_by_one_reply() -> None:
    replies = [turn(*SENT[:2]), turn(*SENT[2:5], after=2), turn(SENT[5], after=5)]
    assert judge(SENT, replies) == Judged(sent=6, replies=3)


def test_a_message_without_an_answer_is_lost() -> None:
    assert judge(SENT, one_each()[:5]).lost == 1


def test_a_second_answer_is_one_too_many_wherever_it_stands() -> None:
    replies = one_each()
    judged = judge(SENT, [*replies, replies[1]])
    assert (judged.twice, judged.disordered, judged.lost) == (1, 0, 0)


def test_an_answer_after_that_to_a_later_message_is_out_of_order() -> None:
    replies = one_each()
    judged = judge(SENT, [replies[0], replies[2], replies[1], *replies[3:]])
    assert (judged.disordered, judged.twice, judged.lost) == (1, 0, 0)


def test_a_reply_from_another_state_is_wrong() -> None:
    replies = one_each()
    replies[3] = turn(SENT[3], after=2)
    assert judge(SENT, replies).wrong == 1


def test_an_answer_to_what_was_never_sent_is_wrong_in_order_or_not() -> None:
    replies = [*one_each(), Said(7, (token(9, 9),), "0" * 16)]
    assert judge(SENT, replies).wrong == 1
    assert judge(SENT, replies, ordered=False).wrong == 1


def test_shuffled_deliveries_have_no_order_but_are_answered_once_all_the_same() -> None:
    replies = one_each()
    assert judge(SENT, replies[::-1], ordered=False).faults == 0
    assert judge(SENT, [*replies[::-1], replies[0]], ordered=False).twice == 1


def test_conversations_are_added_up() -> None:
    assert Judged(1, 2, 3, 4, 5, 6) + Judged(1, 1, 1, 1, 1, 1) == Judged(2, 3, 4, 5, 6, 7)
    assert Judged(lost=1, twice=2, disordered=3, wrong=4).faults == 10


@given(st.lists(st.integers(1, 4), min_size=1, max_size=8))
def test_the_chain_answers_whatever_was_joined_so_that_the_judge_finds_nothing(sizes: list[int]) -> None:
    chain, names, replies = ChainAnswerer(), [token(1, number) for number in range(sum(sizes))], []
    conversation = Conversation(id="c", person_id="p", state=State())
    left = list(names)
    for size in sizes:
        text = "\n".join(f"This is {left.pop(0)}." for _ in range(size))
        message = IncomingMessage(event_id="e", conversation_id="c", person_id="p", text=text)
        record = chain.answer(message, conversation, identifiable=False)
        said = Said.found(f"Before it. {record.reply.text}. After it.")
        assert said is not None
        replies.append(said)
        conversation = conversation.model_copy(update={"state": record.state})
    assert judge(names, replies) == Judged(sent=len(names), replies=len(sizes))
    assert [one.number for one in replies] == list(range(1, len(sizes) + 1))


def test_names_of_messages_are_found_in_any_text() -> None:
    assert tokens("This is m1x2.\nm10x33, and xm1x1 is none.") == ("m1x2", "m10x33")
    assert Said.found("A note of the coach's.") is None


def test_the_chain_is_quick_and_masks_nothing() -> None:
    chain = ChainAnswerer()
    assert chain.masked("m1x1") == ("m1x1", False)
    assert chain.urgent("urgent: m1x1")
    assert not chain.urgent("m1x1")
