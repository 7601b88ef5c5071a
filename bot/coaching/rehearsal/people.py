"""Who is asked for, and who is there: known characters by their cues, and people whom the doctor describes."""

import re
from dataclasses import dataclass
from typing import Final

from bot.coaching import cues
from bot.coaching.named import told_of
from bot.coaching.plain import plain
from bot.coaching.practice import Practice
from bot.coaching.rehearsal.cast import DESCRIBED, FIRST_CHOICE, Cast
from bot.coaching.rehearsal.described import cast_as
from bot.coaching.rehearsal.model import Role
from bot.coaching.rehearsal.requests import is_no_person, person_and_matter, request
from bot.coaching.rehearsal.spelling import mended

_A_PLACE: Final = (
    r"(?! (?:managers?|nurses?|partners?|meetings?|leads?|staff|team|receptionists?|pharmacists?|list|sisters?"
    r"|educators?"
    r"|owns?|is|was|has|had|does|did|says?|said|wants?|gets?|keeps?|needs?|will|would|area|based|policy"
    r"|secretary|admin"
    r"|and|or|of|where|which|that (?:i|we|has|is|was)|i|we|medicine|surgery|cannul\w+|suturing|procedures?"
    r"|exams?|osces?|vivas?)\b|['’]s\b|s\b)"
)
"""What follows 'practice' where it is the surgery or what is done, and not a request to practise."""

_BEFOREHAND: Final = (
    r"(?=[^.!?]{0,40}\b(?:on you|with you|here|first|beforehand|before i|out loud|what i(?:['’]d| would|['’]ll| want)"
    r"|what to say|how i(?:['’]d| would)|saying|telling|asking|the (?:conversation|chat|talk|words|lines?"
    r"|opening))\b)"
)
"""What makes 'try it out' and 'run through' a rehearsal: otherwise it is the thing itself that is tried."""

_PRACTISE: Final = (
    rf"(?:practi[cs]e\b{_A_PLACE}|practi[cs]ing|rehears(?:e|ing|al)|role[- ]?play(?:ing)?"
    rf"|(?:try (?:it|this|that) out|run through|dry run|have a (?:practice )?go at)\b{_BEFOREHAND}"
    r"|mock (?:conversation|meeting))"
)
_ASKS: Final = re.compile(
    rf"\b(?:can|could|may|shall) (?:i|we)\b[^.?!]{{0,40}}\b{_PRACTISE}\b|\bi(?:'d| would) (?:like"
    rf"|love) to (?:\w+ )?{_PRACTISE}\b"
    rf"|\b(?:i )?(?:want|need) to {_PRACTISE}\b|\bi wanna {_PRACTISE}\b|\blet(?:'s| me| us) {_PRACTISE}\b"
    rf"|^\W*(?:please )?{_PRACTISE}\b|[,.;!?] role[- ]?play\b|\bhelp me (?:to )?{_PRACTISE}\b"
    rf"|\b(?:can|could|will|would) you (?:please )?(?:be|play|act as|pretend to be) (?:my|the|our|a|an)\b"
    r"|\bpretend (?:to be|you(?:'re| are)) (?:my|the|our|a|an)\b|(?:^|[.!?]\s+)\W*(?:(?:ok|so|no|please|now"
    r"|right)\W+)*(?:you )?(?:be|play)"
    r" (?:my|the|our|a|an)\b|\b(?:asked|told|want|wanted|need) you to (?:be|play)\b"
    r"|\btrain(?:ing)? (?:to|for|how to) (?:speak|talk|tell|ask|raise|hav)\w*"
    rf"|\b(?:practi[cs]e|rehearse|role[- ]?play) (?:this|it|that|what i)\b|\bfancy (?:a )?{_PRACTISE}\b",
    re.I,
)
_OF_PLAYING: Final = re.compile(
    rf"\b(?:{_PRACTISE}|practi[cs](?:ed|ing)|rehears\w*|role[- ]?play\w*|pretend\w*|imagine you(?:'re| are)"
    rf"|acts? as|mock"
    r"|run (?:it|this|that|the|my)|have a go|grill me|hit me|interrupt me|answer (?:me )?back|answer as|push back"
    r"|you(?:'re| are| be| can be| could be)|i(?:'ll| will) be|be (?:my|the|a|an|our|old|him|her|them)"
    r"|plays?(?: \w+)? (?:my|the|a|an|our|him|her|them)|(?:on|with|to|at|against) you\b"
    r"|(?:again|throw|sigh|shout|swear)\b|out loud|warm up|sparring|spar)\b",
    re.I,
)
"""Any word by which somebody asks to play a conversation: with none of them, none is played."""
_HANDED: Final = re.compile(
    r"^I would like to practise with (?P<who>\S.*?)\. What I want from them: (?P<what>\S.*)$", re.I | re.S
)
"""How a dialogue hands a request over: what stands in its two fields is not looked into for where one ends."""
_FILLER: Final = re.compile(
    r"\b(?:my|our|the|a|an|this|that|with|please|is|to|of|and|one|some|be|by|new|own|in|on|at|from|ward|department"
    r"|nhs|who|as|here|again"
    r"|stretched|busy|sceptical|skeptical|quiet|local|hospital|trust|seen|it|all|has|everything|lead|stubborn"
    r"|difficult|tricky|nightmare|really|very|never|speaks?|talks?|says?|anything|much|rounds?|team|his|her"
    r"|manager|partner|consultant|nurse)\b",
    re.I,
)
_A_FEW: Final = 2
_TITLES: Final = frozenset(
    "manager operations consultant finance matron registrar sceptical charge supervisor director".split()
)
_AWAY: Final = r"^\W*(?:(?:no+|not|nope|wrong|sorry|ok|actually|wait|please|but|coach|hang on|oh)\W+)*"
_CORRECTS: Final = re.compile(
    rf"{_AWAY}(?:i (?:said|meant|mean|asked (?:you )?(?:to be|to play|for)|(?:wanted|want|told) you to (?:be|play)"
    r"|wanted)|you(?:'re| are) (?:meant|supposed) to be|you should be|be|play)\s+"
    r"(?P<who>(?:my|our|the|a|an)\s.+)$",
    re.I,
)
_NO_BUT: Final = re.compile(
    r"^\W*(?:(?:sorry|ok|actually|wait|but|oh)\W+)*(?:(?:no+|nope|not that one|wrong (?:person|one))\W+"
    r"(?:it'?s |it was )?"
    r"|not (?:my|the|a) [\w ]{2,30}?(?:[,.]\s*|\s+but\s+)|(?=(?:my|the|our) [\w ]{2,30},? not (?:my|the|a)\b))"
    r"(?P<who>(?:my|our|the)\s.+)$",
    re.I,
)
_TITLE: Final = re.compile(r"^\W*(?P<who>(?:the|my|our) [\w ]{2,30})!+$", re.I)
_NOT_THE: Final = re.compile(r"[\s,]+(?:and )?not (?:the|my|our|a|an) .*$", re.I)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is asked for: a character's id in `role`, words about somebody else in `described`, and the `matter`."""

    role: str = ""
    described: str = ""
    matter: str = ""


def asks_to_practise(text: str) -> bool:
    """Whether a message asks to rehearse a conversation."""
    return bool(_ASKS.search(plain(text)))


def speaks_of_playing(text: str) -> bool:
    """Whether a message has any word of playing a conversation; a mere likeness to such messages is not enough."""
    return bool(_OF_PLAYING.search(plain(text)))


def wanted(text: str, cast: Cast) -> Wanted:
    """Who a message asks to practise with; nobody yet where it names no one."""
    bare = " ".join(text.split())
    if handed := _HANDED.match(bare):
        return _of(handed["who"], handed["what"], cast)
    asked = request(bare, lambda words: known(words, cast))
    if not asked.person:
        return Wanted(role=known(bare, cast), matter=asked.matter)
    return _of(asked.person, asked.matter, cast)


def asked_for(role: str, cast: Cast) -> Wanted:
    """Who is meant by the words of a setting: an id, a title in any spelling, else a person described."""
    spelt = re.sub(r"[\s_-]+", " ", role.strip().casefold())
    for one in cast.roles.values():
        names = {one.id.replace("_", " "), one.name.casefold(), one.name.casefold().removeprefix("the ")}
        if re.sub(r"^(?:the|a|an|my|our) ", "", spelt) in names | {spelt} & names:
            return Wanted(role=one.id)
    asked = person_and_matter(role)
    return _of(asked.person or role.strip(), asked.matter, cast)


def answered(text: str, cast: Cast) -> Wanted:
    """Who is meant by an answer to "Who with?"."""
    put_right = corrected(text, cast, of="")
    if put_right.role:
        return put_right
    found = wanted(text, cast)
    return found if found.role or found.described else asked_for(text, cast)


def corrected(text: str, cast: Cast, *, of: str) -> Wanted:
    """Who was meant instead of the character `of`: "no, the ops manager, not the clerk"; nobody for other words."""
    said = " ".join(text.split())
    found = _CORRECTS.match(said) or _NO_BUT.match(said) or (_TITLE.match(said) if of else None)
    if not found:
        return Wanted()
    person = _NOT_THE.sub("", re.split(r"[.?!;]+(?:\s|$)", found["who"])[0]).strip(" ?!.,;")
    role = known(person, cast)
    if role and role != of and not _says_more(person, role, cast, most=0):
        return Wanted(role=role)
    named = told_of(f"the {re.sub(r'^(?:my|our|the|a|an) ', '', person)}")
    few = len(person.split()) <= len("my head of school".split())
    return Wanted(role=DESCRIBED, described=person) if named and few and not role else Wanted()


def known(text: str, cast: Cast) -> str:
    """The character whose cues are in a text, or ""."""
    said = mended(plain(text), _TITLES)
    found = (one.id for one in cast.roles.values() if one.id != DESCRIBED and cues.any_in(one.cues, said))
    return next(found, "")


def who(practice: Practice, cast: Cast) -> Role:
    """The other person of a practice."""
    role = cast.roles.get(practice.role) or cast.roles[FIRST_CHOICE]
    return cast_as(role, practice.described, cast.coach) if practice.described else role


def said_last(practice: Practice, cast: Cast) -> str:
    """What the other said last; "" before they have said anything."""
    if practice.moments:
        return practice.moments[-1].answer
    opened = next((one for one in practice.used if one.startswith("opens:")), "")
    line = who(practice, cast).opens[int(opened.removeprefix("opens:"))] if opened else ""
    return line if "{" not in line else ""


def _of(person: str, matter: str, cast: Cast) -> Wanted:
    role = known(person, cast)
    if role and not _says_more(person, role, cast):
        return Wanted(role=role, matter=matter)
    if is_no_person(person):
        return Wanted(matter=matter)
    return Wanted(role=DESCRIBED, described=person, matter=matter)


def _says_more(person: str, role: str, cast: Cast, *, most: int = _A_FEW) -> bool:
    """Whether the words say more of somebody than that they are of a kind."""
    rest = mended(plain(person), _TITLES)
    for cue in cast.roles[role].cues:
        rest = re.sub(cue, " ", rest, flags=re.I)
    return len(_FILLER.sub(" ", rest).split()) > most
