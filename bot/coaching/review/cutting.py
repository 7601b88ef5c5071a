"""Whether a rewording that only leaves something out leaves it out cleanly: a sentence, its beginning or its end."""

import re
from difflib import SequenceMatcher
from typing import Final

from bot.coaching.review.stings import WORDS_ALONE

_ENDS: Final = re.compile(r"[.?!][)\"'’]*$|\n")
_JOINTS: Final = frozenset({"and", "but", "so"})


def clean(place: str, said: str, few: int) -> bool:
    """Whether every run of words that is left out begins or ends a sentence, or is of a `few` words or of idle ones.

    What goes from the middle of a sentence leaves two ends that were never meant to meet.
    """
    old, new = place.split(), said.split()
    match = SequenceMatcher(None, [_bare(one) for one in old], [_bare(one) for one in new], autojunk=False)
    for kind, start, end, first, last in match.get_opcodes():
        if kind in {"insert", "replace"} and any(_bare(one) not in _JOINTS for one in new[first:last]):
            return False
        if kind in {"delete", "replace"} and not any(
            _may_go(old, *at, few) for at in ((start, end), _before(old, start, end))
        ):
            return False
    return True


def _may_go(words: list[str], start: int, end: int, few: int) -> bool:
    opens = start == 0 or bool(_ENDS.search(words[start - 1]))
    closes = end == len(words) or bool(_ENDS.search(words[end - 1]))
    gone = " ".join(words[start:end])
    idle = WORDS_ALONE.match(f" {gone} ") or WORDS_ALONE.match(gone)
    return opens or closes or end - start <= few or bool(idle and len(idle.group(0)) >= len(gone))


def _before(words: list[str], start: int, end: int) -> tuple[int, int]:
    """The same cut one word earlier, where that leaves the same words: which of two was left out cannot be told."""
    same = start > 0 and _bare(words[start - 1]) == _bare(words[end - 1])
    return (start - 1, end - 1) if same else (start, end)


def _bare(word: str) -> str:
    return re.sub(r"\W", "", word).casefold()
