"""A turn -> the prompt that is sent: only what the wording needs, with everybody else's words marked as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.coaching.drafting.guide import MoveGuide
from bot.coaching.drafting.sheet import Prompt, Sheet

Render = Callable[[Mapping[str, str]], str]
"""A template with its values filled in; a missing or an unknown one is an error."""


@dataclass(frozen=True, slots=True)
class Instructions:
    """The prompt files, read and checked: `style` and `look` stand in front, `turn` and `look_turn` are filled in anew.

    `version` is the hash of all of them; `marker` a word that stands in `style` and `look` and nowhere else.
    """

    style: Render
    turn: Render
    look: Render
    look_turn: Render
    guides: Mapping[str, MoveGuide]
    version: str
    marker: str


def wording(instructions: Instructions, sheet: Sheet) -> Prompt:
    """What is sent so that a move is put into words."""
    return Prompt(
        system=instructions.style({"marker": instructions.marker, "goal": sheet.guide.goal}),
        turn=instructions.turn({"message": sheet.message, "plain": sheet.guided.text}),
        version=instructions.version,
    )


def second_look(instructions: Instructions, message: str, last_line: str, choices: Mapping[str, str]) -> Prompt:
    """What is sent so that a message, after the coach's `last_line`, is read again; `choices` are titles by id."""
    return Prompt(
        system=instructions.look({"marker": instructions.marker}),
        turn=instructions.look_turn({"message": message, "before": last_line, "choices": "\n".join(choices.values())}),
        version=instructions.version,
    )
