"""MappedText: a clean text that knows, character by character, where in the received file it came from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.model import Span

OURS = -1
_MARKED = re.compile(r"[.;:,?!\u2026][\u2019\u201d\"')\]]*$")
_GAP = re.compile(r"[-\u00ad]?\s*[>\u2022\u25aa\uf0b7*]?\s*")


@dataclass(frozen=True, slots=True)
class MappedText:
    """Text with one received offset for each character; `OURS` for a character that we put in."""

    text: str
    at: tuple[int, ...]

    @classmethod
    def of(cls, received: str, span: Span) -> "MappedText":
        """The stretch of the received text, as it stands."""
        return cls(received[span.start : span.end], tuple(range(span.start, span.end)))

    @classmethod
    def ours(cls, text: str) -> "MappedText":
        """Characters that we add for reading: a separator, a mended space."""
        return cls(text, (OURS,) * len(text))

    def __add__(self, other: "MappedText") -> "MappedText":
        return MappedText(self.text + other.text, self.at + other.at)

    def cut(self, start: int, end: int) -> "MappedText":
        """The characters from start to end."""
        return MappedText(self.text[start:end], self.at[start:end])

    def replace(self, start: int, end: int, new: str) -> "MappedText":
        """Put `new` for a stretch; the words that both share at the ends or within keep their place in the file."""
        old = self.text[start:end]
        within = old.find(new)
        if within > 0:
            kept = self.cut(start + within, start + within + len(new))
            return self.cut(0, start) + kept + self.cut(end, len(self.text))
        head = _shared(old, new)
        tail = min(_shared(old[::-1], new[::-1]), len(new) - head, len(old) - head)
        middle = MappedText.ours(new[head : len(new) - tail])
        return self.cut(0, start + head) + middle + self.cut(end - tail, len(self.text))

    def sub(self, pattern: re.Pattern[str], new: str) -> "MappedText":
        """Put `new` (which may name groups of the pattern) for every match."""
        result = self
        for match in reversed(list(pattern.finditer(self.text))):
            result = result.replace(match.start(), match.end(), match.expand(new))
        return result

    def folded(self) -> "MappedText":
        """White space folded to single spaces, none at the ends."""
        kept: list[int] = []
        for index, character in enumerate(self.text):
            if not character.isspace() or (kept and not self.text[kept[-1]].isspace()):
                kept.append(index)
        if kept and self.text[kept[-1]].isspace():
            kept.pop()
        text = "".join(" " if self.text[index].isspace() else self.text[index] for index in kept)
        return MappedText(text, tuple(self.at[index] for index in kept))

    def spans(self, received: str) -> tuple[Span, ...]:
        """The stretches of the received text that this text was read from, in reading order.

        A stretch goes on over white space, a line-end hyphen and a bullet; anything else left out starts a new one.
        """
        spans: list[Span] = []
        for character, offset in zip(self.text, self.at, strict=True):
            if offset == OURS or character.isspace():
                continue
            last = spans[-1] if spans else None
            if last and last.end <= offset and _GAP.fullmatch(received, last.end, offset):
                spans[-1] = Span(last.start, offset + 1)
            else:
                spans.append(Span(offset, offset + 1))
        return tuple(spans)


def joined(parts: Iterable[MappedText], separator: str) -> MappedText:
    """The parts one after the other with a separator of ours between them."""
    text = ""
    at: list[int] = []
    between: tuple[int, ...] = (OURS,) * len(separator)
    for number, part in enumerate(parts):
        text += (separator if number else "") + part.text
        at.extend((between if number else ()) + part.at)
    return MappedText(text, tuple(at))


def enumerated(parts: Iterable[MappedText]) -> MappedText:
    """The parts as a list in running text: a semicolon after each that has no mark of its own at its end."""
    result = MappedText.ours("")
    for part in parts:
        if result.text:
            result = result + MappedText.ours(" " if _MARKED.search(result.text) else "; ")
        result = result + part
    return result


def _shared(one: str, other: str) -> int:
    """How many characters two strings share from their start."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
