"""Where a paper becomes a file: the words it is written with, and the formats that it can have."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.reflection.paper import Paper
from bot.reflection.words import ReflectionWords

FORMATS: Final = ("docx", "pdf", "md")
"""The formats by the ending of their files; the first is meant where none is named: it can be edited."""


@dataclass(frozen=True, slots=True)
class Press:
    """The words, and what makes a file of each of `FORMATS`."""

    words: ReflectionWords
    makers: Mapping[str, Callable[[Paper], bytes]]
