"""Whether a clause beside the step tells one more: goes on from it, is an order to oneself, or restates it."""

import re
from typing import Final

from bot.coaching.commitments import days
from bot.coaching.commitments import pick_words as form
from bot.coaching.commitments.acts import Act, Force
from bot.coaching.commitments.sentences import tidy

RESTATES: Final = re.compile(
    r"^\W*(?:i mean(?=,? (?:actually|really|properly|literally)\b)|meaning|as in|that is|i\.e\.?"
    r"|in other words)\b[,:\s]*(?:(?:actually|really|properly|literally|just)\b[,\s]*)*",
    re.I,
)
"""'I mean actually speak to her': the act once more, and closer; it belongs to the step before it."""


_AFTERWORD: Final = re.compile(
    r"(?:look|listen|see|need|hope|wish|thank|think|know|feel|mind|be|have|do|let|go|try|sleep|get|leave it"
    r"|keep (?:you|my)|stop)\b",
    re.I,
)
"""What people put behind a plan that is no part of it: 'see how it goes', 'let you know'."""


COUNTED: Final = re.compile(r"\bfirst(?:ly)?\b.*\b(?:second(?:ly)?|then|next|after that)\b", re.I | re.S)
"""'First I'd look at it, second I'd take it on': two steps, and no choice between them."""


_I_AM: Final = re.compile(r"\b(?:i['’]?m|i am)\s+(?:also |then |just )?$", re.I)


def goes_on(act: Act) -> bool:
    """Whether its clause goes on from another: 'and ask him', 'so ring her'."""
    return act.force is Force.BARE and bool(re.match(r"\W*(?:and|n|then|so)\b", act.sentence, re.I))


def ordered(act: Act) -> bool:
    """Whether its sentence is only an act put as an order to oneself: 'tell switch beforehand'."""
    return act.force is Force.BARE and act.sentence.startswith(act.what) and not _AFTERWORD.match(act.what)


def listed(act: Act) -> bool:
    """Whether its clause begins with its verb, or with 'I am' and it: one more thing to do, before or after another."""
    mine = _I_AM.search(act.sentence[: max(0, act.sentence.find(act.what))])
    leads = form.BEGINS_WITH_ACT.match(act.sentence) or form.BEGINS_WITH_ACT.match(without_time(act.sentence))
    return act.force is Force.BARE and bool(leads or mine)


def without_time(what: str) -> str:
    """The words without the time in them."""
    when = days.find_when(what)
    return tidy(what.replace(when, " ")) if when else tidy(what)
