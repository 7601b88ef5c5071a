"""Rules for what is not coaching: questions on the sources, drafts still to come, chat, the coach itself, the end."""

import re

from bot.coaching.about_me import is_about_me, speaks_to_me
from bot.coaching.choose import draft_found
from bot.coaching.choose.context import SAID_BACK, Chosen, Plan, Turn, make, share
from bot.coaching.cold_starts import COLD, is_cold
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.nothing_told import tells_nothing

_MOST_COLD = 3
_NOTHING = re.compile(
    r"^\W*(?:(?:er+m*|um+|oh|well|hm+|honestly)\W+)*(?:nothing|nobody|no ?one|not much|none|no|nope|all fine"
    r"|it['’]?s fine)\b"
    r"[^.!?,;]{0,24}\W*$",
    re.I,
)
"""A shrug at the first easy question."""
_COURTESY = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|right|great|lovely|thanks?(?: you)?|cheers|ta|and|so|now|also)\b[\s,.!;:-]*)+", re.I
)
SHELF = "about:sources"
_A_TALK = 3
_BARE = 5
"""Words up to which thanks are just that."""


def aside(turn: Turn) -> Chosen | None:
    """Answer an intent that is not coaching, keeping the place in the conversation."""
    rule = _RULES.get(turn.reading.intent)
    return rule(turn) if rule else None


_OF_THE_SHELF = re.compile(
    r"\bwho (?:wrote|are|is|published)\b[^.!]{0,40}\b(?:papers?|reports?|review|sources?|slides|documents?|authors?)\b"
    r"|\b(?:what|which|how many) (?:are |is )?(?:your |the )?(?:sources|papers|documents|publications|texts|books)"
    r"(?: (?:do you|have you|are there|are these|are they|you)\b[^.!]{0,25})?\W*$"
    r"|\bhow (?:old|recent|new|up to date) (?:are|is) (?:your|the|these)\b"
    r"|\bsummari[sz]e (?:\S+ ){0,3}(?:papers?|reports?|review|slides|sources?|documents?)\b",
    re.I,
)
"""Asks for the publications themselves, and not for what they hold."""


def _source(turn: Turn) -> Chosen:
    if _OF_THE_SHELF.search(turn.text):
        return make(turn, Plan("about", "asks which publications the coach has", turn.before.expecting, SHELF))
    asked = _COURTESY.sub("", turn.text) or turn.text  # thanks before a question are no part of what is looked for
    plan = Plan("answer_source", "asks what the sources say", turn.before.expecting, query=asked)
    return make(turn, plan)


def _draft(turn: Turn) -> Chosen | None:
    if draft_found.is_another_s(turn.text):
        return None
    return make(turn, Plan("ask_draft", "offers words of their own for a view on them: asks for them", "draft"))


def _chat(turn: Turn) -> Chosen | None:
    talking = (turn.state.situation or turn.before.memory) and not turn.state.closed
    if talking and turn.reading.kind in {TurnKind.FEELING, TurnKind.CONFESSION}:
        return None  # 'I am knackered' is no chat in the middle of a talk
    if turn.state.situation and not turn.state.closed:
        return make(
            turn, Plan("chat", "chat in the middle of coaching: answers and keeps the place", turn.before.expecting)
        )
    name = "greet" if turn.state.turn <= 1 else "chat"
    return make(turn, Plan(name, "small talk"))


def _about(turn: Turn) -> Chosen | None:
    if not (is_about_me(turn.text) or speaks_to_me(turn.text)):
        return None  # one about work: 'tell me if I should report him'
    return make(turn, Plan("about", "asks about the coach", turn.before.expecting))


def _end(turn: Turn) -> Chosen:
    closed = turn.state.model_copy(update={"closed": True})
    plan = Plan("end", "wants to stop: stops, and keeps the place")
    return make(turn, plan, Stage.CLOSED if turn.state.commitment else None, closed)


def _off_topic(turn: Turn) -> Chosen:
    return make(turn, Plan("redirect", "neither leadership nor the coach", turn.before.expecting))


_RULES = {
    "source_question": _source,
    "draft_review": _draft,
    "smalltalk": _chat,
    "about_coach": _about,
    "end_session": _end,
    "off_topic": _off_topic,
}


def cold(turn: Turn) -> Chosen | None:
    """Whoever begins without knowing why they write is met with one easy question; a shrug at that with an easier."""
    met = sum(line.startswith(COLD) for line in turn.state.asked)
    begun = turn.state.situation is not None or turn.before.closed or turn.before.past is not None
    if begun or turn.reading.risk is not None or met >= _MOST_COLD or turn.text.rstrip().endswith("?"):
        return None
    shrugs = met == turn.before.turn > 0 and (tells_nothing(turn.text) is not None or _stands(turn))
    if not (shrugs or (is_cold(turn.text) and met == turn.before.turn)):
        return None
    return make(turn, Plan("greet", "does not know why they write: one easy question", "free", f"{COLD}{met}"))


def _stands(turn: Turn) -> bool:
    return turn.reading.kind in {TurnKind.DONT_KNOW, TurnKind.MINIMAL} or bool(_NOTHING.match(turn.text))


def thanked(turn: Turn) -> Chosen | None:
    """Thanks after the end need no more than a word; bare thanks in the middle of a talk are its end."""
    if turn.reading.kind is not TurnKind.THANKS:
        return None
    if turn.state.closed:
        return make(turn, Plan("after_closed", "thanks after the end"))
    if turn.before.turn < _A_TALK or share(turn.text) > _BARE:
        return None
    closed = turn.state.model_copy(update={"closed": True})
    if SAID_BACK in turn.state.asked:
        return make(turn, Plan("after_closed", "thanks, with the plan said back before"), Stage.CLOSED, closed)
    if turn.state.commitment is not None and turn.state.commitment.what:
        return make(turn, Plan("close", "thanks, with a plan told: sums up and ends"), Stage.CLOSED, closed)
    return make(turn, Plan("end", "thanks, and no more to it today: stops, and keeps the place"), None, closed)
