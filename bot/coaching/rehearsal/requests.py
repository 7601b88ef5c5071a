"""A request to practise, taken apart: the words for the person, and what is wanted from them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.coaching.named import told_of
from bot.coaching.plain import OnNeed

_OF_OURS: Final = r"(?:my|our|the|a|an|this|that|one of (?:my|our|the)|another)"
_PERSON: Final = rf"(?P<who>{_OF_OURS}\s.+|\[?[A-Za-z0-9].*)$"
_BE: Final = OnNeed(
    r"\b(?:be|play|act as|acting as|playing|pretend (?:to be|you(?:'re| are))|you as|you(?:'re| are) (?:meant"
    rf"|supposed) to be|(?:role[- ]?play|speak|talk) as)\s+{_PERSON}",
    re.I | re.S,
)
_WITH: Final = OnNeed(rf"\b(?:with|against|(?:practi[cs]\w+|rehears\w+|try \w+|have a go) on)\s+{_PERSON}", re.I | re.S)
_SPEAK: Final = OnNeed(
    rf"\b(?:(?:talk|speak|chat|say (?:it|this|that|something))(?:ing)? (?:to|with)|as(?= (?:my|the|our)))\s+{_PERSON}",
    re.I | re.S,
)
_TELL: Final = OnNeed(
    r"\b(?:tell|ask|persuad|convinc|confront|approach|challeng|fac)(?:e|ing)?\s+" + _PERSON, re.I | re.S
)
_IS: Final = OnNeed(rf"\b(?:s?he'?s|s?he is|they(?:'re| are)) {_PERSON}", re.I | re.S)
"""Who it is, told beside the request: 'go on then, roleplay. she's the rota coordinator'."""
_THEM: Final = OnNeed(r"^(?:him|her|them)\b", re.I)
_NO_PERSON: Final = OnNeed(
    rf"^(?:{_OF_OURS}\s+)?(?:hiya?|hello|hey|morning|good|me|him|her|them|us|it|its|this|that|these|those|you|your|yours?elf|every\w*|any\w*|some\w*"
    r"|names?|person|people|colleague|one|conversations?|talks?|things?|words?|difficult|tricky|same|following"
    r"|situation"
    r"|meeting|email|message|draft|idea|ideas|way|plan|problem|help|more|less|and|about|for|to|how|what|line|lines"
    r"|asking|telling|saying|using|rehearsal|practice|role|i|we|i'd|i've|he|she|they|both|all|dunno|idk|anybody"
    r"|whoever|no|not|now|out|go|bit"
    r"|honest|clear|careful|firm|calm|nice|kind|mean|hard|harsh|tough|minute|moment)\b",
    re.I,
)
_A_WHILE: Final = OnNeed(
    r",?\s+for (?:(?:a|an|one|two|five|ten|half an?) )?(?:quick |little )?(?:minute|moment|bit|while|sec|second|hour|mo"
    r"|go|change|practice)s?\b",
    re.I,
)
_ABOUT: Final = OnNeed(
    r"[,;.]?\s+(?:about|over|regarding|concerning|so that|(?:to|and) (?:ask|tell|talk|raise|discuss|get|say|explain"
    r"|persuade|convince)(?: (?:him|her|them))?(?: (?:for|about|to|that))?"
    r"|for(?= (?:more|study|annual|a|an|some|my|the|extra|another|leave|time|help|two|three)\b))\s+(?P<what>\S.*)$",
    re.I | re.S,
)
_SO_THAT: Final = OnNeed(
    r"\s+(?:(?:so|because|before|and then|and|but|cause|cos|when|while) (?:that )?(?:i|we|i'm|i'll|i'd|let|you|help|see"
    r"|then|please|try)\b|i (?:need|want|have|would|will)\b|please\b|first\b|can (?:you|i|we)\b|could (?:you|i|we)\b)",
    re.I,
)
_NEXT: Final = OnNeed(r"[.?!]+\s+(?!(?:he|she|they|always|never|very|hates?|thinks?|who)\b)|\n", re.I)
_TOLD_THAT: Final = OnNeed(r"\s+(?=(?:he|she|they|that|i|i'm|i've|we|to|for|about|if|whether|why|not|no)\b)", re.I)
_WHATS: Final = (
    OnNeed(r"\bask(?:ing|s)?\s+(?:(?:him|her|them)\s+)?(?:for|about|to|if|whether)\s+(?P<what>\S.*)$", re.I | re.S),
    OnNeed(r"\btell(?:ing)?\s+(?:him|her|them)\s+(?:about\s+|that\s+)?(?P<what>\S.*)$", re.I | re.S),
    OnNeed(
        r"\b(?:raise|raising|discuss(?:ing)?|bring(?:ing)? up|propos(?:e|ing)|suggest(?:ing)?)\s+"
        r"(?P<what>(?:my|the|a|an|some|our|how|more)\s.*?)(?=\s+with\b|$)",
        re.I | re.S,
    ),
    OnNeed(r"\babout\s+(?P<what>\S.*)$", re.I | re.S),
)
_ENDS: Final = OnNeed(
    r"[.?!]+(?:\s|$)|\n|\s+(?:with (?:my|the|our|you)|please|can you|could you|would you|so (?:i|we) can|and you)\b",
    re.I,
)
_NOTHING: Final = OnNeed(r"^(?:it|this|that|something|things|stuff|you|me|him|her|them|anything|what)\W*$", re.I)


@dataclass(frozen=True, slots=True)
class Request:
    """Who is asked for, in the doctor's words ("" for nobody), and what about."""

    person: str = ""
    matter: str = ""


def request(text: str, known: Callable[[str], str]) -> Request:
    """What a message asks for. `known` gives the id of a character whose cues are in some words, or ""."""
    bare = _A_WHILE.sub("", " ".join(text.replace("’", "'").split()))
    found = next(_named(bare, known), None)
    if found is None:
        return Request("", _matter(bare))
    person, rest = found
    return Request(person, _cleaned(rest) or _matter(bare))


def person_and_matter(text: str) -> Request:
    """A setting's own words for somebody, with what it is about where they say so."""
    person, rest = _cut(_A_WHILE.sub("", text))
    return Request(person, _cleaned(rest))


def is_no_person(words: str) -> bool:
    """Whether some words name nobody: "her for study leave", "everything", "someone difficult"."""
    return not words.strip() or bool(_NO_PERSON.match(words.strip()))


def _named(bare: str, known: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """The persons that a request may mean with what follows them, the likeliest first."""
    for pattern in (_BE, _WITH, _SPEAK, _TELL, _IS):
        for found in _every(pattern, bare):
            who = found["who"]
            if _THEM.match(who):
                earlier = _before(bare[: found.start()], known)
                if earlier:
                    yield earlier, ""
                continue
            person, rest = _cut(who, told=pattern is _TELL)
            if is_no_person(person):
                continue
            plainly = bool(re.match(rf"{_OF_OURS}\s", person, re.I)) or person[:1].isupper() or person[:1] == "["
            sure = known(person) or (told_of(f"the {_without(person)}") if pattern is _TELL else plainly)
            if sure:
                yield person, rest


def _every(pattern: OnNeed, text: str) -> Iterator[re.Match[str]]:
    """Every place at which a pattern that runs to the end may begin."""
    at = 0
    while found := pattern.search(text, at):
        yield found
        at = found.start() + 1


def _before(text: str, known: Callable[[str], str]) -> str:
    """Somebody named earlier in the message, where "him" or "her" is asked for."""
    told = told_of(text)
    if told:
        return re.sub(r"^your\b", "my", told)
    role = known(text)
    return role.replace("_", " ") if role else ""


def _cut(who: str, *, told: bool = False) -> tuple[str, str]:
    """The words for a person, and what follows them."""
    rest = ""
    if ended := _NEXT.search(who):
        who = who[: ended.start()]
    if so := _SO_THAT.search(who):
        who = who[: so.start()]
    if about := _ABOUT.search(who):
        who, rest = who[: about.start()], about["what"]
    if told and (that := _TOLD_THAT.search(who)):
        rest = rest or re.sub(r"^(?:that|about|for|to)\s+", "", who[that.end() :])
        who = who[: that.start()]
    return who.strip(" ?!.,;"), rest


def _without(person: str) -> str:
    return re.sub(rf"^{_OF_OURS}\s+", "", person, flags=re.I)


def _matter(text: str) -> str:
    found = (match["what"] for pattern in _WHATS if (match := pattern.search(text)))
    return next((said for one in found if (said := _cleaned(one))), "")


def _cleaned(what: str) -> str:
    """The first sentence of what is wanted, without what is said to the coach after it."""
    ended = _ENDS.search(what)
    bare = (what[: ended.start()] if ended else what).strip(" ?!.,;")
    return "" if _NOTHING.match(bare) else bare
