"""What every rule of the policy is given, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.coaching.cited import Cited
from bot.coaching.kinds import Stage
from bot.coaching.model import Move, Reading, State
from bot.coaching.playbook import Playbook
from bot.coaching.practice import Attempt, Step
from bot.coaching.reviewed import Review

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
    "look_back_again",
    "repair",
    "small_question",
    "nudge",
    "own_up",
    "answer_source",
    "review_draft",
    "ask_draft",
    "rehearse_set_up",
    "rehearse_line",
    "rehearse_pause",
    "rehearse_debrief",
    "rehearse_next",
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


SAID_BACK = "close:said"
"""A line asked of no one: notes that the plan was summed up in this session."""


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
    """A move and the conversation's state once it is made.

    `step` is what came of it in a rehearsal, `review` what was found in a draft, `attempt` what is kept of either.
    """

    move: Move
    state: State
    step: Step | None = None
    review: Review | None = None
    attempt: Attempt | None = None

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The places that a debrief, or the changes to a draft and the question about it, rest on: each once."""
        debrief = self.step.debrief if self.step else None
        remarks = (*self.review.changes, self.review.question) if self.review else ()
        told = (debrief.cited,) if debrief else tuple(one.cited for one in remarks if one)
        return tuple({one.key: one for one in told if one is not None}.values())


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
