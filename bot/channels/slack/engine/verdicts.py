"""What Slack's answer to a call means for a letter: try later, look first, say it more plainly, or give up. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.channels.slack.clients import NotInstalledError

_LIMITED = {"ratelimited", "rate_limited", "message_limit_exceeded"}
_UNKNOWN_OUTCOME = {"internal_error", "fatal_error", "request_timeout", "service_unavailable", "server_error"}
_BLOCKS = {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "block_mismatch"}
_NO_THREAD = {"thread_not_found", "invalid_thread_ts", "cannot_reply_to_message"}
_MENDABLE = {"invalid_auth", "not_authed", "missing_scope", "token_expired", "ekm_access_denied", "access_denied"}
"""Refusals that whoever runs the coach can put right: the letter is kept meanwhile."""
_TOO_MANY = 429
_SERVER = 500
_ASKED_FOR_NOTHING = 1.0


@dataclass(frozen=True, slots=True)
class Later:
    """Not now. `doubtful` where Slack may have taken it all the same; `seconds` where Slack said how long to wait."""

    reason: str
    doubtful: bool = False
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Plainer:
    """Slack does not take it in this form: without blocks, or outside of its thread (`code` says which)."""

    code: str
    without_thread: bool = False


@dataclass(frozen=True, slots=True)
class Never:
    """It cannot be sent; `code` is Slack's word for why."""

    code: str


class UnsendableError(Exception):
    """Slack refused a letter in every form there is."""


Verdict = Later | Plainer | Never


def judge(error: BaseException) -> Verdict:
    """What an error of a call means. One that is not known leaves the outcome open, so the letter is looked for."""
    if isinstance(error, SlackApiError):
        return _refusal(error)
    if isinstance(error, NotInstalledError):
        return Never("not_installed")
    if isinstance(error, UnsendableError):
        return Never("refused_in_every_form")
    if isinstance(error, aiohttp.ClientConnectorError):  # nothing of the request ever left
        return Later("unreachable")
    if isinstance(error, TimeoutError):
        return Later("timeout", doubtful=True)
    return Later("connection" if isinstance(error, aiohttp.ClientError | OSError) else "failed", doubtful=True)


def _refusal(error: SlackApiError) -> Verdict:
    status, code = status_of(error), code_of(error)
    if status == _TOO_MANY or code in _LIMITED:
        return Later("rate_limited", seconds=_retry_after(error))
    if status >= _SERVER or code in _UNKNOWN_OUTCOME or not code:
        return Later("server_error", doubtful=True)
    if code in _BLOCKS:
        return Plainer(code)
    if code in _NO_THREAD:
        return Plainer(code, without_thread=True)
    return Later(code) if code in _MENDABLE else Never(code)


def code_of(error: SlackApiError) -> str:
    """Slack's word for what is wrong; "" where there is none."""
    data = getattr(error.response, "data", error.response)
    code = data.get("error") if isinstance(data, Mapping) else None
    return code if isinstance(code, str) else ""


def status_of(error: SlackApiError) -> int:
    """The HTTP status; 0 where none is known. A body that is not JSON leaves aiohttp's own response."""
    status = getattr(error.response, "status_code", None) or getattr(error.response, "status", None)
    return status if isinstance(status, int) else 0


def _retry_after(error: SlackApiError) -> float:
    headers = getattr(error.response, "headers", None)
    named = headers.get("Retry-After") if isinstance(headers, Mapping) else None
    try:
        return max(float(named or _ASKED_FOR_NOTHING), 0.0)
    except ValueError:
        return _ASKED_FOR_NOTHING
