"""What bad coaches say: the wordings of the planted faults, drawn by hash so that one fault comes in several."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import ConfigDict, RootModel

from knowledge import strict_yaml

FILE = Path(__file__).resolve().parent / "wordings.yaml"

Option = TypeVar("Option")


class Wordings(RootModel[dict[str, tuple[str, ...]]]):
    """Every list by its name."""

    model_config = ConfigDict(frozen=True)


@lru_cache(maxsize=1)
def load() -> dict[str, tuple[str, ...]]:
    """All lists; KnowledgeError with file and line where the file is at fault."""
    return strict_yaml.load(FILE, Wordings).root


def every(name: str) -> tuple[str, ...]:
    """A list whole; KeyError where there is none of that name."""
    return load()[name]


def place(*key: object) -> int:
    """A number that is always the same for the same key: what is drawn by it is drawn again in every run."""
    return int.from_bytes(hashlib.sha256("|".join(map(str, key)).encode()).digest()[:8])


def pick(options: Sequence[Option], *key: object) -> Option:
    """One of the options, by the hash of a key; IndexError where there is none."""
    return options[place(*key) % len(options)]


def shuffled(options: Sequence[Option], *key: object) -> list[Option]:
    """All options, in an order that the key decides."""
    return [one for _, one in sorted(enumerate(options), key=lambda each: place(*key, each[0]))]
