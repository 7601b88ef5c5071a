"""Rules for which situation is worked on: two at once, a change of subject, coming back, not yet clear."""

import re
from dataclasses import replace

from bot.coaching.choose.context import Chosen, Plan, Turn, make, share
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.labels import COACHING
from bot.coaching.model import Scored, State

_CLEAR = 0.40
_CLOSE = 0.12
_BOTH = 0.28
_MOST_ASKED = 2
_REROUTE = 0.5
_PLAINLY = 0.85
_SETTLED = 3
_EARLY = {Stage.OPENING, Stage.AIM, Stage.REALITY, Stage.BENEATH}
_LEANINGS = 8
_BOTH_OF_THEM = 2
_PUT = {"choice", "switch"}
_NO_NEWS = {TurnKind.MINIMAL, TurnKind.DONT_KNOW, TurnKind.NUMBER}
_SWITCH_NAMED = 0.15
_UNNAMED = "switch:unnamed"
"""The line of a change of subject that says so in so many words, while its subject is not clear."""
_SWITCH_HINTED = 0.50
_LONG_CHOICE = 8
_LEFT = 0.10
_ENOUGH_WORDS = 7
_OUTRIGHT = re.compile(
    r"\b(?:(?:talk|ask|think|chat) about something else|something else entirely|different (?:thing|question|matter"
    r"|subject|topic|problem)|(?:an)?other (?:thing|matter|one)(?=[,.:;?!]|\s*$| (?:is|though|sorry|before|while))"
    r"|also one (?:matter|thing)|one more (?:thing|matter)|on (?:another|a different) note"
    r"|nothing to do with (?:this|that|it)"
    r"|separately|can (?:i|we) (?:switch|change|park)|forget (?:that|the \w+) (?:for )?(?:now|a (?:sec|minute|moment))"
    r"|another (?:thing|question|matter|problem)|change of subject|changing the subject|unrelated"
    r"|separate (?:thing|question|matter)|(?:park|shelve) (?:that|this|it)"
    r"|leave (?:that|this|it) (?:there|aside|for now)"
    r"|put (?:that|this|it) (?:aside|to one side|on hold))\b",
    re.I,
)
_MARKER = re.compile(r"^\W*(?:actually|by the way|btw|oh and|also)\b|\bother thing\b|\bwhile i'?m here\b", re.I)
_FIRST = re.compile(r"\b(?:first|former|1st)\b", re.I)
_SECOND = re.compile(r"\b(?:second|latter|2nd|other|new)\b", re.I)
_BACK = re.compile(
    (
        r"\b(?:(?:go|come|get|going|coming) back to|back to (?:the|what|where)|return to|the (?:other|first"
        r"|earlier) (?:thing|one|matter|subject))\b"
    ),
    re.I,
)
_LONG_REQUEST = 20
_STAY = re.compile(
    r"\b(?:stay|finish|go on|carry on|continue|first|this one|where we were|stick|the (?:old|original))\b", re.I
)


def chosen_between(turn: Turn) -> Turn:
    """Take the doctor's answer to 'which of the two' into the state; the turn is unchanged where none was asked."""
    if len(turn.state.choosing) != _BOTH_OF_THEM or turn.reading.risk is not None or not _answers(turn):
        return turn
    picked = _picked(turn)
    other = next(one for one in turn.state.choosing if one != picked)
    update: dict[str, object] = {
        "situation": picked,
        "choosing": (),
        "parked": _park(turn.state, other, picked),
        "topic_words": "",
    }
    if turn.state.situation not in {None, picked}:
        update |= {
            "stage": Stage.OPENING,
            "aim": None,
            "options": (),
            "opening_words": turn.state.topic_words or turn.state.opening_words,
        }
    return replace(turn, state=turn.state.model_copy(update=update))


def _answers(turn: Turn) -> bool:
    """Whether the message answers the choice: an aside does not, nor an answer to a safety question asked meanwhile."""
    return turn.state.expecting in _PUT and turn.reading.intent == COACHING


def resumed(turn: Turn) -> Turn:
    """Go back to a subject put aside, where the doctor asks for it."""
    state = turn.state
    just_chosen = bool(turn.before.choosing) and not state.choosing
    if (
        just_chosen
        or not state.parked
        or turn.reading.risk is not None
        or not _BACK.search(turn.text)
        or share(turn.text) > _LONG_REQUEST
    ):
        return turn
    picked = state.parked[-1]
    parked = (
        _park(state, state.situation, picked)
        if state.situation
        else tuple(one for one in state.parked if one != picked)
    )
    update: dict[str, object] = {
        "situation": picked,
        "parked": parked,
        "stage": Stage.REALITY,
        "expecting": "switch",
        "closed": False,
    }
    return replace(turn, state=state.model_copy(update=update))


def rerouted(turn: Turn) -> Turn:
    """Early on, a correction or a plain statement of another situation: the first reading was wrong, go by the new."""
    state, best = turn.state, turn.reading.situations[:1]
    elsewhere = turn.reading.intent != COACHING or state.stage not in _EARLY
    if state.situation is None or elsewhere or not best or best[0].id == state.situation:
        return turn
    now = next((one.confidence for one in turn.reading.situations if one.id == state.situation), 0.0)
    corrected = turn.reading.kind is TurnKind.CORRECTION and best[0].confidence >= _REROUTE
    plain = (
        state.turn < _SETTLED and best[0].confidence >= _PLAINLY and now <= _LEFT and share(turn.text) >= _ENOUGH_WORDS
    )
    if not corrected and not plain:
        return turn
    update: dict[str, object] = {"situation": best[0].id, "stage": Stage.REALITY, "choosing": ()}
    return replace(turn, state=state.model_copy(update=update))


def unclear(turn: Turn) -> Chosen | None:
    """No situation yet: ask, where the message names none surely or two alike."""
    if turn.state.situation is not None:
        return None
    if len(turn.state.choosing) == _BOTH_OF_THEM:
        return make(
            turn, Plan("put_choice", "the choice was put and not yet made: puts it again", "choice"), Stage.OPENING
        )
    top = turn.state.leaning[:2]
    if not top or (top[0].confidence < _CLEAR and not _alike(top[0].confidence, top[-1].confidence)):
        plan = Plan("ask_more", "not yet clear what this is about: asks", "free", "ask:more_first")
        return make(turn, plan, Stage.OPENING)
    if len(top) > 1 and _alike(top[0].confidence, top[1].confidence) and share(turn.text) >= _ENOUGH_WORDS:
        both = (top[0].id, top[1].id)
        reason = f"fits {both[0]} and {both[1]} about equally: the doctor decides"
        return make(
            turn, Plan("put_choice", reason, "choice"), Stage.OPENING, turn.state.model_copy(update={"choosing": both})
        )
    return None


def turned(turn: Turn) -> Chosen | None:
    """A change of subject in so many words: heard before a request for advice, which is about the new subject."""
    return switched(turn) if _OUTRIGHT.search(turn.text) else None


def switched(turn: Turn) -> Chosen | None:
    """A change of subject in the middle: say so and let the doctor choose."""
    new = _new_subject(turn) if turn.before.expecting != "switch" else None
    if new is None or turn.state.situation is None:
        return None
    both = (turn.state.situation, new)
    reason = f"turns from {both[0]} to {new}: notices it and asks which to go on with"
    sure = any(one.id == new and one.confidence >= _SWITCH_NAMED for one in turn.reading.situations)
    return make(
        turn,
        Plan("note_switch", reason, "switch", "" if sure else _UNNAMED),
        state=turn.state.model_copy(update={"choosing": both, "topic_words": turn.text}),
    )


def settle(turn: Turn) -> State:
    """The state with the situation set, where the messages so far have made it clear and nobody was asked to choose.

    Two that fit about equally are left for the doctor; after two questions the likeliest is taken.
    """
    if turn.state.situation or turn.state.choosing or not turn.reading.situations:
        return turn.state
    leaning = _leaning(turn)
    state = turn.state.model_copy(update={"leaning": leaning})
    first, second = leaning[0], leaning[1] if len(leaning) > 1 else Scored(id="", confidence=0.0)
    asked = state.asked.count("ask:more_first")
    undecided = _alike(first.confidence, second.confidence) and share(turn.text) >= _ENOUGH_WORDS and not asked
    if undecided or (first.confidence < _CLEAR and asked < _MOST_ASKED):
        return state
    return state.model_copy(update={"situation": first.id})


def _leaning(turn: Turn) -> tuple[Scored, ...]:
    """How likely each situation is by the messages so far, the newest counting half."""
    before = {one.id: one.confidence for one in turn.state.leaning}
    now = {one.id: one.confidence for one in turn.reading.situations}
    weight = 0.5 if before else 1.0
    mixed = {name: weight * now.get(name, 0.0) + (1 - weight) * before.get(name, 0.0) for name in {*now, *before}}
    ranked = sorted(mixed.items(), key=lambda one: (-one[1], one[0]))[:_LEANINGS]
    return tuple(Scored(id=name, confidence=round(value, 4)) for name, value in ranked)


def _alike(first: float, second: float) -> bool:
    return second >= _BOTH and first - second < _CLOSE


def _new_subject(turn: Turn) -> str | None:
    outright = bool(_OUTRIGHT.search(turn.text))
    corrected = turn.reading.kind is TurnKind.CORRECTION and not outright  # "sorry, a different thing" corrects nothing
    if turn.reading.kind in _NO_NEWS or corrected or not turn.reading.situations:
        return None
    best = next((one for one in turn.reading.situations if one.id != turn.state.situation), None)
    now = next((one.confidence for one in turn.reading.situations if one.id == turn.state.situation), 0.0)
    if best is None or share(turn.text) < _ENOUGH_WORDS:
        return None
    if outright:
        return best.id
    hinted = bool(_MARKER.search(turn.text)) and now <= _LEFT
    return best.id if hinted and best.confidence >= _SWITCH_HINTED else None


def _picked(turn: Turn) -> str:
    """Which of the two the doctor means; a long answer is no choice, and is taken as going on where it fits better."""
    first, second = turn.state.choosing
    weights = {one.id: one.confidence for one in turn.reading.ranking}
    if share(turn.text) > _LONG_CHOICE:
        staying = first if turn.before.expecting == "switch" else ""
        return staying or max((first, second), key=lambda one: weights.get(one, 0.0))
    if turn.before.expecting == "switch" and _STAY.search(turn.text) and not _SECOND.search(turn.text):
        return first
    if bool(_FIRST.search(turn.text)) != bool(_SECOND.search(turn.text)):
        return first if _FIRST.search(turn.text) else second
    words = (turn.state.opening_words, turn.state.topic_words) if turn.before.expecting == "switch" else ("", "")
    told = dict(zip((first, second), words, strict=True))
    named = {one: _overlap(turn.names.get(one, one) + " " + told[one], turn.text) for one in (first, second)}
    return max((first, second), key=lambda one: (named[one], weights.get(one, 0.0)))


def _overlap(name: str, text: str) -> int:
    return len(_words(text) & _words(name))


def _words(text: str) -> set[str]:
    """The words of some length, and short names such as M&M."""
    return set(re.findall(r"[a-z]{4,}|[a-z]&[a-z]", text.casefold()))


def _park(state: State, other: str | None, picked: str) -> tuple[str, ...]:
    kept = [one for one in state.parked if one != picked]
    return tuple(dict.fromkeys([*kept, other] if other else kept))
