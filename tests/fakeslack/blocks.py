"""The rules of Block Kit's blocks, and of a whole list of them on one of the surfaces."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.fakeslack.checks import ANY_TEXT, count_faults, extra_faults, fault, length_faults, text_faults
from tests.fakeslack.elements import CLICKED, KINDS, element_faults
from tests.fakeslack.jsons import Json, items, record, records, text
from tests.fakeslack.rules import MARKDOWN_TEXT

MESSAGE, MODAL, HOME = "message", "modal", "home"
_EVERYWHERE = frozenset({MESSAGE, MODAL, HOME})
_IN_MESSAGES = frozenset({MESSAGE})
_ACCESSORIES = CLICKED - {"feedback_buttons", "icon_button"} | {"image"}
_ACTIONS = CLICKED - {"feedback_buttons", "icon_button"}
_INPUTS = frozenset(KINDS) - {"button", "image", "overflow", "feedback_buttons", "icon_button"}
_IN_CONTEXT_ACTIONS = frozenset({"feedback_buttons", "icon_button"})
_LEVELS = ("default", "info", "warning", "error", "success")


def _section(block: Json, where: str) -> Iterator[str]:
    if "text" not in block and "fields" not in block:
        yield fault("missing required field: text or fields", where)
    if "text" in block:
        yield from text_faults(block["text"], f"{where}/text", 3000, ANY_TEXT)
    if "fields" in block:
        yield from count_faults(block["fields"], f"{where}/fields", 1, 10)
        for number, one in enumerate(items(block["fields"])):
            yield from text_faults(one, f"{where}/fields/{number}", 2000, ANY_TEXT)
    if "accessory" in block:
        yield from element_faults(block["accessory"], f"{where}/accessory", _ACCESSORIES)


def _header(block: Json, where: str) -> Iterator[str]:
    yield from text_faults(block.get("text"), f"{where}/text", 150)


def _context(block: Json, where: str) -> Iterator[str]:
    yield from count_faults(block.get("elements"), f"{where}/elements", 1, 10)
    for number, one in enumerate(records(block.get("elements"))):
        at = f"{where}/elements/{number}"
        if one.get("type") == "image":
            yield from element_faults(one, at, frozenset({"image"}))
        else:
            yield from text_faults(one, at, 2000, ANY_TEXT)  # as for fields; Slack does not say


def _row(most: int, allowed: frozenset[str]) -> Callable[[Json, str], Iterator[str]]:
    def faults(block: Json, where: str) -> Iterator[str]:
        yield from count_faults(block.get("elements"), f"{where}/elements", 1, most)
        seen: set[str] = set()
        for number, one in enumerate(items(block.get("elements"))):
            at = f"{where}/elements/{number}"
            yield from element_faults(one, at, allowed)
            name = text(record(one), "action_id")
            if name and name in seen:
                yield fault(f"`action_id` {name!r} already exists for another element of the block", at)
            seen.add(name)

    return faults


def _input(block: Json, where: str) -> Iterator[str]:
    yield from text_faults(block.get("label"), f"{where}/label", 2000)
    if "hint" in block:
        yield from text_faults(block["hint"], f"{where}/hint", 2000)
    yield from element_faults(block.get("element"), f"{where}/element", _INPUTS)


def _markdown(block: Json, where: str) -> Iterator[str]:
    if not isinstance(block.get("text"), str) or not block["text"]:
        yield fault("must be more than 0 characters", f"{where}/text")
    yield from length_faults(block, where, {"text": MARKDOWN_TEXT})


def _alert(block: Json, where: str) -> Iterator[str]:
    yield from text_faults(block.get("text"), f"{where}/text", 200, ANY_TEXT)
    if block.get("level", "default") not in _LEVELS:
        yield fault(f"must be one of {', '.join(_LEVELS)}", f"{where}/level")


def _image(block: Json, where: str) -> Iterator[str]:
    yield from length_faults(block, where, {"image_url": 3000, "alt_text": 2000})
    if not block.get("alt_text"):
        yield fault("missing required field: alt_text", where)
    if "title" in block:
        yield from text_faults(block["title"], f"{where}/title", 2000)


def _rich_text(block: Json, where: str) -> Iterator[str]:
    yield from count_faults(block.get("elements"), f"{where}/elements", 1, 100)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of block: the fields that are its own, where it may stand, and what can be wrong with it."""

    fields: str
    surfaces: frozenset[str] = _EVERYWHERE
    faults: Callable[[Json, str], Iterator[str]] = lambda _block, _where: iter(())


BLOCKS: dict[str, Kind] = {
    "actions": Kind("elements", faults=_row(25, _ACTIONS)),
    "alert": Kind("text level", _EVERYWHERE, _alert),
    "context": Kind("elements", faults=_context),
    "context_actions": Kind("elements", _IN_MESSAGES, _row(5, _IN_CONTEXT_ACTIONS)),
    "divider": Kind(""),
    "header": Kind("text", faults=_header),
    "image": Kind("image_url alt_text title slack_file", faults=_image),
    "input": Kind("label hint element optional dispatch_action", faults=_input),
    "markdown": Kind("text", _IN_MESSAGES, _markdown),
    "rich_text": Kind("elements", faults=_rich_text),
    "section": Kind("text fields accessory expand", faults=_section),
}
"""The blocks that the fake knows; any other is refused, so that nothing goes out that nobody has checked."""


def blocks_faults(value: object, surface: str, most: int) -> list[str]:
    """What is wrong with a list of blocks on a surface, which may hold so many; empty where nothing is."""
    found = list(count_faults(value, "/blocks", 0, most))
    seen: set[str] = set()
    for number, one in enumerate(items(value)):
        block, where = record(one), f"/blocks/{number}"
        found.extend(_block_faults(block, where, surface))
        name = text(block, "block_id")
        if name and name in seen:
            found.append(fault(f"`block_id` {name!r} already exists for another block", where))
        seen.add(name)
    return found


def _block_faults(block: Json, where: str, surface: str) -> Iterator[str]:
    kind = text(block, "type")
    known = BLOCKS.get(kind)
    if known is None or surface not in known.surfaces:
        yield fault(f"unsupported type: {kind or 'none'} in a {surface}", f"{where}/type")
        return
    yield from known.faults(block, where)
    yield from length_faults(block, where, {"block_id": 255})
    yield from extra_faults(block, {"type", "block_id", *known.fields.split()}, where)


def all_text(value: object) -> int:
    """How many characters of text blocks hold in all, labels of buttons and alternative texts left out."""
    total = 0
    for block in records(value):
        words = block.get("text")
        total += len(words) if isinstance(words, str) else len(text(record(words), "text"))
        total += sum(len(text(one, "text")) for one in records(block.get("fields")))
        if block.get("type") == "context":
            total += sum(len(text(one, "text")) for one in records(block.get("elements")))
    return total
