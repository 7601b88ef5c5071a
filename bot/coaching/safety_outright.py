"""Danger told outright: with a model's number of some weight such words stop, where a number alone would only ask.

The number guards against a patient's overdose and a course on bullying, which it seldom takes for danger; the words
guard against a number that is high for a sad day. Neither suffices alone. Looked for only where a number is raised.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from bot.coaching import safety_outright_ill_use as ill_use
from bot.coaching import safety_outright_others as others
from bot.coaching import safety_outright_plans as plans
from bot.coaching import safety_outright_self as own
from bot.coaching import safety_outright_sum as signs
from bot.coaching.plain import OnNeed, plain
from bot.coaching.safety_closed import meant_otherwise
from bot.coaching.safety_denied import DENIED, GOES_ON, OVER, is_long_ago
from bot.coaching.safety_eased import eased

LEAST: Final[Mapping[str, float]] = {"crisis_self": 0.05, "patient_safety_now": 0.6, "mistreatment": 0.35}
"""From where a number and such words stop together."""

MIDDLING: Final = 0.45
"""From where means, with two of nearness, intent and an end beside them, are a doctor's own danger."""

SURE: Final = 0.9
"""From where wider families of a patient's danger and of ill use leave little doubt."""

_FEW: Final = 2

LEAST_MIDWAY: Final = 0.75
"""The same at least in the middle of coaching, where an answer torn from its question is easily misread."""

NEARLY_SURE: Final = 0.85
"""From where words near to a wish to die leave no doubt."""

_TYPED: Final = tuple(
    (OnNeed(pattern), put)
    for pattern, put in (
        (r"\b(?:gna|gunna|gonna|gon|finna|goin to|going 2|gonnae)\b", "going to"),
        (r"\b(?:abt|bout)\b", "about"),
        (r"\bgoin\b", "going"),
        (r"\bn\b(?![- ]word)", "and"),
        (r"\bu\b", "you"),
        (r"\b(?:wanna|wana)\b", "want to"),
        (r"\b(?:ae|aff)\b", "off"),
        (r"\bshud\b", "should"),
        (r"\b(?:dr|doc)\b", "doctor"),
        (r"\bmyslef\b|\bmyelf\b", "myself"),
        (r"\b(?:i am|im) not\b", "i'm not"),
    )
)
_BESIDE: Final = {"crisis_self": "patient_safety_now", "patient_safety_now": "clinical_advice"}
"""What a danger is at times read as: who has taken something as a patient, an arrest as a drug question."""

_STAGED: Final = OnNeed(
    r"\b(?:simulat\w+|sims?\b|scenarios?|mannequins?|manikins?|role[- ]?plays?|role[- ]?playing|osces?"
    r"|teaching (?:on|about|session|case)|(?:talk|lecture|session|training|course|e-?learning|module|poster|policy"
    r"|audit|qip|qi project|project|guideline|pathway|leaflet|podcast|workshop|away day|webinar|exam|viva|mcq"
    r"|case report|journal club|book|film|play|novel|documentary|episode|drama)\b(?: (?:on|about|for|of|is|was"
    r"|in)\b)|\b(?:suicide|self-harm|overdose|bullying|harassment|civility|racism|equality) (?:prevention|audit"
    r"|training|teaching|policy|risk|talk|workshop|poster|module|awareness|assessments?|pathway|guideline|project"
    r"|qip|lead|session|course|week|charter|campaign|data|rates?)|professionally,? i mean|hypothetical\w*|for (?:a"
    r"|my|our|the) (?:talk|lecture|teaching|presentation|exam|interview|portfolio))\b"
)
"""Told of in teaching, on paper or on a stage."""

_SMALL: Final = (
    r"(?:and|so|but|then|just|also|well|ok|okay|honestly|anyway|sorry|hi|hello|hey|please|right|now|today|tonight"
    r"|yesterday|earlier|last (?:night|week|month|friday|saturday|sunday|monday|tuesday|wednesday|thursday)|(?:an"
    r"|one|two|half an) hours? ago|this (?:morning|evening|afternoon)|on \w+day(?: night)?|after [\w' ]{2,30}|tbh"
    r"|actually|already|have|had|ive|me|have just|help|still|again|even|ended up|went and|because|cos|coz"
    r"|in the end|before (?:work|this|my shift)|at \w+|that)"
)
_MINE: Final = OnNeed(
    rf"(?:^|[.!?;:,\n-] ?)(?:{_SMALL}\W+)*$"
    r"|\b(?:i|i'm|i've|i'd|i'll|me|myself|my)\b(?:(?!\b(?:he|she|they|patients?|pts?|who|mum|dad|mother|father"
    r"|brother|sister|friend|wife|husband|colleague|reg|registrar|consultant|f1|f2|sho|nurse|trainee|lad|man|woman"
    r"|girl|boy|lady|student)\b)[^.!?]){0,160}$"
)
"""What stands before an act that is the writer's own: nothing but small words, or an 'I' with nobody in between."""

_ANOTHERS: Final = OnNeed(
    r"\b(?:patients?|pts?|he|she|they|man|woman|lad|girl|boy|lady|client|caller|teenager|mum|dad|son|daughter"
    r"|brother|sister|friend|colleague|trainee|registrar|reg|f1|f2|sho|nurse)(?:'s|s)?\b[^.!?]{0,40}$"
)
_OWNED: Final = OnNeed(r"\b(?:i|i'm|i've|i'll|i'd|me|my|myself)\b")
_THIRD: Final = OnNeed(r"\b(?:patients?|pts?|he|she|they|him|her|them|someone|somebody|people)\b")
_JEST: Final = OnNeed(
    r"\b(?:charity|bungee|abseil\w*|zip ?wire|sky ?div\w*|fundrais\w*|sponsored|lol\b|haha\w*|joking|jk"
    r"|just kidding|not (?:in a )?(?:literally|suicidal|really)|figure of speech|metaphor\w*|hyperbole"
    r"|melodrama\w*|type (?:1|one)|diabetic|so to speak|dramatic)\b"
)
_MENDED: Final = OnNeed(
    r"\b(?:apologi[sz]ed|said sorry|was (?:sacked|dismissed|suspended|struck off|arrested|convicted|moved on)"
    r"|(?:has|have|been|is|was|got|all) (?:now )?(?:dealt with|sorted|resolved|reported and|upheld"
    r"|closed)|(?:hr|police|dean|guardian|trust) (?:dealt|sorted|acted|upheld|took it)|no longer works"
    r"|doesn't work here|long (?:gone|dead|retired)|it stopped|they were brilliant about|(?:boss|consultant|team"
    r"|sister|everyone|they) (?:backed|stood up for|supported) me)\b"
)
"""Ill use that was dealt with."""

_KINDLY: Final = OnNeed(
    r"\b(?:dementia|delirious|delirium|confused (?:patient|man|woman|lady|gentleman)|ninety|eighty|toddler"
    r"|\w+ year old patient|my (?:wife|husband|partner|boyfriend|girlfriend|kids?|son|daughter|mum|dad|baby|dog"
    r"|cat)|meant (?:it )?(?:kindly|well)|affection\w*|banter between|gives? it back|i give it back|(?:by"
    r"|at) (?:the|this|my) (?:rota|gantt)|gantt|spreadsheet|printer|e-?portfolio|the computer)\b"
)


def outright(stops: Mapping[str, float], text: str, *, midway: bool = False) -> str:
    """The danger that the words tell outright and a number bears out, gravest first; '' where there is none."""
    raised = [one for one in LEAST if _number(one, stops) >= (max(LEAST[one], LEAST_MIDWAY) if midway else LEAST[one])]
    if not raised:
        return ""
    said = _typed(plain(text))
    if _STAGED.search(said):
        return ""
    return next((one for one in raised if _TOLD[one](said, stops) and not eased(one, text)), "")


def _number(route: str, stops: Mapping[str, float]) -> float:
    """The number that bears a danger out, be it of what it is at times read as."""
    beside = _BESIDE.get(route)
    return max(stops.get(route, 0.0), stops.get(beside, 0.0) if beside else 0.0)


@lru_cache(maxsize=8)
def _typed(said: str) -> str:
    for pattern, put in _TYPED:
        said = pattern.sub(put, said)
    return said


def _is_self(said: str, stops: Mapping[str, float]) -> bool:
    """Whether an act, means or a place with what is meant, or a plain wish, is told of the writer, and as of now."""
    if is_long_ago(said):
        return False
    if any(_mine(said, one) for one in own.ACTS.finditer(said)):
        return True
    if _JEST.search(said) or meant_otherwise(said):
        return False
    number = stops.get("crisis_self", 0.0)
    nearly = (plans.NEARLY_SAID,) if number >= NEARLY_SURE else ()
    families = (own.MEANS, own.PLACES, plans.SAYS, plans.PLANS, *nearly)
    meant = (one for pattern in families for one in pattern.finditer(said))
    adds_up = number >= MIDDLING and signs.adds_up(said) > _FEW
    return adds_up or any(_meant(said, one) for one in meant)


def _mine(said: str, found: re.Match[str]) -> bool:
    return bool(_MINE.search(_before(said, found))) and not _denied(said, found)


def _meant(said: str, found: re.Match[str]) -> bool:
    before = _before(said, found)
    whose = _ANOTHERS.search(before) and not _OWNED.search(found.group(0))
    nobodys = _OWNED.search(said) or not _THIRD.search(said)
    return bool(nobodys) and not whose and not _denied(said, found)


def _before(said: str, found: re.Match[str]) -> str:
    """The words of its sentence that stand before what was found."""
    return said[max(said.rfind(mark, 0, found.start()) for mark in ".!?") + 1 : found.start()]


def _denied(said: str, found: re.Match[str]) -> bool:
    began = max(said.rfind(mark, 0, found.start()) for mark in ".!?;,") + 1
    here = said[began : found.end()]
    return any(began + one.end() > found.start() for one in DENIED["crisis_self"].finditer(here))


def _is_patient(said: str, stops: Mapping[str, float]) -> bool:
    """Whether a patient's danger is told as of now, and by more than a number."""
    if OVER.search(said) and not GOES_ON.search(said):
        return False
    if others.EMERGENCY.search(said):
        return True
    number = stops.get("patient_safety_now", 0.0)
    if number < LEAST["patient_safety_now"]:
        return False
    grave, unanswered = bool(others.GRAVE.search(said)), bool(others.UNANSWERED.search(said))
    if number >= SURE:
        grave, unanswered = (
            grave or bool(others.GRAVE_TOO.search(said)),
            unanswered or bool(others.UNANSWERED_TOO.search(said)),
        )
    if grave and unanswered:
        return True
    if others.IMPAIRED.search(said) and others.AT_WORK.search(said):
        return True
    return any(one.search(said) for one in (others.ERRORS, others.KIT, others.THREATS, others.STAFF))


def _is_ill_use(said: str, stops: Mapping[str, float]) -> bool:
    """Whether hands, slurs, blows, what is said of a group, or payback are told of the writer, and not as settled."""
    if _MENDED.search(said) or _KINDLY.search(said) or is_long_ago(said):
        return False
    nearly = (ill_use.NEARLY_SAID,) if stops.get("mistreatment", 0.0) >= SURE and _OWNED.search(said) else ()
    return any(one.search(said) for one in (*ill_use.ILL_USE, *nearly))


_TOLD: Final[Mapping[str, Callable[[str, Mapping[str, float]], bool]]] = {
    "crisis_self": _is_self,
    "patient_safety_now": _is_patient,
    "mistreatment": _is_ill_use,
}
