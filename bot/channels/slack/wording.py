"""What the Slack channel's words are made of: lines that fit where they go, and templates with known slots."""

import re
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from bot.coaching.frozen import Frozen

_SLOT = re.compile(r"\{(\w+)\}")


def fill(template: str, **values: str) -> str:
    """The template with its slots filled, once over: braces in a value are the doctor's own and stay.

    Raises:
        KeyError: Where a slot has no value.
    """
    return _SLOT.sub(lambda found: values[found.group(1)], template)


def slots(*names: str) -> AfterValidator:
    """A check that a template holds these slots and no other."""

    def check(text: str) -> str:
        if set(_SLOT.findall(text)) != set(names):
            message = f"must hold {' and '.join('{' + one + '}' for one in names) or 'no slot in braces'}"
            raise ValueError(message)
        return text

    return AfterValidator(check)


def may_name(name: str) -> AfterValidator:
    """A check that a template holds this slot, or none."""

    def check(text: str) -> str:
        if not set(_SLOT.findall(text)) <= {name}:
            message = f"may hold {{{name}}} and no other slot in braces"
            raise ValueError(message)
        return text

    return AfterValidator(check)


_NO_SLOT = slots()
Line = Annotated[str, Field(min_length=1, max_length=2900), _NO_SLOT]
Lines = Annotated[tuple[Line, ...], Field(min_length=1, strict=False)]
LinesOfModel = Annotated[
    tuple[Annotated[str, Field(min_length=1, max_length=2900), may_name("model")], ...],
    Field(min_length=1, strict=False),
]
"""What is said instead where a language model words replies, `{model}` being its name."""
Short = Annotated[str, Field(min_length=1, max_length=75), _NO_SLOT]
Heading = Annotated[str, Field(min_length=1, max_length=150), _NO_SLOT]
Title = Annotated[str, Field(min_length=1, max_length=24), _NO_SLOT]
"""Of a dialogue, and of its buttons."""


class Wording(Frozen):
    """The base of the wording: types are exact, so that a number in the place of a line is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Button(Wording):
    """What stands on a button, and what a screen reader says in its place."""

    text: Short
    label: Short
