"""What the log tells of a chat model that gives no answer: a sentence, why, and after how many tries."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot.adapters.chat_model import langchain_model
from bot.channels.slack.logs import ContentFree
from bot.coaching.drafting.shape import Worded
from tests.bot.adapters.chat_model.conftest import Opener, prompt
from tests.stubmodel.client import StubModel


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the content-free log holds of this module's records."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(ContentFree())
    logger = logging.getLogger(langchain_model.__name__)
    logger.addHandler(handler)
    yield out
    logger.removeHandler(handler)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("401", ("misconfigured", "OpenAIAuthenticationError:401", 1)),
        ("refusal", ("refused", "ended_early", 1)),
        ("truncated", ("malformed", "not_of_the_shape", 2)),
        ("hang", ("slow", "no_time_left", 1)),
    ],
)
def test_a_failure_is_told_with_its_code_its_cause_and_its_tries(
    opened: Opener, stub: StubModel, written: io.StringIO, fault: str, told: tuple[str, str, int]
) -> None:
    stub.faults(fault, times=9)
    opened().ask(prompt("wallaby"), Worded, 0.9 if fault == "hang" else 30.0)
    (line,) = map(json.loads, written.getvalue().splitlines())
    assert line["event"] == "the chat model gave no answer"
    assert (line.get("code"), line.get("error"), line.get("count")) == told
    assert "wallaby" not in written.getvalue()
