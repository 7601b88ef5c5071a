"""Streams expire, status lines fade, and prompts belong to the conversation."""

import asyncio

import pytest

from tests.fakeslack.jsons import Json, record, records, text
from tests.fakeslack.manifest import Manifest
from tests.fakeslack_checks.bench import SECTION, Bench, fake


async def _thread(bench: Bench) -> tuple[str, str, str]:
    """A person, their direct conversation, and a message of theirs."""
    user = await bench.driver.add_user("Amara Osei")
    ts = await bench.driver.say(user, "hello")
    return user, text(await bench.driver.look("dm", user=user), "channel"), ts


def test_a_stream_is_written_and_ends_with_its_blocks() -> None:
    async def go() -> None:
        async with fake() as bench:
            user, channel, ts = await _thread(bench)
            stream = await bench.client.chat_stream(channel=channel, thread_ts=ts, buffer_size=1)
            await stream.append(markdown_text="one ")
            await stream.append(markdown_text="two")
            await stream.stop(blocks=[SECTION], metadata={"event_type": "e", "event_payload": {}})
            last = (await bench.driver.transcript(user))[-1]
            assert (last["text"], len(records(last["blocks"])), "streaming" in last) == ("one two", 1, False)
            assert "metadata" in last
            for method in ("chat.appendStream", "chat.stopStream"):
                assert await bench.error(method, channel=channel, ts=last["ts"], markdown_text="x") == (
                    "message_not_in_streaming_state"
                )

    asyncio.run(go())


def test_a_stream_that_runs_for_five_minutes_is_over() -> None:
    async def go() -> None:
        async with fake() as bench:
            _, channel, ts = await _thread(bench)
            started = await bench.call("chat.startStream", channel=channel, thread_ts=ts, markdown_text="a")
            assert (
                await bench.error("chat.update", channel=channel, ts=started["ts"], text="b")
                == "streaming_state_conflict"
            )
            await bench.driver.act("clock", scale=1e9)
            assert await bench.error("chat.appendStream", channel=channel, ts=started["ts"], markdown_text="b") == (
                "message_not_in_streaming_state"
            )
            assert await bench.error("chat.update", channel=channel, ts=started["ts"], text="whole") is None

    asyncio.run(go())


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        ({"markdown_text": "x" * 12_001}, "msg_too_long"),
        ({"chunks": [{"type": "song"}]}, "invalid_chunks"),
    ],
)
def test_a_stream_has_its_limits(sent: Json, error: str) -> None:
    async def go() -> None:
        async with fake() as bench:
            _, channel, ts = await _thread(bench)
            assert await bench.error("chat.startStream", channel=channel, thread_ts=ts, **sent) == error

    asyncio.run(go())


def test_a_stream_in_a_channel_needs_its_recipient() -> None:
    async def go() -> None:
        async with fake() as bench:
            user = await bench.driver.add_user("Amara Osei")
            channel = text(await bench.driver.act("channel", name="ward-7", members=[user]), "channel")
            ts = await bench.driver.say(user, "hello", channel=channel)
            where = {"channel": channel, "thread_ts": ts, "markdown_text": "x"}
            assert await bench.error("chat.startStream", **where) == "missing_recipient_user_id"
            to = {"recipient_user_id": user, "recipient_team_id": "T0FAKE"}
            assert await bench.error("chat.startStream", **where, **to) is None

    asyncio.run(go())


def test_stop_ends_the_streams_of_the_thread_and_tells_the_app() -> None:
    async def go() -> None:
        async with fake() as bench:
            user, channel, ts = await _thread(bench)
            started = await bench.call("chat.startStream", channel=channel, thread_ts=ts, markdown_text="a")
            assert (await bench.driver.act("stop", user=user, channel=channel, thread_ts=ts))["event_id"]
            assert await bench.error("chat.appendStream", channel=channel, ts=started["ts"], markdown_text="b") == (
                "message_not_in_streaming_state"
            )

    asyncio.run(go())


async def _status(bench: Bench, channel: str) -> object:
    return (await bench.driver.look("status", channel=channel))["status"]


def test_a_status_line_is_cleared_by_itself_by_a_reply_or_by_time() -> None:
    async def go() -> None:
        async with fake() as bench:
            _, channel, ts = await _thread(bench)
            line = {"channel_id": channel, "thread_ts": ts, "status": "is reading"}
            for _ in range(3):
                assert await bench.error("assistant.threads.setStatus", **line) is None
                assert await _status(bench, channel) == "is reading"
                await bench.call("assistant.threads.setStatus", **(line | {"status": ""}))
                assert await _status(bench, channel) == ""
            await bench.call("assistant.threads.setStatus", **line)
            await bench.call("chat.postMessage", channel=channel, text="somewhere else")
            assert await _status(bench, channel) == "is reading"
            await bench.call("chat.postMessage", channel=channel, text="there", thread_ts=ts)
            assert await _status(bench, channel) == ""
            await bench.call("assistant.threads.setStatus", **line)
            await bench.driver.act("clock", scale=1e9)
            assert bench.problems == []
            assert await _status(bench, channel) == ""
            assert bench.problems == [("assistant.threads.setStatus", "status_expired")]

    asyncio.run(go())


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        ({}, "invalid_arguments"),
        ({"thread_ts": "1.000000", "status": "x"}, "thread_not_found"),
        ({"status": "x", "loading_messages": ["a"] * 11}, "invalid_arguments"),
    ],
    ids=["no thread", "an unknown thread", "too many messages"],
)
def test_a_status_line_that_is_wrong_is_refused(sent: Json, error: str) -> None:
    async def go() -> None:
        async with fake() as bench:
            _, channel, ts = await _thread(bench)
            whole = {"thread_ts": ts, **sent} if sent else {}
            assert await bench.error("assistant.threads.setStatus", channel_id=channel, **whole) == error

    asyncio.run(go())


def test_prompts_are_four_at_most_and_are_not_shown_with_a_thread() -> None:
    async def go() -> None:
        async with fake() as bench:
            _, channel, ts = await _thread(bench)
            one = {"title": "A hard talk", "message": "I dread a talk"}
            method = "assistant.threads.setSuggestedPrompts"
            assert await bench.error(method, channel_id=channel, prompts=[one] * 5) == "invalid_arguments"
            assert await bench.error(method, channel_id=channel, prompts=[{"title": "x"}]) == "invalid_arguments"
            assert await bench.error(method, channel_id=channel, prompts=[one], thread_ts=ts) is None
            assert (await bench.driver.look("prompts", channel=channel))["prompts"] == []
            assert (method, "thread_ts") in bench.problems
            assert await bench.error(method, channel_id=channel, prompts=[one] * 4, title="Begin with") is None
            assert (await bench.driver.look("prompts", channel=channel))["prompts"] == [one] * 4

    asyncio.run(go())


def test_a_session_moves_between_the_states_that_there_are() -> None:
    async def go() -> None:
        async with fake() as bench:
            _, channel, ts = await _thread(bench)
            where = {"channel_id": channel, "thread_ts": ts}
            for status in ("processing", "active", "suspended", "closed"):
                answer = await bench.call("agents.sessions.setStatus", status=status, title="t", **where)
                assert (answer["status"], answer["title"], "warning" in answer) == (status, "t", False)
            assert await bench.error("agents.sessions.setStatus", status="done", **where) == "invalid_arguments"
            assert await bench.error("agents.sessions.rename", title="new", **where) is None
            sessions = records((await bench.driver.look("status", channel=channel))["sessions"])
            assert [(one["status"], one["title"]) for one in sessions] == [("closed", "new")]

    asyncio.run(go())


def test_an_agent_that_nobody_can_stop_is_warned() -> None:
    async def go() -> None:
        async with fake(app=Manifest(events=frozenset())) as bench:
            _, channel, ts = await _thread(bench)
            answer = await bench.call(
                "agents.sessions.setStatus", channel_id=channel, thread_ts=ts, status="processing"
            )
            assert answer["warning"] == "missing_agent_session_stopped_event_subscription"
            assert record(answer)["ok"] is True

    asyncio.run(go())
