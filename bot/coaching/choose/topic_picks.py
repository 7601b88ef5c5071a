"""Which of two subjects a doctor picks, and what then belongs to the talk: the other is put aside with its words."""

import re
from dataclasses import replace

from bot.coaching.choose import topic_words
from bot.coaching.choose.context import Turn, share
from bot.coaching.kinds import Stage
from bot.coaching.labels import COACHING
from bot.coaching.model import Reading, State

BOTH_OF_THEM = 2
_PUT = {"choice", "switch"}
_LONG_CHOICE = 8
_FIRST = re.compile(r"\b(?:first|former|1st)\b", re.I)
_SECOND = re.compile(r"\b(?:second|latter|2nd|other|new)\b", re.I)
_STAY = re.compile(
    r"\b(?:stay|finish|go on|carry on|continue|first|this one|where we were|stick|the (?:old|original))\b", re.I
)


def chosen_between(turn: Turn) -> Turn:
    """Take the doctor's answer to 'which of the two' into the state; the turn is unchanged where none was asked."""
    if len(turn.state.choosing) != BOTH_OF_THEM or turn.reading.risk is not None or not _answers(turn):
        return turn
    picked = _picked(turn)
    other = next(one for one in turn.state.choosing if one != picked)
    update: dict[str, object] = {
        "situation": picked,
        "choosing": (),
        "parked": park(turn.state, other, picked),
        "topic_words": "",
        "matters": ("", ""),
    }
    if turn.before.expecting == "switch":
        update |= _told_apart(turn.state, stays=picked == turn.state.choosing[0])
    if turn.state.situation not in {None, picked}:
        update |= {
            "stage": Stage.OPENING,
            "aim": None,
            "options": (),
            "opening_words": topic_words.after_the_turn(turn.state.topic_words) or turn.state.opening_words,
        }
    return replace(turn, state=turn.state.model_copy(update=update))


def _told_apart(state: State, *, stays: bool) -> dict[str, object]:
    """What was told of the matter that is put aside is left out of what the talk goes on from."""
    other = state.topic_words
    said = "\n".join(one for one in state.said.splitlines() if one.strip() != other.strip()) if stays else other
    memory = tuple(one for one in state.memory if (one.text in other) != stays)
    return {"said": said, "memory": memory, "put_aside": state.matters[1 if stays else 0]}


def _answers(turn: Turn) -> bool:
    """Whether the message answers the choice: an aside does not, nor an answer to a safety question asked meanwhile."""
    return turn.state.expecting in _PUT and turn.reading.intent == COACHING


def of_the_picked(asked: Turn, picked: Turn, text: str, reading: Reading) -> tuple[str, Reading]:
    """The message and its reading without what puts the other subject off, where it has just said which comes first."""
    if asked.state.expecting != "switch" or not asked.state.choosing or picked.state.choosing:
        return text, reading
    own = topic_words.without_the_other(text)
    if own == text:
        return text, reading
    kept = tuple(one for one in reading.clauses if one.text.casefold() in own.casefold())
    return own, reading.model_copy(update={"clauses": kept})


def _picked(turn: Turn) -> str:
    """Which of the two the doctor means; a long answer is no choice, and is taken as going on where it fits better."""
    first, second = turn.state.choosing
    weights = {one.id: one.confidence for one in turn.reading.ranking}
    by_words = _preferred(turn)
    if by_words is not None:
        return turn.state.choosing[by_words]
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


def _preferred(turn: Turn) -> int | None:
    """Which of two subjects comes first by the words that they were told in: 'echo first, f1 after'."""
    state = turn.state
    if turn.before.expecting != "switch" or not state.topic_words:
        return None
    if share(turn.text) > _LONG_CHOICE and not topic_words.puts_in_order(turn.text):
        return None
    told = (f"{state.matters[0]} {state.opening_words} {state.aim or ''}", f"{state.matters[1]} {state.topic_words}")
    return topic_words.preferred(turn.text, told)


def _overlap(name: str, text: str) -> int:
    return len(_words(text) & _words(name))


def _words(text: str) -> set[str]:
    """The words of some length, and short names such as M&M."""
    return set(re.findall(r"[a-z]{4,}|[a-z]&[a-z]", text.casefold()))


def park(state: State, other: str | None, picked: str) -> tuple[str, ...]:
    """The subjects put aside, once one is picked and the other left."""
    kept = [one for one in state.parked if one != picked]
    return tuple(dict.fromkeys([*kept, other] if other else kept))
