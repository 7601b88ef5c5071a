"""Which document a text is, told by its content alone: file names mean nothing."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.texts.extents import find
from knowledge.texts.profile import Profile
from knowledge.texts.source import SourceText

ENOUGH, MAX_TITLE_WORDS = 0.6, 14


@dataclass(frozen=True, slots=True)
class Identity:
    """The document that a file is, or is a reading of; `rank` orders the readings of one document, best first."""

    id: str
    title: str
    author: str
    year: int | None
    profile: Profile | None
    reading: str = ""
    rank: int = 0


def recognise(source: SourceText, profiles: Sequence[Profile]) -> Identity:
    """The profile most of whose phrases stand in the text; without one, an identity from its own title."""
    scores = [(_share(profile.recognise, source.received), profile) for profile in profiles]
    best, profile = max(scores, key=lambda scored: scored[0], default=(0.0, None))
    if profile is None or best < ENOUGH:
        return _unknown(source)
    reading, rank = _reading(profile, source.received)
    return Identity(profile.id, profile.title, profile.author, profile.year, profile, reading, rank)


def _share(phrases: Sequence[str], text: str) -> float:
    return sum(find(phrase, text) is not None for phrase in phrases) / max(1, len(phrases))


def _reading(profile: Profile, text: str) -> tuple[str, int]:
    for rank, reading in enumerate(profile.readings):
        if _share(reading.has, text) >= ENOUGH:
            return reading.name, rank
    return "", len(profile.readings)


def _unknown(source: SourceText) -> Identity:
    stem = source.file.rpartition(".")[0] or source.file
    title = source.title.strip() or _opening(source) or stem
    return Identity(_slug(title) or _slug(stem) or "document", title, source.author.strip(), None, None)


def _opening(source: SourceText) -> str:
    """The first line, where it stands alone and reads like a title."""
    lines = source.lines()
    number = next((number for number, line in enumerate(lines) if not line.blank), 0)
    alone = number + 1 < len(lines) and lines[number + 1].blank
    words = lines[number].text.strip()
    return words if alone and len(words.split()) <= MAX_TITLE_WORDS and not re.search(r"[.,;:]$", words) else ""


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:8])
