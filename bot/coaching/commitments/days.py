"""When: the words that name a day to come, or an occasion."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from bot.coaching.commitments import day_words as said
from bot.coaching.commitments.due_days import due_date, names_day
from bot.coaching.commitments.sentences import is_torn, sentences, tidy, without_quotations
from bot.coaching.commitments.times import CLAUSE, find_times

_MOST_AROUND: Final = 5
_MOST_AFTER: Final = 14


@lru_cache(maxsize=64)
def find_when(text: str) -> str | None:
    """The words that say when, or None; those that name a day before those that name an occasion."""
    veiled = without_quotations(text)
    places = [
        (start, end)
        for start, end in _joined(find_times(veiled), veiled)
        if not _of_another_day(veiled[:start], veiled[start:end])
        and not _of_the_content(veiled, start, end)
        and not said.WHOSE_DAY.match(veiled[end:])
    ]
    found = [_last_of(tidy(text[start:end])) for start, end in places if not _is_a_kind(veiled, start, end)]
    found = [re.sub(r"^it['’]?s |['’]s$", "", one, flags=re.I) for one in found]
    dated = [one for one in found if due_date(one, date.min)]
    standing = _standing_alone(veiled, dated) if len(dated) > 1 else None
    return standing or next(iter(dated), found[0] if found else None)


def _of_another_day(before: str, words: str) -> bool:
    """Whether the word before makes it no day to come: 'last Friday', 'her Monday', 'not on Tuesday'."""
    if said.PLACED.match(words):
        return bool(said.NOT_THEN.search(before))
    return bool(said.NO_DAY_TO_COME.search(before)) and not said.DONE_TO_HER.search(before)


def _standing_alone(veiled: str, dated: list[str]) -> str | None:
    """The last of several days that a sentence of its own says, where the first is told with how things are."""
    told = sentences(veiled)
    first = next((one for one in told if dated[0] in one), "")
    alone = [when for when in dated for one in told if when in one and _words(one.replace(when, " ")) <= 1]
    return alone[-1] if alone and said.HOW_THINGS_ARE.match(first) else None


def clause_of_time(text: str) -> str | None:
    """'As soon as i find out who': a clause that stands for the time of an act where no time is named."""
    veiled = without_quotations(text)
    found = next((one for one in CLAUSE.finditer(veiled) if not said.CONTENT.search(veiled[: one.start()])), None)
    return tidy(text[slice(*found.span())]) if found and not said.TOLD_OF.search(veiled[: found.start()]) else None


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
    named = said.OF_A_KIND.match(words)
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
        and not said.PLACED_BY.search(before)
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
        if before and beside and (said.PLACED.match(before) or names_day(before)):
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
        and not said.HOURLY.match(words)
        and re.search(r"\w\s*$", before)
    ):
        return not re.search(
            r"\b(?:is|be|it['’]?s|on|for|say|maybe|prob(?:ably)?|then|so|(?:call|make) (?:it|that))\s*$", before, re.I
        )
    told_of = said.TOLD_OF.search(before) and " so " not in words
    if told_of or (said.ENDS.search(before) and re.match(r"(?:in|within)\b", words, re.I)):
        return True
    inside = said.CONTENT.search(said.WHAT_I_DO.sub("", before))
    ends = not re.search(r"\w", after.split(",")[0].split(".")[0])
    return bool(inside) and (not ends or bool(said.HABIT.search(words)))


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
            or said.OVER.search(sentence)
            or sentence.rstrip().endswith("?")
        ):
            continue
        bare = said.OFTEN.sub("", sentence)
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
