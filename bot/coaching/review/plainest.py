"""What may be praised in a draft: its sentences without what stings, its plainest true things, where little works."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.coaching.review import clauses
from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.harsh import dangles, finite, sharp, wounds
from bot.coaching.review.ladder import blames, leads, threatens
from bot.coaching.review.praised import CHECKED, NO_WANT, REASON, WANTED, WEAK, WHOM
from bot.coaching.review.stings import unstung
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

PLAINEST: Final = frozenset({"timed"})
"""What is said of the draft as a whole, and quotes nothing of it."""

_SOME_WORDS: Final = 4
_NO_FACT: Final = re.compile(
    r"^(?:slide|welcome|title|\d+ (?:you|anyone)|who|what|why|how|which|measure:|hope|hopefully|see you|sorry"
    r"|thanks|i hope|looking forward|let me know|it['’]?s probably|its probably|first one)\b"
    r"|\b(?:rubbish|no excuse|obvious|nobody|never|silly|stupid|fed up|disgrace|ridiculous|fortune|could be better"
    r"|wasting|poor|must|rude|every other|no[- ]brainer|literally|no one|not a big deal|don['’]t worry|everyone"
    r" knows|grateful if"
    r"|on record|annoying|mistakes were made|lessons will be|heroes|drowning|my goal|need to)\b|\?\s*$",
    re.I,
)
_MOST_WORDS: Final = 12
_LONGEST: Final = 14
_FEWEST: Final = 5
_PHRASE_ENDS: Final = re.compile(
    r"^(?:at|on|for|without|with|in|to|from|by|before|after|about|until|since|because|when|and|but|so|if|that|which"
    r"|who|unless|whose|where|while|whether|how|what)$",
    re.I,
)


_AIM: Final = re.compile(
    r"\W*(?:by [^,]{3,40},? )?i(?:['’]d| would| will|['’]ll)? (?:want|like|be|become|get|stop"
    r"|start|learn|do|lead|aim|plan|will)\b",
    re.I,
)
_PUSHES: Final = re.compile(r"\b(?:must|needs? to|ha(?:ve|s) to|will not be|NOT|are to|do not|don['’]t|expect\w*)\b")
_TIMED: Final = re.compile(r"\b\d{1,3} ?(?:mins?|minutes)\b", re.I)
_SOME_TIMED: Final = 3
_LISTED: Final = frozenset({DraftKind.AGENDA, DraftKind.SLIDES})
_OPENS: Final = re.compile(r"^(?:that|because|and|so|which|but|.*,)$", re.I)
_LEANING: Final = re.compile(
    r"^(?:which|if|since|as|because|so that|who|whose|than|of|with|for|to|in|at|on|by|from"
    r"|reason|goal|and|but|when)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A strength and its place."""

    id: str
    start: int
    end: int


def faulty(piece: Piece) -> bool:
    """Whether a sentence does what no reader should be thanked for: blames, threatens, leads, sneers."""
    bad = piece.has(Label.THREAT, Label.LEADING_QUESTION)
    return bad or blames(piece) or leads(piece) or threatens(piece) or wounds(piece.text)


def praisable(draft: Draft) -> tuple[Piece, ...]:
    """The sentences, and parts of such, in which something may be praised."""
    return tuple(part for one in draft.body for part in unstung(one) if not faulty(part) and len(part.text.split()) > 1)


def place(piece: Piece, name: str, start: int = 0) -> Seen:
    """A strength at its place, a dozen words at most: the clauses around it that say something by themselves."""
    text = piece.text
    parts = clauses.clauses(text) or [(0, len(text))]
    number = next((n for n, (_, end) in enumerate(parts) if start < end), len(parts) - 1)
    ranges = [(parts[one][0], parts[two][1]) for one in range(number + 1) for two in range(number, len(parts))]
    begin, end = max((_bared(text, *one) for one in ranges), key=lambda one: _worth(text, *one))
    if not whole(text[begin:end]) and len(text.split()) > _LONGEST:
        early = [one for one, _ in parts[: number + 1] if len(text[one:start].split()) < _MOST_WORDS - 2]
        begin, end = _cut(text, *_bared(text, early[0] if early else parts[number][0], len(text)), start)
    return Seen(name, piece.start + begin, piece.start + end)


def _bared(text: str, begin: int, end: int) -> tuple[int, int]:
    """A run of clauses without the joint before it and the stop behind it."""
    said = text[begin:end]
    joint = (
        re.match(r"[\s,;:–—(-]*(?:(?:and|but|so|because|which|that) (?=\w+ \w+))?", said, re.I)
        if begin
        else re.match(r"\s*", said)
    )
    begin += joint.end() if joint else 0
    return begin, begin + len(text[begin:end].rstrip(" ,.;:–—-(!"))


def _worth(text: str, begin: int, end: int) -> tuple[bool, bool, bool, int]:
    said = text[begin:end]
    words = len(said.split())
    fits = words <= _LONGEST and said.count("(") == said.count(")")
    return fits, finite(said) and words >= _FEWEST - 2, not _LEANING.match(said), words if fits else -words


def whole(said: str) -> bool:
    """Whether a quotation says something by itself and is short enough."""
    return len(said.split()) <= _LONGEST and (finite(said) or len(said.split()) >= _FEWEST)


def _cut(text: str, begin: int, end: int, start: int) -> tuple[int, int]:
    """The first dozen words of a long clause, from its beginning or else from the word that counts."""
    words = list(re.finditer(r"\S+", text[begin:end]))
    at = next((n for n, one in enumerate(words) if begin + one.end() > start), 0)
    if len(words) > _MOST_WORDS and at > _MOST_WORDS - _FEWEST + 2:
        early = [n for n in range(max(1, at - 9), at + 1) if _OPENS.match(words[n - 1].group(0))]
        begin += words[early[0] if early else max(0, at - _FEWEST)].start()
        words = list(re.finditer(r"\S+", text[begin:end]))
    most = min(_MOST_WORDS, len(words) - 1)
    last = next((n for n in range(most, _FEWEST - 1, -1) if _PHRASE_ENDS.match(words[n].group(0))), most)
    end = begin + words[last - 1].end() if last else end
    return begin, begin + len(text[begin:end].rstrip(" ,.;:–—-(!"))


def plainest(draft: Draft) -> Iterator[Seen]:
    """The plainest true things: what it wants, why, a fact, minutes for each item."""
    if not draft.body:
        return
    parts = praisable(draft)
    if draft.kind not in {DraftKind.APOLOGY, DraftKind.FEEDBACK, DraftKind.AGENDA}:
        yield from _wanted(parts)
    aim = _AIM.match(parts[0].text) if parts and draft.kind is DraftKind.GOAL else None
    if aim:
        yield place(parts[0], "own_aim")
    for one in parts:
        found = REASON.search(one.text)
        listed = draft.kind in _LISTED
        if found and not listed and not one.has(Label.COST, Label.HEDGE) and not one.text.rstrip().endswith("?"):
            yield place(
                one, "reason", one.text.find(":") + 2 if found.start() == 0 and ":" in one.text else found.end() - 1
            )
            break
    yield from _facts(draft, parts)
    timed = [one for one in parts if _TIMED.search(one.text)]
    if draft.kind is DraftKind.AGENDA and len(timed) >= _SOME_TIMED:
        yield place(timed[0], "timed")


def _wanted(parts: Sequence[Piece]) -> Iterator[Seen]:
    for one in parts:
        found = WANTED.search(one.text)
        plain = not one.has(Label.HEDGE, Label.JARGON, Label.BLAME) and not NO_WANT.search(one.text)
        if found and plain and not WEAK.search(one.text):
            yield place(one, "says_what", found.start())
            return


def _facts(draft: Draft, parts: Sequence[Piece]) -> Iterator[Seen]:
    """A fact that can be checked, and a day by which an answer is wanted."""
    told = [one for one in parts if _is_told(draft, one)]
    facts = [place(one, "plain_fact", found.start()) for one in told if (found := CHECKED.search(one.text))]
    facts = [one for one in facts if not dangles(draft.text[one.start : one.end])]
    yield from sorted(facts, key=lambda one: (not whole(draft.text[one.start : one.end]), one.start))[:2]
    for one in parts:
        if (
            (found := WHOM.search(one.text))
            and not one.has(Label.HEDGE, Label.PUSH)
            and not re.search(r"\bmust\b", one.text, re.I)
        ):
            yield place(one, "by_when", found.start())


def _is_told(draft: Draft, one: Piece) -> bool:
    told = not one.has(Label.HEDGE, Label.JARGON) and not _PUSHES.search(one.text) and not sharp(one.text)
    told = told and finite(one.text)
    of_them = draft.kind is DraftKind.FEEDBACK and re.search(r"\byour?\b", one.text, re.I)
    return bool(told and not _NO_FACT.search(one.text) and not of_them and len(one.text.split()) >= _SOME_WORDS)
