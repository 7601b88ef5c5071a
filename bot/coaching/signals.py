"""What the small models say of one message, as plain numbers: the core's only view of them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signals:
    """Model outputs for one message, each a probability from 0 to 1.

    `labels` over all situations and intents (sums to 1); `stops` for each reason to stop coaching, independent of each
    other; `notices` for each notice that is learnt (anger, low mood, a colleague at risk).
    """

    labels: Mapping[str, float]
    stops: Mapping[str, float]
    notices: Mapping[str, float]
