"""How sure the doctor is of the plan, 0 to 10: the last number that is about the plan itself."""

import re
from dataclasses import dataclass
from typing import Final

from bot.coaching.commitments.labelled import form
from bot.coaching.commitments.number_words import in_digits, share
from bot.coaching.commitments.sentences import sentences, without_list_numbers
from bot.coaching.plain import OnNeed

_WORDS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER: Final = OnNeed(
    r"(?<![\w.:£$#-])(?P<digits>10|\d)(?:\.\d)?(?:\s*(?:/|out ?of|oot ?of|outta|of|from|on|over|upon"
    r"|by)\s*(?:10|ten)\b)?(?![\d:]|\.\d\d)"
    r"(?!\s*(?:%|per ?cent|am\b|pm\b|o['’]?\s?clock|st\b|nd\b|rd\b|th\b|k\b|in \d|of (?!10)|x\b|/(?!\s*10)"
    r"|(?:\w+ )?(?:years?|weeks?|days?|months?|hours?|hrs?|mins?"
    r"|minutes?|times?|people|patients?|nurses?|doctors?|foot|feet|inch(?:es)?|stone|kilos?|kg|mgs?|mls?"
    r"|miles?|others?|more|committees|turns|yrs|wks|bays?|beds?)\b))"
    rf"|\b(?P<word>{'|'.join(_WORDS)})\b(?!\s+(?:in|of (?!ten)|person|thing|year|week|day|month|hour|minute|sentence"
    r"|who|more|or two|another|to one|question|step|(?:at a )?time|bit|way|that|on one|people|nurses|patients))",
    re.I,
)
_LOOSE_WORD: Final = OnNeed(
    r"(?:^\W*|[.!?,;]\s*|\b(?:an?|about|around|maybe|perhaps|probably|say|at|it['’]?s|its|is|was|roughly|only|still"
    r"|like|or|to|solid|then|now|give (?:it|that|myself)|so|am|i['’]?m|perhaps|possibly|estimate|call it|judge it"
    r"|rate it"
    r"|put (?:it at|me at|down)?|(?:confidence|certainty|sureness)[:,]?(?: (?:of|is))?|settle (?:on|for)|go (?:with"
    r"|for)|let(?:['’]?s| us| me) say"
    r"|between|i['’]?m at|rather"
    r"|i['’]d say|id say|id go|be|seems?)\s+(?:an? )?)$",
    re.I,
)
_A_KIND_OF: Final = OnNeed(r"\ban? \w+ $", re.I)
_ENDS: Final = OnNeed(r"\W*(?:$|[.,;!?]|(?:maybe|or|ish|probably|but|out|tbh)\b)", re.I)
"""'A shaky five': a number by the word before it, where nothing that is counted comes after."""

_NO_WORD: Final = OnNeed(r"\b(?:the|that|this|which|got|had|have|having|no|any|not|made|with)\s+$", re.I)
_ONLY_IF: Final = OnNeed(r"^\W{0,2}\s*(?:if|when|once|with|provided|on a good|after|twins)\b", re.I)
_OFF: Final = OnNeed(
    r"\b(?:dock(?:ing|ed)?|minus|less|knock(?:ing)? off|tak(?:e|ing) off|tak(?:e|ing)|los(?:e|ing)|up by|down|from a"
    r"|from)\s+$",
    re.I,
)
_NOT: Final = OnNeed(
    r"\b(?:not|wasn['’]?t|isn['’]?t|instead of|rather than|(?<!more )(?<!less )(?<!better )(?<!other )than"
    r"|didn['’]?t say|never said)\s+(?:an? )?$",
    re.I,
)
_COUNTED: Final = OnNeed(r"\bcount(?:ing|ed)? (?:\w+ )?to\s+$", re.I)
"""Somebody who counts to ten holds their tongue."""
_OF_THE_COACH: Final = OnNeed(
    r"^\W*(?:(?:was|is) (?:for|about) you|for you\b|(?:that )?you['’]?re\b|for (?:the )?(?:coach|bot|effort)|you\b"
    r"|that you\b)",
    re.I,
)
_OUTRIGHT: Final = OnNeed(
    rf"\b(?:10|\d|{'|'.join(_WORDS)})\s*(?:/|out ?of|oot ?of|outta|from|of|on|over|upon)\s*(?:10|ten)\b"
    r"|\b(?:confiden(?:ce|t)|certainty|sureness)\W+(?:(?:is|of|about|level|maybe|let us say|say)\W+)*(?:10|\d|three"
    r"|four|five|six|seven"
    r"|eight|nine|ten)(?:ish)?\b",
    re.I,
)
_ONE: Final = OnNeed(r"^\W*(?:(?:an?|about|maybe)\W+)*one\b\W*(?:$|(?:out ?of|outta|from)\b)", re.I)
_SETTLED: Final = OnNeed(
    rf"\b(?:(?P<firm>call it|put(?: me)? (?:it |me )?(?:at|down (?:as|for))|settle (?:on|for)|put)|so(?: it['’]?s)?|no"
    rf"|wait|i mean|or rather|let(?:['’]?s| us| me) say|make (?:it|that)|go(?:ing)? (?:with|for))[\s,:]+(?:an? "
    rf"|about |maybe )*"
    rf"(?P<number>10|\d|{'|'.join(_WORDS[1:])})\b(?![.:]\d|['’]| ?(?:am|pm|%|mins?|minutes|weeks?|days?|of|things?"
    rf"|people|if)\b)",
    re.I,
)
_RATED: Final = OnNeed(
    r"^\W*(?:(?:um+|er+|well|ok|so|like|about|around|maybe|probs?|probably|perhaps|possibly|honestly|confidence"
    r"|sure|how sure"
    r"|(?:i(?:['’]d| would|d)?|let(?:['’]?s| us| me)) (?:would )?(?:say|estimate|judge|give|put|rate|go|reckon"
    r"|guess|call)"
    r"(?: (?:it|this|that|myself|me))?(?: (?:a|an|at|as|for|with))?|(?:i am|i['’]?m|im)(?: at| a| an)?|it(?:['’]?s| is)"
    r"|call it|put|between|an?|solid|i have a confidence of|my confidence is|is|level|i think|i suppose"
    r"|i guess)[\s,:]+)*"
    rf"(?:10|\d|{'|'.join(_WORDS[2:])})(?:\.5)?(?:ish)?"
    r"(?:\W*$|\s*[,;!?]|\.(?!\d)|\s+(?:out|outta|from|/|of ten|if|when|cos|because|bc|but|for (?!my|the)|on a|i\b|no|or"
    r"|and (?:a half|an?|\d|five|six|seven|eight|nine|ten)|ish|maybe|tbh|its|it['’]s|probs?|then|though|so|as"
    r"|possibly|unless|only|lol|haha|to be|sure|certain|which|dropping|rising|going|falling|maybe|before|with"
    r"|less|tonight|today|now)\b"
    r"|\s*/)",
    re.I,
)
"""A sentence that begins with how sure somebody is."""

_ALONE: Final = OnNeed(
    r"^\W*(?:(?:so|ok|um+|er+|well|no|actually|sorry|dunno|honestly|maybe|about|like|prob(?:ably)?|say|call it"
    r"|i['’]?d say|make it"
    r"|just|only|number|score|rating|confidence|how sure|how confident|sure(?:ness)?|out of ten|it['’]?s|its"
    r"|i['’]m(?: at)?|full"
    rf"|solid|an?(?: \w+)?(?! one\b))[\s:,=]+)*(?P<number>10|\d|{'|'.join(_WORDS[2:])}|zero|one(?=\W*$))(?:ish"
    rf"|-ish| ish)?(?:[\s,]+(?:max|tops|at most|at least"
    r"|maybe|tbh|i think(?: so)?|i reckon|i guess|then|probably|no question|lang|only|lol|please|generously))*\W*$"
    rf"|^\W*(?:[\w'’]+ ){{1,3}}(?<!bed )(?<!bay )(?<!ward )(?<!room )(?<!level )(?<!page )(?<!slide )(?<!floor )"
    r"(?<!list )(?<!at )"
    r"(?<!by )(?<!team )(?<!number )(?<!before )(?<!after )(?<!till )(?<!until )(?<!from )(?<!to )(?<!for )"
    r"(?<!with )(?<!and )(?<!or )"
    r"(?<!in )(?<!on )(?<!theatre )(?<!band )(?<!step )(?<!grade )(?<!not )(?<!no )(?<!of )"
    r"(?<!under )(?<!over )(?<!past )(?<!the )(?P<last>10|\d)\W*$",
    re.I,
)
"""A sentence that is a number and hardly more: 'a brave 6', 'Number: 4', 'by God's grace 8'."""

_SO_NUMBER: Final = OnNeed(r"\b(?:10|\d)\b[^.;!?]* so (?:it['’]?s |call it |maybe |a )*(10|\d)\s*(?:[.,;!]|$)", re.I)
"""'A 7 in my head but then I thought about her face so 5.'"""

_SAID: Final = OnNeed(
    r"\b(?:i (?:said|meant|gave|put|told you)|it(?:['’]?s|s| was| is| should be)|make (?:it|that)|should be|call it"
    r"|say|was|more like|now)\b",
    re.I,
)
_STOP: Final = frozenset(
    "the and for with that this them they she her him his you i a an to of it is was in on at my me but not if".split()
)
_MOST_BARE: Final = 6
_PARTED: Final = OnNeed(r",\s+|(?<!between \d)(?<!between \d\d)\s+(?:and|but)\s+", re.I)
"""'Between 1 and 2' is an hour, and its second half no number of its own."""

_BARE: Final = OnNeed(
    r"^\W*(?:(?:an?|about|maybe|actually|no|ok|now|then|sorry)\W+)*(?:10|\d|three|four|five|six|seven|eight|nine|ten)\b"
    r"(?! ?(?:am|pm|st|nd|rd|th|:))"
    r"(?:\W+(?:then|now|tbh|ish|maybe|please|for(?: \w+){1,3}|out of 10|i think|probably|though|really))*\W*$",
    re.I,
)
"""A number and hardly more."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A number and what was said around it."""

    value: int
    around: str
    only_if: bool


_BEFORE: Final = OnNeed(
    r"\b(?:10|\d)\b(?: (?:yesterday|before|earlier|this morning|last \w+|at the start|an hour ago))", re.I
)
"""How sure somebody was, and is no longer."""


def sure(text: str, about: str) -> int | None:
    """The number that answers 'how sure, 0 to 10'; `about` is the plan, where numbers for several things are given."""
    text = in_digits(text)
    alone = _standing_alone(text)
    if alone is not None:
        return alone
    told = [one for sentence in sentences(_BEFORE.sub(" ", text)) for one in _numbers(sentence)]
    settled = _settled(text, told)
    if settled is not None:
        return settled
    plain = [one for one in told if not one.only_if] or told[:1]
    if not plain:
        return share(text, anywhere=True)
    wanted = _content(about)
    shared = [len(wanted & _content(one.around)) for one in plain]
    return [one for one, count in zip(plain, shared, strict=True) if count == max(shared)][-1].value


def _settled(text: str, told: list[_Told]) -> int | None:
    """The number that was come to after others: 'a 6 no 5', 'between six and eight, so seven', 'call it 5'."""
    found = [one for one in _SETTLED.finditer(text) if one["firm"] or len(told) > 1]
    last = found[-1]["number"].casefold() if found else ""
    return (int(last) if last.isdigit() else _WORDS.index(last)) if last else None


def _standing_alone(text: str) -> int | None:
    """The number that is a sentence of its own, the last where there are several: '4. I am five foot one'."""
    told = sentences(text)
    found = [one for sentence in told if (one := _ALONE.match(sentence)) and (one["number"] or len(told) == 1)]
    said = (found[-1]["number"] or found[-1]["last"]).casefold() if found else ""
    return (int(said) if said.isdigit() else _WORDS.index(said)) if said else None


def sure_unasked(text: str, about: str) -> int | None:
    """The number in a message nobody asked one of: '8 i said', '7/10', or little more than a number."""
    named = form(text)
    if named and named.number:
        return sure(named.number, about)
    text = in_digits(text)
    alone = _standing_alone(text)
    if alone is not None or _is_list(text):
        return alone
    return _among_others(text, about)


def _is_list(text: str) -> bool:
    """Whether the numbers are those of a list, and none says how sure somebody is."""
    return without_list_numbers(text) != text and not _OUTRIGHT.search(text)


def _among_others(text: str, about: str) -> int | None:
    if (told_share := share(text)) is not None:
        return told_share
    told = sentences(text)
    counted = [one for sentence in told for one in _numbers(sentence)]
    if len(counted) > 1 and (came_to := _SO_NUMBER.search(text)):
        return int(came_to[1])
    first = next((at for at, one in enumerate(told) if _RATED.match(one)), None)
    if first is not None and (found := sure(". ".join(told[first:]), about)) is not None:
        return found
    outright = _OUTRIGHT.search(text)
    for sentence in sentences(text):
        for part in _PARTED.split(sentence):
            said = _SAID.search(part) and len(part.split()) <= _MOST_BARE
            number = sure(part, about) if said or outright or _BARE.match(part) else None
            if number is not None:
                return number if not outright else sure(text, about)
    return None


def _numbers(sentence: str) -> list[_Told]:
    found = []
    for match in _NUMBER.finditer(sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        if _NO_WORD.search(before) and match["word"]:
            continue
        if (
            _OFF.search(before)
            or _NOT.search(before)
            or _COUNTED.search(before)
            or _OF_THE_COACH.match(after)
            or re.search(r"\bthe\s+$", before, re.I)
        ):
            continue
        if (match["word"] or "").casefold() == "one" and not _ONE.match(sentence):
            continue  # 'its one click'
        if (
            match["word"]
            and not (_LOOSE_WORD.search(before) or (_A_KIND_OF.search(before) and _ENDS.match(after)))
            and not re.match(r"\s*(?:out ?of|oot ?of|outta|from|/|on|over|upon)\s*(?:10|ten)\b", after)
        ):
            continue
        value = int(match["digits"]) if match["digits"] else _WORDS.index(match["word"].casefold())
        found.append(_Told(value, sentence, bool(_ONLY_IF.match(after))))
    return found


def _content(text: str) -> set[str]:
    return {one[:5] for one in re.findall(r"[a-z]{3,}", text.casefold())} - {one[:5] for one in _STOP}
