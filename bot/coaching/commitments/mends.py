"""A correction of the plan read part by part: the deed, the day, what is done if it snags, and what is no help."""

import re
from dataclasses import dataclass
from typing import Final

from bot.coaching.commitments import corrections, helps, snags
from bot.coaching.commitments.days import find_when
from bot.coaching.commitments.sentences import sentences, tidy, without_quotations

_IF_IT_SNAGS: Final = re.compile(
    r"\b(?:if|when) (?:it|that|this|things?) (?:snags?|goes (?:wrong|badly|south|pear[- ]shaped)|gets? (?:stuck|hard)"
    r"|does(?:n['’]?t| not) work|falls (?:through|apart)|fails)\b\W*(?:then\W+)?(?P<way>\w.*)",
    re.I | re.S,
)
_FALLBACK: Final = re.compile(
    r"\b(?:the|my) (?:contingency|fall-?back|back-?up|way round|plan b)(?: plan)?(?:['’]?s| is| was)\s+(?!not\b"
    r"|wrong\b)"
    r"(?P<way>.+)",
    re.I | re.S,
)
_IS_THE_SNAG: Final = re.compile(r"^\W*(?:no\W+)?(?P<snag>.{4,80}?)\s+(?:is|was) (?:just |only )?the snag\b", re.I)
_NOT_THIS: Final = re.compile(
    r"\b(?:not|isn['’]?t|(?<!wh)ain['’]?t)\s+(?:to )?(?P<old>[^,.;!?]{3,80})(?:[,.;!?]+\s*|\s+but\s+)(?P<new>\w.*)",
    re.I | re.S,
)
_THE_THING_IS: Final = re.compile(
    r"\b(?:the|my) (?P<thing>[\w'’-]+(?: [\w'’-]+)?)(?: that)?(?:['’]?s| is|s)? (?:is )?(?:only |just )?(?P<rest>.+)",
    re.I,
)
_DAY_I: Final = re.compile(r"^\W*(?:sorry\W+|no\W+)*(?:it['’]?s|it is) (?P<day>.{3,24}?) (?:that )?i\b", re.I)
_NO_HELP: Final = re.compile(
    r"\b(?:(?:does|do|would|wo|did)(?:n['’]?t| not)|isn['’]?t|not|nt) (?:(?:really|going to|actually) )?"
    r"(?:make it (?:any )?easier|easier|help)\b",
    re.I,
)
_ME_DOING: Final = re.compile(
    r"\b(?:it(?:['’]?s| is)|its) me (?:(?:who(?:['’]?s| is)? "
    r"|that(?:['’]?s)? )?doing the )?(?P<deed>[a-z]{2,}ing)\b(?P<more>[^.,!?]*)",
    re.I,
)
_THEY: Final = re.compile(r"^\W*(?:she|he|they|who)\s+(?P<verb>\w+)\s*", re.I)
_FEWEST_IF: Final = 5


@dataclass(frozen=True, slots=True)
class Mend:
    """What a correction says of each part of the plan; None where it says nothing of it."""

    what: str | None = None
    when: str | None = None
    way: str | None = None
    snag: str | None = None
    no_help: bool = False

    @property
    def anything(self) -> bool:
        """Whether any part was named."""
        return self.no_help or any((self.what, self.when, self.way, self.snag))


def read(text: str, what: str) -> Mend:
    """The parts of the plan `what` that a message puts right."""
    told = corrections.without_assent(text)
    return Mend(
        what=_swapped(told, what) or _mine(told, what),
        when=_day_of(told, what),
        way=_way(told),
        snag=_snag(told),
        no_help=bool(_NO_HELP.search(told)),
    )


def _way(text: str) -> str | None:
    """What would be done if it snags, as it is put right."""
    for sentence in sentences(text):
        found = _IF_IT_SNAGS.search(sentence) or _FALLBACK.search(sentence)
        if found is not None:
            return tidy(found["way"])
        answered = snags.if_then(sentence) or (
            sentence if snags.begins_if(sentence) and snags.answer_of(without_quotations(sentence)) else None
        )
        if answered and len(answered.split()) >= _FEWEST_IF:
            return tidy(answered)
    return None


def _snag(text: str) -> str | None:
    found = next((one for sentence in sentences(text) if (one := _IS_THE_SNAG.match(sentence))), None)
    return tidy(found["snag"]) if found else None


def _swapped(text: str, what: str) -> str | None:
    """What stands in place of the noted words: 'not X, Y', where X is what was noted."""
    found = _NOT_THIS.search(text)
    if found is None:
        return None
    old, new = tidy(found["old"]).strip("\"“”'‘’ "), sentences(found["new"])
    if not new or not (helps.shares(old, what) or old.casefold() in what.casefold()) or find_when(old):
        return None
    first = tidy(re.sub(r"^(?:it(?:['’]?s| is)|to|i(?:['’]ll| will)|just)\s+", "", new[0], flags=re.I))
    plain = len(first.split()) > 1 and not snags.begins_if(first) and find_when(first) != first
    return first if plain else None


def _mine(text: str, what: str) -> str | None:
    """The deed as the doctor's own where it was noted as somebody else's: 'it's me doing the asking'."""
    found = _ME_DOING.search(text)
    if found is None:
        return None
    verb = re.sub(r"ing$", "", found["deed"].casefold())
    theirs = _THEY.match(what)
    if theirs and theirs["verb"].casefold().startswith(verb[:3]):
        return tidy(f"{verb} {re.split(r' and (?:then )?(?:she|he|they) ', what[theirs.end() :])[0]}")
    more = tidy(found["more"])
    return f"{verb} {more.casefold()}" if len(more.split()) >= 1 else None


def _day_of(text: str, what: str) -> str | None:
    """The day put right for the plan itself: 'the knock is Thursday', 'it's Tuesday I say it'; not a helping step's."""
    for sentence in (part for one in sentences(text) for part in re.split(r",\s+(?=(?:the|my|it)\b)", one)):
        mine = _DAY_I.match(sentence)
        if mine and (when := find_when(mine["day"])):
            return when
        found = _THE_THING_IS.search(sentence)
        when = find_when(found["rest"]) if found else None
        if found and when and helps.shares(found["thing"], what):
            return when
    return None


def days_elsewhere(text: str) -> bool:
    """True where the message gives days to things by name, so that no day in it can be taken for the plan's unread."""
    named = re.findall(r"\b(?:the|my) [\w'’-]+(?: that)?(?:['’]?s| is|s) [^.,;]*", text, re.I)
    return any(find_when(one) for one in named) or bool(_DAY_I.match(text))
