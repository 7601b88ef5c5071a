"""What a review is made with: sentences read, the remarks, and the places that the cards stand for."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.coaching.cited import Cited
from bot.coaching.review.remarks import Remarks
from bot.coaching.speech_acts import Labelled


@dataclass(frozen=True, slots=True)
class Kit:
    """`label` reads a text's sentences; `cited` gives the place of a card, None where it is not in the index."""

    label: Callable[[str], tuple[Labelled, ...]]
    remarks: Remarks
    cited: Callable[[str], Cited | None]
