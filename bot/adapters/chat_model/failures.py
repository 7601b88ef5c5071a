"""What went wrong with a try, whatever the provider: an exception or an answer -> a Failure, its tokens, when next."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.adapters.chat_model.prices import Tokens
from bot.ports.chat_model import Failure

_BY_STATUS = {408: Failure.SLOW, 429: Failure.BUSY, 529: Failure.BUSY}
_REFUSED = frozenset(
    "content_filter refusal safety prohibited_content blocklist spii guardrail_intervened content_filtered".split(),
)
_CUT = frozenset("length max_tokens max_output_tokens incomplete model_context_window_exceeded".split())
_NAMES = (
    ("ContentFilterFinishReasonError", Failure.REFUSED),
    ("OpenAIRefusalError", Failure.REFUSED),
    ("LengthFinishReasonError", Failure.MALFORMED),
    ("APIResponseValidationError", Failure.MALFORMED),
    ("TimeoutError", Failure.SLOW),
    ("APITimeoutError", Failure.SLOW),
    ("TimeoutException", Failure.SLOW),
    ("APIConnectionError", Failure.UNREACHABLE),
    ("TransportError", Failure.UNREACHABLE),
    ("OSError", Failure.UNREACHABLE),
    ("ModelRateLimitError", Failure.BUSY),
    ("ModelError", Failure.BROKEN),
    ("APIError", Failure.BROKEN),
    ("ValueError", Failure.MALFORMED),
    ("LookupError", Failure.MALFORMED),
    ("TypeError", Failure.MALFORMED),
    ("AttributeError", Failure.MALFORMED),
)
"""Names of classes, since each provider has its own and none may be loaded to ask; the first that fits decides."""


class TryFailedError(Exception):
    """One try came to nothing. It carries no word of what was sent or came back; `after_s` is when to come back.

    `kind` is one word for the log: a class's name, or what was wrong.
    """

    def __init__(self, failure: Failure, after_s: float | None = None, kind: str = "") -> None:
        super().__init__(failure.value)
        self.failure = failure
        self.after_s = after_s
        self.kind = kind


def of_exception(error: Exception) -> TryFailedError:
    """The failure that a client's exception stands for, with what the provider says of coming back."""
    kind = type(error).__name__
    status = getattr(error, "status_code", None)
    if isinstance(status, int) and status >= 400:
        return TryFailedError(_of_status(status, error), _come_back(error), f"{kind}:{status}")
    names = {one.__name__ for one in type(error).__mro__}
    failure = next((failure for name, failure in _NAMES if name in names), Failure.BROKEN)
    return TryFailedError(failure, kind=kind)


def of_answer(metadata: Mapping[str, object], extra: Mapping[str, object]) -> Failure | None:
    """Why an answer is none, by its refusal or the reason it ended for; None where it may be one."""
    details = metadata.get("incomplete_details")
    ends = [metadata.get(name) for name in ("finish_reason", "stop_reason", "done_reason", "status")]
    ends += [details.get("reason")] if isinstance(details, Mapping) else []
    reasons = {str(one).lower() for one in ends if one}
    if extra.get("refusal") or reasons & _REFUSED:
        return Failure.REFUSED
    return Failure.MALFORMED if reasons & _CUT else None


def tokens_of(error: Exception) -> Tokens:
    """The tokens of an answer that the client would not take, where it came with a count."""
    body = _json(getattr(error, "response", None))
    return Tokens.of_openai(body.get("usage")) if isinstance(body, Mapping) else Tokens()


def _of_status(status: int, error: Exception) -> Failure:
    if status >= 500:
        return _BY_STATUS.get(status, Failure.BROKEN)
    filtered = getattr(error, "code", None) in _REFUSED  # Azure turns what its filter stops away with a 400
    return Failure.REFUSED if filtered else _BY_STATUS.get(status, Failure.MISCONFIGURED)


def _json(response: object) -> object:
    """The body of a response that has been read, as JSON; None where it is none."""
    try:
        text = getattr(response, "text", "")
    except (RuntimeError, UnicodeError):  # a stream, not read to its end
        return None
    try:
        return json.loads(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _come_back(error: Exception) -> float | None:
    """Seconds until the provider wants to be asked again, where it says so: as a number, or as a time of day."""
    headers = getattr(getattr(error, "response", None), "headers", None)
    if not isinstance(headers, Mapping):
        return None
    millis, said = headers.get("retry-after-ms"), headers.get("retry-after")
    for text, unit in ((millis, 1000.0), (said, 1.0)):
        if text and re.fullmatch(r"\d+(?:\.\d+)?", text.strip()):
            return float(text) / unit
    return _until(said)


def _until(said: str | None) -> float | None:
    try:
        when = parsedate_to_datetime(said or "")
    except ValueError:
        return None
    return max(0.0, ((when if when.tzinfo else when.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds())
