"""Cleaning: the lines of a piece made into one readable text, without losing where each character came from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from knowledge.model import Span
from knowledge.texts.extents import phrase_pattern
from knowledge.texts.mapped import MappedText
from knowledge.texts.profile import FixRule

_MARKUP = (
    (re.compile(r"</?(?:i|b|em|strong|u|sup|sub|br)\s*/?>"), ""),
    (re.compile(r"!?\[([^\]\n]+)\]\((?:https?:|mailto:|[./#])[^)\s]*\)"), r"\1"),
    (re.compile(r"(?<![\w*])\*{1,3}(?=\S)([^*\n]+?)(?<=\S)\*{1,3}(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_{1,2}(?=\S)([^_\n]+?)(?<=\S)_{1,2}(?!\w)"), r"\1"),
    (re.compile(r"\ufeff|\u00ad"), ""),
)
_RAISED = re.compile(r"(?<=\S)[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+")
_GLUED = re.compile(
    r"(?:(?<=[A-Za-z\u2019\u201d\"')\]][.,;:!?])|(?<=[\u201d\u2019)])|(?<=[a-z]{3}))\d{1,3}(?=\s|$|[.,;:])"
)
_APART = re.compile(r"(?<=[.!?\u2019\u201d\"')])(?:\s+\d{1,4})+(?=\s+[A-Z\u201c\u2018]|\s*$)")
_BULLET = re.compile(r"\A\s*[>\u2022\u25aa\uf0b7*-]\s+|\A\s*[>\u2022\u25aa\uf0b7]")


@dataclass(frozen=True, slots=True)
class Cleaner:
    """What is needed to clean the texts of one file: its words, its last note number, and its known faults."""

    received: str
    notes: int
    fixes: tuple[FixRule, ...]
    lexicon: frozenset[str]

    @classmethod
    def of(cls, received: str, notes: int, fixes: Sequence[FixRule]) -> "Cleaner":
        """A cleaner for one received text."""
        words = frozenset(re.findall(r"[a-z]+(?:-[a-z]+)*", received.lower()))
        return cls(received, notes, tuple(fixes), words)

    def text(self, spans: Sequence[Span]) -> MappedText:
        """The clean text of some lines."""
        lines = [MappedText.of(self.received, span) for span in spans if span.end > span.start]
        return self.mended(reduce(self._joined, lines)) if lines else MappedText.ours("")

    def mended(self, text: MappedText) -> MappedText:
        """A text without markup, bullet and note numbers, its known faults mended, its white space folded."""
        for pattern, new in _MARKUP:
            text = text.sub(pattern, new)
        text = text.sub(_RAISED, "").sub(_BULLET, "").folded()
        for pattern in (_GLUED, _APART):
            text = self._without_notes(text, pattern)
        for fix in self.fixes:
            text = text.sub(phrase_pattern(fix.wrong), fix.right.replace("\\", r"\\"))
        return text.folded()

    def _joined(self, one: MappedText, other: MappedText) -> MappedText:
        """Two lines as one: a hyphen at the line end stays, unless only the solid word is known here."""
        cut = re.search(r"([A-Za-z]+(?:-[A-Za-z]+)*)-\s*$", one.text)
        rest = re.match(r"\s*([A-Za-z0-9]+)", other.text)
        if cut is None or rest is None:
            return one + MappedText.ours(" ") + other
        head, tail = cut.group(1).lower(), rest.group(1).lower()
        solid = head + tail in self.lexicon and f"{head}-{tail}" not in self.lexicon
        kept = one.cut(0, cut.end(1) + (0 if solid else 1))
        return kept + other.cut(rest.start(1), len(other.text))

    def _without_notes(self, text: MappedText, pattern: re.Pattern[str]) -> MappedText:
        for match in reversed(list(pattern.finditer(text.text))):
            if all(self._is_note(number) for number in match.group().split()):
                text = text.replace(match.start(), match.end(), "")
        return text

    def _is_note(self, number: str) -> bool:
        """Whether digits are the number of a note, or of two notes run together."""
        halves = (number[: len(number) // 2], number[len(number) // 2 :])
        two = len(number) == 4 and int(halves[1]) == int(halves[0]) + 1
        return 1 <= int(number) <= self.notes or (two and int(halves[1]) <= self.notes)
