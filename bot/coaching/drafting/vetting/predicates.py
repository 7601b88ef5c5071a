"""What is said of somebody, or of a matter, that nobody here has said of it: 'she is rigid', 'the trust would have to'.

A coach says back, asks, and wonders. What it states of people in words of its own judges, diagnoses, praises, rules or
foretells, whatever the words are; so it is the form of the sentence that is looked at: who, and what is said of them.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.grounded import Known
from bot.coaching.drafting.vetting.held import HEDGED, VIEW
from bot.coaching.drafting.vetting.look import Line, Look
from bot.coaching.kinds import Act
from bot.coaching.record import Problem

_IN_BETWEEN: Final = (
    r"(?:(?:a|an|the|just|simply|only|really|rather|so|very|quite|such|pretty|bit|one|of|like|also|still|now|all"
    r"|more|too"
    r"|both|being|\w+ly) )*"
)
_IS: Final = re.compile(
    r"\b(?:you|he|she|they|that|this|it|which|(?:the|your|his|her|their) (?:\w+ )?\w+)"
    r" (?:is|are|was|were|has been|have been|seems?|sounds?|looks?|reads?) "
    rf"{_IN_BETWEEN}(?P<what>\w+(?: \w+){{0,2}})"
)
_WILL: Final = re.compile(
    r"\b(?:he|she|they|it|that|this|(?:the|your|his|her|their) (?:\w+ )?(?!one\b)\w+|\w+ing (?:\w+ ){0,4}?(?!who\b)\w+)"
    r" (?:will|would(?= have to| need to| be )|cannot|must|should|has to|have to|ought to)"
    r" (?:not |never |have to |need to |be |\w+ly )*(?P<what>\w+(?: \w+)?)"
)

_WANTS: Final = re.compile(
    r"\byou (?:really |just |only |still |simply )*(?:want|wanted|enjoy|crave|love|hate|resent|envy)"
    r" (?:a |an |the |some |your )?(?P<what>\w+)"
)


def faults(look: Look) -> Iterator[Problem]:
    """The first statement of each kind whose telling word is new; what is held open or told as a view is none."""
    known = Known(look)
    for line in look.lines:
        if not _states(line):
            continue
        said = next((one for one in _IS.finditer(line.plain) if known.new_in(_first(one["what"]))), None)
        if said:
            yield Problem(code="verdict", detail=f"says of somebody what nobody said: {said.group(0)!r}")
            return
        wish = next((one for one in _WANTS.finditer(line.plain) if known.new_in(_first(one["what"]))), None)
        if wish:
            yield Problem(code="mind_reading", detail=f"says what the doctor wants: {wish.group(0)!r}")
            return
        bound = next((one for one in _WILL.finditer(line.plain) if _unsaid(one["what"], look)), None)
        if bound:
            yield Problem(code="promise", detail=f"says what has to be or will be: {bound.group(0)!r}")
            return


def _states(line: Line) -> bool:
    """Whether a sentence tells as a fact what is not given to it as evidence."""
    open_or_seen = HEDGED.search(line.plain) or VIEW.search(line.plain)
    return not line.asks and not line.cites and line.act is not Act.ADVISE and not open_or_seen


_STATES: Final = re.compile(
    r"\b(?:empty|full|open|closed|shut|locked|late|early|away|gone|ready|silent|missing|asleep|awake|broken|unanswered"
    r"|unread|unsigned|booked|postponed|delayed|visible|invisible|audible|identical|nearby|absent|present|settled)\b"
)
"""What can be seen of a thing, and judges nobody."""


def _first(words: str) -> str:
    """The first telling word, which is what is said of the subject."""
    first = next(iter(plainly.telling(words)), "")
    return "" if _STATES.fullmatch(first) else first


def _unsaid(words: str, look: Look) -> bool:
    first = _first(words)
    return bool(first) and plainly.stem(first) not in look.known_stems
