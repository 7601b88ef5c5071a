import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.channels.slack.clients import NotInstalledError
from bot.channels.slack.engine.verdicts import Later, Never, Plainer, UnsendableError, Verdict, judge


def refusal(code: str = "", status: int = 200, retry_after: str = "") -> SlackApiError:
    response = AsyncSlackResponse(
        client=AsyncWebClient(),
        http_verb="POST",
        api_url="chat.postMessage",
        req_args={},
        data={"ok": False, "error": code} if code else {},
        headers={"Retry-After": retry_after} if retry_after else {},
        status_code=status,
    )
    return SlackApiError("refused", response)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (refusal("ratelimited", 429, "7"), Later("rate_limited", seconds=7.0)),
        (refusal("ratelimited", 429), Later("rate_limited", seconds=1.0)),
        (refusal("ratelimited", 429, "soon"), Later("rate_limited", seconds=1.0)),
        (refusal("ratelimited", 200, "3"), Later("rate_limited", seconds=3.0)),
        (refusal(status=504), Later("server_error", doubtful=True)),
        (refusal("fatal_error"), Later("server_error", doubtful=True)),
        (refusal("internal_error"), Later("server_error", doubtful=True)),
        (refusal("invalid_blocks"), Plainer("invalid_blocks")),
        (refusal("thread_not_found"), Plainer("thread_not_found", without_thread=True)),
        (refusal("missing_scope"), Later("missing_scope")),
        (refusal("invalid_auth"), Later("invalid_auth")),
        (refusal("channel_not_found"), Never("channel_not_found")),
        (refusal("account_inactive"), Never("account_inactive")),
        (refusal("something_new"), Never("something_new")),
        (NotInstalledError(), Never("not_installed")),
        (UnsendableError(), Never("refused_in_every_form")),
        (TimeoutError(), Later("timeout", doubtful=True)),
        (aiohttp.ServerDisconnectedError(), Later("connection", doubtful=True)),
        (ConnectionResetError(), Later("connection", doubtful=True)),
        (ValueError("a mistake of ours"), Later("failed", doubtful=True)),
    ],
)
def test_what_an_answer_of_slacks_means_for_a_letter(error: Exception, verdict: Verdict) -> None:
    assert judge(error) == verdict


def test_a_connection_that_was_never_made_leaves_no_doubt() -> None:
    key = aiohttp.client_reqrep.ConnectionKey("127.0.0.1", 1, False, True, None, None, None)
    refused = aiohttp.ClientConnectorError(key, OSError(111, "refused"))
    assert judge(refused) == Later("unreachable")


def test_a_body_that_is_no_json_leaves_aiohttps_own_response() -> None:
    class Response:
        status = 502

    assert judge(SlackApiError("unreadable", Response())) == Later("server_error", doubtful=True)  # type: ignore[no-untyped-call]
