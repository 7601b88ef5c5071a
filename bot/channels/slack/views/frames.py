"""The frames of dialogues, one that is read and one that is sent, and the fields that they ask with."""

import json
from collections.abc import Sequence

from bot.channels.slack.render.blocks import SECTION, Block, option, plain
from bot.channels.slack.render.escape import is_blank, shown
from bot.channels.slack.render.split import parts

MOST_BLOCKS = 100
_FIELD = 3000
"""Characters that a field of a dialogue takes."""


def to_read(callback: str, title: str, close: str, blocks: Sequence[Block]) -> Block:
    """A dialogue that is only read."""
    return {
        "type": "modal",
        "callback_id": callback,
        "title": plain(title),
        "close": plain(close),
        "blocks": list(blocks)[:MOST_BLOCKS],
    }


def to_send(callback: str, words: tuple[str, str, str], blocks: Sequence[Block], **about: object) -> Block:
    """A dialogue that is sent; `about` names what it is about, in ids, and `words` are its title and two buttons."""
    title, submit, close = words
    made = {**to_read(callback, title, close, blocks), "submit": plain(submit)}
    if about:
        made["private_metadata"] = json.dumps(about, separators=(",", ":"))
    return made


def text_field(text: str = "", *, lines: bool = True, most: int = _FIELD) -> Block:
    """A field for text, of one line or several. Slack takes no empty initial value."""
    made: Block = {"type": "plain_text_input", "multiline": lines, "max_length": most}
    held = shown(text)
    if not is_blank(held):
        made["initial_value"] = parts(held, min(SECTION, most))[0]
    return made


def ticks(options: Sequence[Block], ticked: Sequence[str] = ()) -> Block:
    """Things to tick, of which some (by value) are. Slack takes no empty list of what is."""
    made: Block = {"type": "checkboxes", "options": list(options)}
    if already := [one for one in options if one["value"] in ticked]:
        made["initial_options"] = already
    return made


def one_of(kind: str, options: Sequence[tuple[str, str]], picked: str = "") -> Block:
    """Several values with their words, of which one is chosen; `kind` is `radio_buttons` or `static_select`."""
    offered = [option(value, text) for value, text in options]
    made: Block = {"type": kind, "options": offered}
    if already := [one for one in offered if one["value"] == picked]:
        made["initial_option"] = already[0]
    return made
