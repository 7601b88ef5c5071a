"""A review in the coach's words, for a chat: two strengths, at most two changes, what came of the version before."""

import re
from collections.abc import Sequence
from typing import Final

from bot.coaching.review.kit import Kit
from bot.coaching.review.plainest import PLAINEST
from bot.coaching.review.remarks import Remarks, Sayings
from bot.coaching.reviewed import Change, Comparison, Question, Review

MOST_WORDS: Final = 130
_QUOTE: Final = 9
_PRAISED: Final = 14
"""Words quoted of what is to be changed, and of what is to be kept."""

_ASKED: Final = re.compile(r"[.] (?:How d|Do you know what happened|What is getting|What's getting).*$", re.S | re.I)
_PHRASE_ENDS: Final = re.compile(
    r"^(?:at|on|for|without|with|in|to|from|by|before|after|about|until|since|because|when|and|but|so|if|that|which"
    r"|who|unless)$",
    re.I,
)


def told(review: Review, text: str, kit: Kit) -> str:
    """The review in at most 130 words, with the doctor's own words in double quotes."""
    sayings = kit.remarks.sayings
    compared = comparison(review.compared, kit.remarks) if review.compared else ""
    said = ""
    for strengths, short in ((2, False), (2, True), (1, True), (0, True)):
        said = _said(review, text, sayings, compared, (strengths, short))
        if len(said.split()) <= MOST_WORDS:
            break
    return said


def _said(review: Review, text: str, sayings: Sayings, compared: str, room: tuple[int, bool]) -> str:
    most, short = room
    parts = [compared]
    for one, pattern in zip(review.strengths[:most], (sayings.first_strength, sayings.second_strength), strict=False):
        quote = shortened(text[one.start : one.end], _PRAISED)
        parts.append(one.why if one.id in PLAINEST else pattern.format(quote=quote, why=one.why))
    if not review.changes and review.question is None:
        return "\n\n".join(one for one in (_joined(parts), _joined([sayings.none, sayings.ends])) if one)
    whys = [_first_sentence(one.why) if short else one.why for one in review.changes]
    places = _places(review.changes, text, sayings, whys)
    told = [
        _joined([place, _tried(change, sayings).format(reword=_unquoted(change.reword))])
        for place, change in zip(places, review.changes, strict=True)
    ]
    asked = _asked(review.question, text, sayings) if review.question is not None else ""
    return "\n\n".join(one for one in (_joined(parts), asked, *told) if one)


def _asked(one: Question, text: str, sayings: Sayings) -> str:
    if one.start == one.end:
        return sayings.asked_missing.format(ask=one.ask)
    return sayings.asked.format(quote=shortened(text[one.start : one.end]), ask=one.ask)


def _places(changes: Sequence[Change], text: str, sayings: Sayings, whys: Sequence[str]) -> list[str]:
    told: list[str] = []
    for number, (one, why) in enumerate(zip(changes, whys, strict=True)):
        if one.start == one.end:
            told.append((sayings.missing if number == 0 else sayings.missing_too).format(why=why))
        else:
            pattern = sayings.first_change if number == 0 else sayings.second_change
            told.append(pattern.format(quote=shortened(_left_out(one) or text[one.start : one.end]), why=why))
    return told


def _tried(change: Change, sayings: Sayings) -> str:
    shorter = _left_out(change) and len(change.reword) < len(change.words)
    return sayings.try_without if shorter and not change.reword.endswith("?") else sayings.try_this


def _left_out(change: Change) -> str:
    """What a change only leaves out, wherever in its place it stands; '' where it says something else."""
    words, kept = change.words.split(), _ASKED.sub("", change.reword).split()
    old, new = [_letters(one) for one in words], [_letters(one) for one in kept]
    before = next(
        (n for n, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), min(len(old), len(new))
    )
    behind = next(
        (n for n, (one, two) in enumerate(zip(old[::-1], new[::-1], strict=False)) if one != two),
        min(len(old), len(new)),
    )
    if len(new) >= len(old) or before + behind < len(new):
        return ""
    return " ".join(words[before : len(words) - (len(new) - before)]).strip(" .,;")


def _letters(word: str) -> str:
    return re.sub(r"\W", "", word).casefold()


def comparison(found: Comparison, remarks: Remarks) -> str:
    """What came of the version before, said as the doctor's doing."""
    sayings = remarks.sayings
    parts: list[str] = []
    if found.taken_up:
        pattern = sayings.taken_up if found.still else sayings.taken_up_all
        parts.append(pattern.format(titles=_titles(found.taken_up, remarks)))
    if found.still:
        parts.append(sayings.still.format(titles=_titles(found.still, remarks)))
    before, now = found.asking
    if now > before:
        parts.append(sayings.balance.format(asked=_times(now), before=_times(before)))
    return " ".join(parts)


def _titles(ids: Sequence[str], remarks: Remarks) -> str:
    names = [remarks.remarks[one].title for one in ids if one in remarks.remarks]
    return " and ".join(names)


def _times(number: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")


def shortened(words: str, most: int = _QUOTE) -> str:
    """A place in the doctor's own words: whole where it is short, else its beginning up to the end of a phrase."""
    flat = _unquoted(" ".join(words.split()))
    parts = flat.split()
    if len(parts) <= most:
        return flat.rstrip(".,;: ")
    end = next((number for number in range(most, 3, -1) if _PHRASE_ENDS.match(parts[number])), most)
    return " ".join(parts[:end]).rstrip(".,;: ") + " ..."


def _unquoted(words: str) -> str:
    return words.replace('"', "'").replace("“", "'").replace("”", "'")


def _first_sentence(why: str) -> str:
    return re.split(r"(?<=[.?]) ", why, maxsplit=1)[0]


def _joined(parts: Sequence[str]) -> str:
    return " ".join(one for one in parts if one)
