"""Which hosts and origins are the console's own."""

import pytest
from starlette.requests import Request

from bot.channels.console.site import Site, is_page, is_secret
from bot.errors import CoachError

HTTPS = Site.of("https://coach.example")
HERE = Site.of("http://127.0.0.1:8080")


def request(**headers: str) -> Request:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "POST", "path": "/", "query_string": b"", "headers": named})


@pytest.mark.parametrize(
    "url",
    [
        "http://coach.example",
        "http://192.0.2.4:8080",
        "http://0.0.0.0:8080",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "ftp://coach.example",
        "coach.example",
        "",
        "https://",
        "https://coach.example/console",
        "https://coach.example?x",
        "https://someone@coach.example",
        "https://coach.example:99999",
        "https://[::1",
    ],
)
def test_an_address_that_is_not_secure_or_none_is_refused(url: str) -> None:
    with pytest.raises(CoachError):
        Site.of(url)


@pytest.mark.parametrize(
    "url", ["http://localhost:3000", "http://127.0.0.1", "http://[::1]:3000", "https://coach.example/"]
)
def test_https_and_this_machine_itself_are_taken(url: str) -> None:
    assert Site.of(url).origin == url.rstrip("/")


@pytest.mark.parametrize(
    ("hosts", "known"),
    [
        (["coach.example"], True),
        (["COACH.example:443"], True),
        (["coach.example:8443"], False),
        (["evil.example"], False),
        (["coach.example.evil.example"], False),
        (["coach.example@evil.example"], False),
        (["coach.example/x"], False),
        (["127.0.0.1"], False),
        ([""], False),
        ([], False),
        (["coach.example", "coach.example"], False),
        (["coach.example:x"], False),
        (["["], False),
    ],
)
def test_only_its_own_host_is_answered_to(hosts: list[str], known: bool) -> None:
    assert HTTPS.answers_to(hosts) is known


def test_on_this_machine_every_name_of_it_is_answered_to_and_no_other() -> None:
    assert all(HERE.answers_to([one]) for one in ("127.0.0.1:8080", "localhost:8080", "[::1]:1"))
    assert not HERE.answers_to(["evil.example:8080"])


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"sec_fetch_site": "same-origin"}, True),
        ({"sec_fetch_site": "none"}, True),
        ({"sec_fetch_site": "same-site"}, False),
        ({"sec_fetch_site": "cross-site"}, False),
        ({"sec_fetch_site": "cross-site", "origin": "https://coach.example"}, False),
        ({"origin": "https://coach.example"}, True),
        ({"origin": "http://coach.example"}, False),
        ({"origin": "https://evil.example"}, False),
        ({"origin": "https://coach.example.evil.example"}, False),
        ({"origin": "https://coach.example:8443"}, False),
        ({"origin": "null"}, False),
        ({}, False),
    ],
)
def test_a_form_counts_only_when_the_browser_says_it_is_ours(headers: dict[str, str], own: bool) -> None:
    assert HTTPS.sent_by_own_page(request(host="coach.example", **headers)) is own


@pytest.mark.parametrize(
    "path", ["//evil.example", "/\\evil.example", "https://evil.example", "/a?b", "/%2f", "", "/", "/a//b"]
)
def test_nobody_is_sent_to_another_place_after_signing_in(path: str) -> None:
    assert not is_page(path)
    assert is_page("/talks/0f0e8f4e-3b0c-4a52-9a64-3f0fca1e3b11")


@pytest.mark.parametrize("text", ["", "a" * 42, "a" * 44, "a" * 42 + "\n", "é" * 43, "a" * 42 + "="])
def test_a_secret_has_one_shape(text: str) -> None:
    assert not is_secret(text)
    assert is_secret("a" * 43)
