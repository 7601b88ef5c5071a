"""Requests made for the proofs: genuine ones are believed by Slack's own verifier, forged ones never."""

import json
from collections import Counter

from slack_sdk.signature import SignatureVerifier

from tests.fakeslack.known import SIGNING_SECRET
from tests.proving import requests
from tests.proving.deliveries import TIMES, shuffled

VERIFIER = SignatureVerifier(SIGNING_SECRET)


def test_a_genuine_request_is_believed_also_when_it_is_repeated() -> None:
    request = requests.genuine("U1", "D1", "Good morning", 7)
    assert VERIFIER.is_valid_request(request.body, dict(request.headers))
    assert request.repeated(0) is request
    assert request.repeated(2).headers["X-Slack-Retry-Num"] == "2"
    assert VERIFIER.is_valid_request(request.body, dict(request.repeated(2).headers))


def test_every_message_has_keys_of_its_own_and_later_ones_sort_later() -> None:
    bodies = [json.loads(requests.message("U1", "D1", "Good morning", at)) for at in range(1, 1200, 100)]
    assert len({body["event_id"] for body in bodies}) == len(bodies)
    assert len({body["event"]["client_msg_id"] for body in bodies}) == len(bodies)
    stamps = [body["event"]["ts"] for body in bodies]
    assert stamps == sorted(set(stamps))


def test_no_forged_request_is_believed_and_every_kind_is_there() -> None:
    made = list(requests.forged("U1", "D1", 520, seed=1))
    assert not [one.kind for one in made if _believed(one)]
    assert set(Counter(one.kind for one in made).values()) == {40}
    assert len({one.body for one in made}) > 300


def _believed(one: requests.Request) -> bool:
    """As Slack's own verifier has it; a time that is no number is an error there, and no reason to believe."""
    try:
        return VERIFIER.is_valid_request(one.body, dict(one.headers))
    except ValueError:
        return False


def test_deliveries_are_shuffled_and_none_is_missing() -> None:
    events = [requests.genuine("U1", "D1", f"Message {at}", at) for at in range(50)]
    order = shuffled(events, spread=20, seed=1)
    assert Counter(one.body for one in order) == {one.body: TIMES for one in events}
    assert [one.body for one in order[::TIMES]] != [one.body for one in events]
    assert {one.headers.get("X-Slack-Retry-Num", "0") for one in order} == {"0", "1", "2", "3"}
