import random
import time

import pytest
from slack_sdk.signature import SignatureVerifier

from bot.channels.slack.signature import Seal

SECRET = "right"  # noqa: S105
BODY = '{"type":"event_callback"}'


def headers(*, body: str = BODY, secret: str = SECRET, age: float = 0) -> dict[str, list[str]]:
    at = str(int(time.time() - age))
    signature = SignatureVerifier(secret).generate_signature(timestamp=at, body=body)
    return {"x-slack-request-timestamp": [at], "x-slack-signature": [str(signature)]}


def test_slacks_own_request_is_genuine() -> None:
    assert Seal(SECRET).genuine(BODY, headers())
    assert Seal(SECRET).genuine(BODY.encode(), headers())


@pytest.mark.parametrize(
    "given",
    [
        headers(secret="wrong"),  # noqa: S106
        headers(age=400),
        headers(age=-90_000),
        headers(body=BODY + " "),
        {},
        {**headers(), "x-slack-signature": [""]},
        {**headers(), "x-slack-signature": ["v0="]},
        {**headers(), "x-slack-signature": ["v0=é"]},
        {**headers(), "x-slack-request-timestamp": ["now"]},
        {**headers(), "x-slack-request-timestamp": ["٣"]},
        {**headers(), "x-slack-request-timestamp": ["1e9"]},
        {**headers(), "x-slack-signature": headers()["x-slack-signature"] * 2},
    ],
)
def test_anything_else_is_refused_and_is_no_error(given: dict[str, list[str]]) -> None:
    assert not Seal(SECRET).genuine(BODY, given)


@pytest.mark.parametrize("secret", ["", "  "])
def test_without_a_secret_nothing_is_genuine(secret: str) -> None:
    assert not Seal(secret).genuine(BODY, headers())


def test_no_changed_byte_gets_through() -> None:
    chance = random.Random(5)  # noqa: S311
    whole = headers()
    at, signature = whole["x-slack-request-timestamp"][0], whole["x-slack-signature"][0]
    for _ in range(300):
        part = chance.choice(("body", "at", "signature"))
        changed = {"body": BODY, "at": at, "signature": signature}
        place = chance.randrange(len(changed[part]))
        other = chance.choice([one for one in '0123456789abcdefv={}":' if one != changed[part][place]])
        changed[part] = changed[part][:place] + other + changed[part][place + 1 :]
        sent = {"x-slack-request-timestamp": [changed["at"]], "x-slack-signature": [changed["signature"]]}
        assert not Seal(SECRET).genuine(changed["body"], sent), changed
