"""The time in an answer to 'when', in whatever words it comes: 'when she asks', 'next sick one'."""

import re
from datetime import date

from bot.coaching import commitments
from bot.coaching.choose import plan_words
from bot.coaching.choose.plan_words import Said
from bot.coaching.commitments import numbers
from bot.coaching.kinds import TurnKind
from bot.coaching.model import Commitment

UNKNOWN = re.compile(
    r"\b(?:do(?:n['’]?t| not) (?:really )?(?:know|think|see)|dont (?:really )?(?:know|think|see)|dunno|can(?:['’]?t"
    r"|not) (?:think|say|tell)|not sure|no (?:idea|clue)|hard to say"
    r"|nothing|who knows|hopefully)\b",
    re.I,
)
"""Shows that an answer tells nothing."""

_AN_HOUR = re.compile(r"^\W*(?:(?:at|about|around|from|by) )?\d", re.I)
_FEWEST = 2
_MOST_OF_A_TIME = 10
_NO_ANSWER = {TurnKind.DONT_KNOW, TurnKind.NO, TurnKind.NUMBER, TurnKind.CONFUSED, TurnKind.HOSTILE, TurnKind.THANKS}
_WHEN_CLAUSE = re.compile(
    r"\b(?:when(?:ever)?|once|as soon as|after|before|b4|the next time|next time|straight after|the minute"
    r"|the moment|during|while)"
    r" (?:i|he|she|they|we|it|the|my|our|his|her|their|there|someone|somebody|nobody|everyone|people|this|that"
    r"|next)\b[^,.;!?\n]*",
    re.I,
)
_TIME_LEAD = re.compile(
    r"^\W*(?:(?:um+|er+|well|so|ok|okay|oh|like|maybe|probably|prob|i think|i guess|i suppose|say|let['’]?s say"
    r"|it(?:['’]ll| will) be|the)\b\W*)+",
    re.I,
)
_TELLS_ELSE = re.compile(
    r"^(?:i|i['’]\w+|im|ill|he|she|they|we|you|it['’]?s|that['’]?s|yes|yeah|no|not|sure|fine|done|good|thanks|why"
    r"|how|what|who|dunno"
    r"|whatever|never|nothing|whichever)\b|\b(?:can['’]?t|won['’]?t|don['’]?t|isn['’]?t|depends)\b",
    re.I,
)
_SPARE = re.compile(r"^\W*(?:and |but |so )?(?:if|in case|failing that|otherwise)\b|\bback[- ]?up\b|\bplan b\b", re.I)


def with_day_of(before: Commitment, plan: Commitment, said: Said) -> Commitment:
    """The plan with the day that was told before its act; an hour told with the act is of that day."""
    if plan.when is None:
        return plan.model_copy(update={"when": before.when, "due": before.due})
    day_known = bool(before.when and commitments.due_date(before.when, date.min))
    if not day_known or commitments.due_date(plan.when, date.min):
        return plan
    hour = _AN_HOUR.match(plan.when)
    return commitments.retimed(plan, f"{before.when} {plan.when}" if hour else before.when, said.today)


def answered(said: Said) -> str | None:
    """The time in an answer to 'when', in whatever words: 'when she asks', 'next sick one'."""
    named = commitments.when_alone(said.text) or commitments.find_when(said.text)
    if named and (commitments.due_date(named, date.min) or len(named.split()) > 1):
        return named
    if said.reading.kind in _NO_ANSWER or plan_words.refused(said.text) or "?" in said.text:
        return None
    clause = _WHEN_CLAUSE.search(said.text)
    if clause:
        return commitments.tidy(clause[0])
    told = commitments.tidy(_TIME_LEAD.sub("", commitments.sentences(said.text)[0] if said.text.strip() else ""))
    fits = _FEWEST <= len(told.split()) <= _MOST_OF_A_TIME and not (UNKNOWN.search(told) or _TELLS_ELSE.match(told))
    return told if fits and numbers.sure_unasked(said.text, "") is None else None


def spare(said: Said) -> str | None:
    """A day that is only for when the first one fails: 'if the list overruns, thursday 8am'."""
    told = commitments.sentences(said.text)
    return next((commitments.tidy(one) for one in told if _SPARE.search(one) and commitments.find_when(one)), None)
