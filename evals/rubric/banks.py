"""The phrase banks, read from banks.yaml by code and by trainers: stock empathy, leading questions, promises ..."""

import re
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from knowledge import strict_yaml

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
    hit = load()[name].search(text)
    return hit[0].strip() if hit else None


def every(name: str, text: str) -> tuple[str, ...]:
    """All the words of `text` that are in the bank `name`."""
    return tuple(hit[0].strip() for hit in load()[name].finditer(text))


def _compiled(bank: Bank) -> re.Pattern[str]:
    whole = "|".join(bank.any)
    return re.compile(rf"^\W*(?:{whole})" if bank.at_start else rf"(?<!\w)(?:{whole})", re.I)
