"""Targets: what a command or an address is told, what it may say, and what becomes of one that fails."""

import contextlib
import gc
import http.server
import json
import shlex
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evals.errors import EvalsError
from evals.rubric.talk import Reply
from evals.runs.targets import Session, Target, TargetFailedError

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # see test_nothing_is_left_open
NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
ANSWERS = """\
import json, sys, time
for line in sys.stdin:
    given = json.loads(line)
    text = given["text"]
    answer = {"text": "|".join((given["conversation"], given["user"], given["at"], text)), "acts": ["reflect"], "more": 1}
    lines = {"gibberish": "{not json", "array": "[]", "wordless": "{}", "error": '{"error": {"code": "internal"}}'}
    if text == "crash":
        raise SystemExit("the target fell over")
    if text == "leave":
        raise SystemExit
    if text == "sleep":
        time.sleep(30)
    print(lines.get(text) or json.dumps(answer), flush=True)
"""


@pytest.fixture(scope="module", autouse=True)
def let_go() -> Iterator[None]:
    """What targets leave open is let go here, where it is no error."""
    yield
    gc.collect()


def command(folder: Path, code: str) -> str:
    (folder / "target.py").write_text(code, encoding="utf-8")
    return shlex.join([sys.executable, "-I", str(folder / "target.py")])


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = Target(command(tmp_path, ANSWERS), 20).open()
    yield opened
    opened.close()


def test_a_command_is_told_who_where_what_and_when_and_may_say_more_than_we_know(session: Session) -> None:
    reply = session.reply("talk-1", "it’s eight\nby March", NOW)
    text = "talk-1|doctor of talk-1|2026-01-05T09:00:00+00:00|it’s eight\nby March"
    assert reply == Reply(text=text, acts=("reflect",))


@pytest.mark.parametrize(
    ("says", "why"),
    [
        ("crash", "within 20 s or ended: the target fell over"),
        ("leave", "within 20 s or ended: it said nothing"),
        ("gibberish", "not JSON: {not json"),
        ("array", "lacks what a reply needs"),
        ("wordless", "lacks what a reply needs: text"),
        ("error", "answered with an error: .*internal"),
    ],
)
def test_a_command_that_fails_says_why_and_serves_the_next(says: str, why: str, session: Session) -> None:
    with pytest.raises(TargetFailedError, match=why):
        session.reply("one", says, NOW)
    assert session.reply("two", "well?", NOW).text.startswith("two|")


def test_a_command_that_never_answers_is_waited_for_no_longer_than_the_patience(tmp_path: Path) -> None:
    opened, begun = Target(command(tmp_path, ANSWERS), 0.5).open(), time.monotonic()
    with pytest.raises(TargetFailedError, match=r"no answer within 0\.5 s"):
        opened.reply("one", "sleep", NOW)
    opened.close()
    assert 0.5 <= time.monotonic() - begun < 10


def test_a_session_that_is_let_go_leaves_no_process(tmp_path: Path) -> None:
    left = tmp_path / "left"
    code = f"{ANSWERS}\nopen({str(left)!r}, 'w').close()"
    opened = Target(command(tmp_path, code)).open()
    opened.reply("one", "well?", NOW)
    assert not left.exists()
    opened.close()
    assert left.exists()


def test_a_target_without_a_command_or_with_one_that_is_not_there_is_an_error() -> None:
    with pytest.raises(EvalsError, match="the target is empty"):
        Target(" ").open()
    opened = Target("/no/such/thing --json").open()
    with pytest.raises(EvalsError, match="cannot be started: /no/such/thing: No such file"):
        opened.reply("one", "well?", NOW)
    opened.close()


def test_patience_holds_for_what_a_command_starts() -> None:
    opened, begun = Target(shlex.join(["sh", "-c", "sleep 1.5; true"]), 0.2).open(), time.monotonic()
    with pytest.raises(TargetFailedError):
        opened.reply("one", "well?", NOW)
    opened.close()
    assert time.monotonic() - begun < 1


def test_no_reply_is_taken_for_that_to_another_message(tmp_path: Path) -> None:
    opened = Target(command(tmp_path, f"print('loading', flush=True)\n{ANSWERS}")).open()
    with pytest.raises(TargetFailedError, match="not JSON: loading"):
        opened.reply("one", "first", NOW)
    heard = ""
    with contextlib.suppress(TargetFailedError):  # as good: begun anew, it says its first line anew
        heard = opened.reply("two", "second", NOW).text
    opened.close()
    assert "first" not in heard


def test_a_process_that_says_nothing_is_not_given_the_last_words_of_another(session: Session) -> None:
    with pytest.raises(TargetFailedError, match="the target fell over"):
        session.reply("one", "crash", NOW)
    with pytest.raises(TargetFailedError, match="it said nothing"):
        session.reply("one", "leave", NOW)


@pytest.mark.parametrize("spec", ["", "/no/such/thing"])
def test_nothing_is_left_open(spec: str, tmp_path: Path) -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        opened = Target(spec or command(tmp_path, ANSWERS)).open()
        for says in ("crash", "well?"):
            with contextlib.suppress(TargetFailedError, EvalsError):
                opened.reply("one", says, NOW)
        opened.close()
        del opened
        gc.collect()
    assert not [one for one in told if one.category is ResourceWarning]


class Posted(http.server.BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if given["text"] == "sleep":
            time.sleep(0.5)
            return
        line = "<html>" if given["text"] == "page" else json.dumps({"text": f"so: {given['text']}"})
        self.send_response(503 if given["text"] == "busy" else 200)
        self.end_headers()
        self.wfile.write(line.encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Posted) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/chat"
        server.shutdown()
        thread.join()


def test_an_address_is_posted_the_same_line_and_its_failures_say_why(address: str) -> None:
    opened = Target(address, 0.3).open()
    assert opened.reply("one", "eight", NOW).text == "so: eight"
    for says, why in (("busy", "did not answer: .*503"), ("page", "not JSON: <html>"), ("sleep", "did not answer")):
        with pytest.raises(TargetFailedError, match=why):
            opened.reply("one", says, NOW)
    assert opened.reply("one", "ten", NOW).text == "so: ten"
    opened.close()


def test_an_address_where_nobody_listens_did_not_answer() -> None:
    with pytest.raises(TargetFailedError, match=r"http://127\.0\.0\.1:1/ did not answer"):
        Target("http://127.0.0.1:1/").open().reply("one", "eight", NOW)
