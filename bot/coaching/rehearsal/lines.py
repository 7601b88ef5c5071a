"""Choosing what a character says: by how open they are, no line twice, with the doctor's own words in it."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.coaching.clauses import clauses, runs
from bot.coaching.practice import Openness
from bot.coaching.rehearsal.model import Bands, Lines

_BAND: Final = {Openness.GUARDED: "shut", Openness.WARY: "half", Openness.WARMING: "half", Openness.OPEN: "open"}
_BESIDE: Final = {"shut": ("half",), "half": ("open", "shut"), "open": ("half",)}
_QUOTE, _MATTER = "{quote}", "{matter}"
_OF_THE_TWO: Final = re.compile(
    r"\b(?:i|i'?m|i'?ve|i'?d|i'?ll|me|my|mine|myself|you|you're|you've|you'd|you'll|your|yours|yourself|u|ur|we"
    r"|we're|we've"
    r"|we'll|us|our|ours)\b",
    re.I,
)
"""Words that mean somebody else in another's mouth."""

_DANGLES: Final = re.compile(
    r"^(?:is|are|was|were|be|been|to|of|than|as|it|it's|that|that's|which|who|there's|there is|this|these|those)\b"
    r"|\b(?:it|this|that|them|there|not|very|so|more|been|be|have|has|had)$",
    re.I,
)
_MOST_QUOTED: Final = 8
_MOST_OF_MATTER: Final = 9
_LEADS_IN: Final = re.compile(r"^(?:it's |it is )?(?:about|regarding|re|over|on)[\s:]+", re.I)


@dataclass(slots=True)
class Speaker:
    """One turn of a character's: the lines used so far, the doctor's line as a seed, and what may be quoted of it."""

    used: list[str]
    seed: str
    matter: str = ""
    quotes: tuple[str, ...] = ()
    _quoted: bool = field(default=False, init=False)

    def say(self, group: str, bands: Bands, openness: Openness) -> str:
        """A line of `bands` as open as the character is; one from beside it, or an old one, where all are used."""
        band = _BAND[openness]
        for name in (band, *_BESIDE[band]):
            line = self.take(f"{group}:{name}", getattr(bands, name))
            if line:
                return line
        return self.oldest(f"{group}:{band}", getattr(bands, band))

    def fresh(self, group: str, bands: Bands, openness: Openness) -> bool:
        """Whether a line is left that is as open as the character is."""
        band = _BAND[openness]
        return bool(self._left(f"{group}:{band}", getattr(bands, band)))

    def take(self, group: str, lines: Lines) -> str:
        """An unused line of a group, filled in: one that takes up the doctor's words first; "" where none is left."""
        left = self._left(group, lines)
        quoting = [at for at in left if _QUOTE in lines[at]]
        if not left:
            return ""
        return self._spoken(group, (quoting or left)[0], lines)

    def oldest(self, group: str, lines: Lines) -> str:
        """The line of a group that was used longest ago."""
        fit = [at for at, line in enumerate(lines) if _QUOTE not in line and (self.matter or _MATTER not in line)]
        last = {at: _last(self.used, f"{group}:{at}") for at in fit or range(len(lines))}
        return self._spoken(group, min(last, key=lambda at: (last[at], at)), lines)

    def _left(self, group: str, lines: Lines) -> list[int]:
        order = sorted(range(len(lines)), key=lambda at: _turn(f"{group}|{at}|{self.seed}"))
        return [at for at in order if f"{group}:{at}" not in self.used and self._can_fill(lines[at])]

    def _can_fill(self, line: str) -> bool:
        if _QUOTE in line and (self._quoted or not self.quotes):
            return False
        return _MATTER not in line or bool(self.matter)

    def _spoken(self, group: str, at: int, lines: Lines) -> str:
        self.used.append(f"{group}:{at}")
        line = lines[at]
        if _QUOTE in line:
            self._quoted = True
        quote = self.quotes[0] if self.quotes else ""
        return line.replace(_QUOTE, quote).replace(_MATTER, self.matter)


def quotable(sentence: str, *, asked: bool = False) -> tuple[str, ...]:
    """Runs of a sentence that read well in another's mouth, the most telling first; none is better than a bad one."""
    fit = {one.text for one in runs(sentence) if (asked or not one.asked) and _reads_well(one.text)}
    ranked = [one.text for one in clauses(sentence) if one.text in fit]
    return tuple(ranked)


def matter_in_quotes(matter: str) -> str:
    """What the doctor came about, short enough to be handed back in quotation marks; "" where it does not read so."""
    bare = _LEADS_IN.sub("", matter.strip()).strip(" .,;:!?\"'")
    if len(bare.split()) <= _MOST_OF_MATTER and bare and not _OF_THE_TWO.search(bare) and "[" not in bare:
        return bare
    return next(iter(quotable(matter)), "")


def words(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def joined(parts: Sequence[str]) -> str:
    """Lines one after the other."""
    return " ".join(one for one in parts if one)


def _reads_well(run: str) -> bool:
    straight = run.replace("’", "'")
    return (
        len(run.split()) <= _MOST_QUOTED
        and not _OF_THE_TWO.search(straight)
        and not _DANGLES.search(straight)
        and not re.search(r"[\"“”\[\]{}]", run)
    )


def _turn(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")


def _last(used: Sequence[str], key: str) -> int:
    return max((at for at, one in enumerate(used) if one == key), default=-1)
