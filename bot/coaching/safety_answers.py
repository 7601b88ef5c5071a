"""What a doctor makes of a safety question: a plain no, a yes however half-hearted, a way round it; and 'go on'."""

import re
from typing import Final

from bot.coaching.plain import OnNeed
from bot.coaching.safety import explicit
from bot.coaching.safety_answer_patterns import (
    ASKS_ON,
    BUT,
    BYE,
    FROM_WHERE,
    GO_ON,
    HANDLED,
    HEDGED,
    META,
    MUSES,
    OWNS,
    PLAIN_NO,
    POINTING,
    PROTESTS,
    ROUND,
    SAYS_SAFE,
    SENTENCE,
    UNWELL,
    WELL,
    YES,
    YES_PLEASE,
)
from bot.coaching.safety_bearing import bears_on_patient, bears_on_self
from bot.coaching.safety_denied import GOES_ON

_ENOUGH: Final = 4
_HEAD: Final = 20
_SHORT_SENTENCE: Final = 7
_NOBODY_IS: Final = re.compile(
    r"^\W*(?:(?:no|as i said|i said|honestly|really|and|look)\b[\s,;:.-]*(?![- ]?ones?\b))*"
    r"(?:no[- ]?ones?|nobody|none of (?:them|us|my patients|the patients)|no patients?)"
    r"(?:'?s| is| are| was| were|'?ll be| will be)?"
    r"(?: (?:actually|really|even|being|going to be|getting))*"
    r" (?:(?:in|at) (?:any )?(?:danger|risk)|unsafe|unwell|ill|harmed|hurt|dying|bullied"
    r"|bullying (?:me|us|anyone|anybody)|(?:going to|gonna|will|'?ll) (?:die|come to harm|be harmed|get hurt))\b"
    r"(?: (?:here|now|at all|today|i said|i told you|tho|though))*\s*"
    r"(?:[,;:.–-]+\s*|$|(?=it'?s\b|i'?m\b|this is\b))(?:and |but |so )?",
    re.I,
)
"""'No one's in danger': the answer itself, however it is led up to; it is never handed back as the matter."""

_NOT_DOCTORS: Final = frozenset({"patient_safety_now", "mistreatment", "colleague_at_risk", "clinical_advice"})


def admits(text: str, route: str) -> bool:
    """Whether the answer is a yes, or a no with a yes behind it."""
    plain = _plain(text)
    owns = route == "crisis_self" and OWNS.search(plain)
    yes = YES.match(plain) and not _goes_on_with_it(plain, route)
    return bool(yes or BUT.search(plain) or owns) or _unwell(plain, route)


def _goes_on_with_it(text: str, route: str) -> bool:
    """Whether a 'maybe' begins a sentence without a word of how a patient is: no answer, but the matter.

    'maybe she doesn't know what I can do'. Of the doctor's own danger a 'maybe' is a yes, whatever follows it.
    """
    return route == "patient_safety_now" and bool(MUSES.match(text)) and not bears_on_patient(text, midway=True)


def evades(text: str) -> bool:
    """Whether the answer goes round the question: a question back, half a no, a change of subject."""
    plain = _plain(text)
    return bool(ROUND.search(plain) or HEDGED.search(plain))


def denies(text: str, route: str) -> bool:
    """Whether the answer to a safety question is a plain no, in whatever tone; what follows it may be the matter."""
    plain = _plain(text)
    if explicit(plain) is not None or admits(plain, route) or HEDGED.search(plain):
        return False
    return bool(PLAIN_NO.match(plain)) or _claims(plain, route, (SAYS_SAFE, PROTESTS, WELL)) or _in_hand(plain, route)


def is_safe(text: str, route: str) -> bool:
    """Whether the doctor says clearly that all is well: what it takes to go back after a full stop."""
    plain = _plain(text)
    if explicit(plain) is not None or BUT.search(plain) or _unwell(plain, route):
        return False
    return _claims(plain, route, (SAYS_SAFE, WELL)) or _in_hand(plain, route)


def claims_safety(text: str) -> bool:
    """Whether "I am safe" stands anywhere in it: enough to thank somebody for it who was heard already, and no more."""
    return any(one.search(_plain(text)) for one in (SAYS_SAFE, WELL))


def asks_to_go_on(text: str) -> bool:
    """Whether the doctor asks to go on with the coaching, or with something else."""
    plain = _plain(text)
    return bool(ASKS_ON.search(plain)) and not UNWELL.search(plain)


def says_no(text: str) -> bool:
    """Whether the message opens with a plain no."""
    plain = _plain(text)
    return bool(PLAIN_NO.match(plain)) and not BUT.search(plain) and not UNWELL.search(plain)


def matter(text: str) -> str:
    """What a denial says beyond itself; '' where that is too little to go on with."""
    bare = (_NOBODY_IS.sub("", _plain(one)) for one in SENTENCE.split(text.strip()) if not _is_meta(one))
    kept = [POINTING.sub("", one) for one in (_NOBODY_IS.sub("", _without_no(each)) for each in bare)]
    rest = " ".join(one.strip() for one in kept if re.search(r"\w", one)).strip(" ,;-")
    return rest if len(rest.split()) >= _ENOUGH or BYE.search(rest) else ""


def resumed(text: str) -> str | None:
    """What is said beyond 'go on', '' where nothing is; None where the message does not say 'go on'."""
    plain = _plain(text)
    if YES_PLEASE.match(plain):
        return ""
    found = GO_ON.match(plain)
    if not found:
        return None
    rest = FROM_WHERE.sub("", plain[found.end() :])
    return rest if len(rest.split()) >= _ENOUGH else ""


def _claims(text: str, route: str, patterns: tuple[OnNeed, ...]) -> bool:
    """Whether it is said early on that all is well, and what else is said bears on no danger to the doctor.

    'I'm fine, I only lie on the bathroom floor' and 'not suicidal, I just look at the river' are no denials.
    """
    head = " ".join(text.split()[:_HEAD])
    if not any(one.search(head) for one in patterns):
        return False
    rest = text
    for one in patterns:
        rest = one.sub(" ", rest)
    return route != "crisis_self" or not bears_on_self(rest)


def _in_hand(text: str, route: str) -> bool:
    """Whether another's danger is past, or seen to, and does not go on."""
    return route in _NOT_DOCTORS and bool(HANDLED.search(text)) and not GOES_ON.search(text)


def _unwell(text: str, route: str) -> bool:
    return route == "crisis_self" and bool(UNWELL.search(text))


def _is_meta(sentence: str) -> bool:
    """Whether a sentence is part of the denial: that all is well, that somebody sees to it, that it was long ago."""
    plain = _plain(sentence)
    told = HANDLED.search(plain) and len(plain.split()) <= _SHORT_SENTENCE
    return bool(META.match(plain) or told)


def _without_no(sentence: str) -> str:
    """A sentence without the no, and the surprise, at its head."""
    plain = _plain(sentence)
    found = PLAIN_NO.match(plain)
    if not found:
        return sentence
    return re.sub(
        r"^[\s,;:.!?-]*(?:(?:no+(?![- ]?ones?\b)|nope|nah|god no|sorry|thanks?(?: you)?|honestly|not at all"
        r"|nothing like that|not)\b[\s,;:.!?-]*)*",
        "",
        plain[found.end() :],
        flags=re.I,
    )


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'")
