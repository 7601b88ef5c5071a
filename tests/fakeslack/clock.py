"""Slack's waits, which a test may shorten."""

import time
from dataclasses import dataclass


@dataclass(slots=True)
class Clock:
    """How long things take, in seconds. Retries, expiry of streams and of status lines are divided by `scale`.

    What is measured against the app stays true unless a test says otherwise: it has `acknowledge` seconds to
    acknowledge, and a trigger is good for `trigger` seconds.
    """

    scale: float = 1.0
    acknowledge: float = 3.0
    trigger: float = 3.0

    def wait(self, seconds: float) -> float:
        """How long to wait here for what takes that long in Slack."""
        return seconds / self.scale

    def since(self, moment: float) -> float:
        """Slack's seconds since a moment of `time.monotonic`."""
        return (time.monotonic() - moment) * self.scale
