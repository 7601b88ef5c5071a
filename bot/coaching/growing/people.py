"""Who a clause is about: a colleague, a group, a pronoun, as the subject of a question or its object."""

import re
from dataclasses import dataclass
from typing import Final

from bot.coaching.growing.slots import yours

_ROLE: Final = (
    r"consultants?|registrars?|regs?|med reg|sisters?|charge nurses?|nurses?|matrons?|clerks?|receptionists?|porters?"
    r"|cleaners?|housekeepers?|midwi(?:fe|ves)|pharmacists?|physios?|physiotherapists?|ots?|dietiti?ans?|radiographers?"
    r"|radiologists?|anaesthetists?|surgeons?|hcas?|odps?|paramedics?|social workers?|psychologists?|microbiologists?"
    r"|geriatricians?|psychiatrists?|managers?|coordinators?|co-ordinators?|trainers?|supervisors?|tpd|leads?"
    r"|directors?"
    r"|partners?|gps?|f1s?|f2s?|f3s?|fy1s?|fy2s?|shos?|st\d|ct\d|imt\d|trainees?|juniors?|students?|locums?"
    r"|fellows?|boss"
    r"|bosses|prof|professor|secretar(?:y|ies)|bloke|blokes|man|woman|lady|guy|colleagues?|tutor|chair|medics?|doctors?"
    r"|residents?|interns?|governors?|officers?|teachers?|analysts?|librarian|techs?|technicians?|staff|family|families"
    r"|daughters?|sons?|husband|wife|mum|dad|carers?|relatives?|cns|mentors?|seniors?|band \d"
)
_GROUP: Final = (
    r"ops|management|pharmacy|radiology|physio|transport|theatres?|the ward|the lab|the board|the trust|the"
    r" team|the unit"
    r"|the practice|the department|records|estates|it support|infection control|occupational health|switchboard"
)
_HEAD: Final = (
    r"first|second|third|fourth|fifth|sixth|seventh|other|others|rest|ward|team|lab|board|trust|unit|practice"
    r"|department|hospital|committee|group|office|surgeons|nights|night staff|day staff|agency"
)
_DETERMINED: Final = (
    r"(?:my|our|the|that|this|these|those|a|an|one of the|two of the|three of the|some of the|most of the|half"
    r" the|half our"
    r"|both|both of the|his|her|their|another|two|three|four|five|six|most|some|other)"
)
NOUN: Final = (
    rf"(?:{_DETERMINED} (?:[a-z][a-z-]+ ){{0,2}}?(?:{_ROLE}|{_HEAD})(?: in (?:the )?[a-z]+| on (?:the )?[a-z]+)?"
    rf"|every (?:single )?[a-z]+(?: (?:on|in|at|from) (?:my|our|the) [a-z]+)?|{_GROUP}|(?:{_ROLE})(?: (?:on|in"
    rf"|at|from) (?:my|our) [a-z]+)?)(?! (?:{_ROLE})\b)(?!['’]s? ?[a-z]* ?(?:office|rota|list))"
)
PRONOUN: Final = r"(?:he|she|they|each of them|each lot|both sides|both of them|everyone|everybody)"
SUBJECT: Final = rf"(?P<who>{PRONOUN}|{NOUN})"

START: Final = (
    r"(?:^|[,;:.!?(]\s*|\s[-–—]+\s+|\b(?:and|but|because|cos|that|while|since|though|although|then|anyway"
    r"|honestly|obviously"
    r"|apparently|so|think|know)\s+)(?:(?:just|still|also|now|basically|well|yeah|actually|annoyingly|and|but"
    r"|so)\s+)*"
)
"""Where a clause begins: only there is a noun surely the one who does something."""

_OBJECT: Final = {"he": "him", "she": "her", "they": "them"}
_ALL: Final = frozenset({"each of them", "each lot", "both sides", "both of them", "everyone", "everybody"})
_MANY: Final = re.compile(
    r"(?:s|ves|staff|ops|people|management|families|they|other two|two|three|both.*)$|\b(?:of the|half|both"
    r"|most|some|two|three"
    r"|four|five|six|these|those|other|others)\b",
    re.I,
)
_ONE: Final = re.compile(r"\b(?:boss|one of the|cns|radiology|pharmacy|physio|[a-z]*ss)\b", re.I)
_FAMILY: Final = re.compile(r"mum|dad|wife|husband|sons?|daughters?|family|families|man|woman|lady|guy", re.I)
"""Nobody's in particular, unless 'my' or 'the' goes before it."""

_NO_NOUN: Final = re.compile(
    r"\b(?:and|or|of|to|is|was|are|were|in|on|at|for|with|about|by|from|not|no|who|that|which|never|always|i|we"
    r"|it|get|got|had"
    r"|has|have|told|said|asked|says|than|then|there|here)\b",
    re.I,
)
_NAMED: Final = re.compile(r"\b(?!(?:The|My|Our|Your|Sister|Matron|Doctor|Consultant|Registrar|Reg)\b)[A-Z][a-z]{2,}\b")


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody as a question can name them: 'she' and 'her', 'your registrar' and the same."""

    they: str
    them: str

    @property
    def again(self) -> str:
        """How it is named a second time in one sentence."""
        return "they" if self.named else self.they

    @property
    def are_many(self) -> bool:
        """Whether a verb after it is a plural's."""
        return self.they in {"they", "both sides", "both of them"} or bool(
            _MANY.search(self.they) and not _ONE.search(self.they)
        )

    @property
    def is_everyone(self) -> bool:
        """Whether it is all of them, and so the doctor's way of speaking."""
        return self.they in {"everyone", "everybody"}

    @property
    def named(self) -> bool:
        """Whether it is more than a pronoun."""
        return self.they not in _OBJECT


def _with_article(words: str) -> str | None:
    """'A reg' and 'reg' as 'the reg'; None where they are no person, or family."""
    first, _, rest = words.partition(" ")
    inner = re.sub(r"\b(?:one|two|three|some|most|both) of the\b|\bin\b|\bon\b", "", words, flags=re.I)
    if _NO_NOUN.search(inner):
        return None
    if first.casefold() in {"a", "an", "another"}:
        return f"the {rest}"
    if _FAMILY.fullmatch(words):
        return None
    if re.match(rf"(?:{_ROLE})(?: (?:on|in|at|from) (?:my|our)\b|$)", words, re.I):
        return f"the {words}"
    return f"{first.casefold()} {rest}".strip()


def somebody(words: str) -> Somebody | None:
    """Who is meant, turned to 'your'; None where the words are no such phrase, or hold somebody's name.

    A name alone in a question of the coach's own would outlive the sentence that it came from, when that is left out.
    """
    low = words.casefold()
    if _NAMED.search(words):
        return None
    if low in _ALL:
        return Somebody(low, low)
    if low in _OBJECT:
        return Somebody(low, _OBJECT[low])
    if re.match(
        r"every (?:time|day|week|month|morning|evening|night|shift|other|year|handover|round|list|one|now)\b", low
    ):
        return None
    whole = _with_article(words)
    told = yours(whole, 6) if whole else None
    return Somebody(told, told) if told else None
