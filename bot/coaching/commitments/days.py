"""When: the words that name a day to come, or an occasion."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from bot.coaching.commitments.due_days import due_date, names_day
from bot.coaching.commitments.sentences import is_torn, sentences, tidy, without_quotations
from bot.coaching.commitments.times import CLAUSE, find_times
from bot.coaching.plain import OnNeed

_NO_DAY_TO_COME: Final = OnNeed(
    r"\b(?:last|his|(?<!see )(?<!meet )(?<!tell )(?<!ask )(?<!ring )(?<!text )(?<!email )(?<!catch )(?<!call"
    r" )(?<!find )(?<!grab )"
    r"(?<!with )(?<!to )(?<!message )her|their|your|every|each|most|what|which|one|a|(?<!do )(?<!try )that|about"
    r"|those|usual"
    r"|not(?: (?:at|on|by|in))?|isn['’]?t|since)\s*$",
    re.I,
)
_NOT_THEN: Final = OnNeed(r"\b(?:not|isn['’]?t|since)\s*$", re.I)
_PLACED: Final = OnNeed(
    r"(?:on|by|at|before|after|from|until|till|in|within|first|this|next|during"
    r"|over)\b",
    re.I,
)
_CONTENT: Final = OnNeed(
    r"\b(?:what|why|how|whether|who|which(?! is\b)|about|if|that(?! i\b)|difficult|hard)\b(?!\W*$)(?:(?![,;!?]"
    r"|\.\s).)*$",
    re.I,
)
_WHAT_I_DO: Final = OnNeed(
    r"\b(?:what|all|the thing) i(?:['’]ll| will|['’]d| would| can| could| want to| plan to|['’]m going to)"
    r"(?: (?:do|try|start with))?(?: first| now| then)? (?:is|would be)\b",
    re.I,
)
"""'What I'll do is': the plan itself comes next, and nothing that is asked or said."""
_TOLD_OF: Final = OnNeed(
    r"\b(?:i|he|she|they|we|it|who) (?:was|were|did|had|got|said(?! *$)|went)\b(?! (?:going|gonna|thinking"
    r"|planning|hoping)\b)"
    r"(?: [\w'’]+){0,5}\s*$|\bi (?!need)\w{2,}ed\b(?: [\w'’]+){0,8}\s*$"
    r"|\b(?:had|i['’]d|he['’]d|she['’]d) (?:\w+ )?(?:hoped|thought|planned|meant|wanted)[^.;!?]*$|\bwhich (?!is "
    r"|will be )(?:\w+ ){1,3}$",
    re.I,
)
"""What happened then, or a day told in passing: 'i was short with him on sat night', 'my nights, which end Sunday'."""

_OF_A_KIND: Final = OnNeed(
    r"(?:the )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)\w* (?:\w+ )?(?:mdt|clinic|round|ward round"
    r"|teaching|meeting|huddle|list|team"
    r"|afternoons?|mornings?|theatre)\b",
    re.I,
)
_PLACED_BY: Final = OnNeed(
    r"\b(?:on|by|at|before|after|from|until|till|in|within|during|over|for|of|is|it['’]?s|that['’]?s|say"
    r"|then)\s+(?:(?:my|our|the|a|his|her)\s+)?$",
    re.I,
)
_HOW_THINGS_ARE: Final = OnNeed(
    r"^\W*(?:(?:no|wait|sorry|well|but|and|oh|actually|because|cos|as)\W+)*(?:i['’]?m|i am|im|i['’]?d be|s?he"
    r"|they|it|we(?! (?:could|can|should|will))"
    r"|there|that|the \w+|my \w+|mrs?|dr)\b",
    re.I,
)
_HABIT: Final = OnNeed(r"^(?:at |on |over )?(?:the |this )?(?:weekend|night)s?|\b(?:nights|weekends|\w+days)\b", re.I)
_HOURLY: Final = OnNeed(r"\d{1,2}(?:(?:[:.]\d{2})? ?(?:am|pm)|[:.]\d{2}\b)", re.I)
_OVER: Final = OnNeed(
    r"\b(?:was|were|had|did|ago|happened|made|went|stopped|started|told me|yesterday|last)\b"
    r"|\b(?!need)\w{2,}ed\b",
    re.I,
)
_WHOSE_DAY: Final = OnNeed(
    r"(?:['’]?s)? (?:is )?(?:out\b|full\b|no good|not good|won['’]?t work|impossible)|\s+(?:team|crew|lot|people"
    r"|staff|regulars|gang)\b",
    re.I,
)
_OFTEN: Final = OnNeed(
    r"^\W*(?:i think|maybe|perhaps|probably|so|ok|um+|yes|yeah|no|it['’]?s|its|it is|say|just said|said)\W+", re.I
)
_MOST_AROUND: Final = 5
_MOST_AFTER: Final = 14


@lru_cache(maxsize=64)
def find_when(text: str) -> str | None:
    """The words that say when, or None; those that name a day before those that name an occasion."""
    veiled = without_quotations(text)
    places = [
        (start, end)
        for start, end in _joined(find_times(veiled), veiled)
        if not (_NOT_THEN if _PLACED.match(veiled[start:end]) else _NO_DAY_TO_COME).search(veiled[:start])
        and not _of_the_content(veiled, start, end)
        and not _WHOSE_DAY.match(veiled[end:])
    ]
    found = [_last_of(tidy(text[start:end])) for start, end in places if not _is_a_kind(veiled, start, end)]
    found = [re.sub(r"^it['’]?s |['’]s$", "", one, flags=re.I) for one in found]
    dated = [one for one in found if due_date(one, date.min)]
    standing = _standing_alone(veiled, dated) if len(dated) > 1 else None
    return standing or next(iter(dated), found[0] if found else None)


def _standing_alone(veiled: str, dated: list[str]) -> str | None:
    """The last of several days that a sentence of its own says, where the first is told with how things are."""
    told = sentences(veiled)
    first = next((one for one in told if dated[0] in one), "")
    alone = [when for when in dated for one in told if when in one and _words(one.replace(when, " ")) <= 1]
    return alone[-1] if alone and _HOW_THINGS_ARE.match(first) else None


def clause_of_time(text: str) -> str | None:
    """'As soon as i find out who': a clause that stands for the time of an act where no time is named."""
    veiled = without_quotations(text)
    found = next((one for one in CLAUSE.finditer(veiled) if not _CONTENT.search(veiled[: one.start()])), None)
    return tidy(text[slice(*found.span())]) if found and not _TOLD_OF.search(veiled[: found.start()]) else None


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def _is_a_kind(veiled: str, start: int, end: int) -> bool:
    """Whether it is a thing of that day, and no time: 'lead the Wednesday round', 'ask for the Tuesday clinic'."""
    before, words = veiled[:start], veiled[start:end]
    if re.match(r"for the \w+day (?!after|week)\w", words, re.I) and re.search(
        r"\bask(?:ing)? (?:\w+ ){0,3}$", before, re.I
    ):
        return True
    if re.search(r"\bi(?:['’]m| am|m)\s*$", before, re.I) and re.match(r"at \w+$", words, re.I):
        return True  # 'I'm at five' is how sure somebody is
    named = _OF_A_KIND.match(words)
    mine = named and not re.match(r"the\b", words, re.I) and re.search(r"\b(?:my|our|the|a|his|her)\s+$", before, re.I)
    bare = re.match(
        r"the\b(?! (?:\d|day after|end|start|beginning|middle|next|week after|weekend after|last|first"
        r"|morra|morn|morrow|this|other))",
        words,
        re.I,
    )
    return bool(
        (mine or bare)
        and re.search(r"\w\s+(?:(?:my|our|the|a|his|her)\s+)?$", before)
        and not _PLACED_BY.search(before)
    )


def _last_of(when: str) -> str:
    """The day that was come to: 'zero day monday so tuesday' is Tuesday."""
    last = re.split(r",? so ", when)[-1]
    return last if last != when and due_date(last, date.min) else when


def _joined(places: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Times side by side, as one: 'next week, tuesday'."""
    joined: list[tuple[int, int]] = []
    for start, end in places:
        before = joined and text[joined[-1][0] : joined[-1][1]]
        beside = joined and re.fullmatch(r"[ ,]{1,2}", text[joined[-1][1] : start])
        if before and beside and (_PLACED.match(before) or names_day(before)):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _of_the_content(veiled: str, start: int, end: int) -> bool:
    """True where the day belongs to what is to be asked or said, as in 'ask them what goes wrong at the weekend'."""
    before, words, after = veiled[:start], veiled[start:end], veiled[end:]
    if (
        re.match(
            r"(?:the )?\d+(?!moro|mrw"
            r"|nite)",
            words,
        )
        and not _HOURLY.match(words)
        and re.search(r"\w\s*$", before)
    ):
        return not re.search(r"\b(?:is|be|it['’]?s|on|for|say)\s*$", before, re.I)
    if _TOLD_OF.search(before):
        return True
    inside = _CONTENT.search(_WHAT_I_DO.sub("", before))
    ends = not re.search(r"\w", after.split(",")[0].split(".")[0])
    return bool(inside) and (not ends or bool(_HABIT.search(words)))


def when_of(text: str, sentence: str) -> str | None:
    """When the act of `sentence` is to be done: said with it, or in a sentence of the message that says only when."""
    named = find_when(sentence)
    if named is not None and due_date(named, date.min):
        return named
    return when_alone(text) or named


def when_alone(text: str) -> str | None:
    """The time in a message or a sentence of it that says hardly more than when; None in a story."""
    for sentence in (*sentences(text), text):
        when = find_when(sentence)
        if (
            when is None
            or (when.casefold().startswith("the ") and due_date(when, date.min) is None)
            or _OVER.search(sentence)
            or sentence.rstrip().endswith("?")
        ):
            continue
        bare = _OFTEN.sub("", sentence)
        around = bare.replace(when, " ")
        if bare.casefold().startswith(when.casefold()) and len(bare.split()) <= _MOST_AFTER:
            return when
        if len(re.findall(r"\w+", around)) <= _MOST_AROUND:
            return when
    return None


def without_day(what: str) -> str:
    """What is to be done without the day in it, where the rest still reads; as it was where it would not."""
    when = find_when(what)
    if when is None or due_date(when, date.min) is None:
        return what
    left = tidy(re.sub(r"\s{2,}", " ", what.replace(when, "", 1)).replace(" ,", ","))
    return left if len(left.split()) > 1 and not is_torn(left) else what
