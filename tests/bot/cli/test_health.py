"""`coach health`: a container's probe, without curl."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from click.testing import CliRunner

from bot.cli.main import coach


class _Coach(BaseHTTPRequestHandler):
    """Ready or not, as its server says; alive always."""

    def do_GET(self) -> None:
        well = self.path == "/healthz" or (self.path == "/readyz" and getattr(self.server, "well", True))
        self.send_response(200 if well else 503)
        self.end_headers()
        self.wfile.write(b"well" if well else b"the store does not answer")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def running() -> Iterator[HTTPServer]:
    with HTTPServer(("127.0.0.1", 0), _Coach) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def asked(monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], *words: str) -> tuple[int, str]:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    done = CliRunner().invoke(coach, ["health", *words])
    return done.exit_code, done.output.strip()


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "localhost"])  # noqa: S104 - what a container listens at
def test_a_coach_that_is_ready_is_well(
    data_folder: object, running: HTTPServer, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    own = {"COACH_HOST": host, "COACH_PORT": str(running.server_port)}
    assert asked(monkeypatch, own) == (0, "well")


def test_the_console_is_asked_at_its_own_port(
    data_folder: object, running: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {"COACH_PORT": "9", "COACH_CONSOLE_PORT": str(running.server_port)}
    assert asked(monkeypatch, own, "console") == (0, "well")
    assert asked(monkeypatch, own)[0] == 1


def test_one_that_is_not_ready_is_not_well_but_alive(
    data_folder: object, running: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    running.well = False  # type: ignore[attr-defined]
    own = {"COACH_PORT": str(running.server_port)}
    assert asked(monkeypatch, own) == (1, "the store does not answer")
    assert asked(monkeypatch, own, "--alive") == (0, "well")


def test_where_nothing_answers_it_says_so(data_folder: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(monkeypatch, {"COACH_PORT": "9"}) == (1, "nothing answers at port 9")
