"""What a message names: a colleague by role, a thing of the working day, so that a question can name it, too."""

import re
from typing import Final

from bot.coaching.plain import OnNeed

_ROLE: Final = (
    r"(?:consultants?|cons|registrars?|regs?|ward sister|sister|charge nurses?|nurse in charge|staff nurses?"
    r"|specialist nurses?|(?:night |practice |district |community |research |theatre |scrub )?nurses?|matrons?"
    r"|ward clerks?|clerks?|receptionists?|porters?|cleaners?|midwi(?:fe|ves)|pharmacists?|physios?|physiotherapists?"
    r"|dietiti?ans?|radiographers?|radiologists?|anaesthetists?|surgeons?|hcas?|healthcare assistants?|odps?"
    r"|paramedics?"
    r"|social workers?|psychologists?|microbiologists?|geriatricians?|psychiatrists?"
    r"|(?:general |practice |ops |operations |divisional |service |rota |ward |site |bed )?managers?|rota coordinator"
    r"|trainers?|(?:educational |clinical )?supervisors?|tpd|clinical (?:lead|director)|medical director"
    r"|head of (?:school|department)|partners?|gps?|f1s?|f2s?|fy1s?|fy2s?|shos?|cts?|ct[12]s?|st\d|imts?|imt\d"
    r"|core trainees?|trainees?|juniors?|students?|med(?:ical)? students?|locums?|clinical fellows?|boss|professor|prof"
    r"|secretar(?:y|ies))"
)
_THING: Final = (
    r"audit|rota|handover|huddle|ward round|board round|post[- ]take|round|meeting|mdt|clinic|list|project|poster"
    r"|email|message|letter|template|form|sheet|checklist|protocol|guideline|pathway|policy|teaching|training|board"
    r"|figures|numbers|data|dashboard|graph|slides?|target|goal|service|review|report|complaint|datix|incident|survey"
    r"|feedback|chart|theatre|system|budget|business case|proposal"
    r"|bid|pilot|trial|change|course|fellowship|role|job|post|portfolio|exam|case|referrals?|discharge summar(?:y|ies)"
    r"|discharges?|summar(?:y|ies)|bloods|cannulas?|beds?|waiting list|queue|backlog|equipment"
    r"|newsletter|group|committee|forum|debrief|m&m|simulation|prize|award|apology|mistake"
    r"|error|row|argument|joke|comment"
)
_OF_WORK: Final = OnNeed(
    r"\b(?:(?P<own>my|our) |(?:the|this|that|these|those|a|an|another|her|his|their|new|every|each) )"
    r"(?:(?!and\b|or\b|of\b|to\b|other\b|in\b|on\b|is\b|was\b|at\b|for\b)[a-z-]{2,14} ){0,3}?"
    rf"(?P<thing>{_THING})\b(?! (?:of|from|about|manager|lead|nurse|sister|clerk|reg|doctor|consultant|room))",
    re.I,
)
_NAMED: Final = OnNeed(
    rf"\b(?:(?P<own>my|our) |(?:the|this|that|a|an|one|another|her|his|their) )(?:(?!and\b|or\b|of\b|to\b)[a-z-]+ )??"
    rf"(?P<role>{_ROLE})\b(?! (?:room|post|job|year|rota|form|list|teaching|training|app))",
    re.I,
)
_DEFINITE: Final = OnNeed(r"(?:my|our|the|that|this|his|her|their)\b", re.I)
_UNREAL: Final = OnNeed(
    r"\b(?:if|unless|without|wish(?:ed)?|no|not|isn['’]?t|wasn['’]?t|need(?:ed)?|want(?:ed)?|suppose|imagine|another"
    r"|instead of|rather than)(?: \w+){0,3} $",
    re.I,
)
"""Before somebody who is not there: 'if the nurse came', 'she isn't the manager'."""

_STARTS: Final = OnNeed(
    r"(?:^|[.!?,;:\n(]\s*|\s[-–—]+\s+|\b(?:and|but|because|cos|that|while|since|when|though|then|so|now|think|know"
    r"|reckon|sorry|says|said)\s+)$",
    re.I,
)
_ACTS: Final = OnNeed(
    r"(?: (?:just|still|always|never|then|now|also|only|actually|probably|really|all))*"
    r" (?!(?:and|or|of|in|on|at|to|for|with|by|from|about|as|than|is a|was a)\b)(?:['’]s |[a-z]+(?:s|ed|n['’]t)\b"
    r"|is|was|has|had|did|does|would|will|can|could|said|told|went|came|got|took|gave|sent|rang|stood|sat|left|saw"
    r"|wrote|kept|put|made|set|ran|held|knew|thought|felt)|['’](?:s|d|ll) ",
    re.I,
)
"""After somebody who does something."""

_PLURAL: Final = OnNeed(r"(?:s|ves)$", re.I)
_SINGULAR_S: Final = frozenset({"boss", "cons"})


def told_of(text: str) -> str | None:
    """The colleague that the doctor named last: "your consultant", "the charge nurse"; None where nobody is.

    Many of one kind are left out: no one can say how 'the nurses' see it.
    """
    found = None
    for match in _NAMED.finditer(text):
        role = " ".join(match["role"].lower().split())
        if _PLURAL.search(role) and role not in _SINGULAR_S:
            continue
        found = f"{'your' if match['own'] else 'the'} {_cased(role)}"
    return found


def whose_view(text: str) -> str | None:
    """The one colleague whose view could be asked for: definite and real, and who does something in what was told.

    None where a person is only wished for, denied or supposed, or is named in passing as the one it is done to.
    """
    who: dict[str, int] = {}
    for match in _NAMED.finditer(text):
        role = " ".join(match["role"].lower().split())
        if not _DEFINITE.match(match[0]) or (_PLURAL.search(role) and role not in _SINGULAR_S):
            continue
        if match["own"] and role == "sister":
            continue  # at home as likely as on the ward
        before = text[: match.start()]
        if _UNREAL.search(before) or not (_STARTS.search(before) and _ACTS.match(text[match.end() :])):
            continue
        name = f"{'your' if match['own'] else 'the'} {_cased(role)}"
        who[name] = who.get(name, 0) + 1 + bool(match["own"])
    return max(reversed(who), key=lambda one: who[one], default=None)


def thing_of(text: str) -> str | None:
    """The thing of the working day named first, as the matter mostly is: "your audit", "the handover"; else None."""
    match = _OF_WORK.search(text)
    return f"{'your' if match['own'] else 'the'} {match['thing'].lower()}" if match else None


def about(text: str) -> str | None:
    """What a question about this message can name: a colleague before a thing; None where it names neither."""
    return told_of(text) or thing_of(text)


def _cased(role: str) -> str:
    """Grades and titles as they are written: F1, GP, TPD."""
    short = re.fullmatch(r"(?:f[12]|fy[12]|sho|ct\d?|st\d|imt\d?|tpd|gp|hca|odp)(?P<many>s?)", role)
    return f"{role.removesuffix('s').upper()}{short['many']}" if short else role
