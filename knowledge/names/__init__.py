"""Word lists for spotting names: given names, surnames, ordinary words, and names that everyone knows."""

from importlib.resources import files
from typing import Final

_FOLDER: Final = files(__name__)


def load() -> dict[str, frozenset[str]]:
    """Return the lists by name, in lower case: `given`, `surnames`, `ordinary`, and `public`, with phrases too."""
    return {
        "given": _words("given.txt"),
        "surnames": _words("surnames.txt"),
        "ordinary": _words("ordinary.txt"),
        "public": frozenset(_lines("public.txt")),
    }


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


def _lines(name: str) -> list[str]:
    """The lines of a list, lower-cased, without remarks and empty lines."""
    lines = _FOLDER.joinpath(name).read_text(encoding="utf-8").casefold().splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
