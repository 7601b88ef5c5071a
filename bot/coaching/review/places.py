"""Places that the doctor should think about again, found by their words: they are asked about and not reworded."""

import re
from collections.abc import Iterator

from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.found import Found, at
from bot.coaching.review.place_more import MORE
from bot.coaching.review.place_signs import (
    ASKS,
    CERTIFICATES,
    HEAVY,
    LISTED,
    MINE,
    OTHERS,
    OWN,
    SMALL,
    SOFT_WORDS,
    THANKS,
    TOLD,
)
from bot.coaching.review.place_words import PLACES, WRITTEN
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

_OF_OTHERS = frozenset({"always", "someone", "teach_them", "everyone_knows"})
_OF_SELF = re.compile(r"\W*(?:and |but )?i\b", re.I)
"""What is no fault in a question, nor where the doctor says it of themselves."""

ASK = "ask"
"""The form of a find that has no rewording."""

_EARLY = 2
_LONG = 5
_SOME = 2
_SOFT = 4
_TOLD = 25
"""Words from which a draft tells enough that a reader would want to know what for."""


def places(draft: Draft) -> Iterator[Found]:
    """Every such place in a draft."""
    for piece in draft.body:
        yield from _worded(piece, draft.kind)
    yield from _buried(draft)
    yield from _certificates(draft)
    yield from _no_request(draft)
    yield from _cushioned(draft)
    yield from _all_mine(draft)
    yield from _only_told(draft)


def doubtful(piece: Piece, kind: DraftKind) -> bool:
    """Whether something could be said of a sentence, so that it is not held up as one that can stand alone."""
    return any(True for _ in _worded(piece, kind))


def _worded(piece: Piece, kind: DraftKind) -> Iterator[Found]:
    if kind is not DraftKind.APOLOGY and piece.has(Label.APOLOGY, Label.LISTENING):
        return
    asked = piece.text.rstrip(" )\"'").endswith("?")
    for name, kinds, much, pattern in (*PLACES, *MORE):
        found = pattern.search(piece.text) if kind in kinds else None
        if found and name == "person" and _OF_SELF.match(piece.text):
            continue
        if found and not (name in _OF_OTHERS and (asked or OWN.search(piece.text[: found.end()]))):
            yield at(piece, name, ASK, {}, much)


def _buried(draft: Draft) -> Iterator[Found]:
    """A grave line among small ones, in a text that does not begin with it."""
    body = [one for one in draft.pieces if one.role in {"body", "heading"}]
    if draft.kind not in WRITTEN or len(body) < _LONG or any(HEAVY.search(one.text) for one in body[:_EARLY]):
        return
    grave = next((one for one in body[_EARLY:] if HEAVY.search(one.text)), None)
    if grave is None or grave.text.rstrip().endswith("?"):
        return
    small = sum(bool(SMALL.search(one.text)) for one in body if one is not grave)
    if LISTED.search(draft.text[: grave.start] + grave.text) or small >= _SOME:
        yield at(grave, "buried", ASK)


def _certificates(draft: Draft) -> Iterator[Found]:
    """A goal that can be met without anybody noticing."""
    whole = " ".join(one.text for one in draft.body)
    if draft.kind is DraftKind.GOAL and len(CERTIFICATES.findall(whole)) >= _SOME and not OTHERS.search(whole):
        place = next(one for one in draft.body if CERTIFICATES.search(one.text))
        yield at(place, "certificates", ASK)


def _no_request(draft: Draft) -> Iterator[Found]:
    """A text that tells a good deal and wants nothing."""
    whole = " ".join(one.text for one in draft.body)
    silent = not ASKS.search(whole) and not THANKS.search(whole) and draft.asking == 0
    if draft.kind in WRITTEN and silent and len(whole.split()) >= _TOLD:
        end = draft.body[-1].end
        yield Found("no_request", ASK, end, end)


def _cushioned(draft: Draft) -> Iterator[Found]:
    """A request with so much around it that takes it back that what is wanted is hard to see."""
    counts = [len(SOFT_WORDS.findall(one.text)) for one in draft.body]
    asking = draft.kind in {DraftKind.EMAIL, DraftKind.MESSAGE}
    if not (asking or draft.kind is DraftKind.FEEDBACK) or sum(counts) < _SOFT:
        return
    yield at(draft.body[counts.index(max(counts))], "hedge" if asking else "unsaid", ASK)


def _all_mine(draft: Draft) -> Iterator[Found]:
    """An agenda of which the doctor speaks to every other item or more."""
    items = [one for one in draft.body if not one.text.rstrip().endswith("?")]
    mine = [one for one in items if MINE.search(one.text)]
    if draft.kind is DraftKind.AGENDA and len(mine) > 1 and len(mine) * 2 >= len(items):
        yield at(mine[0], "all_mine", ASK)


def _only_told(draft: Draft) -> Iterator[Found]:
    """An agenda whose items are mostly settled, with next to nothing asked."""
    items = [one for one in draft.body if not one.text.rstrip().endswith("?")]
    told = [one for one in items if TOLD.search(one.text)]
    asked = len(draft.body) - len(items)
    if draft.kind is DraftKind.AGENDA and len(told) > 1 and asked < len(told):
        yield at(told[0], "only_told", ASK)
