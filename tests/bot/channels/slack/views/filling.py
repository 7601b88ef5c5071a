"""A dialogue as Slack sends it back: its fields hold what they began with, or what a test types into them."""

import json
from collections.abc import Iterator, Mapping

from slack_sdk.models.views import View

from tests.bot.channels.slack.render.limits import view_problems


def filled(view: Mapping[str, object], **values: object) -> dict[str, object]:
    """The view with the state of its fields; `values` go by the names of fields, without the number of the showing.

    A text is typed, or picked where one of several is; a tuple of values is ticked.
    """
    state = {}
    for name, element in _fields(view):
        begun = {
            "value": element.get("initial_value"),
            "selected_option": element.get("initial_option"),
            "selected_options": element.get("initial_options", []),
        }
        state[name] = {name: begun | _given(values.get(name.partition(":")[0]))}
    return {**view, "state": {"values": state}}


def texts(held: object) -> Iterator[str]:
    """Every text in a view that a person reads, top to bottom."""
    if isinstance(held, Mapping):
        if held.get("type") == "plain_text":
            yield str(held["text"])
        for one in held.values():
            yield from texts(one)
    elif isinstance(held, list | tuple):
        for one in held:
            yield from texts(one)


def words(view: Mapping[str, object]) -> str:
    """The same, as one text, but for what a person has typed."""
    return "\n".join(texts(view))


def blocks_of(view: Mapping[str, object]) -> list[Mapping[str, object]]:
    assert not view_problems(view)
    assert View(**json.loads(json.dumps(view))).to_dict()["type"] == "modal"
    made = view["blocks"]
    assert isinstance(made, list)
    return made


def told(view: Mapping[str, object]) -> str:
    """The words of a view that keeps the limits."""
    blocks_of(view)
    return words(view)


def sent(view: Mapping[str, object], **values: object) -> dict[str, object]:
    """A view that keeps the limits, as it comes back."""
    blocks_of(view)
    return filled(view, **values)


def _fields(view: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
    blocks = view["blocks"]
    assert isinstance(blocks, list)
    for block in blocks:
        if block["type"] == "input":
            yield str(block["block_id"]), block["element"]


def _given(value: object) -> dict[str, object]:
    if value is None:
        return {}
    if isinstance(value, tuple):
        return {"selected_options": [{"value": one} for one in value]}
    return {"value": value, "selected_option": {"value": value}}
