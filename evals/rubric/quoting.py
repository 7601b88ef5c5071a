"""What stands in quotation marks: somebody's own words, word for word, or words that are offered to be said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evals.rubric import banks, wording

LEAST = 3
"""Words of a quotation below which it is no claim about what was said: 'the "but"'."""

_BLANK = re.compile(r"\.{2,}|…|\[[^\]]*\]|_{2,}")
_INNER_BLANK = re.compile(r"(?:\.{2,}|…|_{2,})\W*\w")
_ENDED = re.compile(r"[.?!][\"”’)]?\s+|\n+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, with what stands before them in their sentence."""

    words: str
    lead: str

    @property
    def long(self) -> bool:
        """Whether it is long enough to claim that it was said or written."""
        return len(wording.tokens(self.words)) >= LEAST

    @property
    def attributed(self) -> bool:
        """Whether the reply says that it was said, or points to it."""
        return banks.found("attributes", self.lead) is not None

    @property
    def to_the_doctor(self) -> bool:
        """Whether the reply says that it was the doctor who said it."""
        return banks.found("attributes_to_the_doctor", self.lead) is not None

    @property
    def offered(self) -> bool:
        """Whether it is wording for the doctor to use: led up to as such, or with a gap for them to fill."""
        if banks.found("offers_plainly", self.lead):
            return True
        if self.attributed:
            return False
        return self.has_gap or any(banks.found(name, self.lead) for name in ("offers_words", "offers_a_line"))

    @property
    def has_gap(self) -> bool:
        """Whether it leaves a gap to be filled."""
        return bool(_INNER_BLANK.search(self.words))

    @property
    def free(self) -> bool:
        """Whether it claims nothing about what was said: it is offered, or said in the debrief as a parting word."""
        return self.offered or self.parting

    @property
    def parting(self) -> bool:
        """Whether it is what the other person says in the debrief, on leaving."""
        return banks.found("parting_words", self.lead) is not None and not self.to_the_doctor


def of(text: str) -> Iterator[Quotation]:
    """Every quotation of a text, in order."""
    cursor = 0
    for words in wording.quotes(text):
        at = text.find(words, cursor) if words else -1
        if at < 0:
            continue
        before = text[cursor:at]
        yield Quotation(words, _ENDED.split(before)[-1].strip('"“” '))
        cursor = at + len(words)


def stands_in(words: str, texts: Sequence[str]) -> bool:
    """Whether words stand in one of the texts as they are; where they are shortened by dots, each part of them."""
    parts = [f" {' '.join(tokens)} " for one in _BLANK.split(words) if (tokens := wording.tokens(one))]
    return bool(parts) and any(all(part in f" {' '.join(wording.tokens(text))} " for part in parts) for text in texts)


def invented(text: str, sources: Sequence[str]) -> str:
    """The first long quotation that no source holds, neither offered to be said nor a parting word; or nothing."""
    claims = (one for one in of(text) if one.long and not one.free)
    return next((one.words for one in claims if not stands_in(one.words, sources)), "")
