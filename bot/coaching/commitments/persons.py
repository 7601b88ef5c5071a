"""With whom: the person or the people that a step is done with, by role, by name or by pronoun."""

import re
from typing import Final

from bot.coaching.commitments.act_words import GERUND, VERB
from bot.coaching.commitments.corrections import denied
from bot.coaching.commitments.sentences import tidy, without_quotations

_ROLE: Final = (
    r"(?:(?:nurse|sister|midwife|person|reg|registrar|doctor) in charge|gp partners?|consultants?|registrars?|regs?"
    r"|sisters?|nurses?|matrons?|managers?|leads?|boss|partners?|f1s?|f2s?|fy1s?|fy2s?|shos?|hcas?|odps?"
    r"|pharmacists?|physios?|physiotherapists?|ots?|dietitians?|teams?|supervisors?|midwi(?:fe|ves)"
    r"|an(?:a)?esthetists?|surgeons?|porters?"
    r"|directors?|coordinators?|co-ordinators?|secretar(?:y|ies)|receptionists?|clerks?|trainees?|students?"
    r"|juniors?|seniors?|doubters?|colleagues?"
    r"|prof|professor|chair|chief exec\w*|ceo|cd|md|cmo|cs|es|tpd|gps?|daughters?|sons?|wife|husband|mum|dad"
    r"|famil(?:y|ies)|carers?|relatives?|patients?"
    r"|doctors?|medics?|residents?|interns?|mentors?|buddy|mates?|housemate|administrators?|admin|librarian"
    r"|analysts?|accountants?"
    r"|bms|radiographers?|radiologists?|technicians?|paramedics?|bed ?holder|bleep ?holder|switchboard|security"
    r"|domestics?|cleaners?"
    r"|microbiologists?|lab|medical staffing|hr|pals|risk team|it helpdesk|governance lead|nurse in charge"
    r"|person in charge|midwife in charge|who(?:ever)?['’]?s in charge"
    r"|gp partners?|practice managers?|staff|partners|trainer|finance|informatics|governance|heads? of department"
    r"|sister in charge|everyone|everybody|the group|(?:\w+er )?ones|wards|trainer|educator|tutor|bed office"
    r"|outreach|site team|social workers?)"
)
_NOT_OF_IT: Final = (
    r"(?:and|or|to|with|w|what|how|if|that|about|for|at|on|in|when|who|of|from|by|the|my|our|a|an|his|her|their"
    r"|both|i|i['’]\w+|we|get|is|are"
    rf"|than|as|so|then|just|not|me|him|them|us|it|learn|shadow|approach|phone"
    rf"|(?!(?:rota|audit|plan|post|work|lead|chair|record|list|design|map|review|cover|board|track)\b){VERB}"
    rf"|{GERUND})"
)
_WORDS: Final = rf"(?:(?!{_NOT_OF_IT}\b)[a-z][\w'’-]*\s+){{0,3}}?"
_DET: Final = (
    r"(?:(?:the|my|our|a|an|his|her|their|both|all|each of the|all the|two of the|three of the|one of the"
    r"|some of the|both the|that|new)\s+)*"
)
_PERSON: Final = re.compile(rf"\b(?P<who>{_DET}{_WORDS}{_ROLE}(?:\s+{_ROLE})*)\b(?P<own>['’]s?\b|['’](?=\s))?", re.I)
_NAMED: Final = re.compile(
    r"\b(?:with|ask|asking|tell|telling|see|meet|catch|ring|call|phone|email|text|message|invite|grab|thank|offer"
    r"|show|give|join|shadow|let|help|to"
    r"|from|w/?|bleep|page|find|approach|pull|take|sit|nudge|remind|chase|between|swap with)\s+"
    r"(?P<who>(?:(?:[Dd]r|[Mm]rs?|[Mm]s|[Pp]rof|[Ss]r)\.?\s+)?(?:\[name\]|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?))(?!['’]s)",
)
_NO_NAME: Final = re.compile(
    r"^(?:I|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July"
    r"|August|September"
    r"|October|November|December|Christmas|Easter|(?:Mrs?|Ms|Dr|Prof)$|Teams|Zoom|Slack|Datix|Tomorrow|Today"
    r"|Tonight)\b"
)
_PRONOUN: Final = re.compile(
    r"\b(?:with|ask|asking|tell|telling|see|meet|catch|ring|call|phone|email|text|message|invite|grab|thank|offer"
    r"|show|give|join|shadow|let"
    r"|help|speak to|talk to|speak with|talk with|sit down with|write to|go to|to|bleep|approach|pull|take|sit"
    r"|remind|chase|between|from)"
    r"\s+(?P<who>him|her|them)\b(?!\s+(?!what|how|if|why|when|where|who|that|to|for|about|in|on|at|and|by|after"
    r"|before|i\b|she|he|they|down"
    r"|again|first|a\b|the\b|my\b|one|tomorrow|tonight|today|privately|face|know|why|over|back|out|say|lead|run"
    r"|chair|speak|talk|go|do|present)"
    r"[a-z]+)",
    re.I,
)
_TALKED_OF: Final = re.compile(
    r"\b(?:about|of|than|like|on behalf of|re|regarding|by|who['’]?s|is|was|am|i['’]?m|be|being)\s*$", re.I
)
_PARTS_OF: Final = re.compile(
    r"\b(?:one|two|three|four|some|all|both|each|each one|a few|any|half|most)(?: of)?\s*$", re.I
)
_AT_HOME: Final = re.compile(r"\s+(?:door|office|room|desk|clinic door|pa|secretary|inbox|ear)\b", re.I)
_CLAUSE: Final = re.compile(
    r"\b(?:what|how|whether|why|if|so (?:that )?(?:i|we|they|he|she)|because|which|until|till|whenever|before"
    r"|after)\b",
    re.I,
)
_MOST: Final = 3
_VERB_LEAD: Final = re.compile(
    r"\b(?:to|i|and|then|i['’]ll|will|could|just|let me|them|him|her|people|everyone)\s*$|^\W*$", re.I
)


def whom(text: str) -> str | None:
    """Who the step is done with, three at most; None where it is done alone. People who are spoken of are not."""
    told = denied(without_quotations(text))
    main = _CLAUSE.split(told, maxsplit=1)[0] if _CLAUSE.search(told) else told
    for part in (main, told):
        found = _people(part)
        if found:
            return " and ".join(dict.fromkeys(tidy(one) for _, one in sorted(found)[:_MOST]))
        if part is main and (bare := _PRONOUN.search(part)):
            return bare["who"]
    later = _PRONOUN.search(told)
    return later["who"] if later else None


def _people(text: str) -> list[tuple[int, str]]:
    roles = [(one.start("who"), one["who"]) for one in _PERSON.finditer(text) if _is_met(text, one)]
    names = [(one.start("who"), one["who"]) for one in _NAMED.finditer(text) if not _NO_NAME.match(one["who"])]
    return roles + names


def _is_met(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start("who")], text[found.end() :]
    if found["own"] and not _AT_HOME.match(after):
        return False
    bare = found["who"].split()
    if (
        len(bare) == 1
        and bare[0].casefold() in {"lead", "chair", "staff", "help", "es", "cs", "it"}
        and _VERB_LEAD.search(before)
    ):
        return False  # 'lead the round' is a deed
    if re.match(
        r"\s+(?:meeting|round|list|book|notes?|journey|safety|story|care|experience|leaflets?|flow|pathway|lounge"
        r"|rota|huddle|time|day"
        r"|records?|survey|forum|committee|numbers|review|days|view|letter|lists|emails?|chat|text|message|break"
        r"|cannulas?)\b",
        after,
        re.I,
    ):
        return False
    return not _TALKED_OF.search(before) or bool(_PARTS_OF.search(before))
