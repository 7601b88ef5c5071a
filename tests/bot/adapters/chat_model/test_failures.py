"""What went wrong, for the exceptions of other providers as well: by status, by name, by the reason for ending."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.adapters.chat_model.failures import of_answer, of_exception, tokens_of
from bot.adapters.chat_model.prices import Tokens
from bot.ports.chat_model import Failure


@dataclass
class Response:
    text: str = ""
    headers: dict[str, str] = field(default_factory=dict)


class StatusError(Exception):
    def __init__(self, status_code: int, headers: dict[str, str] | None = None, code: str = "") -> None:
        super().__init__("what the doctor wrote")
        self.status_code = status_code
        self.code = code
        self.response = Response(headers=headers or {})


class TransportError(Exception):
    pass


class ReadError(TransportError):
    pass


class TimeoutException(TransportError):  # noqa: N818 - the name that httpx gives it
    pass


class UnheardOfError(Exception):
    pass


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (400, Failure.MISCONFIGURED),
        (401, Failure.MISCONFIGURED),
        (403, Failure.MISCONFIGURED),
        (404, Failure.MISCONFIGURED),
        (408, Failure.SLOW),
        (422, Failure.MISCONFIGURED),
        (429, Failure.BUSY),
        (500, Failure.BROKEN),
        (504, Failure.BROKEN),
        (529, Failure.BUSY),
    ],
)
def test_a_status_becomes_a_failure(status: int, failure: Failure) -> None:
    assert of_exception(StatusError(status)).failure is failure


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (TimeoutError(), Failure.SLOW),
        (TimeoutException(), Failure.SLOW),
        (ReadError(), Failure.UNREACHABLE),
        (ConnectionRefusedError(), Failure.UNREACHABLE),
        (ValueError(), Failure.MALFORMED),
        (IndexError(), Failure.MALFORMED),
        (UnheardOfError(), Failure.BROKEN),
    ],
)
def test_an_exception_becomes_a_failure_by_what_it_is_called(error: Exception, failure: Failure) -> None:
    assert of_exception(error).failure is failure


def test_a_filter_that_answers_with_400_has_refused() -> None:
    assert of_exception(StatusError(400, code="content_filter")).failure is Failure.REFUSED


def test_no_word_of_the_provider_is_carried_on() -> None:
    failed = of_exception(StatusError(400))
    assert "doctor" not in f"{failed} {failed.kind} {failed.args}"


@pytest.mark.parametrize(
    ("headers", "after_s"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-1"}, None),
        ({"retry-after": format_datetime(datetime(2020, 1, 1, tzinfo=UTC), usegmt=True)}, 0.0),
    ],
)
def test_what_a_provider_says_of_coming_back_is_read(headers: dict[str, str], after_s: float | None) -> None:
    assert of_exception(StatusError(429, headers)).after_s == after_s


def test_a_provider_may_name_a_time_of_day() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    after_s = of_exception(StatusError(503, {"retry-after": later})).after_s
    assert after_s is not None
    assert 3000 < after_s <= 3600


@pytest.mark.parametrize(
    ("metadata", "failure"),
    [
        ({"finish_reason": "stop"}, None),
        ({"stop_reason": "end_turn"}, None),
        ({"status": "completed"}, None),
        ({"finish_reason": "content_filter"}, Failure.REFUSED),
        ({"stop_reason": "refusal"}, Failure.REFUSED),
        ({"finish_reason": "SAFETY"}, Failure.REFUSED),
        ({"finish_reason": "length"}, Failure.MALFORMED),
        ({"stop_reason": "max_tokens"}, Failure.MALFORMED),
        ({"done_reason": "length"}, Failure.MALFORMED),
        ({"status": "incomplete", "incomplete_details": {"reason": "max_output_tokens"}}, Failure.MALFORMED),
        ({"status": "incomplete", "incomplete_details": {"reason": "content_filter"}}, Failure.REFUSED),
    ],
)
def test_an_answer_that_ended_early_is_none(metadata: dict[str, object], failure: Failure | None) -> None:
    assert of_answer(metadata, {}) is failure


def test_a_refusal_beside_the_text_is_one() -> None:
    assert of_answer({"finish_reason": "stop"}, {"refusal": "No."}) is Failure.REFUSED


@pytest.mark.parametrize("text", ["", "<html>", "[]", '{"usage": null}', '{"usage": 7}'])
def test_an_answer_without_a_count_counts_nothing(text: str) -> None:
    error = StatusError(200)
    error.response = Response(text)
    assert tokens_of(error) == Tokens()
