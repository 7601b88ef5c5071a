"""Shapes: a schema that strict providers take, and answers held to all that the shape asks for."""

import json
from collections.abc import Iterator

import pytest

from bot.adapters.chat_model import shapes
from bot.coaching.drafting.shape import SecondLook, Worded

GOOD = '{"sentences": [{"text": "What now?", "act": "ask_open", "cites": null}]}'


def nodes(node: object) -> Iterator[dict[str, object]]:
    if isinstance(node, dict):
        yield node
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from nodes(one)


@pytest.mark.parametrize("shape", [Worded, SecondLook])
def test_a_schema_is_closed_needs_all_its_fields_and_has_no_bounds(shape: type[Worded] | type[SecondLook]) -> None:
    schema = shapes.schema_of(shape)
    assert schema["title"] == shape.__name__
    with_fields = [one for one in nodes(schema) if "properties" in one]
    assert with_fields
    for one in with_fields:
        fields = one["properties"]
        assert isinstance(fields, dict)
        assert one["additionalProperties"] is False
        assert one["required"] == list(fields)
    assert not {"default", "minLength", "minItems", "maxItems"} & {key for one in nodes(schema) for key in one}


def test_the_instruction_holds_the_schema() -> None:
    said = shapes.instruction(SecondLook)
    assert json.loads(said[said.index("{") :]) == shapes.schema_of(SecondLook)


@pytest.mark.parametrize("text", [GOOD, f"  {GOOD}\n", f"```json\n{GOOD}\n```", f"```\n{GOOD}\n```\n"])
def test_an_answer_is_read_also_out_of_a_fence(text: str) -> None:
    assert shapes.read(Worded, text).sentences[0].text == "What now?"


def test_an_answer_is_read_out_of_the_arguments_of_a_call() -> None:
    assert shapes.read(Worded, json.loads(GOOD)) == shapes.read(Worded, GOOD)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        GOOD[:-1],
        GOOD + GOOD,
        f"Certainly! {GOOD}",
        '{"sentences": []}',
        '{"sentences": [{"text": "", "act": "ask_open", "cites": null}]}',
        '{"sentences": [{"text": "What now?", "act": "sing", "cites": null}]}',
        '{"sentences": [{"text": 7, "act": "ask_open", "cites": null}]}',
        '{"sentences": [{"text": "What now?", "act": "ask_open", "cites": null, "state": "closed"}]}',
        json.dumps({"sentences": 9 * [{"text": "What now?", "act": "ask_open", "cites": None}]}),
    ],
)
def test_what_is_not_of_the_shape_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        shapes.read(Worded, text)


def test_types_are_not_made_to_fit() -> None:
    with pytest.raises(ValueError, match="plainly"):
        shapes.read(SecondLook, '{"situation": "none", "danger": "none", "plainly": "true"}')
