"""Move + evidence -> draft: each move has its writer; the way back and notices come first."""

from collections.abc import Callable, Mapping

from bot.coaching.kinds import Act
from bot.coaching.record import Contact, Draft
from bot.coaching.write import (
    answer_writers,
    arc_writers,
    aside_writers,
    looking_back,
    plan_writers,
    safety_writers,
    turning,
)
from bot.coaching.write.desk import Desk

SAFETY_MOVES = frozenset(
    {"safety_route", "safety_stay", "safety_check_in", "safety_all_clear", "decline_clinical", "decline_injection"}
)
_WITH_CONTACTS = frozenset({"safety_route", "safety_stay", "decline_clinical"})


def write(desk: Desk) -> Draft:
    """Word the move on the desk."""
    if desk.move.lead in desk.words.routes:
        safety_writers.lead(desk)
    elif desk.move.lead:
        desk.phrase(desk.move.lead, Act.AFFIRM)
    if desk.move.name != "rehearse_line":  # nothing of the coach's own stands between two lines of a rehearsal
        _notices(desk)
    fixed = len(desk.sentences)
    WRITERS[desk.move.name](desk)
    return Draft(
        sentences=tuple(desk.sentences),
        citations=tuple(desk.citations),
        contacts=_contacts(desk),
        used=tuple(desk.used),
        fixed=fixed,
    )


def _notices(desk: Desk) -> None:
    if "identifiable" in desk.reading.notices:
        told = any(one.startswith("identifiable") for one in desk.state.used)
        desk.phrase("identifiable_again" if told else "identifiable", Act.SIGNPOST)
    if (
        "colleague_at_risk" in desk.reading.notices
        and desk.reading.risk is None
        and "notice:colleague" not in desk.state.used
    ):
        desk.used.append("notice:colleague")
        desk.phrase("colleague_at_risk", Act.SIGNPOST)


def _contacts(desk: Desk) -> tuple[Contact, ...]:
    if desk.move.name not in _WITH_CONTACTS or (desk.reading.risk is None and desk.state.route is None):
        return ()
    route = desk.reading.risk.route if desk.reading.risk else desk.state.route
    return desk.words.contacts(route) if route else ()


WRITERS: Mapping[str, Callable[[Desk], None]] = {
    "open": arc_writers.explore,
    "explore": arc_writers.explore,
    "follow_up": turning.follow_up,
    "go_beneath": arc_writers.explore,
    "ask_aim": plan_writers.ask("ask_aim"),
    "confirm_aim": arc_writers.confirm_aim,
    "challenge": arc_writers.challenge,
    "offer_idea": arc_writers.offer_idea,
    "ask_options": plan_writers.ask("ask_options"),
    "ask_more_options": plan_writers.ask("ask_more_options"),
    "suggest_options": arc_writers.suggest_options,
    "give_step": turning.give_step,
    "ask_commitment": plan_writers.ask_commitment,
    "ask_what": turning.ask_what,
    "ask_when": plan_writers.take_plan("ask_when"),
    "ask_obstacle": turning.ask_obstacle,
    "ask_confidence": plan_writers.ask_confidence,
    "raise_confidence": plan_writers.raise_confidence,
    "close": plan_writers.close,
    "ask_more": aside_writers.ask_more,
    "put_choice": aside_writers.put_choice,
    "note_switch": turning.note_switch,
    "after_closed": aside_writers.after_closed,
    "look_back": looking_back.look_back,
    "look_back_response": looking_back.look_back_response,
    "look_back_next": looking_back.look_back_next,
    "look_back_again": looking_back.look_back_again,
    "repair": aside_writers.repair,
    "small_question": turning.small_question,
    "nudge": aside_writers.nudge,
    "own_up": aside_writers.own_up,
    "answer_source": answer_writers.source,
    "ask_draft": aside_writers.ask_draft,
    "review_draft": aside_writers.draft,
    "rehearse_set_up": aside_writers.rehearsal,
    "rehearse_line": aside_writers.rehearsal,
    "rehearse_pause": aside_writers.rehearsal,
    "rehearse_debrief": aside_writers.rehearsal,
    "rehearse_next": plan_writers.ask("rehearse_next"),
    "greet": aside_writers.greet,
    "chat": aside_writers.chat,
    "about": answer_writers.about,
    "end": aside_writers.end,
    "redirect": answer_writers.redirect,
    "safety_route": safety_writers.route,
    "safety_check_in": safety_writers.check_in,
    "safety_stay": safety_writers.stay,
    "safety_all_clear": safety_writers.all_clear,
    "decline_clinical": safety_writers.decline,
    "decline_injection": safety_writers.decline,
}
