"""What the fields of a dialogue hold when it comes back, and the ids that it was opened with.

What is not there, or not of its kind, reads as nothing: the view comes from outside.
"""

import json
from collections.abc import Mapping, Sequence

View = Mapping[str, object]


def typed(view: View, field: str) -> str:
    """The text of a field."""
    value = held(view, field).get("value")
    return value.strip() if isinstance(value, str) else ""


def picked(view: View, field: str) -> str:
    """The one value chosen of several."""
    option = held(view, field).get("selected_option")
    value = option.get("value") if isinstance(option, Mapping) else None
    return value if isinstance(value, str) else ""


def ticked(view: View, field: str) -> tuple[str, ...]:
    """The values ticked."""
    options = held(view, field).get("selected_options")
    chosen = options if isinstance(options, Sequence) and not isinstance(options, str) else ()
    return tuple(str(one.get("value")) for one in chosen if isinstance(one, Mapping))


def held(view: View, field: str) -> Mapping[str, object]:
    """The state of a field."""
    found: object = view
    for key in ("state", "values", field, field):
        found = found.get(key) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def about(view: View) -> Mapping[str, object]:
    """The ids that a dialogue was opened with."""
    told = view.get("private_metadata")
    try:
        found = json.loads(told) if isinstance(told, str) and told else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
