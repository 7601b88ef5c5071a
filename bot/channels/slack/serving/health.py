"""Whether the coach is well: what a load balancer, a container's probe or a tired administrator asks."""

import asyncio
import logging
from dataclasses import dataclass

from bot.channels.slack.parts import Parts

_LOG = logging.getLogger(__name__)
_PATIENCE = 2.0
_STUCK = 120.0
"""Seconds after which something that waits to be answered, and is not, means that nobody is at work."""


@dataclass(slots=True)
class Health:
    """What is known of this process; `socket_alive` is None where events come by HTTP."""

    parts: Parts
    socket_alive: bool | None = None
    ping_age: float = 0.0
    draining: bool = False

    def socket(self, *, alive: bool, ping_age: float) -> None:
        """How the socket is, and the seconds since it last answered."""
        self.socket_alive, self.ping_age = alive, ping_age
        self.parts.metrics.socket(alive=alive, ping_age=ping_age)

    async def ready(self) -> tuple[bool, dict[str, object]]:
        """Whether messages can be taken in and are answered; and what that rests on, fit for JSON.

        Letters that cannot be sent do not count against it: another process could not send them either.
        """
        try:
            async with asyncio.timeout(_PATIENCE):
                backlog = await self.parts.post.backlog()
        except Exception as error:  # noqa: BLE001 - a store that fails in any way is not ready
            _LOG.error("the store does not answer", extra={"error": type(error).__name__})
            return False, {"ready": False, "database": False}
        self.parts.metrics.backlog(backlog)
        stuck = backlog.oldest_waiting > _STUCK
        well = not self.draining and not stuck and self.socket_alive is not False
        told: dict[str, object] = {
            "ready": well,
            "database": True,
            "draining": self.draining,
            "waiting": backlog.waiting,
            "oldest_waiting_seconds": round(backlog.oldest_waiting, 1),
            "unsent": backlog.unsent,
            "oldest_unsent_seconds": round(backlog.oldest_unsent, 1),
            "in_doubt": backlog.in_doubt,
            "failed": backlog.failed,
        }
        if self.socket_alive is not None:
            told |= {"socket": self.socket_alive, "ping_age_seconds": round(self.ping_age, 1)}
        return well, told
