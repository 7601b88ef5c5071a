"""What every rule of the policy is given, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.coaching.model import Move, Reading, Stage, State
from bot.coaching.playbook import Playbook

MOVES = (
    "open",
    "ask_more",
    "put_choice",
    "note_switch",
    "ask_aim",
    "confirm_aim",
    "explore",
    "follow_up",
    "go_beneath",
    "challenge",
    "offer_idea",
    "ask_options",
    "ask_more_options",
    "suggest_options",
    "give_step",
    "ask_commitment",
    "ask_what",
    "ask_when",
    "ask_obstacle",
    "ask_confidence",
    "raise_confidence",
    "close",
    "after_closed",
    "look_back",
    "look_back_response",
    "look_back_next",
    "repair",
    "small_question",
    "nudge",
    "own_up",
    "answer_source",
    "review_draft",
    "rehearse_line",
    "greet",
    "chat",
    "about",
    "end",
    "redirect",
    "safety_route",
    "safety_check_in",
    "safety_stay",
    "safety_all_clear",
    "decline_clinical",
    "decline_injection",
)
"""Every name a move can have; the machine interface prints this list as closed."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message as read, the conversation so far with the message's answers taken in, and the playbook in use.

    `names` gives for each situation the words by which the doctor is offered it.
    """

    text: str
    reading: Reading
    state: State
    before: State
    book: Playbook | None
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A move and the conversation's state once it is made."""

    move: Move
    state: State


@dataclass(frozen=True, slots=True)
class Plan:
    """A move in the making: its name, why, what it asks for, and the line of content that it uses."""

    name: str
    reason: str
    expecting: str = ""
    line: str = ""
    query: str = ""


def make(turn: Turn, plan: Plan, stage: Stage | None = None, state: State | None = None) -> Chosen:
    """Build the move and the state after it; `stage` None keeps the stage, `state` None keeps the turn's."""
    base = state or turn.state
    reached = stage or base.stage
    move = Move(
        name=plan.name,
        reason=plan.reason,
        stage=reached,
        expecting=plan.expecting,
        line=plan.line,
        needs_evidence=bool(plan.query),
        query=plan.query,
    )
    asked = (*base.asked, plan.line) if plan.line else base.asked
    return Chosen(move, base.model_copy(update={"stage": reached, "expecting": plan.expecting, "asked": asked}))


def share(text: str) -> int:
    """How many words a message has."""
    return len(text.split())
