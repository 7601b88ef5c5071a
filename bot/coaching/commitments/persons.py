"""With whom: the person or the people that a step is done with, by role, by name or by pronoun."""

import re
from typing import Final

from bot.coaching.commitments import person_words as said
from bot.coaching.commitments import roles
from bot.coaching.commitments.addressed import addressed
from bot.coaching.commitments.corrections import denied
from bot.coaching.commitments.sentences import tidy, without_quotations

_PRONOUN: Final = re.compile(
    r"\b(?:with|ask|asking|tell|telling|see|meet|catch|ring|call|phone|email|text|message|invite|grab|thank|offer"
    r"|show|give|join|shadow|let|find|get|have"
    r"|help|speak to|talk to|speak with|talk with|sit down with|write to|go to|to|bleep|approach|pull|take|sit"
    r"|remind|chase|between|from)"
    r"\s+(?P<who>him|her|them)\b(?!\s+(?!what|how|if|why|when|where|who|that|to|for|about|in|on|at|and|by|after"
    r"|before|i\b|she|he|they|down|whether|then|straight"
    r"|again|first|a\b|the\b|my\b|one|tomorrow|tonight|today|privately|face|know|why|over|back|out|say|lead|run"
    r"|chair|speak|talk|go|do|present|so\b|n\b|weds|thurs|tues|mon|fri|sat|sun)"
    r"[a-z]+)",
    re.I,
)
_TALKED_OF: Final = re.compile(
    r"\b(?:about|of|than|like|on behalf of|re|regarding|by|in between|who['’]?s|is|was|am|i['’]?m|be|being|as|bc"
    r"|because|behind"
    r"|how|when|what|thought|thinks?|said|says)(?:\s+(?:a|an|the|my|our|his|her|their))?\s*$",
    re.I,
)
_PARTS_OF: Final = re.compile(
    r"\b(?:one|two|three|four|some|all|both|each|each one|a few|any|half|most)(?: of)?(?: the| my)?\s*$", re.I
)
_PAST: Final = re.compile(r"\b(?:past|it by|that by|approved by|agreed by)(?:\s+(?:the|my|our))?\s*$", re.I)
_ASKED_OF: Final = re.compile(
    r"\b(?:question|favour|run (?:\w+ ){1,3}by|pass (?:\w+ ){1,3}by)(?:,? of)?(?:\s+(?:the|my|our))?\s*$", re.I
)
_WATCHED: Final = re.compile(r"\b(?:observ|watch|see|listen to|learn)\w* how(?: the| our| my)?\s*$", re.I)
_CLAUSE: Final = re.compile(
    r"\b(?:what|how|whether|why|if|so (?:that )?(?:i|we|they|he|she)|because|cos|which|where|until|till|whenever|before"
    r"|after|that (?:i|we|they|he|she|it|the)|rather than|instead of|for (?:he|she|they|it|nobody))\b",
    re.I,
)
_NAME_TOLD: Final = re.compile(
    r"(?:\b(?:name is|called|it is|it['’]s|namely)\s+|[,:(]\s*)(?P<name>\[name\]|[A-Z][a-z]{2,})(?=\W*(?:$|[,.;)]))"
)
_TELL: Final = re.compile(r"\b(?:tell|telling|remind|show|warn|let)\s+$", re.I)
"""'Tell the registrar I felt ignored': what is told, and not who it is."""

_MOST: Final = 3


def whom(text: str) -> str | None:
    """Who the step is done with, three at most; None where it is done alone. People who are spoken of are not."""
    told = denied(without_quotations(text))
    found = _CLAUSE.search(told, 1)
    main = told[: found.start()] if found else told
    unnamed = (
        said.WHOEVER.search(told.split(":")[0])
        or said.CALLED_PLACE.search(main)
        or said.BY_LETTERS.search(main)
        or said.OF_A_BAND.search(main)
        or said.ALL_OF_US.search(main)
    )
    for part in dict.fromkeys((main, told)):
        people = _of_places([one for one in _people(part) if _is_met(part, one[0])], unnamed)
        if people:
            named = [tidy(_with_clause(part, start, end)) for start, end in people[:_MOST]]
            first = [tidy(unnamed["who"])] if unnamed and not _overlaps(unnamed.span("who"), people) else []
            return " and ".join(dict.fromkeys((*first, *named)))
        if unnamed:
            return tidy(unnamed["who"])
        if part is main and (bare := _PRONOUN.search(part)):
            return bare["who"]
    later = _PRONOUN.search(told)
    return later["who"] if later else None


def _overlaps(place: tuple[int, int], people: list[tuple[int, int]]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in people)


def _of_places(people: list[tuple[int, int]], place: re.Match[str] | None) -> list[tuple[int, int]]:
    """The people, with the whole of a place of which only the first word was taken: 'occ health', not 'occ'."""
    whole = place.span("who") if place else (0, 0)
    return [whole if whole[0] <= one[0] and one[1] < whole[1] else one for one in people]


def _with_clause(part: str, start: int, end: int) -> str:
    """The person with what tells who they are: 'everyone who was at the arrest'."""
    whose = re.match(r"(?:the|a|an|every|any|all)", part[start:], re.I)
    told = _TELL.search(part[:start]) and re.match(r"\s+i\b", part[end:], re.I)
    more = said.WHO_IS.match(part, end) if whose and not told else None
    return part[start : more.end()] if more else part[start:end]


def mentioned(text: str) -> str | None:
    """The last person named at all in a text, for whom a later 'her' may stand."""
    told = without_quotations(text)
    named = [(start, end) for start, end in _people(told)]
    return tidy(told[named[-1][0] : named[-1][1]]) if named else None


def _people(text: str) -> list[tuple[int, int]]:
    """Every person in the text, by role, title or name, in its order and whole: 'the student nurse, Bethany'."""
    words = roles.read(text)
    people: list[tuple[int, int]] = []
    for at in range(len(words.plain)):
        place = roles.role(words, at) or roles.name(words, at, people) or _joined(words, at, people)
        if place is None:
            continue
        if people and place[0] <= people[-1][1] + 2 and _appended(text, people[-1], place):
            people[-1] = people[-1][0], place[1]
        elif not people or place[0] >= people[-1][1]:
            people.append(place)
    return _with_addressed(text, people)


def _with_addressed(text: str, people: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The people with those whom only the verb shows; a phrase that begins with a known one goes as far as it goes."""
    for start, end in addressed(text):
        inside = [one for one in people if one[0] < end and start < one[1]]
        if not inside:
            people = [*people, (start, end)]
    return sorted(people)


def _appended(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the other is the same person told once more: 'sister kate', 'the infection nurse, Beatriz'."""
    between, name = text[one[1] : other[0]], text[other[0] : other[1]]
    return other[0] < one[1] or between == " " or (between == ", " and bool(re.match(r"\[name\]|[A-Z]", name)))


def _joined(words: roles.Words, at: int, people: list[tuple[int, int]]) -> tuple[int, int] | None:
    """A second name behind 'and': 'the ward clerk and tom'."""
    beside = at > 0 and re.fullmatch(r" ?& ?", words.text[words.places[at - 1][1] : words.places[at][0]])
    if (words.before(at) not in {"and", "or", "n"} and not beside) or not people or not roles.may_be_name(words, at):
        return None
    start, end = words.places[at]
    near = people[-1][1] >= words.places[at - 1][0] - 1
    return (start, end) if near and not said.NO_ONE_NEXT.match(words.text[end:]) else None


def _is_met(text: str, start: int) -> bool:
    before = text[:start]
    if _WATCHED.search(before):
        return True
    return not _TALKED_OF.search(before) or bool(
        _PARTS_OF.search(before) or _PAST.search(before) or _ASKED_OF.search(before)
    )
