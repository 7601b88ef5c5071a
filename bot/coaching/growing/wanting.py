"""What the doctor wants: of others, of themselves, or a thing that they name."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.growing.denied import deed
from bot.coaching.growing.evidence import Evidence, found
from bot.coaching.growing.people import NOUN, somebody
from bot.coaching.growing.slots import reach, yours

_WANT: Final = (
    r"(?:i|we)(?: just| really| only| suppose i| think i| guess i| do| would| still)*(?:'d)? "
    r"(?:want|need|like|love|wish|prefer)(?:ed)?"
)
_OF_THEM: Final = re.compile(
    rf"\b{_WANT} (?P<who>him|her|them|people|everyone|everybody|somebody|someone|{NOUN}) to (?P<do>[a-z]+\b.*)", re.I
)
_OF_SELF: Final = re.compile(rf"\b(?:{_WANT}|(?:i'm|i am|been) (?:trying|hoping)) to (?P<do>[a-z]+\b.*)", re.I)
_OUTRIGHT: Final = re.compile(
    r"^(?:\W|well|ok|ideally|probably|just|honestly|hm+|um+|maybe)*to (?P<do>[a-z]+ [a-z]+\b.*)", re.I
)
_A_THING: Final = re.compile(
    rf"\b{_WANT} (?P<thing>(?:a|an|one|some|more|somewhere|somebody|someone|something|two|half)\b.*)", re.I
)
_ANSWER: Final = re.compile(
    r"^\W*(?:well,? |just |ideally,? )*(?P<thing>(?:a|an|one|somewhere|somebody|someone) .*)", re.I
)
_NOT_MEANT: Final = re.compile(
    r"(?:die|disappear|cry|scream|vomit|quit|leave|hide|sleep|strangle|throttle|shake|slap|tell you|ask you"
    r"|know|be (?:honest|fair|clear|here|there|dead|left)|say|think"
    r"|see|go home|go back to|eat|believe|thank|understand|add|point out|admit|reflect)\b",
    re.I,
)
_PRONOUNS: Final = {"him": ("he", "him"), "her": ("she", "her"), "them": ("they", "them")}
_RELATIVE: Final = re.compile(r"\b(?:that|who|where)\b", re.I)
_FEWEST: Final = 2
_MOST: Final = 12


def evidence(sentence: str, expecting: str = "") -> Iterator[Evidence | None]:
    """What a sentence says is wanted; `expecting`: what had been asked for, where that was the aim."""
    for match in _OF_THEM.finditer(sentence):
        yield _of_them(match)
    for pattern in (_OF_SELF, _OUTRIGHT) if expecting == "aim" else (_OF_SELF,):
        for match in pattern.finditer(sentence):
            if not _NOT_MEANT.match(match["do"]):
                yield found("wanted_self", 4, do=deed(match["do"], being=True))
    for pattern in (_A_THING, _ANSWER) if expecting == "aim" else (_A_THING,):
        for match in pattern.finditer(sentence):
            yield _thing(match["thing"])


def _of_them(match: re.Match[str]) -> Evidence | None:
    low = match["who"].casefold()
    if low in _PRONOUNS:
        they, them = _PRONOUNS[low]
    else:
        one = somebody(match["who"])
        they, them = (one.they, one.them) if one else (low, low)
        if one is None and low not in {"people", "everyone", "everybody", "somebody", "someone"}:
            return None
    if re.match(r"be\b", match["do"], re.I):
        return None
    return found("wanted_of_them", 6, they=they, them=them, do=deed(match["do"]))


def _thing(words: str) -> Evidence | None:
    cut = _whole(words)
    if not _FEWEST <= len(cut.split()) <= _MOST or re.match(r"(?:a|one) (?:lot|bit|way|day)\b", cut, re.I):
        return None
    if re.match(
        r"(?:a|an|one|some|two|half|more) \w+ (?:is|was|are|were|said|says|has|had|thinks?|told|asked|comment)\b",
        cut,
        re.I,
    ):
        return None
    told = yours(cut, _MOST)
    return found("wanted_thing", 5, thing=told[0].lower() + told[1:]) if told else None


def _whole(words: str) -> str:
    """Up to the end of the clause, over one 'that' or 'who'."""
    cut = reach(words)
    return cut if _RELATIVE.search(cut) else reach(cut)
