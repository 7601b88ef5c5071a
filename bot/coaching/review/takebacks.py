"""A request or a worry that the doctor takes back in the same breath, said without the taking back."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.review import clauses
from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.found import Found
from bot.coaching.review.parts import large
from bot.coaching.review.softened import cushions, plain_words
from bot.coaching.review.sting_words import SOFT
from bot.coaching.reviewed import DraftKind

_URGENT: Final = re.compile(
    r"\b(?:news|ews|lactate|sats?|bp|systolic|hypotensive|septic|sepsis|bleed(?:ing|s)?|potassium|k ?(?:of"
    r" )?[67]\.\d|gcs|chest pain"
    r"|aki(?:\b| stage)|deteriorat\w+|unwell|tachy\w*|hypo|arrest|overdose|wrong (?:dose|drug|patient)"
    r"|gentamicin|insulin"
    r"|anaphyla\w+|stroke|seizure)\b",
    re.I,
)
_SMALL: Final = re.compile(
    r"\b(?:stupid|silly|daft|rubbish|ignore|only an? f\d|bother|probably me|being a pain)\b", re.I
)
"""What runs the doctor down weighs more than a courtesy."""

_ASKS: Final = re.compile(
    r"(?:^|, )(?:and |so )?(?:would|could|can|will) (?:you|u|we|i|someone|somebody) [^,.?!]+$", re.I
)
_LONGEST: Final = 44
_SIGNS: Final = 2


def takebacks(draft: Draft) -> Iterator[Found]:
    """Where a draft takes back what it says: once where somebody is unwell, else where it does so more than once."""
    if draft.kind in {DraftKind.APOLOGY, DraftKind.FEEDBACK}:
        return
    body = draft.body
    signs = sum(max(len(SOFT.findall(one.text)), cushions(one.text)) + len(_SMALL.findall(one.text)) for one in body)
    if signs < (_SIGNS if _URGENT.search(draft.text) else _SIGNS + 1) or not any(SOFT.search(one.text) for one in body):
        return
    said = [_plainly(one) for one in body]
    changed = [number for number, one in enumerate(said) if one is not None]
    runs = _runs(changed)
    for first, last in runs:
        yield from _found(draft, said, first, last, 1.4 if last > first else 0.4)


def _runs(changed: list[int]) -> list[tuple[int, int]]:
    """Changed sentences as runs: those with at most two others between them are one place."""
    runs: list[tuple[int, int]] = []
    for one in changed:
        if runs and one - runs[-1][1] <= _SIGNS + 1:
            runs[-1] = (runs[-1][0], one)
        else:
            runs.append((one, one))
    return runs


def _found(draft: Draft, said: list[str | None], first: int, last: int, much: float) -> Iterator[Found]:
    body = draft.body
    kept = [
        one.text.strip() if new is None else new
        for one, new in zip(body[first : last + 1], said[first : last + 1], strict=True)
    ]
    if not "".join(kept):
        near = first - 1 if first > 0 else last + 1
        if not 0 <= near < len(body):
            return
        first, last, kept = min(first, near), max(last, near), [body[near].text.strip()]
    whole = re.sub(r"\. (?=(?:and|but) )", " ", " ".join(_stopped(one, draft) for one in kept if one))
    start, end = body[first].start, body[last].end
    if len(whole.split()) <= _LONGEST and len(whole) < end - start:
        yield Found("hedge", "trim", start, end, {"kept": whole}, much, drops=True)


def _stopped(said: str, draft: Draft) -> str:
    """A sentence with a stop behind it, so that another may follow."""
    follows = re.match(r"(?:and|but) ", said)
    said = said if draft.manner.small or follows else large(said)
    if _ASKS.search(said):
        return f"{said.rstrip('.')}?"
    return said if said.endswith((".", "?", "!")) else f"{said}."


def _plainly(piece: Piece) -> str | None:
    """The sentence without what takes it back: '' where that is all of it, None where there is nothing to change."""
    soft = SOFT.search(piece.text)
    plain = plain_words(piece) if cushions(piece.text) >= _SIGNS or (soft and cushions(piece.text)) else ""
    text = plain or piece.text
    if not soft:
        return plain or None
    parts = clauses.clauses(text)
    spans = [one.span() for one in SOFT.finditer(text)]
    hit = [any(start < stop and begin < end for begin, stop in spans) for start, end in parts]
    if not any(hit):
        return text if plain else None
    if all(hit):
        return ""
    left = clauses.left(text, parts, hit, upper=text[:1].isupper())
    return left or (plain or None)
