"""Buttons, choices and fields in blocks: finding them, and the values that people give them, in Slack's shapes."""

from collections.abc import Iterator

from tests.fakeslack.jsons import Json, items, record, records, text, texts

_MISSING = "Please complete this required field."


def _elements(holder: Json) -> Iterator[tuple[Json, Json]]:
    """Every element of a message or view, with its block."""
    for block in records(holder.get("blocks")):
        for one in records(block.get("elements")):
            yield block, one
        for name in ("accessory", "element"):
            if isinstance(block.get(name), dict):
                yield block, record(block[name])


def acted(holder: Json, asked: Json) -> Json | None:
    """The action that the app is told of; None where there is nothing of that `action_id`, and `value` where given."""
    wanted = asked.get("value")
    for block, element in _elements(holder):
        if element.get("action_id") != asked.get("action_id"):
            continue
        action: Json = {
            "type": element.get("type"),
            "action_id": element["action_id"],
            "block_id": block.get("block_id"),
        }
        value = _value(element, asked, wanted)
        if value is not None:
            return action | value
    return None


def _value(element: Json, asked: Json, wanted: object) -> Json | None:
    """What was chosen, in the shape of the element; None where it has no such choice."""
    match element.get("type"):
        case "feedback_buttons":
            buttons = [record(element.get(name)) for name in ("positive_button", "negative_button")]
            found = [one for one in buttons if one.get("value") == wanted]
            return {"value": wanted, "text": found[0].get("text")} if found else None
        case "button" | "icon_button":
            if wanted is not None and element.get("value") != wanted:
                return None
            return {name: element[name] for name in ("text", "value", "style") if name in element}
        case "datepicker":
            return {"selected_date": asked.get("selected_date", wanted)}
        case "timepicker":
            return {"selected_time": asked.get("selected_time", wanted)}
        case _:
            return _chosen(element, asked.get("selected_options", asked.get("selected_option", wanted)))


def _chosen(element: Json, wanted: object) -> Json | None:
    """Options by their values, or as options themselves."""
    many = element.get("type") in ("checkboxes", "multi_static_select")
    given = items(wanted) if isinstance(wanted, list) else [wanted] if wanted else []
    values = [text(record(one), "value") if isinstance(one, dict) else one for one in given]
    found = [one for one in records(element.get("options")) if one.get("value") in values]
    if len(found) != len(values):
        return None
    return {"selected_options": found} if many else {"selected_option": found[0] if found else None}


def _given(block: Json, element: Json, values: Json) -> tuple[object, bool]:
    """What a person gave a field, and whether they touched it: by block and action, or by either name alone."""
    block_id, action_id = text(block, "block_id"), text(element, "action_id")
    under = values.get(block_id)
    if isinstance(under, dict) and action_id in under:
        return under[action_id], True
    if block_id in values and not isinstance(under, dict):
        return under, True
    return values.get(action_id), action_id in values


def _field(element: Json, given: object, *, touched: bool) -> Json:
    """The value of a field in Slack's shape; what was not touched keeps what it began with."""
    kind = text(element, "type")
    if isinstance(given, dict) and given.get("type") == kind:
        return given
    whole: Json = {"type": kind}
    match kind:
        case "plain_text_input":
            return whole | {"value": (given or None) if touched else element.get("initial_value")}
        case "datepicker":
            return whole | {"selected_date": given if touched else element.get("initial_date")}
        case "timepicker":
            return whole | {"selected_time": given if touched else element.get("initial_time")}
        case "checkboxes" | "multi_static_select":
            if not touched:
                return whole | {"selected_options": element.get("initial_options", [])}
            return whole | (_chosen(element, texts(given)) or {"selected_options": []})
        case _:
            if not touched:
                return whole | {"selected_option": element.get("initial_option")}
            return whole | (_chosen(element, given) or {"selected_option": None})


def state_of(view: Json, values: Json) -> Json:
    """The values of all fields of a form, as a submission tells them."""
    found: dict[str, Json] = {}
    for block, element in _elements(view):
        if block.get("type") == "input":
            given, touched = _given(block, element, values)
            value = _field(element, given, touched=touched)
            found.setdefault(text(block, "block_id"), {})[text(element, "action_id")] = value
    return dict(found)


def form_errors(view: Json, values: Json) -> dict[str, str]:
    """What Slack itself says of a form before the app hears of it, by block."""
    state = state_of(view, values)
    errors: dict[str, str] = {}
    for block, element in _elements(view):
        if block.get("type") != "input":
            continue
        name = text(block, "block_id")
        value = next(
            (one for key, one in record(record(state[name])[text(element, "action_id")]).items() if key != "type"), None
        )
        if not value:
            if block.get("optional") is not True:
                errors[name] = _MISSING
        elif isinstance(value, str):
            error = _length(element, value)
            if error:
                errors[name] = error
    return errors


def _length(element: Json, value: str) -> str:
    least, most = element.get("min_length"), element.get("max_length")
    if isinstance(least, int) and len(value) < least:
        return f"Please use at least {least} characters."
    if isinstance(most, int) and len(value) > most:
        return f"Please use no more than {most} characters."
    return ""
