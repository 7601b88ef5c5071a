"""How often something may be tried, by whom it is tried, in memory that does not grow."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from starlette.exceptions import HTTPException
from starlette.requests import Request

_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and as many again in every so many seconds."""

    count: int
    seconds: float


@dataclass(slots=True)
class Limiter:
    """Counts by key. Of the keys that were seen last it remembers so many; who is forgotten begins anew."""

    rate: Rate
    remembered: int = _REMEMBERED
    _due: OrderedDict[str, float] = field(default_factory=OrderedDict)

    def take(self, key: str, now: datetime) -> None:
        """Count one more. Raises HTTPException (429, with the seconds to wait) where it is one too many."""
        seconds, each = now.timestamp(), self.rate.seconds / self.rate.count
        due = max(self._due.get(key, 0.0), seconds)
        wait = due + each - seconds - self.rate.seconds
        if due - seconds > self.rate.seconds * 2:  # the clock was set back
            due, wait = seconds, 0.0
        if wait > each / 1000:  # more than what is lost in rounding
            raise HTTPException(429, headers={"Retry-After": str(ceil(wait))})
        self._due[key] = due + each
        self._due.move_to_end(key)
        while len(self._due) > self.remembered:
            self._due.popitem(last=False)

    def __len__(self) -> int:
        return len(self._due)


@dataclass(frozen=True, slots=True)
class Rates:
    """The console's: sign-ins begun, and as many failed ones, from one address, and requests of one session.

    One address can be all of a hospital, behind a proxy that is not trusted to say whose it is.
    """

    signing_in: Rate = Rate(100, 300.0)
    requests: Rate = Rate(600, 60.0)


def where_from(request: Request) -> str:
    """The address that a request comes from; of IPv6 the network, since one household has all of it."""
    host = request.client.host if request.client is not None else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host[:64]
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(ip_network((address, 64), strict=False))
    return host
