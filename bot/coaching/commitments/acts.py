"""What the doctor may do: acts named in a message, and how firmly each is meant."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final

from bot.coaching.commitments import act_words as said
from bot.coaching.commitments.clause_words import AFTERTHOUGHT
from bot.coaching.commitments.days import find_when
from bot.coaching.commitments.sentences import cut, sentences, tidy, without_quotations
from bot.coaching.commitments.times import begins_at


class Force(IntEnum):
    """How firmly an act is meant."""

    IDEA = 1
    BARE = 2
    FIRM = 3


_SAY_A_NUMBER: Final = re.compile(
    r"say(?: (?:about |maybe |an? )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: (?:out of"
    r"|/) ?(?:10|ten))?)?$",
    re.I,
)
"""'I'd say 7': how sure somebody is, and nothing to do."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something to do, in the doctor's words from the verb on, and the sentence in which it stands."""

    what: str
    force: Force
    sentence: str


_SAYINGS: Final = (
    (said.FIRM, Force.FIRM),
    (said.BUSY, Force.FIRM),
    (said.DAY_I, Force.FIRM),
    (said.IDEA, Force.IDEA),
    (said.PRESENT, Force.BARE),
)
_THEIRS: Final = re.compile(
    r"^\W*(?:(?:well|so|and|um+|erm)\W+)*(?:she|he|they)\s+(?P<verb>\w+)\s+(?P<rest>.+)", re.I | re.S
)
_THEIR_NEXT: Final = re.compile(r"\s+and\s+(?:then\s+)?(?:she|he|they)\s+", re.I)
_TELLS_OR_SO: Final = re.compile(
    rf"{said.RUN_UP}(?:(?:tell|ask|say|write|email|text|show|let|explain)\b|{said.VERB}\b.*\bso (?:that )?i\b)", re.I
)
"""An act that comes first, with 'I could' in what is told or in what it is for: 'tell him I want to lead it'."""

_BEGINS: Final = re.compile(
    rf"\W*(?:(?:ok|so|just|then|first|and)\W+)*{said.VERB}\b(?!.*\bor (?:else )?(?:maybe |perhaps )?i\b)", re.I | re.S
)
"""The verb itself comes first: what 'I can' later in it only tells of what it is about."""

_TOLD_IN_IT: Final = re.compile(r"(?<=\w)\s+(?:what|how|that|why|where|who|which)\b", re.I)
_ONLY_NAMED: Final = re.compile(r"^\W*(?:(?:i think|maybe|probably|perhaps|well|so)\W+)*", re.I)
_A_THING: Final = re.compile(r"^(?:the|a|my|at the)\b(?!.*\b(?:is|was|were|has)\b)", re.I)
_WORD: Final = re.compile(r"\b\w")
_MOST_ELSE: Final = 9
_MOST: Final = 40
_FEW: Final = 2


@lru_cache(maxsize=16)
def acts(text: str) -> tuple[Act, ...]:
    """Every act that the message names as the doctor's own to come, in its order; a question or a snag names none."""
    told = sentences(text)
    found = [(number, one) for number, sentence in enumerate(told) if (one := _act(sentence)) is not None]
    meant = (_meant(one, told[number - 1] if number else "") for number, one in found)
    return tuple(one for one in meant if one is not None and not _SAY_A_NUMBER.match(one.what))


def _meant(act: Act, before: str) -> Act | None:
    """The act; for 'I could do that', what the sentence before it tells, where it tells what can be done."""
    if not said.DO_THAT.match(act.what):
        return act
    shown = _THEIRS.match(before)
    verb = shown and next((one for one in said.VERBS if shown["verb"].casefold() in {f"{one}ed", f"{one}d"}), None)
    if shown and verb:
        return Act(tidy(f"{verb} {_THEIR_NEXT.split(shown['rest'])[0]}"), act.force, f"{before} {act.sentence}")
    named = tidy(_ONLY_NAMED.sub("", before))
    if named and _A_THING.match(named) and find_when(before):
        return Act(named, act.force, before)
    return None


def ideas(text: str, *, asked: bool = True) -> tuple[str, ...]:
    """The acts kept apart: 'ask A, or tell B and maybe ring C' holds three. Unasked, a bare verb may tell a habit."""
    found: list[str] = []
    for sentence in sentences(text):
        act = _act(sentence)
        if act is not None and not asked and act.force is Force.BARE and not found:
            continue
        if act is not None:
            found += _parted(act.what)
            continue
        other = said.OR_ELSE.match(sentence) if found and not sentence.rstrip().endswith("?") else None
        if other and len(other["what"].split()) <= _MOST_ELSE and not said.PAST.search(sentence):
            found.append(_bare(said.OR_LEAD.sub("", other["what"])))
    return tuple(dict.fromkeys(one for one in found if len(one.split()) >= _FEW and not said.DO_THAT.match(one)))


def _parted(what: str) -> list[str]:
    """The ideas inside one sentence; parts too short to stand alone stay with what comes before."""
    kept: list[str] = []
    commas = said.COMMA_VERB if re.search(r"\bor\b", what, re.I) else None
    parts = [part for one in said.OR.split(what) for part in (commas.split(one) if commas else [one])]
    for part in parts:
        bare = _bare(said.OR_LEAD.sub("", part))
        if kept and len(bare.split()) < _FEW:
            kept[-1] = f"{kept[-1]}, {part.strip()}"
        elif bare:
            kept.append(bare)
    return kept


def _act(sentence: str) -> Act | None:
    veiled = without_quotations(sentence)
    if said.IF.match(veiled) or said.WHENEVER.match(veiled) or said.TO_THE_COACH.search(veiled) or _is_question(veiled):
        return None
    if said.IRONY.match(veiled) and find_when(veiled) is None:
        return None
    spoken, first = _spoken_of(sentence, veiled), _TELLS_OR_SO.match(veiled) or _BEGINS.match(veiled)
    if first and (spoken is None or spoken.force is Force.IDEA) and (bare := _bare_act(sentence, veiled)):
        return bare
    return spoken or _bare_act(sentence, veiled)


def _spoken_of(sentence: str, veiled: str) -> Act | None:
    """An act with its 'I will' or 'I could'; the firmest kind of saying first."""
    for pattern, force in _SAYINGS:
        match = pattern.search(veiled)
        while match is not None:
            start = match.start("bare" if "bare" in match.re.groupindex and match["bare"] else "what")
            undated = pattern is said.BUSY and not find_when(veiled)
            meant = not undated and is_meant(veiled[: match.start()])
            act = whole(sentence, start, _softened(veiled, match.start(), start, force)) if meant else None
            if act is not None and not (pattern is said.PRESENT and said.PAST.search(veiled)):
                return act
            match = pattern.search(veiled, start)
    return None


def _bare_act(sentence: str, veiled: str) -> Act | None:
    """An act named by its verb alone, as in 'ask the sister', with or without the day in front."""
    if veiled.rstrip().endswith("?"):
        return None
    match, offset = said.BARE.match(veiled), 0
    timed = match is None and (_opens_with_a_time(veiled) or said.DOING.match(veiled))
    if timed and (first := find_when(veiled)):
        at = veiled.find(first) + len(first) if said.ONLY_LEAD.match(veiled[: veiled.find(first)]) else 0
        match = said.BARE_ON.match(veiled[at:]) if at else None
        offset = at if match else 0
        match = match or said.DOING.match(veiled)
    if match is None or said.PAST.search(_TOLD_IN_IT.split(veiled, maxsplit=1)[0]):
        return None
    soft = said.HEDGE.match(veiled)
    return whole(sentence, offset + match.start("what"), Force.IDEA if soft else Force.BARE)


def _opens_with_a_time(veiled: str) -> bool:
    """Whether a time stands first, but for 'ok' and the like: quickly told, where looking for all times is not."""
    words = said.LEADING.match(veiled)
    starts = (one.start() for one in _WORD.finditer(veiled, 0, words.end() + 1 if words else len(veiled)))
    return any(begins_at(veiled, start) for start in starts)


def _softened(veiled: str, start: int, what: int, force: Force) -> Force:
    """A 'maybe' before it or in it makes an idea of the firmest words."""
    lead = veiled[max(0, start - 20) : what]
    return Force.IDEA if re.search(r"\b(?:maybe|perhaps|possibly)\b", lead, re.I) else force


def whole(sentence: str, start: int, force: Force) -> Act | None:
    """The act that begins at a place of its sentence, without asides and what else is told; None where it is none."""
    raw = tidy(said.HEDGES.sub("", tidy(said.GOES_ON.sub("", AFTERTHOUGHT.sub("", sentence[start:])))))
    what = cut(_bare(raw), _MOST) if force is not Force.IDEA else raw
    return None if said.NO_ACT.match(what) or not what else Act(what, force, sentence)


def _bare(what: str) -> str:
    """The act without an aside on somebody, or the very words that are to be said."""
    for pattern in (said.HEDGES, said.WHICH, said.ASIDE, said.WORDS_TO_SAY):
        shorter = tidy(pattern.sub("", what))
        if len(shorter.split()) >= (_FEW if pattern is said.HEDGES else _FEW + 1):
            what = shorter
    return tidy(what)


def is_meant(before: str) -> bool:
    """False where the words before make it somebody else's saying, a doubt, or what follows from an 'if'."""
    return not (
        said.TOLD_BY_OTHERS.search(before)
        or said.DREADED.search(before)
        or said.DOUBTED.search(before)
        or re.search(r"\b(?:if|unless)\b", before, re.I)
    )


def _is_question(veiled: str) -> bool:
    return bool(said.ASKED.match(veiled)) and (
        veiled.rstrip().endswith("?") or not re.search(r"\bi['’]?ll\b", veiled, re.I)
    )
