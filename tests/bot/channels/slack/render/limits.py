"""Slack's limits on blocks and views, from its reference: everything that the coach makes is held against them."""

from collections.abc import Callable, Iterator, Mapping, Sequence

Found = Iterator[str]

_MARKED = {"mrkdwn", "markdown", "rich_text"}


def problems(blocks: Sequence[Mapping[str, object]], most: int = 50) -> list[str]:
    """What Slack would refuse, and what could come alive in somebody else's words; empty where all is well."""
    found = [f"{len(blocks)} blocks"] if not 0 < len(blocks) <= most else []
    named = [str(one["block_id"]) for one in blocks if "block_id" in one]
    if len(named) != len(set(named)):
        found.append("a block_id twice")
    for number, block in enumerate(blocks):
        found += [f"block {number}: {one}" for one in (*_block(block), *_anywhere(block))]
    return found


def view_problems(view: Mapping[str, object]) -> list[str]:
    """The same of a dialogue or a Home tab."""
    blocks = view["blocks"]
    assert isinstance(blocks, list)
    found = problems(blocks, most=100)
    for name in ("title", "submit", "close"):
        if name in view:
            found += [f"{name}: {one}" for one in _text(view[name], 24)]
    if len(str(view.get("private_metadata", ""))) > 3000:
        found.append("private_metadata is too long")
    if any(one["type"] == "input" for one in blocks) and "submit" not in view:
        found.append("fields and no way to send them")
    return found


def buttons(blocks: Sequence[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """Every button in blocks, the ones of a verdict left out."""
    found = [_mapping(one["accessory"]) for one in blocks if "accessory" in one]
    return found + [_mapping(one) for block in blocks if block["type"] == "actions" for one in _list(block["elements"])]


def action_ids(blocks: Sequence[Mapping[str, object]]) -> list[str]:
    return [str(one["action_id"]) for one in buttons(blocks)]


def values(blocks: Sequence[Mapping[str, object]]) -> dict[str, str]:
    return {str(one["action_id"]): str(one.get("value", "")) for one in buttons(blocks)}


def _block(block: Mapping[str, object]) -> Found:
    kind = str(block["type"])
    if kind not in _CHECKS:
        yield f"an unknown block: {kind}"
    else:
        yield from _CHECKS[kind](block)


def _section(block: Mapping[str, object]) -> Found:
    yield from _text(block["text"], 3000)
    if "accessory" in block:
        yield from _button(block["accessory"])


def _context(block: Mapping[str, object]) -> Found:
    elements = _list(block["elements"])
    for one in elements:
        yield from _text(one, 3000)
    if not 0 < len(elements) <= 10:
        yield f"{len(elements)} elements"


def _verdict(block: Mapping[str, object]) -> Found:
    for one in _list(block["elements"]):
        for side in ("positive_button", "negative_button"):
            yield from _labelled(_mapping(_mapping(one)[side]))


def _input(block: Mapping[str, object]) -> Found:
    yield from _text(block["label"], 2000)
    if "hint" in block:
        yield from _text(block["hint"], 2000)
    yield from _field(_mapping(block["element"]))


def _row(elements: Sequence[object]) -> Found:
    ids = [_mapping(one)["action_id"] for one in elements]
    if not 0 < len(ids) <= 25 or len(ids) != len(set(ids)):
        yield f"a row of {ids}"
    for one in elements:
        yield from _button(one)


def _button(element: object) -> Found:
    button = _mapping(element)
    yield from _labelled(button)
    if button.get("style", "primary") not in {"primary", "danger"}:
        yield "an unknown style"


def _labelled(button: Mapping[str, object]) -> Found:
    yield from _text(button["text"], 75)
    label = str(button.get("accessibility_label", ""))
    if not 0 < len(label) <= 75:
        yield f"a label of {len(label)} characters"
    value = button.get("value", "-")
    if not isinstance(value, str) or not 0 < len(value) <= 2000:
        yield "no value that Slack takes"


def _field(element: Mapping[str, object]) -> Found:
    if "initial_value" in element and not 0 < len(str(element["initial_value"])) <= 3000:
        yield "an initial value that Slack does not take"
    options = _list(element.get("options", []))
    most = 100 if element["type"] == "static_select" else 10
    if not 0 <= len(options) <= most or ("options" in element and not options):
        yield f"{len(options)} things to choose from"
    for one in options:
        yield from _text(_mapping(one)["text"], 75)
        if not 0 < len(str(_mapping(one)["value"])) <= 150:
            yield "a value that Slack does not take"
    begun = [element["initial_option"]] if "initial_option" in element else element.get("initial_options", options)
    if (options and not begun) or any(one not in options for one in _list(begun)):
        yield "a choice that is not offered"
    if len({str(_mapping(one)["value"]) for one in options}) != len(options):
        yield "a value twice"


def _text(told: object, most: int) -> Found:
    text = str(_mapping(told)["text"])
    if not text.strip() or len(text) > most:
        yield f"a text of {len(text)} characters where {most} are the most"


def _anywhere(held: object) -> Found:
    """What holds of every text object, however deep."""
    if isinstance(held, Mapping):
        if held.get("type") in _MARKED:
            yield "markup, in which a mention or a link would come alive"
        if held.get("type") == "plain_text" and held.get("emoji") is not False:
            yield "text in which emoji codes would come alive"
        for one in held.values():
            yield from _anywhere(one)
    elif isinstance(held, list | tuple):
        for one in held:
            yield from _anywhere(one)
    elif isinstance(held, str):
        held.encode("utf-8")


def _list(held: object) -> list[object]:
    assert isinstance(held, list)
    return held


def _mapping(held: object) -> Mapping[str, object]:
    assert isinstance(held, Mapping)
    return held


_CHECKS: Mapping[str, Callable[[Mapping[str, object]], Found]] = {
    "section": _section,
    "header": lambda block: _text(block["text"], 150),
    "context": _context,
    "actions": lambda block: _row(_list(block["elements"])),
    "context_actions": _verdict,
    "input": _input,
    "divider": lambda _: iter(()),
}
