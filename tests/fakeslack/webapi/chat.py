"""Posting, changing and deleting messages."""

from tests.fakeslack.blocks import MESSAGE, all_text, blocks_faults
from tests.fakeslack.jsons import Json, items, record, records, text
from tests.fakeslack.rules import ALL_BLOCKS_TEXT, MARKDOWN_TEXT, MESSAGE_BLOCKS, MESSAGE_TEXT, RefusedError
from tests.fakeslack.state import Channel
from tests.fakeslack.webapi.calling import Call


def blocks_of(call: Call, name: str = "blocks") -> list[object] | None:
    """The blocks of a call, checked and each with a `block_id`; None where it has none.

    Raises:
        RefusedError: They break a rule.
    """
    if not call.sent.get(name):
        return None
    blocks = call.json(name)
    faults = blocks_faults(blocks, MESSAGE, MESSAGE_BLOCKS)
    if faults:
        raise RefusedError("invalid_blocks", *faults)
    if all_text(blocks) > ALL_BLOCKS_TEXT:
        raise RefusedError("msg_blocks_too_long")
    for block in records(blocks):
        block.setdefault("block_id", call.world.state.new_id("b"))
    return items(blocks)


def metadata_of(call: Call) -> Json | None:
    """The metadata of a call; None where it has none.

    Raises:
        RefusedError: It is not an event type with a payload.
    """
    if call.sent.get("metadata") is None:
        return None
    metadata = record(call.json("metadata"))
    if metadata and not (text(metadata, "event_type") and isinstance(metadata.get("event_payload"), dict)):
        raise RefusedError("invalid_metadata_format")
    return metadata


def content(call: Call) -> Json:
    """The text and blocks of a message.

    Raises:
        RefusedError: There are none, or they break a rule.
    """
    words, markdown, blocks = call.text("text"), call.text("markdown_text"), blocks_of(call)
    if markdown and (words or blocks):
        raise RefusedError("markdown_text_conflict")
    if not (words or markdown or blocks):
        raise RefusedError("no_text")
    if len(words) > MESSAGE_TEXT or len(markdown) > MARKDOWN_TEXT:
        raise RefusedError("msg_too_long")
    if call.sent.get("attachments"):
        call.warn("attachments", "attachments are of old and have no part in this app")
    if blocks and not words:
        call.warn("no_notification_text", "blocks without text: notifications and screen readers say nothing")
    return {"text": words or markdown, "blocks": blocks}


def post_message(call: Call) -> Json:
    """`chat.postMessage`."""
    channel = call.addressed()
    if channel.im and not call.world.app.messages_tab:
        raise RefusedError("messages_tab_disabled")
    fields, metadata = content(call), metadata_of(call)
    if metadata:
        fields["metadata"] = metadata
    if fields["blocks"] is None:
        del fields["blocks"]
    message = call.world.desk.post(call.workspace, channel, fields, call.thread(channel))
    return {"channel": channel.id, "ts": message["ts"], "message": message}


def post_ephemeral(call: Call) -> Json:
    """`chat.postEphemeral`."""
    channel, user = call.channel(), call.user()
    if user.id not in channel.members:
        raise RefusedError("user_not_in_channel")
    if call.sent.get("metadata"):
        call.warn("metadata", "an ephemeral message keeps no metadata")
    fields = {name: value for name, value in content(call).items() if value is not None}
    thread_ts = call.thread(channel)
    if thread_ts:
        fields["thread_ts"] = thread_ts
    message = call.world.desk.whisper(call.workspace, channel, {**fields, "to": user.id})
    return {"message_ts": message["ts"]}


def _own(call: Call, channel: Channel, refusal: str) -> str:
    ts = call.need("ts")
    found = channel.messages.get(ts)
    if found is None:
        raise RefusedError("message_not_found")
    if found.get("bot_id") != call.workspace.bot_id:
        raise RefusedError(refusal)
    return ts


def update(call: Call) -> Json:
    """`chat.update`: text without blocks takes the blocks away; metadata stays unless new ones are given."""
    channel = call.channel()
    ts = _own(call, channel, "cant_update_message")
    if (channel.id, ts) in call.world.streams:
        raise RefusedError("streaming_state_conflict")
    fields, metadata = content(call), metadata_of(call)
    if metadata is not None:
        fields["metadata"] = metadata or None
    message = call.world.desk.change(channel, ts, fields, by=call.workspace.bot_user)
    return {"channel": channel.id, "ts": ts, "text": message["text"], "message": message}


def delete(call: Call) -> Json:
    """`chat.delete`."""
    channel = call.channel()
    ts = _own(call, channel, "cant_delete_message")
    call.world.desk.delete(channel, ts)
    return {"channel": channel.id, "ts": ts}
