"""Taking into the conversation's state what the doctor's message answers, before the next move is chosen."""

import re
from datetime import date

from bot.coaching import commitments
from bot.coaching.labels import COACHING
from bot.coaching.model import Reading, Remembered, Stage, State, TurnKind
from bot.coaching.turns import scale

_MOST_REMEMBERED = 12
_MOST_SAID = 6000
_EMPTY = {
    TurnKind.CONFUSED,
    TurnKind.DONT_KNOW,
    TurnKind.MINIMAL,
    TurnKind.CORRECTION,
    TurnKind.HOSTILE,
    TurnKind.JUST_TELL,
    TurnKind.THANKS,
}
_FORGOTTEN = _EMPTY - {TurnKind.JUST_TELL}
_STUCK = {TurnKind.DONT_KNOW, TurnKind.MINIMAL}
_PLANNING = {Stage.IDEA, Stage.OPTIONS, Stage.COMMITMENT}
_SAID_ALREADY = re.compile(
    r"\balready (?:said|told)|\bjust (?:said|told you)|\bthat(?:'s| is) (?:the|my) plan\b|\bis that a plan",
    re.I,
)
_OF_THE_PLAN = {"commitment", "what", "when", "raise", "obstacle", "confidence"}
_BARE_NUMBER = re.compile(r"^\W*(?:10|\d)(?:\s*(?:/|out of)\s*10)?(?:\W+(?:tbh|ish|maybe|i think))?\W*$", re.I)
"""A number by itself is how sure the doctor is, whatever was asked about the plan."""

_REFUSED = re.compile(
    r"^\W*(?:no|nope|nah|nothing|none|neither|not (?:really|now|that|this|any)|whatever|doesn'?t matter|can'?t say)\b"
    r"(?:[^.!?;,]{0,24})\W*$",
    re.I,
)
"""Declines to name anything: no aim, idea or option to keep."""

_STARTS_IF = re.compile(r"^\W*(?:(?:and|so|but)\W+)?(?:if|when|unless)\b", re.I)
_FEW_WORDS = 3
_MOST_QUOTED = 12
_EARLIEST_PLAN = 2
_UNDATED_PLAN = 5


def absorb(text: str, reading: Reading, state: State, today: date | None) -> State:
    """Return `state` with the message's answers taken in: facets told, aim, options, commitment, obstacle, number."""
    substantive = reading.kind not in _EMPTY
    update: dict[str, object] = {
        "turn": state.turn + 1,
        "stuck": state.stuck + 1 if reading.kind in _STUCK else 0,
        "opening_words": state.opening_words or text,
        "said": f"{state.said}\n{text}"[-_MOST_SAID:],
        "memory": _remember(reading, state),
        "told": _told(reading, state, substantive=substantive),
    }
    if substantive or state.expecting == "confidence":
        update |= _answer(text, reading, state, today)
    return state.model_copy(update=update)


def _told(reading: Reading, state: State, *, substantive: bool) -> tuple[str, ...]:
    answered = (state.expecting.removeprefix("facet:"),) if state.expecting.startswith("facet:") and substantive else ()
    return tuple(dict.fromkeys((*state.told, *reading.told, *answered)))


def _remember(reading: Reading, state: State) -> tuple[Remembered, ...]:
    only_asked_about = reading.risk is not None and reading.risk.check_in
    if not reading.clauses or reading.kind in _FORGOTTEN or not (only_asked_about or reading.intent == COACHING):
        return state.memory
    best = reading.clauses[0]
    kept = Remembered(turn=state.turn + 1, text=best.text, kind=best.kind)
    return (*state.memory, kept)[-_MOST_REMEMBERED:]


def _answer(text: str, reading: Reading, state: State, today: date | None) -> dict[str, object]:
    """What the message answers, by what was asked; a plan told on the way is taken as well."""
    expecting = state.expecting
    if expecting in {"choice", "switch"}:
        return {}
    if expecting in {"aim", "idea", "options"} and _REFUSED.match(text):
        return {}
    if expecting in {"aim", "idea", "options"}:
        words = quotable(text, reading)
        kept = {"aim": words, "insight": words, "options": (*state.options, words)}
        field = {"aim": "aim", "idea": "insight", "options": "options"}[expecting]
        told = {} if expecting == "aim" else _plan_in(text, reading, state, today)
        return {field: kept[field], **told}
    if expecting in _OF_THE_PLAN and _BARE_NUMBER.match(text):
        return _sure_by(text, state)
    if expecting in _OF_THE_PLAN:
        return _of_the_plan(text, reading, state, today)
    if _SAID_ALREADY.search(text):
        return _plan_told_before(state, today)
    planning = state.stage in _PLANNING or state.turn >= _EARLIEST_PLAN
    return _plan_in(text, reading, state, today) if planning else {}


def _of_the_plan(text: str, reading: Reading, state: State, today: date | None) -> dict[str, object]:
    """An answer to a question about the plan itself."""
    if state.expecting in {"obstacle", "confidence"} and state.commitment and _only_a_time(text):
        when = " ".join(filter(None, (state.commitment.when, text.strip(" .!,"))))
        return {"commitment": state.commitment.model_copy(update={"when": when})}
    if state.expecting == "obstacle" and reading.kind in {TurnKind.YES, TurnKind.NO}:
        return {}
    if state.expecting == "obstacle":
        return {"obstacle": quotable(text, reading), **_if_then(text, state)}
    if state.expecting == "confidence":
        return _if_then(text, state) if scale(text) is None and _STARTS_IF.match(text) else _sure_by(text, state)
    return _committed(text, state, today)


def _only_a_time(text: str) -> bool:
    return len(text.split()) <= _FEW_WORDS and commitments.find_when(text) is not None and not _STARTS_IF.match(text)


def _sure_by(text: str, state: State) -> dict[str, object]:
    """How sure the doctor is of the plan, from 0 to 10; nothing where there is no plan yet."""
    plan = state.commitment
    return {"commitment": plan.model_copy(update={"confidence": scale(text)})} if plan else {}


def _plan_told_before(state: State, today: date | None) -> dict[str, object]:
    """The last plan among the doctor's earlier words, where they say that they have told it; nothing where none is."""
    told = [line for line in state.said.splitlines() if commitments.is_action(line)]
    found = commitments.read(told[-1], None, today) if told and state.commitment is None else None
    return {"commitment": found} if found else {}


def _committed(text: str, state: State, today: date | None) -> dict[str, object]:
    """An answer to 'what and when': anything said in reply counts, so that the doctor's own words are kept."""
    found = commitments.read(text, state.commitment, today)
    if found is None and not commitments.is_vague(text):
        found = commitments.read(f"I'll {text}", None, today)
    return {"commitment": found} if found else {}


def _if_then(text: str, state: State) -> dict[str, object]:
    if state.commitment is None:
        return {}
    found = commitments.read(text, state.commitment, None)
    if_then = found.if_then if found and found.if_then else " ".join(text.split())
    return {"commitment": state.commitment.model_copy(update={"if_then": state.commitment.if_then or if_then})}


def _plan_in(text: str, reading: Reading, state: State, today: date | None) -> dict[str, object]:
    """A plan told before it was asked for is taken as the commitment: at once with a day, later on without one."""
    if state.commitment is not None or reading.kind is TurnKind.QUESTION or not commitments.is_action(text):
        return {}
    dated = commitments.find_when(text) is not None
    if not dated and (state.turn < _UNDATED_PLAN or state.stage in {Stage.OPTIONS}):
        return {}
    found = commitments.read(text, None, today)
    return {"commitment": found} if found else {}


def quotable(text: str, reading: Reading) -> str:
    """The doctor's words to hand back: the whole message where it is short, else its most charged clause."""
    words = text.split()
    if len(words) <= _MOST_QUOTED:
        return " ".join(words).strip(" .!?,;")
    return reading.clauses[0].text if reading.clauses else " ".join(words[:_MOST_QUOTED]).strip(" .!?,;")
