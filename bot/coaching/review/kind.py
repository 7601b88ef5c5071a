"""Which kind a draft is, by how it is built and what it says; the doctor may name the kind instead."""

import re
from collections.abc import Sequence
from typing import Final

from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label, Labelled

_NAMED: Final[tuple[tuple[DraftKind, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        (
            DraftKind.AGENDA,
            r"^\W*(?:draft )?(?:agenda\b|[^\n]{0,60}\bagenda\b[^.\n]{0,30}$|[^\n]{0,60}\bmeeting\b[^.\n?!]{0,40}:?$)",
        ),
        (DraftKind.SLIDES, r"^\W*(?:slides?|title slide|slide \d)\b|^\W*slide \d+\s*[:.-]"),
        (DraftKind.GOAL, r"^\W*(?:(?:my|our|the|smart|qi|pdp)? ?(?:goal|aim|objective|target)s?\b(?: is| for|:| -))"),
        (
            DraftKind.FEEDBACK,
            r"^\W*feedback(?: (?:for|to|on)\b|:)|^\W*(?:summary|appraisal|report|assessment|review) (?:for|on|of)"
            r" (?-i:[A-Z])[a-z]+\W",
        ),
        (DraftKind.GOAL, r"^\W*(?:for |in )?(?:my|the)? ?(?:pdp|portfolio|personal development)\b"),
        (DraftKind.PITCH, r"^\W*(?:the )?(?:pitch|the idea|proposal|business case)\b"),
    )
)
_SLIDES: Final = re.compile(r"^\W*slide \d+\s*[:.-]", re.I | re.M)
_LINE: Final = re.compile(r"^\s*(?:[-*•◦▪]|\(?\d{1,2}[.):]|item \d|\d{1,2}[.:]?\d{2}\b)\s*\S", re.M | re.I)
_TIMES: Final = re.compile(
    r"^\s*(?:\d{1,2}[.:]?\d{2}\b|item \d|\d{1,2}[.)] )|\(\d{1,3} ?(?:mins?|minutes|')\)", re.M | re.I
)
_AGENDA_WORDS: Final = re.compile(
    r"\b(?:aob|any other business|welcome|apologies for absence|minutes of|matters arising|item \d|lunch|coffee|\d+ "
    r"mins?\b)",
    re.I,
)
_GREETS: Final = re.compile(r"^\W*(?:dear|hi|hiya|hello|hey|good (?:morning|afternoon)|to the family)\b", re.I)
_SIGNS: Final = re.compile(
    r"(?:\b(?:regards|best wishes|yours (?:sincerely|faithfully)|many thanks|kind wishes|with thanks|sincerely)\b)",
    re.I,
)
_SORRY: Final = re.compile(
    r"\b(?:i(?:['’]?m| am) (?:so |very |really |truly )?sorry\b(?! i am writing| to)|sorry (?!(?:that )?i (?:disturb"
    r"|bother|trouble|interrupt|chase|keep))(?:if|for (?!the "
    r"(?:delay|late|short)|bother|any delay|emailing)|about|i|that i)|i apologise|my apologies|apologies (?:about"
    r"|for) (?!the (?:delay|late|short)|any delay|absence)|we are sorry"
    r"|(?:want|wanted|like|need) to (?:say (?:that i am |i am )?sorry|apologi[sz]e)|i owe you "
    r"an apology|i regret|i(?:['’]m| am) ashamed|mistakes were made|i apologise)\b",
    re.I,
)
_PERSON: Final = re.compile(
    r"\b(?:i (?:shouted|snapped|was (?:short|rude|wrong)|corrected you|called your|should(?:n['’]t)? have)|i regret"
    r"|in fairness|lessons will be learned)\b",
    re.I,
)
_PROPOSES: Final = re.compile(
    r"\b(?:proposal|pitch|(?:we|i) (?:therefore |now |would )?propose\b|game[- ]changer|payback|(?:ask|asking|want"
    r"|invite) the (?:board|trust|panel|committee|division|directorate)"
    r" to|revolutioni[sz]e"
    r"|i(?:['’]d| would) like (?:us )?to (?:try|pilot|trial|start|set up|introduce)|i want to "
    r"(?:try|pilot|start|trial|propose|set up)|pilot|trial|business case|costed|return on investment|fund|the ask"
    r"|what we need is|we could|imagine|recurrent|the idea)\b",
    re.I,
)
_JUNIOR: Final = re.compile(
    r"\b(?:your (?:first|clerking|notes|presentation|audit|nights|handover|portfolio|confidence|ward round|referrals?"
    r"|time management|attitude|supervisor|progress|placement|discharge|jobs|teaching|work)|you (?:need to be|lack"
    r"|asked me what i thought|did well|handled|let the|left|called me|could have|were late|never finish"
    r"|present(?:ed)?|got the whole)|feedback|well done|you (?:interrupted|missed|explained|examined|presented)|what "
    r"did you (?:notice|think|see|want)|nice one|good job|keep it up|overall|satisfactory|as your|wba"
    r"|cbd|mini-cex|some thoughts on|pleasure to work with|great job|you(?:['’]ll| will) go far|could be better"
    r"|walk all over|burn out"
    r"|your (?:documentation|communication|knowledge|prescribing)|what do you think (?:stops|gets|makes)|(?:words"
    r"|notes|thoughts) on how|(?:loved|enjoyed) (?:working with|having) you"
    r"|more confident|a star\b|doing (?:brilliantly|really well)"
    r"|needs? to be more|not your (?:thing|strong point|forte)|your (?:punctuality|presence|manner)"
    r"|keep doing what|having you)\b",
    re.I,
)
_AIM_FIRST: Final = re.compile(
    r"^(?:to )?(?:reduce|increase|improve|cut|halve|achieve|reach|eliminate|raise|get (?:the|our|all|every)|zero)\b"
    r"|\b(?:aim|goal|target|objective)s?\b"
    r"|\bwe will (?:reduce|increase|improve|cut|halve|reach|get)\b|^by (?:the end of |\d{1,2} )?(?:january|february"
    r"|march|april|may|june|july|august|september|october|november|december|christmas|easter|next|summer)\b"
    r"|\bi(?:['’]d)? (?:want|like|would like) to (?:become|be|get better|learn)\b|\bmonths from now\b|^(?:no|every) "
    r"(?:patient|child)\b",
    re.I,
)
_WHOLLY: Final = re.compile(r"\W*(?:100 ?%|100 per cent|all|no|every) .*\bby (?:the end of |\d{1,2} )?[a-z]+", re.I)
_GOALS: Final = re.compile(
    r"^\W*(?:\w+ )?(?:things|goals|aims|objectives) (?:for|to)\b|^\W*(?:my|our) (?:goals|aims|objectives)\b", re.I
)
_MEETS: Final = re.compile(
    r"\b(?:huddle|debrief|forum|catch[- ]?up|m&m|working group|meet(?:ing)?|away day|agenda)\b", re.I
)
_SHOWN: Final = re.compile(r"\b(?:(?:re-?)?audit|results|findings|qip|slides?)\b", re.I)
_PERSONAL_AIM: Final = re.compile(
    r"^\W*(?:we will be (?:the|an?) (?:best|most|centre|leading|first|top|safest)|i will (?:be|become|get|stop"
    r"|start|learn|do|have|lead|speak|improve)\b(?! (?:there|in|on|at|late|away"
    r"|back|covering))|by (?:the end of )?(?:this|my|next|the|[a-z]+)\b[^,.]{0,40},? i (?:want|will|would like|aim"
    r"|hope|plan)"
    r"|i(?:['’]d| would)? like to (?:maybe )?(?:try (?:and|to) )?(?:get|be|become|learn|improve)|i want to (?:get"
    r"|be|become|learn|improve|stop)|to (?:leverage|improve|become|develop|achieve|deliver|drive|lead|reduce"
    r"|increase)\b)",
    re.I,
)
_SOME_DAY: Final = re.compile(
    r"\W*(?:by|within|in) (?:the end of |the next )?(?:20\d\d|\w+ (?:months?|years?))\b", re.I
)
_TRIES: Final = re.compile(r"\b(?:try|£\s?\d|would need|for a (?:week|month|fortnight)|change|idea|lunch)\b", re.I)
_OF_YOU: Final = re.compile(
    r"\b(?:you(?:['’]re| are) (?:too|very|so|a bit|always|rather) \w+|you should|you named|u got|nice one|some feedback"
    r"|you need to|you were \w+ when|you (?:took|told|said out|said that|clerked|handled|made|gave|spoke|rang|saw)"
    r"|your \w+ "
    r"presentation)\b",
    re.I,
)
_TEXTED: Final = re.compile(r"\b(?:u|ur|pls|thx|tmrw|tbh|btw|guys|hiya|hey|ta|cheers|gonna|dont|im|ive|id|wk)\b")
_FEW: Final = 3
_SHORT: Final = 60
_TITLE: Final = 8
_EARLY: Final = 160


def kind_of(text: str, sentences: Sequence[Labelled]) -> DraftKind:
    """What a draft is. In doubt an e-mail where it greets and signs, else a message."""
    opening = text.strip()
    told = _named(text) or _listed(text)
    if told is not None:
        return told
    greets, signs = bool(_GREETS.search(opening)), bool(_SIGNS.search(text))
    if _is_apology(text, sentences):
        return DraftKind.APOLOGY
    if _is_feedback(text, sentences):
        return DraftKind.FEEDBACK
    if re.match(r"\W*(?:subject|re)\s*:", opening, re.I):
        return DraftKind.EMAIL
    if signs or (greets and opening.casefold().startswith("dear") and len(text.split()) > _SHORT // 3):
        return DraftKind.EMAIL
    return _unsigned(text, sentences, greets=greets)


def _named(text: str) -> DraftKind | None:
    """What its slides, or its first line, say that it is."""
    if len(_SLIDES.findall(text)) > 1:
        return DraftKind.SLIDES
    first = text.strip().split("\n", 1)[0]
    return next((kind for kind, pattern in _NAMED if pattern.search(first)), None)


def _listed(text: str) -> DraftKind | None:
    """An agenda or slides, where the draft is made of lines."""
    lines = [one for one in text.splitlines() if one.strip()]
    if any(_GREETS.match(one) for one in lines[1:3]):
        return None
    marked = len(_LINE.findall(text))
    if len(_TIMES.findall(text)) >= _FEW and len(lines) > _FEW and _GREETS.search(text) is None:
        timed = len(re.findall(r"^\s*(?:\d{1,2}[.:]?\d{2}\b|item \d)", text, re.M | re.I))
        shown = _SHOWN.search(lines[0])
        if shown or timed >= _FEW or _AGENDA_WORDS.search(text) or not re.search(r"^\W*\w+ things\b", text, re.I):
            return DraftKind.SLIDES if shown else DraftKind.AGENDA
    if marked >= _FEW and marked * 2 >= len(lines) and not _GREETS.search(text):
        return _by_title(lines[0])
    title, rest = lines[0].strip(), lines[1:]
    if (
        not _GREETS.search(text)
        and len(rest) >= _FEW
        and len(title.split()) <= _TITLE
        and title[-1:] not in ".!?:,"
        and title[:1].isupper()
    ):
        return DraftKind.AGENDA if _AGENDA_WORDS.search(text) else DraftKind.SLIDES
    short = sum(len(one.split()) <= 11 and one.rstrip()[-1:] not in ".!" for one in lines)
    begins_large = sum(one.strip()[:1].isupper() or one.strip()[:1].isdigit() for one in lines)
    if len(lines) > _FEW and short * 2 > len(lines) and begins_large * 4 >= len(lines) * 3 and not _GREETS.search(text):
        return DraftKind.AGENDA if _AGENDA_WORDS.search(text) else DraftKind.SLIDES
    return None


def _by_title(title: str) -> DraftKind:
    """What a list is, by the line above it."""
    if _GOALS.match(title):
        return DraftKind.GOAL
    return DraftKind.AGENDA if _MEETS.search(title) else DraftKind.SLIDES


def _is_apology(text: str, sentences: Sequence[Labelled]) -> bool:
    sorry = len(_SORRY.findall(text)) + len(_PERSON.findall(text))
    early = any(Label.APOLOGY in one.labels for one in sentences[:4]) or bool(_SORRY.search(text[:_EARLY]))
    others = sum(Label.OPEN_QUESTION in one.labels or Label.LISTENING in one.labels for one in sentences)
    return early and sorry * 2 > others


def _is_feedback(text: str, sentences: Sequence[Labelled]) -> bool:
    said = len(_JUNIOR.findall(text)) + len(_OF_YOU.findall(text))
    to_you = len(re.findall(r"\b(?:you(?:r|['’]re|['’]ve)?|u)\b", text, re.I))
    return said > 1 and to_you > len(sentences) // 3 and not _PROPOSES.search(text)


def _unsigned(text: str, sentences: Sequence[Labelled], *, greets: bool) -> DraftKind:
    first = text[sentences[0].start : sentences[0].end] if sentences else ""
    texted = bool(_TEXTED.search(text)) or text.strip()[:1].islower()
    words = len(text.split())
    if not greets and _PERSONAL_AIM.match(first) and "?" not in text:
        return DraftKind.GOAL
    if not greets and _AIM_FIRST.search(first) and not _PROPOSES.search(first) and not first.rstrip().endswith("?"):
        return DraftKind.GOAL
    if (
        not texted
        and words > _SHORT // 3
        and (_PROPOSES.search(text) or (not greets and words > _SHORT and _TRIES.search(text)))
    ):
        return DraftKind.PITCH
    if not greets and (_WHOLLY.match(first) or _SOME_DAY.match(first)):
        return DraftKind.GOAL
    return DraftKind.MESSAGE if not greets or texted or words < _SHORT else DraftKind.EMAIL
