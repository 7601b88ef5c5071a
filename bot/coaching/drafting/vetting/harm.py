"""What would do harm whoever asked for it: patients left, secrets kept, people gone behind, drink, death."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting.look import Look
from bot.coaching.record import Problem

_OF_DEATH: Final = re.compile(
    r"\b(?:die|died|dies|dying|dead|death|suicid\w*|kill\w*|overdos\w*|end it all|drink(?:s|ing)?|drunk|pills?|booze"
    r"|wine)\b"
)
_OF_THINGS: Final = re.compile(
    r"\b(?:lines?|phones?|batter\w+|screens?|signals?|ideas?|things?|it|that|this|projects?|plans?|emails?|threads?"
    r"|conversations?|talk|jokes?|boards?|lists?|audits?|schemes?|pilots?|meetings?|computers?|wards?|rooms?|quietly"
    r"|silence|end|hours?|drop) (?:\w+ly |just |always |still |then |has |have |had |goes |went |is |was |would "
    r"|will )*$"
)
"""What dies and is no person."""
_OF_CARE: Final = re.compile(
    r"\b(?:patients?|those|they|he|she|nobody|no one|none|it|the \w+)(?: \w+){0,5}? (?:can|could|may|will) (?:safely )?"
    r"(?:wait (?:until|till|for)|go home|be (?:left|sent home|discharged|missed|skipped))"
    r"|\b(?:were|was|are|is) (?:all )?(?:fine|safe|fit|well enough|ready) (?:to go|for (?:theatre|discharge|home))"
    r"|\b(?:need|needs|needed) (?:no |a |an |any )?(?:bloods?|scans?|x-?rays?|antibiotics|fluids|a review|reviewing)\b"
    r"|\bleave (?:\w+ ){0,4}patients?\b|\bpatients? (?:off|out of) (?:it|the)\b"
)
_BEHIND: Final = re.compile(
    r"\b(?:secretly|in secret|without (?:him|her|them|anyone|anybody) knowing|behind (?:his|her|their) backs?)\b"
    r"|(?:^|[.,;] |\b(?:so|and|then|just|for now) )(?:keep|hide) (?:this|it|that) (?:from|quiet|to yourself|between)"
    r"|(?:^|[.,;] |\b(?:so|and|then|just) )(?:skip|record|film|ring|phone|go) (?:the |his |her |their |home|him"
    r"|her\b|them\b)"
)
_OF_A_KIND: Final = re.compile(
    r"\b(?:women|men|nurses|managers|consultants|surgeons|clerks|juniors|foreigners|people) (?:at|on|in|of|like|from)"
    r" (?:\w+ ){1,4}?(?:are|is) (?:always|never|all|just|like that)\b|\b(?:should|ought to|deserves? to) be (?:sacked"
    r"|fired|struck off|suspended|disciplined)\b|\bis (?:lying|bluffing|pretending) to (?:you|them|everyone)\b"
)
_FAULTS: Final = (
    ("harm", "speaks of death or drink, of which nobody spoke", _OF_DEATH),
    ("clinical_ruling", "settles what is safe for patients", _OF_CARE),
    ("harm", "sends somebody behind another's back, or away", _BEHIND),
    ("verdict", "says what a kind of person is like, or deserves", _OF_A_KIND),
)


def faults(look: Look) -> Iterator[Problem]:
    """What no reply may say of its own accord; the doctor's own words may be said back."""
    for line in look.lines:
        for code, what, pattern in _FAULTS:
            hit = pattern.search(line.plain)
            spoken = pattern is _OF_DEATH and _OF_DEATH.search(look.known_plain)
            spoken = spoken or (pattern is _OF_DEATH and hit and _OF_THINGS.search(line.plain[: hit.start()]))
            if hit and not spoken and not line.asks and not look.is_said_back(hit[0].strip(" ,;.")):
                yield Problem(code=code, detail=f"{what}: {hit[0].strip()!r}")
                return
