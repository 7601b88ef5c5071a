"""The order of the rules: the first that has something to say decides the move."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.coaching.choose import (
    afterwards_rules,
    arc_rules,
    aside_rules,
    hearing,
    insight_rules,
    plan_rules,
    relapse_rules,
    repair_rules,
    safety_rules,
    securing_rules,
    session_rules,
    studio_rules,
    topic_picks,
    topic_rules,
    unsure_rules,
)
from bot.coaching.choose.absorb import absorb
from bot.coaching.choose.context import Chosen, Turn
from bot.coaching.choose.hearing import Knowledge
from bot.coaching.cold_starts import nothing_yet
from bot.coaching.kinds import TurnKind
from bot.coaching.labels import COACHING
from bot.coaching.model import Reading, State


@dataclass(frozen=True, slots=True)
class Decision:
    """The move, the state after it, and the reading completed with what the message tells."""

    chosen: Chosen
    reading: Reading


@dataclass(frozen=True, slots=True)
class Now:
    """When the message came: the doctor's own date, and the moment; None where the caller keeps no clock.

    `practise_with` is who is to be practised with, where the channel names them.
    """

    today: date | None = None
    at: datetime | None = None
    practise_with: str = ""


def choose(text: str, reading: Reading, state: State, knowledge: Knowledge, now: Now) -> Decision:
    """Choose the next move for `text` as read, in a conversation that stands at `state`."""
    first = Turn(text, reading, state, state, None, knowledge.names)
    beside = studio_rules.practised(first, knowledge.studio, now.practise_with) or studio_rules.reviewed(
        first, knowledge.studio
    )
    if beside:
        return Decision(beside, reading)
    begun = session_rules.reopened(first, now.at, now.today)
    picked = topic_picks.chosen_between(begun)
    text, reading = topic_picks.of_the_picked(begun, picked, text, reading)
    begun = topic_rules.rerouted(topic_rules.resumed(picked))
    settled = topic_rules.settle(begun) if _is_about_a_situation(text, reading, begun.state) else begun.state
    book = knowledge.books[settled.situation] if settled.situation else None
    heard = hearing.hear(text, settled, state, book, knowledge)
    taken = hearing.take_up(text, reading, begun.state, settled, knowledge)
    update = {"told": heard.told, "near": heard.near, "uptakes": taken.uptakes, "kind": taken.kind}
    full = reading.model_copy(update=update)
    after = absorb(text, full, taken.answered, now.today).model_copy(update={"held": None})
    turn = Turn(text, full, after, begun.state, book, knowledge.names)
    chosen = studio_rules.left(_first_of(turn))
    return Decision(_owning(_dated(chosen, state, now.at), turn), full)


def _owning(chosen: Chosen, turn: Turn) -> Chosen:
    """The move with a word first to a doctor who was asked twice, or who wants a verdict that nobody can give."""
    lead = _LEADS.get(turn.reading.kind, "")
    if not lead or turn.before.turn == 0 or chosen.move.name not in _COACHING_ON:
        return chosen
    return Chosen(chosen.move.model_copy(update={"lead": lead}), chosen.state)


def _dated(chosen: Chosen, before: State, at: datetime | None) -> Chosen:
    """A session that ends here is marked with the time: what comes within the hour belongs to it."""
    if not chosen.state.closed or before.closed:
        return chosen
    return Chosen(chosen.move, chosen.state.model_copy(update={"closed_at": at}))


def led_by(decision: Decision, lead: str) -> Decision:
    """The decision with a word on the danger just denied at its head; a move on safety speaks for itself."""
    move = decision.chosen.move
    if not lead or move.name.startswith("safety"):
        return decision
    reason = f"the doctor says that it is not {lead}, and is believed; then: {move.reason}"
    told = move.model_copy(update={"lead": lead, "reason": reason})
    return Decision(Chosen(told, decision.chosen.state), decision.reading)


def _is_about_a_situation(text: str, reading: Reading, state: State) -> bool:
    """Coaching, or a message that is only asked about first: what it is about is not lost over the question.

    Neither who begins without knowing why they write, nor a shrug after that, has told what it is about.
    """
    if reading.risk:
        return reading.risk.check_in
    return reading.intent == COACHING and not nothing_yet(text, state)


def _first_of(turn: Turn) -> Chosen:
    for rule in _RULES:
        chosen = rule(turn)
        if chosen:
            return chosen
    return arc_rules.arc(turn)


_LEADS = {
    TurnKind.TOLD_ALREADY: "own_miss",
    TurnKind.ASKS_VERDICT: "no_verdict",
    TurnKind.CORRECTION: "own_misread",
    TurnKind.UNCLEAR: "own_unclear",
}
_COACHING_ON = frozenset(
    {
        "ask_aim",
        "explore",
        "follow_up",
        "go_beneath",
        "challenge",
        "ask_options",
        "ask_commitment",
        "ask_when",
        "ask_what",
    }
    | {"ask_obstacle", "ask_confidence", "offer_idea", "ask_more"}
)
"""Moves that go on with the coaching, so that a word may come before them."""

_RULES = (
    safety_rules.stop,
    safety_rules.answer_to_check,
    relapse_rules.asked_instead,
    afterwards_rules.snag_told,
    afterwards_rules.question_asked,
    session_rules.mended,
    studio_rules.after_practice,
    insight_rules.seen_anew,
    plan_rules.plan_put_right,
    plan_rules.plan_first_told,
    aside_rules.thanked,
    session_rules.looked_back,
    repair_rules.line_asked,
    afterwards_rules.taken_up,
    session_rules.after_close,
    aside_rules.cold,
    aside_rules.aside,
    topic_rules.turned,
    repair_rules.repair,
    unsure_rules.unsure,
    topic_rules.switched,
    topic_rules.unclear,
    securing_rules.commitment_told,
)
