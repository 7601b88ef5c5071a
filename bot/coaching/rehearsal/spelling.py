"""Words as tired thumbs mistype them: one letter too many, missing, wrong or changed about."""

import re
from collections.abc import Collection
from typing import Final

_WORD: Final = re.compile(r"[a-z]{3,}")
_LETTERS_RUN: Final = re.compile(r"([a-z])\1{2,}")
_LEAST: Final = 4


def mended(text: str, known: Collection[str], never: Collection[str] = ()) -> str:
    """A text in lower case with each near miss of a known word put right; words in `never` are meant as they stand."""

    def one(match: re.Match[str]) -> str:
        word = match[0]
        if word in known or word in never or word.removesuffix("s") in known:
            return word
        if (once := _LETTERS_RUN.sub(r"\1", word)) in known:
            return once
        near = (other for other in known if len(other) >= _LEAST and word[0] == other[0] and _is_near(word, other))
        return next(near, word)

    return _WORD.sub(one, text)


def _is_near(word: str, other: str) -> bool:
    """Whether a single slip of the thumb lies between two words."""
    if len(word) == len(other):
        wrong = [at for at in range(len(word)) if word[at] != other[at]]
        if len(wrong) == 1:
            return True
        return len(wrong) == len("ab") and word[wrong[0]] == other[wrong[1]] and word[wrong[1]] == other[wrong[0]]
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    if len(longer) - len(shorter) != 1:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
