"""What a question on the sources looks for, without what it is wrapped in, and each half of a double one (pure)."""

import re
from dataclasses import dataclass
from typing import Final

_WRITTEN: Final = (
    r"(?:evidence|research|literature|sources?|stud(?:y|ies)|papers?|reports?|reading|library|documents?|texts?|books?"
    r"|publications?|articles?)"
)
_SAY: Final = r"(?:say|says|said|tell us|have|has|show|shows|find|found|mention|suggest|argue|know|cover|hold|got|talk)"
_FRAME: Final = re.compile(
    r"^\W*(?:(?:so|and|ok|also|but|well|right|please|quick one[^,.:]*|remind me|honestly|actually"
    r"|hi|hello)\b[\s,:.!-]*)*"
    r"(?:"
    rf"(?:what(?:'?s|s| is| are| does| do| did| has| have)?"
    r"|(?:is|are|was|do|does|did)(?:n'?t)?|has|have|which)(?: there| you)? "
    rf"(?:(?:any|a|an|the|your|of|some|much|good|actual|real|these|those|one|all)\b ?)*{_WRITTEN}\b"
    r"(?: (?:you|do|does|have|has|had|'ve|you've|got|hold|here|we|in|your|the|library|that"
    r"|actually|really|exist)\b)*"
    rf"(?: {_SAY}\b)?(?: (?:anything|something|much|to say|us))?(?: (?:about|on|of|for|behind|into|that|showing|by))?"
    r"|(?:can|could|would) you (?:please )?(?:tell me|find me|give me|show me|look up)(?: (?:what|any|some|a|the))*"
    rf"(?: {_WRITTEN})?(?: (?:on|about|for|of|say on|says on|say about|says about))?"
    rf"|(?:give|find|tell|show|send) me (?:(?:a|an|the|any|some|one|good) )*(?:{_WRITTEN}|quote|reference|citation|line"
    r"|definition|sentence)?(?: (?:on|about|for|of|that))?"
    rf"|(?:got |have you (?:got )?)?any(?:thing)?(?: {_WRITTEN})?(?: in (?:the|your) {_WRITTEN})?"
    r" (?:on|about|for|that)"
    r"|(?:has|have|did) (?:anyone|anybody|somebody|someone) (?:ever )?(?:written|published|studied|researched|measured"
    r"|shown|looked at)(?: (?:anything|something))?(?: (?:on|about|that|whether|into))?"
    r"|do you (?:know|happen to know)(?: (?:if|whether))?"
    r")\s+(?=\w+)",
    re.I,
)
_TAIL: Final = re.compile(
    r"[,\s]+(?:with (?:a|the) (?:reference|citation|source)|according to (?:people|anyone|the|your)[^,?]*|do you know"
    r"|please|thanks|cheers|or something(?: like that)?|in one (?:line|sentence)|anywhere|at all|by any chance|exactly"
    r"|in (?:your|the) (?:sources?|papers?|library|reading|literature|documents?|reports?))\W*$",
    re.I,
)
_STOPS: Final = re.compile(r"(?<=[.?!])\s+|\n+|\s[-–—]+\s")
_TWO: Final = re.compile(
    r",? (?:and|or) (?=(?:also )?(?:on |by |for |in |to |of )?"
    r"(?:how|what|who|when|where|why|which|has|is there|does|did)\b)",
    re.I,
)
_POINTS_BACK: Final = re.compile(r"\b(?:it|its|that|this|them|they|their|those|these|he|she|his|her)\b", re.I)
_A_FIGURE: Final = re.compile(
    r"\bhow (?:much|many|long|often|old|big)\b|\bper ?cent|\bpercentage|\bwhat (?:sum|share|number)|%"
    r"|\bpay|\bpaid|\bcosts?\b",
    re.I,
)
_ASKING: Final = re.compile(
    r"^\W*(?:so |and |also |but )?(?:what|which|who|whom|when|where|why|how|is|are|was|do|does|did|has|have|any"
    r"|per ?cent\w*|remind me|(?:give|tell|find|show) me)\b",
    re.I,
)
_ENOUGH: Final = re.compile(r"[^\W\d_]{4}|[A-Z]{2}")
_SHORT: Final = 5
_MOST_NAMED: Final = 9


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing that is looked for: what to search with, the doctor's own words for it, and whether it is a figure."""

    query: str
    words: str
    figure: bool


def looked_for(text: str) -> tuple[Sought, ...]:
    """What a question on the reading looks for, without what stands round it; two where it asks two things."""
    parts = [one.strip() for one in _STOPS.split(text) if one and one.strip()]
    asking = [one for one in parts if _asks(one)] or parts[:1]
    if not asking:
        return (Sought(text, text, figure=False),)
    first, *others = (one.strip(" ,.?!") for one in _TWO.split(asking[0]))
    core = without_frame(first)
    before = parts[: parts.index(asking[0])]
    told = f"{' '.join(before[-2:])} {core}" if before and _POINTS_BACK.search(first) else core
    found = [Sought(told, core, figure=bool(_A_FIGURE.search(core)))]
    for other in (*others[:1], *(asking[1:2] if not others else ())):
        rest = without_frame(other.strip(" ,.?!"))
        back = _POINTS_BACK.search(rest) or len(rest.split()) < _SHORT
        found.append(Sought(f"{rest} {core}" if back else rest, rest, figure=bool(_A_FIGURE.search(rest))))
    return tuple(found)


def shortly(sought: Sought) -> str | None:
    """What was looked for in a few of the doctor's own words; None where no few words hold it."""
    return sought.words if len(sought.words.split()) <= _MOST_NAMED else None


def _asks(part: str) -> bool:
    return ("?" in part or bool(_ASKING.match(part))) and not part.lower().startswith("according")


def without_frame(query: str) -> str:
    """A question without what it is wrapped in: 'what do the sources say about trust?' looks for trust.

    What is left must be enough to search with; a message that tells of something is left as it is.
    """
    bare = query.strip(" ,.?!")
    cut = _TAIL.sub("", _FRAME.sub("", bare, count=1)).strip(" ,.?!")
    return cut if cut != bare and _ENOUGH.search(cut) else query
