"""Every figure stands in the doctor's words or in the evidence: digits, and number words that count something."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.look import Line, Look
from bot.coaching.kinds import Act
from bot.coaching.record import Problem

_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen".split()
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES: Final = {
    **{word: float(number) for number, word in enumerate(_UNITS)},
    **{word: float(10 * number) for number, word in enumerate(_TENS, 2)},
    "dozen": 12.0,
    "third": 3.0,
    "thirds": 3.0,
    "quarter": 4.0,
    "quarters": 4.0,
}
_LARGE_WORDS: Final = {"hundred": 100.0, "thousand": 1000.0, "million": 1000000.0}
_ONE_WORD: Final = "|".join(sorted((*_VALUES, *_LARGE_WORDS), key=len, reverse=True))
_WORDS: Final = re.compile(rf"\b(?:{_ONE_WORD})(?:(?:[ -]| and )(?:{_ONE_WORD}))*\b")
_DIGITS: Final = re.compile(r"\d+(?:[.,]\d+)*")
_THINGS: Final = re.compile(
    r"\s*(?:per ?cent|percent|%|(?:out )?of (?:ten|ten\b|a hundred)|in (?:every )?(?:ten|five|four|three|two|a hundred"
    r"|\d)"
    r"|(?:\w+ ){0,2}?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|nights?|shifts?|people|doctors?|nurses?"
    r"|patients?"
    r"|consultants?|registrars?|trainees?|juniors?|colleagues|beds?|wards?|times|pounds|pence|cases|deaths|hospitals"
    r"|trusts"
    r"|studies|units?|teams?|clinics?|lists?|meetings?|emails?|complaints?|of (?:them|us|these|those|all|doctors"
    r"|patients"
    r"|nurses|trainees|teams|people)))\b"
)
_OF_TIME: Final = re.compile(
    r"\s*(?:\w+ )?(?:per ?cent|percent|%|years?|months?|weeks?|days?|hours?|minutes?|nights?|thirds|quarters"
    r"|in (?:five|four|ten|three))\b"
)
_SHARE: Final = re.compile(
    r"\b(?:(?:a|one|two|three|four)[ -](?:thirds?|quarters?|fifths?|tenths?)|doubl(?:es?|ed|ing)|tripl(?:es?|ed|ing)"
    r"|trebl(?:es?|ed|ing)"
    r"|twice as|half (?:of (?:the )?|the )(?!the |picture|story|battle|truth|time|way|job|work|point|them |it )"
    r"|half again|tenfold"
    r"|(?:nearly|about|almost|over|under|roughly|around|more than|less than|at least) (?:a |one |two )?(?:half|thirds?"
    r"|quarters?)"
    r"|most of the time|\w+fold)\b"
)
_AT: Final = re.compile(r"\b(?:at|by|for|between|from|until|till|past|before|after|around) $")
_ON_A_SCALE: Final = frozenset({"ask_confidence", "raise_confidence"})
_COUNTED: Final = re.compile(
    rf"\b((?:{_ONE_WORD})(?:(?:[ -]| and )(?:{_ONE_WORD}))*) (times|nights?|days?|weeks?|months?|years?|hours?"
    rf"|minutes?|people|patients?"
    r"|nurses?|consultants?|registrars?|beds?|wards?|doctors?|emails?|calls?|lists?|shifts?|hospitals?|trainees?|regs?"
    r"|juniors?)\b"
)
_COUNTED_DIGITS: Final = re.compile(
    r"(\d+(?:[.,]\d+)*) ?(times|nights?|days?|weeks?|months?|years?|hours?|minutes?|people|patients?|nurses?"
    r"|consultants?"
    r"|registrars?|beds?|wards?|doctors?|emails?|calls?|lists?|shifts?|hospitals?|trainees?|regs?|juniors?)\b"
)
_LARGE: Final = 12.0
_FEW: Final = 3.0


def faults(look: Look) -> Iterator[Problem]:
    """Figures that nobody gave, nor follow from two that were given."""
    yield from _of_others(look)
    scale = frozenset(map(float, range(11))) if look.sheet.move.name in _ON_A_SCALE else frozenset()
    given = numbers(look.known) | scale
    known = given | {abs(one - other) for one in given for other in given if abs(one - other) > _FEW}
    for line in look.lines:
        own = line.own.casefold()
        for written in _DIGITS.findall(own):
            if _value(written) not in given and not _is_written_otherwise(written, look):
                yield Problem(code="unknown_figure", detail=f"a figure that nobody gave: {written!r}")
        for hit in _SHARE.finditer(own):
            said = "half" in hit.group(0) and "half" in look.known_tokens
            if not said and hit.group(0).strip() not in look.known.casefold():
                yield Problem(code="unknown_figure", detail=f"a share that nobody gave: {hit.group(0)!r}")
        for hit in _WORDS.finditer(own):
            strange = not _known_in_parts(hit.group(0), known)
            if strange and _counts(hit, own) and not _is_no_claim(hit, own, line):
                yield Problem(code="unknown_figure", detail=f"a number that nobody gave: {hit.group(0)!r}")


def _of_others(look: Look) -> Iterator[Problem]:
    """'Five times' where all that was said is 'three times'."""
    given: dict[str, set[float]] = {}
    every = numbers(look.known)
    between = {abs(one - other) for one in every for other in every if abs(one - other) > _LARGE}
    for value, thing in _pairs(look.known):
        given.setdefault(thing, set()).add(value)
    for value, thing in _pairs(look.own):
        theirs = given.get(thing, set())
        if value > 1.0 and theirs and value not in theirs | between:
            yield Problem(code="unknown_figure", detail=f"another number of the same: {value:g} {thing}")
            return


def _pairs(text: str) -> list[tuple[float, str]]:
    """Every number with the thing that it counts."""
    low = plainly.straight(text).casefold()
    words = [(_in_words(one), thing) for one, thing in _COUNTED.findall(low)]
    digits = [(_value(one), thing) for one, thing in _COUNTED_DIGITS.findall(low)]
    return [(value, plainly.stem(thing)) for value, thing in (*words, *digits)]


def _is_no_claim(hit: re.Match[str], text: str, line: Line) -> bool:
    """'Five minutes', where something is offered or asked, and the hour in a question: no claim about anything."""
    minutes = (line.asks or line.act is Act.ADVISE) and text[hit.end() :].lstrip().startswith("minute")
    return minutes or (line.asks and _AT.search(text[: hit.start()]) is not None)


def _counts(hit: re.Match[str], text: str) -> bool:
    """Whether a number in words carries a claim: two or three only where they count time."""
    value, rest = _in_words(hit.group(0)), text[hit.end() :]
    if value <= 1.0:
        return False
    return value > _FEW or _OF_TIME.match(rest) is not None


def numbers(text: str) -> frozenset[float]:
    """Every number in a text, in digits or in words; parts of a time or a date each by itself."""
    low = plainly.straight(text).casefold()
    digits = {_value(one) for one in _DIGITS.findall(low)}
    parts = {float(part) for one in _DIGITS.findall(low) for part in re.split(r"[.,]", one) if part}
    runs = _WORDS.findall(low)
    words = {_in_words(one) for one in runs} | {_in_words(one) for run in runs for one in re.split(r"[ -]", run)}
    words |= {_in_words(one) for run in runs for one in run.split(" and ")}
    return frozenset(digits | parts | words)


def _in_words(run: str) -> float:
    """The value of number words: 'two hundred and fourteen'."""
    total, part = 0.0, 0.0
    for word in re.split(r"[ -]", run):
        if word in _LARGE_WORDS:
            total, part = total + max(part, 1.0) * _LARGE_WORDS[word], 0.0
        else:
            part += _VALUES.get(word, 0.0)
    return total + part


def _known_in_parts(run: str, known: frozenset[float]) -> bool:
    """Whether number words say a known number, or several that 'and' stands between: 'nineteen and three'."""
    return _in_words(run) in known or all(_in_words(one) in known for one in run.split(" and "))


def _value(written: str) -> float:
    bare = written.replace(",", "")
    try:
        return float(bare)
    except ValueError:
        return -1.0


def _is_written_otherwise(written: str, look: Look) -> bool:
    """Whether the digits are those of a figure written otherwise, as '9.15' of '0915' or '14' of '14th'."""
    bare = re.sub(r"\D", "", written)
    return len(bare) > 1 and any(bare == re.sub(r"\D", "", one) for one in re.findall(r"[\d.:,]+", look.known))
