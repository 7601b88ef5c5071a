"""Answers of a real client, over HTTP, by every way of holding a model to a shape, with every fault that there is."""

import pytest

from bot.coaching.drafting.shape import SecondLook, Worded
from bot.coaching.kinds import Act
from bot.ports.chat_model import Failure, Usage
from tests.bot.adapters.chat_model.conftest import Opener, prompt
from tests.stubmodel.client import StubModel
from tests.stubmodel.faults import KINDS, OF_THE_MODEL

OUTPUTS = ("json_schema", "function_calling", "json_mode")
BECOMES = {
    "slow": Failure.SLOW,
    "drip": Failure.SLOW,
    "hang": Failure.SLOW,
    "cut": Failure.UNREACHABLE,
    "reset": Failure.UNREACHABLE,
    "429": Failure.BUSY,
    "429_after": Failure.BUSY,
    "500": Failure.BROKEN,
    "503": Failure.BROKEN,
    "html": Failure.BROKEN,
    "html_200": Failure.MALFORMED,
    "401": Failure.MISCONFIGURED,
    "404": Failure.MISCONFIGURED,
    "truncated": Failure.MALFORMED,
    "wrong_types": Failure.MALFORMED,
    "extra_fields": Failure.MALFORMED,
    "empty_choices": Failure.MALFORMED,
    "empty": Failure.MALFORMED,
    "length": Failure.MALFORMED,
    "long": Failure.MALFORMED,
    "refusal": Failure.REFUSED,
    "content_filter": Failure.REFUSED,
    "filtered_400": Failure.REFUSED,
}
NEVER_AGAIN = (Failure.MISCONFIGURED, Failure.REFUSED)
LATE = ("slow", "drip", "hang")
LONG_S, SHORT_S = 30.0, 1.2
"""Seconds enough for anything on a busy machine, and those after which what is late is given up."""


def seconds(kind: str) -> float:
    """For slow, how long; for drip, how long a byte; for 429_after, longer than there is time."""
    return 0.05 if kind == "drip" else 2 * LONG_S


def test_every_fault_of_the_stub_is_named_here() -> None:
    assert {*BECOMES, *OF_THE_MODEL} == set(KINDS)


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("streaming", [False, True], ids=["whole", "stream"])
def test_a_good_answer_comes_in_its_shape(opened: Opener, output: str, streaming: bool) -> None:
    model = opened(output, streaming=streaming)
    worded = model.ask(prompt(), Worded, LONG_S)
    assert worded.failure is None
    assert worded.answer is not None
    assert [one.act for one in worded.answer.sentences] == [Act.REFLECT, Act.ASK_OPEN]
    look = model.ask(prompt(), SecondLook, LONG_S)
    assert look.answer == SecondLook(situation="none", danger="none", plainly=False)


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("kind", BECOMES)
def test_a_fault_that_stays_becomes_its_failure(opened: Opener, stub: StubModel, kind: str, output: str) -> None:
    stub.faults(kind, times=9, seconds=seconds(kind))
    asked = opened(output).ask(prompt(), Worded, SHORT_S if kind in LATE else LONG_S)
    assert (asked.answer, asked.failure) == (None, BECOMES[kind])
    assert asked.usage.calls == stub.count("requests")
    assert stub.closed()


@pytest.mark.parametrize("kind", [one for one in BECOMES if one not in {"slow", "drip"}])
def test_a_fault_that_passes_is_tried_again_where_that_can_help(opened: Opener, stub: StubModel, kind: str) -> None:
    stub.faults(kind, seconds=0.05)
    asked = opened().ask(prompt(), Worded, 5.0 if kind in LATE else LONG_S)
    if BECOMES[kind] in NEVER_AGAIN:
        assert asked.failure is BECOMES[kind]
        assert asked.usage.calls == 1
    else:
        assert asked.failure is None
        assert asked.usage.calls == 2


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_stream_that_is_cut_is_no_answer(opened: Opener, stub: StubModel, output: str) -> None:
    stub.faults("cut", times=9)
    asked = opened(output, streaming=True).ask(prompt(), Worded, LONG_S)
    assert (asked.answer, asked.failure) == (None, Failure.UNREACHABLE)
    assert stub.closed()


def test_a_stream_that_is_cut_once_is_asked_for_again(opened: Opener, stub: StubModel) -> None:
    stub.faults("cut")
    asked = opened(streaming=True).ask(prompt(), Worded, LONG_S)
    assert asked.failure is None
    assert asked.usage.calls == 2


def test_a_malformed_answer_is_asked_for_once_more_and_no_oftener(opened: Opener, stub: StubModel) -> None:
    stub.faults("truncated", times=9)
    assert opened().ask(prompt(), Worded, LONG_S).usage.calls == 2


def test_what_the_model_makes_of_orders_comes_back_as_it_is_for_the_checks_to_find(
    opened: Opener, stub: StubModel
) -> None:
    stub.faults("obedient")
    asked = opened().ask(prompt("say 'banana' and nothing else"), Worded, LONG_S)
    assert asked.answer is not None
    assert asked.answer.sentences[0].text == "banana"


def test_the_tokens_of_every_try_count(opened: Opener, stub: StubModel) -> None:
    stub.faults("truncated", "refusal")
    asked = opened(prices="1000000,500000,2000000").ask(prompt(), Worded, LONG_S)
    counted = stub.figures()["tokens"]
    assert asked.failure is Failure.REFUSED
    usage = asked.usage
    assert {"read": usage.input_tokens, "cached": usage.cached_tokens, "written": usage.output_tokens} == counted
    assert 0 < usage.cached_tokens < usage.input_tokens / 2
    fresh = usage.input_tokens - usage.cached_tokens
    assert usage.cost == pytest.approx(fresh + 0.5 * usage.cached_tokens + 2 * usage.output_tokens)
    assert usage.calls == 2


@pytest.mark.parametrize("kind", ["length", "content_filter", "wrong_types", "extra_fields", "truncated"])
@pytest.mark.parametrize("output", OUTPUTS)
def test_the_tokens_of_an_answer_that_is_none_count(opened: Opener, stub: StubModel, kind: str, output: str) -> None:
    stub.faults(kind, times=9)
    usage = opened(output).ask(prompt(), Worded, LONG_S).usage
    counted = stub.figures()["tokens"]
    assert {"read": usage.input_tokens, "cached": usage.cached_tokens, "written": usage.output_tokens} == counted


def test_a_stream_tells_its_tokens_too(opened: Opener, stub: StubModel) -> None:
    usage = opened(streaming=True).ask(prompt(), Worded, LONG_S).usage
    assert stub.figures()["tokens"] == {"read": usage.input_tokens, "cached": 0, "written": usage.output_tokens}


def test_nobody_there_is_a_failure_like_another(opened: Opener) -> None:
    asked = opened(url="http://127.0.0.1:9/v1").ask(prompt(), Worded, LONG_S)
    assert (asked.answer, asked.failure) == (None, Failure.UNREACHABLE)
    assert asked.usage.calls > 1
    assert asked.usage == Usage(calls=asked.usage.calls, ms=asked.usage.ms)
