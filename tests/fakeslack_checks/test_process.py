"""The fake as a process: it starts, says where, is driven, and goes when its parent does."""

import asyncio
import json
import socket
import subprocess
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from tests.fakeslack.client import FakeSlack, FakeSlackError, command_line
from tests.fakeslack.jsons import Json, record, records
from tests.fakeslack.known import BOT_TOKEN, SIGNING_SECRET
from tests.fakeslack_checks.bench import fake

ROOT = Path(__file__).parents[2]


def test_the_client_drives_a_process_of_its_own() -> None:
    with FakeSlack.start(mode="none", demo=True) as slack:
        world = slack.look("world")
        assert [one["name"] for one in records(world["users"])] == ["Amara Osei", "Tom Reid", "Ruth Adeyemi"]
        user = slack.add_user("Another Doctor")
        ts = slack.say(user, "hello")
        assert [one["ts"] for one in slack.transcript(user)] == [ts]
        assert slack.replies(user) == []
        assert slack.problems() == []
        assert slack.views(user) == []
        with pytest.raises(FakeSlackError, match="there is nobody"):
            slack.say("U0NOBODY", "hello")
        with pytest.raises(FakeSlackError, match="nobody can do that"):
            slack.act("sing")
        with pytest.raises(FakeSlackError, match="nothing to see"):
            slack.look("moon")


def test_a_port_that_is_taken_is_said_to_be() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(FakeSlackError, match="cannot start"):
            FakeSlack.start(mode="none", port=taken.getsockname()[1])


def test_a_manifest_that_is_none_is_said_to_be(tmp_path: Path) -> None:
    wrong = tmp_path / "manifest.json"
    wrong.write_text("{", "utf-8")
    with pytest.raises(FakeSlackError, match="cannot start"):
        FakeSlack.start(mode="none", manifest=wrong)


def started(stderr: int | None = None) -> "subprocess.Popen[str]":
    """The fake in a process, before it has said where it is."""
    pipe = subprocess.PIPE
    return subprocess.Popen(command_line(mode="none"), cwd=ROOT, stdin=pipe, stdout=pipe, stderr=stderr, text=True)


def test_it_says_where_it_is_and_goes_when_its_parent_does() -> None:
    with started() as process:
        assert process.stdout is not None
        assert process.stdin is not None
        told = json.loads(process.stdout.readline())
        assert told["url"].startswith("http://127.0.0.1:")
        assert (told["bot_token"], told["signing_secret"]) == (BOT_TOKEN, SIGNING_SECRET)
        process.stdin.close()
        assert process.wait(10) == 0


def test_whoever_leaves_while_watching_leaves_quietly() -> None:
    with started(subprocess.PIPE) as process:
        assert process.stdout is not None
        slack = FakeSlack(json.loads(process.stdout.readline())["url"])
        watching = HTTPConnection(urlsplit(slack.url).netloc, timeout=10)
        watching.request("GET", "/_fake/changes")
        watching.getresponse().readline()
        watching.close()
        for number in range(5):
            slack.add_user(f"Doctor {number}")
        slack.close()
        assert process.communicate(timeout=10)[1] == ""


async def _get(url: str) -> tuple[int, str, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, response.headers.get("Cache-Control", ""), await response.text()


@pytest.mark.parametrize("path", ["/page/..%2Fserver.py", "/page/nothing.js", "/page/%2Fetc%2Fpasswd"])
def test_nothing_but_the_page_is_served_and_never_from_a_cache(path: str) -> None:
    async def go() -> None:
        async with fake() as bench:
            status, cache, _ = await _get(f"{bench.world.state.url}{path}")
            assert (status, cache) == (404, "no-store")

    asyncio.run(go())


def test_whoever_watches_hears_of_every_change() -> None:
    async def go() -> None:
        async with fake() as bench, aiohttp.ClientSession() as session:
            stream = await session.get(f"{bench.world.state.url}/_fake/changes")
            async with stream:
                assert stream.content_type == "text/event-stream"
                assert (await stream.content.readline()).startswith(b":")
                await bench.driver.say(await bench.driver.add_user("Amara Osei"), "hello")
                kinds: list[object] = []
                while "message" not in kinds:
                    line = await asyncio.wait_for(stream.content.readline(), 10)
                    if line.startswith(b"data: "):
                        told: Json = record(json.loads(line.removeprefix(b"data: ")))
                        kinds.append(told["kind"])
                assert kinds == ["world", "message"]

    asyncio.run(go())


@pytest.mark.parametrize(
    ("name", "asked", "error"),
    [
        ("message", {"text": "x"}, "user is missing"),
        ("message", {"user": "U0COACH", "channel": "C0", "text": "x"}, "there is no conversation"),
        ("user", {"name": "A", "tz": "Mars/Olympus"}, "there is no time zone"),
        ("edit", {"channel": "C0", "ts": "1", "text": "x"}, "there is no conversation"),
        ("uninstall", {"team": "T0"}, "there is no workspace"),
        ("submit", {"user": "U0COACH", "view_id": "V0"}, "there is no view"),
        ("open", {"user": "U0COACH", "tab": "about"}, "tab is home or messages"),
        ("clock", {"scale": 0}, "scale is more than 0"),
        ("app", {"mode": "pigeon"}, "mode is one of"),
    ],
)
def test_the_driver_says_what_is_wrong(name: str, asked: Json, error: str) -> None:
    async def go() -> None:
        async with fake() as bench:
            with pytest.raises(FakeSlackError, match=error):
                await bench.driver.act(name, **asked)

    asyncio.run(go())
