"""What came of the deliveries, counted."""

from dataclasses import dataclass, field
from math import ceil

from tests.fakeslack.jsons import Json


@dataclass(slots=True)
class Figures:
    """Counts of events and of interactions; times in milliseconds from the start of the request to its acknowledgement."""

    count: int = 0
    acked: int = 0
    retries: int = 0
    lost: int = 0
    interactions: int = 0
    interactions_acked: int = 0
    ack_ms: list[float] = field(default_factory=list)

    def told(self) -> Json:
        """As the driver gives them."""
        ordered = sorted(self.ack_ms)
        return {
            "count": self.count,
            "acked": self.acked,
            "retries": self.retries,
            "lost": self.lost,
            "interactions": self.interactions,
            "interactions_acked": self.interactions_acked,
            "ack_ms": {
                "p50": _at(ordered, 0.50),
                "p95": _at(ordered, 0.95),
                "p99": _at(ordered, 0.99),
                "max": _at(ordered, 1.0),
            },
        }


def _at(ordered: list[float], share: float) -> float:
    """The smallest time that this share of the acknowledgements did not exceed."""
    return round(ordered[max(0, ceil(len(ordered) * share) - 1)], 3) if ordered else 0.0
