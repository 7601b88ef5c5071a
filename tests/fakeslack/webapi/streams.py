"""Messages that are written while the reader looks on, and expire."""

import time

from tests.fakeslack.jsons import Json, records, text
from tests.fakeslack.rules import MARKDOWN_TEXT, STREAM_SECONDS, RefusedError
from tests.fakeslack.state import Channel
from tests.fakeslack.webapi.assistants import SESSION_STATUSES, session
from tests.fakeslack.webapi.calling import Call
from tests.fakeslack.webapi.chat import blocks_of, metadata_of
from tests.fakeslack.world import Stream

_CHUNKS = ("markdown_text", "task_update", "plan_update", "blocks")


def _words(call: Call) -> str:
    chunks = call.json("chunks")
    for one in records(chunks):
        if one.get("type") not in _CHUNKS:
            raise RefusedError("invalid_chunks", f"type must be one of {', '.join(_CHUNKS)}")
    words = call.text("markdown_text") + "".join(text(one, "text") for one in records(chunks))
    if len(words) > MARKDOWN_TEXT:
        raise RefusedError("msg_too_long")
    return words


def start(call: Call) -> Json:
    """`chat.startStream`."""
    channel = call.addressed()
    if not channel.im and not (call.text("recipient_user_id") and call.text("recipient_team_id")):
        raise RefusedError("missing_recipient_user_id")
    call.need("thread_ts")
    thread_ts, words = call.thread(channel), _words(call)
    message = call.world.desk.post(call.workspace, channel, {"text": words, "streaming": True}, thread_ts)
    ts = text(message, "ts")
    call.world.streams[channel.id, ts] = Stream(channel.id, thread_ts, time.monotonic(), words)
    return {"channel": channel.id, "ts": ts}


def _running(call: Call, channel: Channel) -> Stream:
    """The stream of the call, where it is still running: one that ran for too long is over."""
    place = channel.id, call.need("ts")
    if place[1] not in channel.messages:
        raise RefusedError("message_not_found")
    found = call.world.streams.get(place)
    if found is not None and call.world.clock.since(found.began) < STREAM_SECONDS:
        return found
    if found is not None:
        end(call, place)
    raise RefusedError("message_not_in_streaming_state")


def end(call: Call, place: tuple[str, str]) -> None:
    """A stream is over."""
    call.world.streams.pop(place, None)
    call.world.state.channels[place[0]].messages[place[1]].pop("streaming", None)


def append(call: Call) -> Json:
    """`chat.appendStream`."""
    channel = call.channel()
    stream = _running(call, channel)
    stream.words += _words(call)
    channel.messages[call.text("ts")]["text"] = stream.words
    call.world.changes.tell("message", channel.id)
    return {"channel": channel.id, "ts": call.text("ts")}


def stop(call: Call) -> Json:
    """`chat.stopStream`: the message as it stands then, its blocks and its metadata."""
    channel = call.channel()
    stream, ts = _running(call, channel), call.text("ts")
    stream.words += _words(call)
    status = call.text("session_status")
    if status and status not in SESSION_STATUSES:
        raise RefusedError("invalid_arguments", f"session_status must be one of {', '.join(SESSION_STATUSES)}")
    fields: Json = {"text": stream.words, "blocks": blocks_of(call), "metadata": metadata_of(call)}
    end(call, (channel.id, ts))
    message = call.world.desk.change(channel, ts, fields, by=call.workspace.bot_user)
    if status:
        session(call, channel, stream.thread_ts, status)
    return {"channel": channel.id, "ts": ts, "message": message}
