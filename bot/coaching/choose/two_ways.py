"""A choice still to be made between two things or more, told from a step that was settled on."""

import re

from bot.coaching import commitments
from bot.coaching.choose import plan_words
from bot.coaching.choose.plan_words import Said

_COULD = re.compile(r"\b(?:could|can|might|maybe|perhaps|either)\b", re.I)
_EITHER = re.compile(
    r"\bor (?:else |maybe |perhaps |just |i (?:could |can |might )?)?"
    r"(?!him\b|her\b|them\b|me\b|it\b|two\b|so\b)[a-z]{2,} "
    r"(?:him|her|them|my|the|to|with|it|an?|for|up|in|out|on|about)\b",
    re.I,
)
_LISTED = re.compile(r"\?\s*or\b|[.!]\s+or (?:just |maybe |else )?[a-z]+ \w+", re.I)
"""'Skip the template? or ask her first. or get someone older to': options, each in its sentence."""
OR = re.compile(r"(?:^|[,.;!?])\s*or\b", re.I)
_MANY = 2
_OR_ELSE = re.compile(r"\bor (?:else |maybe |perhaps |just |i (?:could |can |might )?)*$", re.I)


def weighed(said: Said) -> bool:
    """Whether what was told is a choice still to be made: 'i could write to him, or ask my supervisor to'."""
    several = len(OR.findall(said.text)) >= _MANY or _LISTED.search(said.text)
    if not (several or _COULD.search(said.text)) or plan_words.FIRM.search(said.text):
        return False  # most messages: no step needs to be looked for
    step = plan_words.step(said) or plan_words.step_by_form(said)
    if step is None or _is_settled(step, said.text):
        return False
    if several:
        return True  # three things with "or" between them, one of which may well have a day in it
    before = (said.text.partition(one)[0] for one in said.reading.noticed.spans.step)
    return bool(_EITHER.search(step)) or any(_OR_ELSE.search(one) for one in before)


def _is_settled(step: str, text: str) -> bool:
    """Whether the last sentence comes down on the step, with its day: 'supervisor first, on Friday'."""
    *before, last = commitments.sentences(text) or [""]
    weighed = _COULD.search(last) or OR.search(last) or _EITHER.search(last)
    return bool(before and commitments.find_when(last) and not weighed and commitments.shares(step, last))
