"""Leaving out: phrases that a doctor does not want seen are struck from every text, and from what echoes them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from typing import Final
from unicodedata import combining, normalize

from bot.coaching.plain import with_apostrophes
from bot.mentoring.capitals import named_at, names_in
from bot.mentoring.suggestions import suggest

__all__ = ["MARK", "LeftOut", "strike", "strike_told_back", "suggest"]

MARK: Final = "[left out]"
"""What stands where something was left out."""

_FOLDED: Final = str.maketrans(
    {**dict.fromkeys("’‘ʼ‛`´", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‐‑‒–—−", "-")}  # noqa: RUF001
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
)
_MARKS: Final = re.compile(rf"{re.escape(MARK)}(?:\s*{re.escape(MARK)})+")
_QUOTED: Final = re.compile(r'"([^"]*)"|“([^“”]*)”')
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_YOU: Final = {
    "i": "you", "me": "you", "we": "you", "us": "you", "my": "your", "our": "your", "mine": "yours", "ours": "yours",
    "myself": "yourself", "i'm": "you're", "i've": "you've", "i'd": "you'd", "i'll": "you'll", "we're": "you're",
    "we've": "you've", "we'd": "you'd", "we'll": "you'll", "am": "are",
}  # fmt: skip
_WAS: Final = re.compile(r"\byou was(?=n't\b|\b)")
_RUN: Final = 4
"""Words of a longer phrase that, one after another, tell it."""
_QUOTED_RUN: Final = 2
_LONG: Final = 5
"""Letters with which a phrase is the same whether it is written in one word or two."""
_MARKUP: Final = "*_~`"
_JOINING: Final = f"{_MARKUP}'-"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Sought:
    """A phrase by its letters, what parts them, the signs around; a name is one always, or as `named_at` has it."""

    letters: str
    gaps: tuple[str, ...]
    head: str
    tail: str
    name: bool = False
    always: bool = True


class LeftOut:
    """What was left out of a talk, made ready once to be struck from each of its texts."""

    def __init__(self, phrases: Iterable[str]) -> None:
        asked = tuple(phrases)
        folded = _wanted(asked)
        names = [named for one in asked for named in names_in(" ".join(normalize("NFKC", one).split()))]
        told = [replace(_sought(_fold(name)), name=True, always=always) for name, always in names]
        self._wanted = tuple(dict.fromkeys([*map(_sought, folded), *told]))
        self._longer = [words for one in folded if len(words := _words(one)) >= _QUOTED_RUN]
        self._runs = {tuple(words[at : at + _RUN]) for words in self._longer for at in range(len(words) - _RUN + 1)}

    def strike(self, text: str) -> str:
        """See `strike`."""
        return _in_pieces(text, lambda piece: _found(piece, self._wanted)) if self._wanted else text

    def strike_told_back(self, text: str) -> str:
        """See `strike_told_back`."""
        return _in_pieces(text, self._told_back) if self._wanted else text

    def strike_piece(self, text: str) -> str:
        """The same for a few words that were taken from the doctor's as they are, such as those of a commitment.

        They go whole where they lie within a phrase: "on Monday", from a sentence that was left out.
        """
        return MARK if _within(text, self._longer, fewest=1) else self.strike_told_back(text)

    def _told_back(self, piece: str) -> Iterator[Span]:
        yield from _found(piece, self._wanted)
        yield from _in_a_row(piece, self._runs)
        for match in _QUOTED.finditer(piece):
            group = 1 if match[1] is not None else 2
            if _within(match[group], self._longer, fewest=_QUOTED_RUN):
                yield match.span(group)


def strike(text: str, phrases: Iterable[str]) -> str:
    """The text with every phrase replaced by `[left out]`, one for a run of them.

    They are found word by word, in whatever case and kind of letter, with whatever signs, markup or space between; also
    with the doctor's "I" and "my" turned to "you" and "your", as the coach says things back. A name in a phrase goes by
    itself as well (see `names_in`). Where two overlap, both go.
    """
    return LeftOut(phrases).strike(text)


def strike_told_back(text: str, phrases: Iterable[str]) -> str:
    """The same for what the coach made of the doctor's words: a part of a phrase goes too, where it tells of the rest.

    That is a quotation that lies within a phrase; and four words of a phrase in a row.
    """
    return LeftOut(phrases).strike_told_back(text)


def _wanted(phrases: Iterable[str]) -> tuple[str, ...]:
    """The phrases as they are looked for: folded, in the doctor's person and in the coach's, the longest first."""
    found: set[str] = set()
    for one in phrases:
        if folded := _fold(one):
            mended = with_apostrophes(folded)
            found |= {folded, mended, _turned(folded), _turned(mended)}
    return tuple(sorted(found, key=lambda one: (-len(one), one)))


def _fold(text: str) -> str:
    """One spelling of case, quotation marks, hyphens and spaces; characters that cannot be seen are gone."""
    return " ".join(normalize("NFC", text).casefold().translate(_FOLDED).split())


def _turned(folded: str) -> str:
    """The doctor's words as the coach says them back."""
    return _WAS.sub("you were", _WORD.sub(lambda match: _YOU.get(match[0], match[0]), folded))


def _sought(folded: str) -> _Sought:
    letters, places = _letters(folded)
    start, end = (places[0], places[-1] + 1) if places else (len(folded), len(folded))
    gaps = tuple(_gap(folded, places, at) for at in range(len(letters) - 1))
    return _Sought(letters, gaps, _signs(folded[:start]), _signs(folded[end:]))


def _signs(text: str) -> str:
    return "".join(one for one in text.translate(_FOLDED) if not one.isspace() and not combining(one))


def _in_pieces(text: str, find: Callable[[str], Iterable[Span]]) -> str:
    """Put the mark for what `find` finds in each piece of the text; the marks that are there are left alone."""
    pieces = (_without(piece, find(piece)) for piece in normalize("NFC", text).split(MARK))
    return _MARKS.sub(MARK, MARK.join(pieces))


def _without(piece: str, spans: Iterable[Span]) -> str:
    kept: list[str] = []
    last = 0
    for start, end in sorted(spans):
        if end <= last:
            continue
        if start > last or not kept:
            kept += [piece[last:start], MARK]
        last = end
    return "".join([*kept, piece[last:]])


def _found(piece: str, wanted: Sequence[_Sought]) -> Iterator[Span]:
    """Where a phrase stands, overlapping ones too. Most pieces hold none, which their letters tell without a map."""
    plain = "".join(filter(str.isalnum, normalize("NFKD", piece).casefold()))
    here = [one for one in wanted if one.letters in plain]
    letters, places = _letters(piece) if here else ("", [])
    for one in here:
        at = letters.find(one.letters) if one.letters else -1
        while at >= 0:
            yield from _standing(piece, places, at, one)
            at = letters.find(one.letters, at + 1)
        if not one.letters:
            begun = (at for at, sign in enumerate(piece) if sign.translate(_FOLDED) == one.head[0])
            yield from ((at, end) for at in begun if (end := _along(piece, at, one.head)) is not None)


def _standing(piece: str, places: Sequence[int], at: int, one: _Sought) -> Iterator[Span]:
    """The span, where the letters at `at` are whole words, parted as those that are looked for."""
    last = at + len(one.letters) - 1
    long = len(one.letters) >= _LONG
    gaps = (_gap(piece, places, number) for number in range(at, last))
    if not _gap(piece, places, at - 1) or not all(map(partial(_parted, long=long), gaps, one.gaps)):
        return
    if one.name and not _gap(piece, places, last) and piece[places[last + 1]] in "sS":
        last += 1
    start, end = places[at], places[last] + 1
    if not _gap(piece, places, last) or (one.name and not one.always and not named_at(piece, start, end)):
        return
    before, behind = _along(piece[:start][::-1], 0, one.head[::-1]), _along(piece, end, one.tail)
    if len(one.letters) > 1 or (before is not None and behind is not None):
        yield start - (before or 0), behind or end


def _letters(text: str) -> tuple[str, list[int]]:
    """Letters and digits in one spelling: lower case, no accents, no full width; and where each of them stands."""
    pairs = [
        (one, at)
        for at, character in enumerate(text)
        for one in (character.lower() if character.isascii() else normalize("NFKD", character).casefold())
        if one.isalnum()
    ]
    return "".join(one for one, _ in pairs), [at for _, at in pairs]


def _gap(text: str, places: Sequence[int], at: int) -> str:
    """What parts a letter from the next one, but for what cannot be seen; at either end of the text, a space."""
    if not 0 <= at < len(places) - 1:
        return " "
    return "".join(one for one in text[places[at] + 1 : places[at + 1]].translate(_FOLDED) if not combining(one))


def _parted(gap: str, asked: str, *, long: bool) -> bool:
    """Whether letters are parted as they should be; in a short word, space and apostrophe make another of it."""
    if not asked:
        return not gap.strip(_JOINING if long else _MARKUP)
    return long or (bool(gap) if any(map(str.isspace, asked)) else not any(map(str.isspace, gap)))


def _along(text: str, at: int, signs: str) -> int | None:
    """Where these signs end that begin at a place, whatever space is between; None where they do not stand there."""
    for sign in signs:
        while at < len(text) and (text[at].isspace() or not text[at].translate(_FOLDED)):
            at += 1
        if text[at : at + 1].translate(_FOLDED) != sign:
            return None
        at += 1
    return at


def _words(text: str) -> list[str]:
    return [word for word, _, _ in _spoken(text)]


def _spoken(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text with their places: in the coach's person, less apostrophes, which tired thumbs leave out."""
    for match in _WORD.finditer(text):
        word = normalize("NFKC", match[0]).casefold().replace("’", "'")
        said = _YOU.get(word, "were" if word == "was" else word)
        yield said.replace("'", ""), match.start(), match.end()


def _in_a_row(piece: str, runs: Set[tuple[str, ...]]) -> Iterator[Span]:
    spoken = list(_spoken(piece)) if runs else []
    for at in range(len(spoken) - _RUN + 1):
        if tuple(word for word, _, _ in spoken[at : at + _RUN]) in runs:
            yield spoken[at][1], spoken[at + _RUN - 1][2]


def _within(text: str, phrases: Iterable[Sequence[str]], *, fewest: int) -> bool:
    """Whether the words of the text, so many at least, stand in a row in one of the phrases."""
    words = _words(text)
    padded = f" {' '.join(words)} "
    return len(words) >= fewest and any(padded in f" {' '.join(one)} " for one in phrases)
