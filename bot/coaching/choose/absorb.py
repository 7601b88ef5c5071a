"""Taking into the conversation's state what the doctor's message answers, before the next move is chosen."""

import re
from datetime import date

from bot.coaching.choose import aim_words, fuller_acts, plan_words, planning, undertaken
from bot.coaching.cold_starts import is_cold, nothing_yet
from bot.coaching.commitments import aims, cut, is_torn, tidy
from bot.coaching.kinds import TurnKind
from bot.coaching.labels import COACHING
from bot.coaching.model import Reading, Remembered, State
from bot.coaching.nothing_told import tells_nothing

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
_MOST_QUOTED = 12
_MOST_LEARNT = 40
_WISHES = re.compile(r"\b(?:i|what i)(?:['’]?d| would)? (?:really |just )?(?:want|like|love|need|hope)\b", re.I)
_A_PLACE = re.compile(r"^(?:on|in|at|with|from|by|under|off|back|of)\b", re.I)
"""How no aim begins: 'on the ward again with my sandwich' tells where somebody was."""

_FEWEST_OF_AN_AIM = 3
_SHORT_AIM = 16
"""Words up to which an answer to 'what do you want from this' is taken by its form where its words were not found."""


def absorb(text: str, reading: Reading, state: State, today: date | None) -> State:
    """Return `state` with the message's answers taken in: facets told, aim, options, commitment, obstacle, number."""
    begins, opening = nothing_yet(text, state), state.opening_words
    substantive = reading.kind not in _EMPTY and not begins
    update: dict[str, object] = {
        "turn": state.turn + 1,
        "stuck": state.stuck + 1 if reading.kind in _STUCK else 0,
        "opening_words": text if is_cold(opening) or tells_nothing(opening) else opening or text,
        "said": state.said if begins else f"{state.said}\n{text}"[-_MOST_SAID:],
        "memory": state.memory if begins else _remember(reading, state),
        "told": _told(reading, state, substantive=substantive),
    }
    if begins:
        return state.model_copy(update=update)
    heard = state.model_copy(update={"told": update["told"]})
    answers = reading.kind not in _FORGOTTEN | {TurnKind.MINIMAL} and not plan_words.is_plain(text, state)
    if state.expecting == "learned" and state.past is not None and answers:
        update["past"] = state.past.model_copy(update={"learned": cut(text, _MOST_LEARNT)})
    answered = state.model_copy(update=update | _answer(plan_words.Said(text, reading, heard, today)))
    return _with_snag(_in_full(_as_named_before(answered), state, text))


def _with_snag(state: State) -> State:
    """What may stop the plan is kept with it: it is looked back at together with the plan."""
    plan = state.commitment
    if plan is None or not plan.what or state.obstacle is None or plan.obstacle == state.obstacle:
        return state
    return state.model_copy(update={"commitment": plan.model_copy(update={"obstacle": state.obstacle})})


def _in_full(state: State, before: State, text: str) -> State:
    """A plan just told as 'find her' is the deed told before, with this message's time."""
    plan = state.commitment
    if plan is None or (before.commitment is not None and before.commitment.what == plan.what):
        return state
    whole = fuller_acts.whole(plan, before.said, text)
    if whole.if_then and whole.if_then.casefold() in whole.what.casefold():
        whole = whole.model_copy(update={"if_then": None})  # 'instead of doing them' is the step, and no way round
    return state.model_copy(update={"commitment": whole})


def _as_named_before(state: State) -> State:
    """'ask her' is the idea 'ask her what number she would pick', told in full among the options before."""
    plan = state.commitment
    if plan is None or not plan.what:
        return state
    short = plan.what.casefold()
    whole = next((one for one in state.options if one.casefold().startswith(f"{short} ")), None)
    return state.model_copy(update={"commitment": plan.model_copy(update={"what": whole})}) if whole else state


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


def _answer(said: plan_words.Said) -> dict[str, object]:
    """What the message answers, by what was asked; a plan told on the way is taken as well."""
    if said.state.expecting == "aim":
        plan = planning.taken(said)
        return {**_aim(said), **(plan if "commitment" in plan else {})}
    taken = {**_aim_in_passing(said), **planning.taken(said)}
    if said.state.expecting == "idea" and said.reading.kind not in _EMPTY and not plan_words.refused(said.text):
        return {"insight": quotable(said.text, said.reading), **taken}
    return taken


def _aim(said: plan_words.Said) -> dict[str, object]:
    """The aim in the answer, else one told earlier; none rather than a wrong one."""
    noticed = aim_words.fit(_noticed_aim(said), said.text, asked=True)
    short = len(said.text.split()) <= _SHORT_AIM and not plan_words.refused(said.text)
    found = noticed or (aim_words.fit(aims.asked(said.text), said.text, asked=True) if short else None)
    if found is None:
        earlier = (aim_words.fit(aims.of_the_talk(line), line) for line in said.state.said.splitlines())
        found = next((one for one in earlier if one), None)
    return {"aim": found} if found else {}


def _aim_in_passing(said: plan_words.Said) -> dict[str, object]:
    """What they want, told before it was asked for: it is not asked for again."""
    wanted = (
        said.state.turn > 0
        and _WISHES.search(said.text)
        and said.state.aim is None
        and said.state.commitment is None
        and said.reading.kind not in _EMPTY
    )
    told = _noticed_aim(said) if wanted and not undertaken.leads(said.text) else None
    noticed = aim_words.fit(told, said.text)
    return {"aim": noticed} if noticed else {}


def _noticed_aim(said: plan_words.Said) -> str | None:
    wish = aims.wish(said.text)
    told = [tidy(wish if wish and one in wish else one) for one in said.spans.aim]  # from where the wish begins
    told = [one for one in told if _WISHES.search(said.text) or not _A_PLACE.match(one)]
    return next((one for one in told if len(one.split()) >= _FEWEST_OF_AN_AIM and not is_torn(one)), None)


def quotable(text: str, reading: Reading) -> str:
    """The doctor's words to hand back: the whole message where it is short, else its most charged clause."""
    words = text.split()
    if len(words) <= _MOST_QUOTED:
        return " ".join(words).strip(" .!?,;")
    return reading.clauses[0].text if reading.clauses else " ".join(words[:_MOST_QUOTED]).strip(" .!?,;")
