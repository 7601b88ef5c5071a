"""The rules of Block Kit's elements: which fields each has, how long, how many."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.fakeslack.checks import (
    ANY_TEXT,
    confirm_faults,
    count_faults,
    extra_faults,
    fault,
    length_faults,
    text_faults,
)
from tests.fakeslack.jsons import Json, items, record, text

_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_COMMON = frozenset({"type", "action_id", "confirm", "focus_on_load"})


def _button(found: Json, where: str) -> Iterator[str]:
    yield from text_faults(found.get("text"), f"{where}/text", 75)
    yield from length_faults(found, where, {"value": 2000, "url": 3000, "accessibility_label": 75})
    if found.get("style", "primary") not in ("primary", "danger"):
        yield fault("must be primary or danger", f"{where}/style")


def _feedback(found: Json, where: str) -> Iterator[str]:
    for name in ("positive_button", "negative_button"):
        button, at = record(found.get(name)), f"{where}/{name}"
        yield from text_faults(button.get("text"), f"{at}/text", 75)
        yield from length_faults(button, at, {"value": 2000, "accessibility_label": 75})
        if not button.get("value"):
            yield fault("missing required field: value", at)
        yield from extra_faults(button, {"text", "value", "accessibility_label"}, at)


def _icon(found: Json, where: str) -> Iterator[str]:
    yield from text_faults(found.get("text"), f"{where}/text", 75)
    yield from length_faults(found, where, {"value": 2000, "accessibility_label": 75})
    if found.get("icon") != "trash":
        yield fault("must be a known icon", f"{where}/icon")


def _choice(found: Json, where: str) -> Iterator[str]:
    most = {"overflow": 5, "checkboxes": 10, "radio_buttons": 10}.get(str(found["type"]), 100)
    yield from count_faults(found.get("options"), f"{where}/options", 1, most)
    known = items(found.get("options"))
    for number, one in enumerate(known):
        yield from _option(record(one), f"{where}/options/{number}")
    chosen = found.get("initial_options", [found["initial_option"]] if "initial_option" in found else [])
    if isinstance(chosen, list) and any(one not in known for one in chosen):
        yield fault("initial option must be one of the options", where)


def _option(option: Json, where: str) -> Iterator[str]:
    yield from text_faults(option.get("text"), f"{where}/text", 75, ANY_TEXT)
    yield from length_faults(option, where, {"value": 150})
    if not option.get("value"):
        yield fault("missing required field: value", where)
    if "description" in option:
        yield from text_faults(option["description"], f"{where}/description", 75, ANY_TEXT)
    yield from extra_faults(option, {"text", "value", "description", "url"}, where)


def _day(found: Json, where: str) -> Iterator[str]:
    day = found.get("initial_date")
    if day is not None and not (isinstance(day, str) and _DAY.fullmatch(day)):
        yield fault("must be a date as YYYY-MM-DD", f"{where}/initial_date")


def _input(found: Json, where: str) -> Iterator[str]:
    yield from length_faults(found, where, {"initial_value": 3000})
    for name in ("min_length", "max_length"):
        value = found.get(name, 1)
        if not isinstance(value, int) or not 0 <= value <= 3000:
            yield fault("must be between 0 and 3000", f"{where}/{name}")


def _image(found: Json, where: str) -> Iterator[str]:
    yield from length_faults(found, where, {"image_url": 3000, "alt_text": 2000})
    if not found.get("alt_text"):
        yield fault("missing required field: alt_text", where)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of element: the fields that are its own, and what can be wrong with it."""

    fields: str
    faults: Callable[[Json, str], Iterator[str]] = lambda _found, _where: iter(())


KINDS: dict[str, Kind] = {
    "button": Kind("text value url style accessibility_label", _button),
    "checkboxes": Kind("options initial_options", _choice),
    "datepicker": Kind("initial_date placeholder", _day),
    "feedback_buttons": Kind("positive_button negative_button", _feedback),
    "icon_button": Kind("icon text value accessibility_label visible_to_user_ids", _icon),
    "image": Kind("image_url alt_text slack_file", _image),
    "multi_static_select": Kind("options initial_options placeholder max_selected_items", _choice),
    "overflow": Kind("options", _choice),
    "plain_text_input": Kind(
        "multiline min_length max_length initial_value placeholder dispatch_action_config", _input
    ),
    "radio_buttons": Kind("options initial_option", _choice),
    "static_select": Kind("options initial_option placeholder", _choice),
    "timepicker": Kind("initial_time placeholder timezone"),
    "users_select": Kind("initial_user placeholder"),
}
"""The elements that the fake knows; any other is refused, so that nothing goes out that nobody has checked."""

CLICKED = frozenset(KINDS) - {"image", "plain_text_input"}
"""What a person can act upon outside of a form."""


def element_faults(value: object, where: str, allowed: frozenset[str]) -> Iterator[str]:
    """What is wrong with an element, where only some kinds are allowed."""
    found = record(value)
    kind = text(found, "type")
    if kind not in allowed:
        yield fault(f"unsupported element type: {kind or 'none'}", where)
        return
    known = KINDS[kind]
    yield from known.faults(found, where)
    yield from length_faults(found, where, {"action_id": 255})
    if "placeholder" in found:
        yield from text_faults(found["placeholder"], f"{where}/placeholder", 150)
    yield from confirm_faults(found, where)
    yield from extra_faults(found, _COMMON.union(known.fields.split()), where)
