"""A message as patterns read it: lower case, straight quotes, the apostrophes that tired thumbs leave out put back."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|\n+|(?<=[a-z0-9])\.\.+\s*|\s+[-–—]+\s+|;\s*")
_STRAIGHT: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_MENDED: Final = (
    (re.compile(r"\b(did|does|do|is|was|were|are|have|has|had|could|should|would|ca|wo|ai)nt\b", re.I), r"\1n't"),
    (re.compile(r"\bcannot\b", re.I), "can't"),
    (re.compile(r"\bim\b", re.I), "i'm"),
    (re.compile(r"\bive\b", re.I), "i've"),
    (re.compile(r"\b(he|she|that|there|what|who)s\b", re.I), r"\1's"),
    (re.compile(r"\b(they|you)re\b(?! to\b)", re.I), r"\1're"),  # 'were' is seldom 'we are'
    (re.compile(r"\b(they|we|you)ve\b", re.I), r"\1've"),
    (re.compile(r"\bits (?=(?:a|an|the|not|just|all|been|my|so|too|like|me|his|her)\b)", re.I), "it's "),
)
_SMALL: Final = str.maketrans({chr(capital): chr(capital + 32) for capital in range(ord("A"), ord("Z") + 1)})
_ESCAPED: Final = re.compile(r"\\.", re.S)
_ODD: Final = re.compile("[\u0130\u0131\u017f]")
"""Letters that `re.I` takes for an i or an s, and that lower case leaves as they are or makes two of."""

_LETTERS: Final = re.compile(r"[a-z]+")
_WITHOUT: Final = frozenset(
    "didnt doesnt dont isnt wasnt werent arent havent hasnt hadnt couldnt shouldnt wouldnt cant wont aint cannot im ive"
    " hes shes thats theres whats whos theyre youre theyve weve youve its".split()
)
"""Every word that is mended: a text without one of them, as most are, needs no look."""


def small(text: str) -> str:
    """The text with the capitals of the English alphabet made small: every character keeps its place."""
    return text.translate(_SMALL)


def with_apostrophes(text: str) -> str:
    """The text with the apostrophes that tired thumbs leave out put back: 'didnt', 'im', 'shes'."""
    if text.isascii() and _WITHOUT.isdisjoint(_LETTERS.findall(text.lower())):
        return text
    for pattern, mended in _MENDED:
        text = pattern.sub(mended, text)
    return text


@lru_cache(maxsize=32)  # a dozen rules of a turn read the same sentences; no more than a turn or two is kept
def plain(text: str) -> str:
    """The text in one spelling of quotes, case, spaces and short forms; for matching, never for showing."""
    return " ".join(with_apostrophes(text.translate(_STRAIGHT).lower()).split())


class AnyCase:
    """A pattern that minds no case: tells the same as one with `re.I`, in a third of the time, in lower case."""

    __slots__ = ("_found", "_lower", "_mindful", "_source")

    def __init__(self, source: str) -> None:
        bare = _ESCAPED.sub("", source)
        self._source = source
        self._lower = bare == bare.lower()
        self._mindful: re.Pattern[str] | None = None
        self._found = re.compile(source, re.NOFLAG if self._lower else re.I).search

    def is_in(self, text: str) -> bool:
        """Whether it is found anywhere in the text."""
        if not self._lower:
            return self._found(text) is not None
        if not text.isascii() and _ODD.search(text):
            return next(self.finditer(text), None) is not None
        return self._found(text.lower()) is not None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where it is found, in the text as it is written."""
        if self._mindful is None:  # few texts hold any
            self._mindful = re.compile(self._source, re.I)
        return self._mindful.finditer(text)


class OnNeed:
    """A pattern that is compiled when it is first asked, for rules that few messages come to: a start pays for none.

    Matches as `re.compile(source, flags)` does, and raises `re.error` at its first use where the source is no pattern.
    """

    __slots__ = ("_compiled", "_flags", "_source")

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def pattern(self) -> re.Pattern[str]:
        """The pattern itself; the same one each time."""
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        return self._compiled

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first place from `start` where it is found."""
        return self.pattern().search(text, start)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What it finds at `start`."""
        return self.pattern().match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """What it finds, where that is the whole text."""
        return self.pattern().fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where it is found."""
        return self.pattern().finditer(text)

    def findall(self, text: str) -> list[str]:
        """The words of every place; of a pattern with at most one group."""
        return self.pattern().findall(text)

    def sub(self, to: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with what is found put as `to`."""
        return self.pattern().sub(to, text, count)

    def split(self, text: str, most: int = 0) -> list[str]:
        """The text cut where it is found, at `most` so often; 0 is always."""
        return self.pattern().split(text, most)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a message in that spelling, in order; a new line or a dash ends one, too."""
    parts = (plain(one) for one in _SENTENCE_END.split(text) if one)
    return tuple(one for one in parts if one)
