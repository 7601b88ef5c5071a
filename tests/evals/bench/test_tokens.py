"""Tokens of a turn: both sides are counted whole, LangChain's by its own chain, ours with every call and its schema."""

import json

import pytest
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from bot.coaching.drafting.shape import SecondLook, Worded
from bot.coaching.drafting.sheet import Prompt
from bot.ports.chat_model import Failure
from evals.bench.stock_chat import A_MESSAGE, StockChat, whole
from evals.bench.tokens import Turn, Weighing, rows
from knowledge.encoder.counting import counter


class TwoPassages(BaseRetriever):
    """Always the same two, of three and two words."""

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [Document("one two three"), Document("four five")]


def words(text: str) -> int:
    return len(text.split())


def test_a_stock_turn_counts_prompt_passages_history_question_and_answer() -> None:
    first, second = whole([("how now", "so"), ("and then what", "it is so")], StockChat(TwoPassages(), words))
    prompt = 38 + 3 + 2
    assert first == prompt + A_MESSAGE + 2 + A_MESSAGE + 1
    assert second == prompt + A_MESSAGE + (2 + 1 + 2 * A_MESSAGE) + (3 + A_MESSAGE) + 3


def test_rewriting_the_question_is_a_call_of_its_own_from_the_second_turn_on() -> None:
    turns = [("how now", "so"), ("and then what", "it is so")]
    plain, rewriting = (
        whole(turns, StockChat(TwoPassages(), words)),
        whole(turns, StockChat(TwoPassages(), words, rewrites=True)),
    )
    assert rewriting[0] == plain[0]
    assert rewriting[1] > plain[1] + 40


@pytest.mark.parametrize(("shape", "reading"), [(SecondLook, True), (Worded, False)])
def test_a_call_of_ours_counts_the_prompt_and_the_schema(
    shape: type[SecondLook] | type[Worded], *, reading: bool
) -> None:
    model = Weighing(words)
    asked = model.ask(Prompt("one two", "three", "v"), shape, 1.0)
    assert asked.failure is Failure.REFUSED
    sent = 3 + words(json.dumps(shape.model_json_schema())) + 2 * A_MESSAGE
    counted = model.reading if reading else model.wording
    assert counted >= sent
    assert (model.wording if reading else model.reading) == 0


def test_the_share_is_of_all_tokens_and_not_a_mean_of_shares() -> None:
    held = [[Turn("m", "a", 10, 5), Turn("m", "a", 0, 0)]]
    first, *rest = rows(held, [[20, 80]], [[20, 130]])
    assert (first.value.median, first.met) == (0.15, True)
    assert "50% are worded by a model, 50% read a second time" in first.detail
    assert rest[-1].value.median == 0.1
    assert [one.reach for one in rest] == [None] * len(rest)


def test_tokens_are_word_pieces_and_long_texts_are_counted_to_the_end() -> None:
    tokens = counter()
    assert tokens("hello there") == 2
    assert tokens("hello " * 1000) == 1000
