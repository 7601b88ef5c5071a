"""Rules for which situation is worked on: two at once, a change of subject, coming back, not yet clear."""

import re
from dataclasses import replace

from bot.coaching.choose import topic_words
from bot.coaching.choose.context import Chosen, Plan, Turn, make, share
from bot.coaching.choose.topic_picks import BOTH_OF_THEM, park
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.labels import COACHING
from bot.coaching.matter_names import matter_name
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
_MOST_LET_IN = 3
OTHER = "other"
"""What a reply asks for that has let the doctor bring something else."""

_ANSWERED_WITH_ACTS = {"options", "commitment", "what", "when", "meant", "obstacle", "way", "confidence", "raise"}
"""Questions whose answers are the doctor's own options and plans: 'also i could ask her' is one of these."""
_NO_NEWS = {TurnKind.MINIMAL, TurnKind.DONT_KNOW, TurnKind.NUMBER}
_SWITCH_HINTED = 0.50
_SWITCH_LIKELY = 0.30
_LEFT = 0.10
_PARTED = 0.20
_ENOUGH_WORDS = 7
_BACK = re.compile(
    (
        r"\b(?:(?:go|come|get|going|coming) back to|back to (?:the|what|where)|return to|the (?:other|first"
        r"|earlier) (?:thing|one|matter|subject))\b"
    ),
    re.I,
)
_LONG_REQUEST = 20


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
        park(state, state.situation, picked) if state.situation else tuple(one for one in state.parked if one != picked)
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
    if len(turn.state.choosing) == BOTH_OF_THEM:
        return make(
            turn, Plan("put_choice", "the choice was put and not yet made: puts it again", "choice"), Stage.OPENING
        )
    if topic_words.announces_a_matter(turn.text) and "ask:happened" not in turn.state.asked:
        return make(turn, Plan("ask_more", "says that something will be told: asks for it", "free", "ask:happened"))
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
    if not _is_outright(turn) or turn.before.expecting in {"switch", "choice"}:
        return None
    bare = share(turn.text) < _ENOUGH_WORDS and turn.before.situation is not None and turn.reading.intent == COACHING
    if bare and turn.before.expecting != OTHER and turn.state.asked.count("ask:other") < _MOST_LET_IN:
        return make(turn, Plan("ask_more", "asks whether something else may be brought: of course", OTHER, "ask:other"))
    return switched(turn)


def _is_outright(turn: Turn) -> bool:
    return topic_words.announces(turn.text) or turn.before.expecting == OTHER


def switched(turn: Turn) -> Chosen | None:
    """A change of subject in the middle: say so and let the doctor choose."""
    new = _new_subject(turn) if turn.before.expecting != "switch" else None
    if new is None or turn.state.situation is None:
        return None
    both = (turn.state.situation, new)
    reason = f"turns from {both[0]} to {new}: notices it and asks which to go on with"
    told = topic_words.after_the_turn(turn.text)
    names = (matter_name(turn.state.opening_words, of_work=True), matter_name(told))
    update = {"choosing": both, "topic_words": turn.text, "matters": names}
    return make(turn, Plan("note_switch", reason, "switch"), state=_before_it(turn).model_copy(update=update))


def _before_it(turn: Turn) -> State:
    """The state as if the new matter had told nothing of the old: no option, plan or aim comes of it."""
    was = turn.before
    kept = {"options": was.options, "commitment": was.commitment, "obstacle": was.obstacle, "aim": was.aim}
    return turn.state.model_copy(update={**kept, "told": was.told})


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
    outright = _is_outright(turn)
    corrected = turn.reading.kind is TurnKind.CORRECTION and not outright  # "sorry, a different thing" corrects nothing
    if turn.reading.kind in _NO_NEWS or corrected or not turn.reading.situations:
        return None
    best = next((one for one in turn.reading.situations if one.id != turn.state.situation), None)
    now = next((one.confidence for one in turn.reading.situations if one.id == turn.state.situation), 0.0)
    if best is None or share(turn.text) < _ENOUGH_WORDS:
        return None
    if outright:
        return best.id
    if turn.before.expecting in _ANSWERED_WITH_ACTS or not topic_words.may_announce(turn.text):
        return None
    clear = best.confidence >= _SWITCH_HINTED and now <= _LEFT
    likely = topic_words.says_other(turn.text) and best.confidence >= _SWITCH_LIKELY and now <= _PARTED
    return best.id if clear or likely else None
