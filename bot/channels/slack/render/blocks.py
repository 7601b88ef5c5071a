"""Slack's blocks, made so that they keep Slack's limits whatever words they are given.

All text is `plain_text` with `emoji` off: nothing in it can be markup, a mention, a link or an emoji code.
"""

from collections.abc import Mapping, Sequence

from bot.channels.slack.render.escape import is_blank, shown
from bot.channels.slack.render.split import parts, short
from bot.channels.slack.wording import Button
from bot.ports.people import Value

Block = dict[str, object]

SECTION = 2900
"""Characters; Slack's limit for a section is 3000."""
_HEADER = 150
_BUTTON = 75
_VALUE = 2000
_OPTION = 75


def plain(text: str) -> Block:
    """A text object in which nothing is alive; a dash where there would be nothing to see, which Slack refuses."""
    seen = shown(text)
    return {"type": "plain_text", "text": "-" if is_blank(seen) else seen, "emoji": False}


def sections(text: str) -> tuple[Block, ...]:
    """The text in as many sections as it needs; none where there is nothing to see."""
    pieces = (one.strip("\n ") for one in parts(shown(text), SECTION))
    return tuple({"type": "section", "text": plain(one)} for one in pieces if not is_blank(one))


def section_with(text: str, beside: Block) -> Block:
    """One section with a button beside it; a longer text is shortened."""
    return {"type": "section", "text": plain(short(shown(text), SECTION)), "accessory": beside}


def bullets(lines: Sequence[str]) -> tuple[Block, ...]:
    """Lines one under the other, each with a bullet, which screen readers know as one."""
    return sections("\n".join(f"\u2022 {one}" for one in lines))


def header(text: str) -> Block:
    """A heading, which screen readers can jump to."""
    return {"type": "header", "text": plain(short(shown(text), _HEADER))}


def context(text: str) -> Block:
    """A small line beneath."""
    return {"type": "context", "elements": [plain(short(shown(text), SECTION))]}


def divider() -> Block:
    """A line across."""
    return {"type": "divider"}


def button(words: Button, action: str, value: str = "", *, style: str = "", label: str = "") -> Block:
    """A button; `label` is read by a screen reader in the place of the one in `words`.

    `style` is "primary", "danger" or nothing.
    """
    made: Block = {
        "type": "button",
        "action_id": action,
        "text": plain(short(words.text, _BUTTON)),
        "accessibility_label": short(shown(label or words.label), _BUTTON),
    }
    held = parts(shown(value), _VALUE)
    if held:
        made["value"] = held[0]
    if style:
        made["style"] = style
    return made


def actions(*buttons: Block) -> Block:
    """A row of buttons, no two with the same action."""
    return {"type": "actions", "elements": list(buttons)}


def verdict(good: Button, bad: Button, action: str) -> Block:
    """The two buttons with which a reply is judged."""
    judged = {
        "type": "feedback_buttons",
        "action_id": action,
        "positive_button": _judging(good, Value.GOOD),
        "negative_button": _judging(bad, Value.BAD),
    }
    return {"type": "context_actions", "elements": [judged]}


def asked(label: str, field: str, element: Mapping[str, object], *, hint: str = "", optional: bool = False) -> Block:
    """A field of a dialogue; its block and its element both go by the name of the field."""
    made: Block = {
        "type": "input",
        "block_id": field,
        "label": plain(label),
        "element": {**element, "action_id": field},
        "optional": optional,
    }
    if hint:
        made["hint"] = plain(hint)
    return made


def option(value: str, text: str) -> Block:
    """One of several things to tick."""
    return {"value": value, "text": plain(short(text, _OPTION))}


def _judging(words: Button, value: Value) -> Block:
    return {"text": plain(words.text), "accessibility_label": words.label, "value": str(value)}
