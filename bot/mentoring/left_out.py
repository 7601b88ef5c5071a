"""Leaving out: phrases that a doctor does not want seen are struck from every text, and from what echoes them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import Final
from unicodedata import normalize

from bot.coaching.plain import with_apostrophes
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

Span = tuple[int, int]


class LeftOut:
    """What was left out of a talk, made ready once to be struck from each of its texts."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._wanted = _wanted(phrases)
        self._longer = [words for one in self._wanted if len(words := _words(one)) >= _QUOTED_RUN]
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

    They are found in whatever case, kind of quotation mark and spacing, at the borders of words; also with the doctor's
    "I" and "my" turned to "you" and "your", as the coach says things back. Where two overlap, both go.
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


def _found(piece: str, wanted: Sequence[str]) -> Iterator[Span]:
    """Where a phrase stands, overlapping ones too. Most pieces hold none, which is told without a map of them."""
    plain = _fold(piece)
    here = [one for one in wanted if one in plain]
    if not here:
        return
    folded, places = _mapped(piece)
    for one in here:
        at = folded.find(one)
        while at >= 0:
            if _bordered(folded, at, at + len(one)):
                yield places[at], places[at + len(one) - 1] + 1
            at = folded.find(one, at + 1)


def _mapped(piece: str) -> tuple[str, list[int]]:
    """The piece as `_fold` makes it (but for space at its ends), and for each character where it came from."""
    folded: list[str] = []
    places: list[int] = []
    for at, character in enumerate(piece):
        for one in character.casefold().translate(_FOLDED):
            if one.isspace() and folded and folded[-1] == " ":
                continue
            folded.append(" " if one.isspace() else one)
            places.append(at)
    return "".join(folded), places


def _bordered(folded: str, start: int, end: int) -> bool:
    """Whether no word goes on beyond either end."""
    before = start > 0 and folded[start - 1].isalnum() and folded[start].isalnum()
    after = end < len(folded) and folded[end].isalnum() and folded[end - 1].isalnum()
    return not before and not after


def _words(text: str) -> list[str]:
    return [word for word, _, _ in _spoken(text)]


def _spoken(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text with their places: in the coach's person, less apostrophes, which tired thumbs leave out."""
    for match in _WORD.finditer(text):
        word = match[0].casefold().replace("’", "'")
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
