"""A second version beside the first: which changes were taken up, what still stands, what is new."""

import re
from collections.abc import Sequence

from bot.coaching.review.draft import Draft
from bot.coaching.reviewed import Change, Comparison, Question, Reviewed
from bot.coaching.speech_acts import Labelled


def compared(
    earlier: Reviewed,
    before: Sequence[Change | Question],
    draft: Draft,
    proposed: Sequence[Change | Question],
    finds: Sequence[tuple[str, str]],
) -> Comparison:
    """What came of the changes `before`. `finds` are all remarks to be made of the new version."""
    still = tuple(one.id for one in before if _stands(one, earlier.text, draft.text, finds))
    left = {remark for remark, _ in finds}  # said to be gone only where none of its kind is left
    sentences = tuple(Labelled(start=one.start, end=one.end, labels=tuple(one.labels)) for one in draft.pieces)
    return Comparison(
        taken_up=tuple(one.id for one in before if one.id not in still and one.id not in left),
        still=still,
        new=tuple(one.id for one in proposed if one.id not in {each.id for each in before}),
        asking=(_asking(earlier.sentences), _asking(sentences)),
        telling=(_telling(earlier.sentences), _telling(sentences)),
    )


def _stands(change: Change | Question, old: str, new: str, finds: Sequence[tuple[str, str]]) -> bool:
    """Whether a change is still to be made: its words stand as they did, or the same was only said in other words."""
    again = [words for remark, words in finds if remark == change.id]
    if change.start == change.end:
        return bool(again)
    return _flat(change.words) in _flat(new) or any(_flat(words) not in _flat(old) for words in again if words)


def _flat(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _asking(sentences: Sequence[Labelled]) -> int:
    return sum(one.asks for one in sentences)


def _telling(sentences: Sequence[Labelled]) -> int:
    return sum(one.tells for one in sentences)
