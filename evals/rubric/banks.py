"""The phrase banks, read from banks.yaml by code and by trainers: stock empathy, leading questions, promises ..."""

import re
from functools import lru_cache, partial
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from knowledge import strict_yaml

_SPELT = {
    **{one.replace("'", ""): one for one in (
        "can't don't won't didn't doesn't isn't aren't wasn't weren't haven't hasn't couldn't wouldn't shouldn't"
        " i'm i've you're you've they're they've he's she's that's what's there's who's"
    ).split()},
    "u": "you", "r": "are", "n": "and", "w": "with", "y": "why", "pls": "please", "plz": "please", "sth": "something",
}  # fmt: skip
_UNSPELT = re.compile(rf"\b(?:{'|'.join(_SPELT)})\b|\bur\b|\bi(?:ll|d)\b(?= (?!and\b|on\b|in\b|with\b)[a-z])")
"""Words as somebody types them who leaves marks and letters out; single letters in lower case alone."""

FILE = Path(__file__).resolve().parent / "banks.yaml"


class Bank(BaseModel):
    """One bank: `any` are regular expressions, compared without regard to case, at the beginning of a word.

    `at_start`: they count only where a sentence or text begins.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    about: str
    at_start: bool = False
    any: tuple[str, ...] = Field(min_length=1)


@lru_cache(maxsize=1)
def load() -> dict[str, re.Pattern[str]]:
    """Every bank as one pattern; KnowledgeError with file and line where the file is at fault."""
    return {bank.name: _compiled(bank) for bank, _ in strict_yaml.load_list(FILE, Bank)}


def found(name: str, text: str) -> str | None:
    """The first words of `text` that are in the bank `name`, or None; KeyError where there is no such bank."""
    pattern = load()[name]
    hit = pattern.search(text) or next((hit for other in _spelt(text) if (hit := pattern.search(other))), None)
    return hit[0].strip() if hit else None


def every(name: str, text: str) -> tuple[str, ...]:
    """All the words of `text` that are in the bank `name`."""
    return tuple(hit[0].strip() for hit in load()[name].finditer(text))


@lru_cache(maxsize=4096)
def _spelt(text: str) -> tuple[str, ...]:
    """The text with what was typed short written out; 'ur' may be either of two words."""
    if not _UNSPELT.search(text):
        return ()
    ways = ("you're", "your") if re.search(r"\bur\b", text) else ("",)
    return tuple(_UNSPELT.sub(partial(_written, ur), text) for ur in ways)


def _written(ur: str, typed: re.Match[str]) -> str:
    word = typed[0]
    return ur if word == "ur" else {"ill": "i'll", "id": "i'd"}.get(word) or _SPELT[word]


def _compiled(bank: Bank) -> re.Pattern[str]:
    whole = "|".join(bank.any)
    return re.compile(rf"^\W*(?:{whole})" if bank.at_start else rf"(?<!\w)(?:{whole})", re.I)
