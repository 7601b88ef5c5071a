"""Reading JSON that somebody else wrote: a value of the kind wanted, or an empty one."""

import json
from collections.abc import Mapping

Json = dict[str, object]


def record(value: object) -> Json:
    """The object that this is; an empty one where it is none."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> list[object]:
    """The list that this is; an empty one where it is none."""
    return value if isinstance(value, list) else []


def records(value: object) -> list[Json]:
    """The objects in a list; anything else in it is left out."""
    return [one for one in items(value) if isinstance(one, dict)]


def text(of: Mapping[str, object], name: str, otherwise: str = "") -> str:
    """The text under a name."""
    found = of.get(name)
    return found if isinstance(found, str) else otherwise


def texts(value: object) -> list[str]:
    """The texts in a list, or in a text with commas, which is how forms write lists."""
    if isinstance(value, str):
        return [one.strip() for one in value.split(",") if one.strip()]
    return [one for one in items(value) if isinstance(one, str)]


def number(of: Mapping[str, object], name: str, otherwise: float) -> float:
    """The number under a name, also where a form wrote it as text."""
    found = of.get(name)
    if isinstance(found, (int, float, str)) and not isinstance(found, bool):
        try:
            return float(found)
        except ValueError:
            return otherwise
    return otherwise


def flag(of: Mapping[str, object], name: str) -> bool:
    """Whether the name stands for yes, in any of the ways that Slack takes."""
    return of.get(name) in (True, 1, "1", "true", "True")


def decoded(value: object) -> object:
    """The value itself, or what is in it where it is JSON written as text; None where it cannot be read."""
    if not isinstance(value, str):
        return value
    try:
        found: object = json.loads(value)
    except ValueError:
        return None
    return found


def encoded(value: object) -> bytes:
    """As it goes over the wire."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
