"""What a draft is about: what it would have done, and the thing that it keeps naming, in the doctor's own words."""

import re
from collections import Counter
from typing import Final

from bot.coaching.review import verbs
from bot.coaching.review.draft import Draft, asks, subject
from bot.coaching.review.parts import small, up_to_break
from bot.coaching.speech_acts import Label

_WANTS: Final = re.compile(
    r"\b(?:(?:i|we)(?:['’]d| would) (?:really )?(?:like|love) (?:us |you |everyone )?to|(?:i|we) (?:want|hope|plan"
    r"|propose|intend|aim) (?:us |you |everyone )?to"
    r"|(?:i|we)(?:['’]m| am|['’]re| are) (?:proposing|planning|hoping|going) to|(?:the|our|my) (?:\w+ )?(?:idea|aim"
    r"|plan|goal|ask|proposal) (?:is|would be) (?:to|that we|for us to)"
    r"|(?:i|we) (?:propose|suggest|think|believe|reckon)(?: that)? we(?: should| could| try to| can)?|we (?:should"
    r"|could|need to|ought to|can|must)|let['’]?s|lets)\s+"
    r"(?:all |just |really |also |please |now |at least )?(?P<act>[a-z][\w-]+ .+)",
    re.I,
)
_PROPOSES: Final = re.compile(
    r"\b(?:(?:i|we) (?:propose|suggest|recommend)|(?:i|we)(?:['’]m| am|['’]re| are) (?:proposing|suggesting)|(?:the|our"
    r"|my) (?:\w+ )?(?:idea|solution|proposal|ask|plan) is)"
    r" (?P<doing>\w+ing .+)",
    re.I,
)
_IS_A: Final = re.compile(
    r"(?:\b(?:the|our|my) (?:\w+ )?(?:idea|solution|proposal|ask|plan)(?: is|:)|\b(?:i|we) (?:propose|suggest"
    r"|recommend|have (?:drawn up|drafted|written|made))) (?P<thing>(?:an?|one|two|three) .+)",
    re.I,
)
_NOT_THIS: Final = frozenset(
    """be know hear say see ask thank think understand apologise raise discuss talk let remind draw inform stress point
    have feel admit tell explain meet come become look learn get find work do stop hope speak flag sit catch send
    share mention highlight emphasise vouch listen""".split()
)
_NOUN: Final = re.compile(
    r"\b(?:the|our|my|this|these|your)\s+(?P<noun>(?:(?!(?:is|are|was|were|and|or|of|to|in|on|at|for|with|by|has|have"
    r"|had|will|would|that|who|we|i|you"
    r"|they|it|not|from|as|but|can|which|because|when|if|do|does|did|could|should|must|all|only|same|best|one|first"
    r"|last|next|most|ever|still|again|always|never|just|also|even|other|own|way|short)\b)[a-z][\w'’-]+\s?){1,3})",
    re.I,
)
_HEADS: Final = re.compile(
    r"(?:handovers?|rotas?|huddles?|rounds?|lists?|clinics?|discharges?|summar(?:y|ies)|ttos?|referrals?|bleeps?|beds?"
    r"|scans?|templates?|forms?|pathways?|protocols?"
    r"|guidelines?|audits?|meetings?|teaching|consents?|notes?|charts?|reviews?|waits?|theatres?|inductions?|stock"
    r"|trolleys?|bundles?|proformas?|sheets?|stickers?"
    r"|drills?|checklists?|boards?|pilot|trial|project|on[- ]?calls?|weekends?|nights?|cover|transfers?|phone|hub"
    r"|service|scheme|app|portal|training|debriefs?|letters?|obs|observations|bloods|samples?|requests?|slots?|calls?"
    r"|e-?mails?|polic(?:y|ies)|deposits?|kit|sets?|equipment|switchboard|contracts?|process|targets?|scanners?"
    r"|cannulas?"
    r"|catheters?|gloves?|coding|cancellations?|overruns?|breaches|complaints?|transport|escalations?|bookings?"
    r"|prescri(?:bing|ptions?)|results?|reports?|swabs?|wristbands?|labels?|locums?|leave|timetables?|lockers?|parking"
    r"|figures?|starts?|finishes|vacanc(?:y|ies)|gaps?|diar(?:y|ies)|backlog|timings?|fridge|doors?|system|locks?)$",
    re.I,
)
_BARE: Final = re.compile(
    r"\b(?P<thing>(?:(?:discharge|drug|fluid|clinic|theatre|blood|consent|request|referral|allergy|operation"
    r"|patient|sepsis"
    r"|job|bed|night|weekend|on-call|leave|incident|death|sick|ward|outlier|exception|audit|late|trauma) )?(?:summaries"
    r"|charts|letters|bloods|cannulas|forms|referrals|ttos|obs|samples|requests|scans|bleeps|jobs|notes|results|reports"
    r"|labels|handovers|discharges|transfers|cancellations|wristbands|swabs|gloves|slots|lists|boards|tests"
    r"|certificates"
    r"|notes|breaches))\b",
    re.I,
)
_OFTEN: Final = 2
"""How often a thing of one word is named where it is what the draft is about."""

_LONGEST: Final = 14


def act(draft: Draft) -> str:
    """What the draft would have done, as a plain verb phrase: 'start a hot gallbladder list on Thursdays'; or ''."""
    for piece in draft.body:
        if piece.has(Label.BLAME, Label.THREAT, Label.LEADING_QUESTION, Label.APOLOGY):
            continue
        found = _WANTS.search(piece.text)
        if found:
            short = up_to_break(found.group("act"), _LONGEST)
            if short and len(short.split()) > 2 and verbs.first(short) not in _NOT_THIS and not short.endswith("ing"):
                return small(short)
    return ""


def doing(draft: Draft) -> str:
    """The same in -ing: 'starting a hot gallbladder list on Thursdays'; or ''."""
    done = act(draft)
    if done:
        return verbs.gerund(done)
    for piece in draft.body:
        found = _PROPOSES.search(piece.text)
        short = up_to_break(found.group("doing"), _LONGEST) if found else ""
        if short:
            return small(short)
    return ""


def thing(draft: Draft) -> str:
    """The thing that it is about, with its article: 'the Friday handover'; '' where nothing is named twice."""
    for piece in draft.body:
        found = _IS_A.search(piece.text)
        short = up_to_break(found.group("thing").split(",")[0], 9) if found and not asks(piece) else ""
        if short and not piece.has(Label.BLAME, Label.COST):
            return re.sub(r"^(?:an?)\b", "the", small(short))
    counted = _counted(draft)
    best = max(counted, key=lambda one: (counted[one], -draft.text.casefold().find(one)), default="")
    if best and counted[best] > (1 if " " in best else _OFTEN):
        return f"the {best}"
    return _of_subject(draft)


def named_in(text: str) -> str:
    """The thing that a sentence names, with its article: 'the jobs list', 'the discharge summaries'; or ''."""
    for found in _NOUN.finditer(text):
        words = found.group("noun").split()
        while words and not _HEADS.search(words[-1]):
            words.pop()
        behind = text[found.start("noun") + len(" ".join(words)) :]
        if words and not re.match(r"['’-]\w|\w| of\b", behind):
            article = found.group(0).split()[0].casefold()
            article = "the" if article in {"this", "these"} else article
            return " ".join([article, *(small(one) for one in words)])
    bare = _BARE.search(text)
    return f"the {small(bare.group('thing'))}" if bare and not re.match(r"['’]\w", text[bare.end() :]) else ""


def _of_subject(draft: Draft) -> str:
    titled = re.sub(r"^(?:re|fwd?)\s*:\s*|[!?.]+$", "", subject(draft), flags=re.I).strip()
    return f"the {small(titled)}" if titled and len(titled.split()) <= 4 and _HEADS.search(titled) else ""


def _counted(draft: Draft) -> Counter[str]:
    """Things named in the draft, more where they are named again; only such as a hospital names."""
    counted: Counter[str] = Counter()
    for found in _NOUN.finditer(draft.text):
        words = re.sub(
            r"^(?:recent|last|latest|previous|next|new|old|same|whole|current) ", "", found.group("noun"), flags=re.I
        ).split()
        while words and not _HEADS.search(words[-1]):
            words.pop()
        if words:
            name = " ".join(small(one) for one in words)
            counted[name] += 1 + draft.text.casefold().count(words[-1].casefold())
    return counted
