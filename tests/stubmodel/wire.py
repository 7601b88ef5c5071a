"""An answer as it goes over the wire: OpenAI's chat completions, whole or as a stream, and what is wrong with them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from tests.fakeslack.jsons import Json, items, record, records, text
from tests.stubmodel.tokens import FRAME, count

MODEL = "stub-1"
_BANNED = frozenset({"default", "minLength", "maxLength", "minItems", "maxItems"})
_PIECE = 16
_ON_AND_ON = " and so on" * 60
_SCHEMA = "JSON Schema: "
_NO_TURN = "messages: a user's message is wanted"
_NO_JSON = "'messages' must contain the word 'json' in some form"
_OPEN = "Invalid schema for response_format: every object must be closed and need all its fields"
_NOT_PERMITTED = f"Invalid schema for response_format: none of {sorted(_BANNED)} is permitted"


class BadRequestError(Exception):
    """A request that OpenAI would turn away with 400."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a request asks for: the shape by its name and how the answer is held to it.

    `lines` says that a sentence is a line of text, `act: text` or `act [key]: text`, and no object.
    """

    system: str
    turn: str
    shape: str
    by_call: bool
    lines: bool
    stream: bool
    usage_in_stream: bool


def wanted(body: Json) -> Wanted:
    """What is asked for. Raises BadRequestError where the real thing would turn it away."""
    told = {text(one, "role"): text(one, "content") for one in records(body.get("messages"))}
    if not told.get("user"):
        raise BadRequestError(_NO_TURN)
    shape, schema, by_call = _shape(body, told.get("system", ""))
    sentence = record(record(record(schema.get("properties")).get("sentences")).get("items"))
    return Wanted(
        system=told.get("system", ""),
        turn=told["user"],
        shape=shape,
        by_call=by_call,
        lines=sentence.get("type") == "string",
        stream=body.get("stream") is True,
        usage_in_stream=record(body.get("stream_options")).get("include_usage") is True,
    )


def _shape(body: Json, system: str) -> tuple[str, Json, bool]:
    """The shape's name, its schema, and whether it is the arguments of a call."""
    held = record(body.get("response_format"))
    if held.get("type") == "json_object":
        if "JSON" not in system:
            raise BadRequestError(_NO_JSON)
        _, _, after = system.partition(_SCHEMA)
        schema = record(json.loads(after)) if after else {}
        return text(schema, "title"), schema, False
    by_call = not held
    tools = [record(one.get("function")) for one in records(body.get("tools"))]
    given = (tools[0] if tools else {}) if by_call else record(held.get("json_schema"))
    schema = record(given.get("parameters" if by_call else "schema"))
    if given.get("strict") is True:
        _strict(schema)
    return text(given, "name"), schema, by_call and bool(tools)


def _strict(schema: object) -> None:
    """Hold a schema to what OpenAI's strict mode takes."""
    for node in _nodes(schema):
        properties = node.get("properties")
        if isinstance(properties, dict) and (
            node.get("additionalProperties") is not False or set(items(node.get("required"))) != set(properties)
        ):
            raise BadRequestError(_OPEN)
        if _BANNED & set(node):
            raise BadRequestError(_NOT_PERMITTED)


def _nodes(node: object) -> Iterator[Json]:
    if isinstance(node, dict):
        yield node
    for one in node.values() if isinstance(node, dict) else items(node):
        yield from _nodes(one)


def completion(of: Wanted, said: str, cached: int, kind: str) -> Json:
    """A chat completion with what `kind` does to it."""
    ends = {"length": "length", "content_filter": "content_filter"}
    spoilt = spoil(said, kind)
    message: Json = {"role": "assistant", "content": spoilt, "refusal": None}
    if kind == "refusal":
        message |= {"content": None, "refusal": "I cannot help with that."}
    elif of.by_call and kind != "empty":
        call = {"id": "call_1", "type": "function", "function": {"name": of.shape, "arguments": spoilt}}
        message |= {"content": None, "tool_calls": [call]}
    reason = ends.get(kind) or ("tool_calls" if "tool_calls" in message else "stop")
    choice = {"index": 0, "message": message, "finish_reason": reason, "logprobs": None}
    return {
        "id": "chatcmpl-stub",
        "object": "chat.completion",
        "created": 1_700_000_000,
        "model": MODEL,
        "choices": [] if kind == "empty_choices" else [choice],
        "usage": usage(of, spoilt, cached),
    }


def usage(of: Wanted, said: str, cached: int) -> Json:
    """Tokens as OpenAI tells them."""
    read, written = count(of.system) + count(of.turn) + 2 * FRAME, count(said)
    return {
        "prompt_tokens": read,
        "completion_tokens": written,
        "total_tokens": read + written,
        "prompt_tokens_details": {"cached_tokens": cached},
    }


def spoil(said: str, kind: str) -> str:
    """The text of an answer with what is wrong with it."""
    match kind:
        case "truncated" | "length":
            return said[: 2 * len(said) // 3]
        case "empty":
            return ""
        case "extra_fields":
            return json.dumps({**json.loads(said), "state": {"stage": "closed"}, "move": "close"})
        case "long":
            return json.dumps(_longer(json.loads(said)), ensure_ascii=False)
        case "wrong_types":
            spoilt = {key: 7 if isinstance(value, str | list) else "yes" for key, value in json.loads(said).items()}
            return json.dumps(spoilt)
        case _:
            return said


def _longer(node: object) -> object:
    """An answer of its shape whose texts go on and on, as often as there may be one, each as long as it may be."""
    if isinstance(node, dict):
        first = next(iter(node))
        return {**node, first: _longer(node[first])}
    return [_longer(node[0])] * 8 if isinstance(node, list) else f"{node}{_ON_AND_ON}"[:590]


def stream(of: Wanted, whole: Json) -> list[bytes]:
    """The same completion as server-sent events."""
    choices = records(whole["choices"])
    head = {key: whole[key] for key in ("id", "created", "model")} | {"object": "chat.completion.chunk"}
    events: list[Json] = []
    for choice in choices:
        events += [_chunk(head, delta) for delta in _deltas(record(choice["message"]))]
        events.append(_chunk(head, {}, choice["finish_reason"]))
    if of.usage_in_stream:
        events.append({**head, "choices": [], "usage": whole["usage"]})
    return [*(b"data: " + json.dumps(one).encode() + b"\n\n" for one in events), b"data: [DONE]\n\n"]


def _deltas(message: Json) -> list[Json]:
    calls = records(message.get("tool_calls"))
    if calls:
        function = record(calls[0]["function"])
        first: Json = {"index": 0, "id": "call_1", "type": "function"}
        pieces = _pieces(text(function, "arguments"))
        named = [{**first, "function": {"name": function["name"], "arguments": ""}}]
        more = [{"index": 0, "function": {"arguments": one}} for one in pieces]
        return [{"role": "assistant", "tool_calls": [one]} for one in [*named, *more]]
    key = "refusal" if message.get("refusal") else "content"
    deltas: list[Json] = [{key: one} for one in _pieces(text(message, key))]
    return [{"role": "assistant", "content": ""}, *deltas]


def _pieces(said: str) -> list[str]:
    return [said[at : at + _PIECE] for at in range(0, len(said), _PIECE)]


def _chunk(head: Json, delta: Json, reason: object = None) -> Json:
    return {**head, "choices": [{"index": 0, "delta": delta, "finish_reason": reason}]}
