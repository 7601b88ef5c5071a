"""Phrases of a masked message that might still tell who or what it is about, for its doctor to look at.

Masking takes what is surely an identifier. What is left to judgement is shown, not taken: a doctor reads at most a
dozen suggestions and says which of them go.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.mentoring.capitals import capitals

MOST: Final = 12
"""More than this nobody reads with care."""

_NUMBER: Final = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_NO_MATTER: Final = r"(?!(?:the|a|an|my|our|his|her|their|me|us|now|that|it|this|something|everything)\b)[a-z-]+"
_SPECIALTY: Final = rf"(?: (?:for|of) {_NO_MATTER}(?: (?:medicine|care|surgery))?)"
_SOLE: Final = (
    r"(?:(?:deputy|associate|assistant|interim|acting|divisional|executive)\s+)*"
    r"(?:(?:medical|clinical|nursing|operations|divisional|managing|service|education|training|programme|finance)"
    rf" director|director of {_NO_MATTER}"
    r"|chief (?:executive|nurse|exec|operating officer|medical officer|pharmacist|registrar)"
    r"|head of (?:school|department|midwifery|nursing|service|governance|pharmacy|legal|hr)"
    r"|training programme director|tpd|dean|postgraduate dean|college tutor|chair of the [a-z]+|chairman|chairwoman"
    r"|(?:freedom to speak up|caldicott|safe working) guardian|guardian of safe working(?: hours)?"
    r"|director of medical education|dme|coroner|mp"
    rf"|(?:clinical|training|patient safety|research|audit|governance) lead{_SPECIALTY})"
)
_ROLE: Final = (
    r"(?:consultant|registrar|reg|sho|f1|f2|fy1|fy2|doctor|surgeon|anaesthetist|physician|gp|trainee|nurse|sister"
    r"|matron|midwife|manager|student|medical student|colleague|fellow|pharmacist|physio|hca|porter|partner"
    r"|radiographer|trainer|supervisor|professor|psychiatrist|paediatrician|pathologist|radiologist|paramedic)s?"
)
_TRAIT: Final = (
    r"(?:pregnant|gay|lesbian|bisexual|trans|transgender|deaf|blind|disabled|autistic|dyslexic|muslim|jewish|hindu|sikh"
    r"|christian|black|asian|african|nigerian|indian|pakistani|bangladeshi|egyptian|sudanese|polish|romanian|irish|scottish"
    r"|welsh|greek|italian|spanish|portuguese|german|french|chinese|filipino|filipina|ghanaian|kenyan|iraqi|iranian|syrian"
    r"|libyan|burmese|nepali|american|australian|ukrainian|russian|turkish|south african|sri lankan|zimbabwean)"
)
_RARE: Final = (
    r"(?:motor neurone disease|mnd|huntington['’]?s(?: disease)?|cystic fibrosis|sickle cell(?: crisis| disease)?"
    r"|muscular dystrophy|phaeochromocytoma|porphyria|myasthenia(?: gravis)?|guillain[- ]barr[eé]"
    r"|marfan['’]?s(?: syndrome)?"
    r"|ehlers[- ]danlos(?: syndrome)?|(?:heart|lung|liver|kidney|face|bowel|bone marrow) transplant"
    r"|conjoined twins|triplets|quadruplets"
    r"|locked[- ]in syndrome|necrotising fasciitis|creutzfeldt[- ]jakob(?: disease)?|cjd|tetanus|rabies"
    r"|malaria|diphtheria|anthrax"
    r"|(?:acute )?fatty liver of pregnancy|amniotic fluid embolism|uterine rupture|hellp(?: syndrome)?|gastroschisis"
    r"|haemophilia|mesothelioma|ebola|leprosy|addison['’]?s(?: disease)?|cushing['’]?s(?: disease| syndrome)?"
    r"|batten disease|spina bifida|neuroblastoma|retinoblastoma|osteosarcoma|takotsubo|wegener['’]?s)"
)
_EVENT: Final = (
    r"(?:(?:maternal|neonatal|child|infant|perinatal|unexpected|avoidable|intra-?operative) deaths?"
    r"|never events?|stillbirths?|suicides?|homicides?|(?:baby|cot) deaths?|murders?"
    r"|wrong[- ]site(?: surgeries| surgery| operations?)|retained swabs?|inquests?|stabbings?|drownings?)"
)
_DETERMINER: Final = r"(?:the|our|my|their|his|her|a|an)"


def _patterns(*sources: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<![\w@/])(?:{one})(?!\w)", re.I) for one in sources)


_ADDRESSES: Final = (re.compile(r"https?://[^\s<>|]+[\w/]"), re.compile(r"(?<![\w.])@[A-Za-z][\w.]*\w"))
_ONES: Final = _patterns(
    rf"the (?:only|first|one and only|youngest|oldest|last) (?:(?:{_TRAIT}|female|male) )*"
    rf"(?:(?:female|male|woman|man|black|asian|white) )*(?:{_ROLE}|{_TRAIT}|woman|man|female|male)",
    rf"(?:{_DETERMINER} )?{_SOLE}",
    rf"(?:(?:the|our|their) )?{_TRAIT} (?:(?:medical|specialist|staff|student|locum|clinical|ward) )?{_ROLE}",
)
_PLACES: Final = _patterns(
    r"wards? (?!round)(?:\d{1,3}[a-z]?|[a-z]\d{1,2})",
    r"(?:bed|bay|side ?room|cubicle|theatre|room|clinic room|resus) (?:\d{1,2}[a-z]?|[a-d]\d{1,2})"
    r"(?! (?:minutes|hours|times|days|weeks))",
)
_DAYS: Final = _patterns(
    rf"(?:{_WEEKDAY},? (?:the )?)?{_DAY}(?: of)? {_MONTH}(?: \d{{4}})?",
    rf"(?:{_WEEKDAY},? (?:the )?)?{_MONTH} {_DAY}(?: ?,? ?\d{{4}})?"
    r"(?! (?:of|out|hours|days|weeks|months|people|patients|beds))",
    rf"{_WEEKDAY},? (?:the )?\d{{1,2}}(?:st|nd|rd|th)",
    r"\d{1,2}([./-])\d{1,2}\1(?:20)?\d\d",
    r"(?:christmas|boxing|new year['’]?s) (?:day|eve)|good friday|easter (?:sunday|monday)|hogmanay",
    r"(?:[01]\d|2[0-3]):(?!00|15|30|45)[0-5]\d",
)
_CASES: Final = _patterns(
    r"\d{1,3}[- ]?(?:year|month|week|day)s?[- ]old(?: (?:man|woman|lady|gentleman|boy|girl|baby|patient|builder"
    r"|teacher|nurse|doctor|mother|father|student|farmer))?"
    r"|\d{1,3} ?(?:yo|y/o)(?: [a-z]+er| [a-z]+or| man| lady| woman| girl| boy)?"
    r"|aged \d{1,3}|in (?:his|her|their) (?:eighties|nineties|teens|twenties)",
    _RARE,
    rf"{_NUMBER} {_EVENT}",
    r"(?:19|20)\d\d[/-]\d{3,6}|[A-Z]{2,4}-?\d{4,8}",
)


def suggest(text: str) -> tuple[str, ...]:
    """What a doctor may want to leave out beyond what masking took, as it stands in the text; the most telling first.

    `text` is a message or a whole talk, one message a line. At most `MOST`.
    """
    found = sorted((rank, start, end) for rank, (start, end) in _all(text))
    kept: list[tuple[int, int, int]] = []
    for rank, start, end in sorted(found, key=lambda one: (one[1] - one[2], one)):
        if all(end <= other[1] or start >= other[2] for other in kept):
            kept.append((rank, start, end))
    said: dict[str, str] = {}
    for _, start, end in sorted(kept):
        phrase = " ".join(text[start:end].split())
        said.setdefault(phrase.casefold(), phrase)
    return tuple(said.values())[:MOST]


def _all(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Every span with its rank: 0 tells the most."""
    for rank, patterns in _RANKED:
        yield from ((rank, one.span()) for pattern in patterns for one in pattern.finditer(text))
    yield from capitals(text)


_RANKED: Final = ((0, _ADDRESSES), (2, _ONES), (3, _PLACES), (4, _DAYS), (5, _CASES))
