"""The console's own address: which hosts and origins are its own, and the cookies that go with it."""

import re
from dataclasses import dataclass
from hmac import compare_digest
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from bot.errors import CoachError

SID, STATE, AFTER = "sid", "state", "after"
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)
_PORTS = {"http": 80, "https": 443}
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_TRUSTED = frozenset({"same-origin", "none"})


@dataclass(frozen=True, slots=True)
class Site:
    """Where browsers find the console. Over http only on this machine itself."""

    scheme: str
    host: str
    port: int

    @classmethod
    def of(cls, url: str) -> "Site":
        """The site at an address like https://coach.example.

        Raises CoachError where it is none, has more than a host, or is http on another machine than this.
        """
        try:
            parts = urlsplit(url)
            host, port = (parts.hostname or "").lower(), parts.port
        except ValueError:
            host, port, parts = "", None, urlsplit("")
        bare = parts.path in ("", "/") and not (parts.query or parts.fragment or parts.username)
        if parts.scheme not in _PORTS or not host or not bare:
            message = f"{url!r} is not the address of a console: it is https:// and a host, and nothing after it"
            raise CoachError(message, code="bad_url")
        if parts.scheme == "http" and not _is_loopback(host):
            message = f"{url} would send what doctors wrote in the clear: give an https:// address"
            raise CoachError(message, code="not_secure")
        return cls(parts.scheme, host, port or _PORTS[parts.scheme])

    @property
    def secure(self) -> bool:
        """Whether it is reached over https."""
        return self.scheme == "https"

    @property
    def origin(self) -> str:
        """As browsers write it in the header Origin."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    def answers_to(self, hosts: list[str]) -> bool:
        """Whether a request that names these hosts (there must be one) is meant for this site."""
        named = _host_and_port(f"{self.scheme}://{hosts[0]}") if len(hosts) == 1 else None
        if named is None:
            return False
        if self.host in _LOOPBACK and named[0] in _LOOPBACK:  # by whatever name and forwarded port it is called here
            return True
        return named == (self.host, self.port)

    def sent_by_own_page(self, request: Request) -> bool:
        """Whether a page of this site sent the form, as far as the browser tells; one that tells nothing is refused."""
        site = request.headers.get("sec-fetch-site")
        if site is not None:
            return site in _TRUSTED
        origin = request.headers.get("origin", "")
        own = _host_and_port(f"{self.scheme}://{request.headers.get('host', '')}")
        return own is not None and origin.startswith(f"{self.scheme}://") and _host_and_port(origin) == own

    def cookie_name(self, name: str) -> str:
        """The cookie's name; over https no other site under the same domain can set it."""
        return f"__Host-{name}" if self.secure else f"coach-{name}"

    def put(self, response: Response, name: str, value: str) -> None:
        """Give the browser a cookie that no script reads, for as long as it is open."""
        response.set_cookie(self.cookie_name(name), value, path="/", secure=self.secure, httponly=True, samesite="lax")

    def drop(self, response: Response, name: str) -> None:
        """Take it back."""
        response.delete_cookie(self.cookie_name(name), path="/", secure=self.secure, httponly=True, samesite="lax")

    def secret(self, request: Request, name: str) -> str:
        """A secret that the browser brings back; "" where it has none or something else."""
        found = request.cookies.get(self.cookie_name(name), "")
        return found if is_secret(found) else ""

    def after(self, request: Request) -> str:
        """The page of our own that somebody wanted before they signed in; the first one where there is none."""
        found = request.cookies.get(self.cookie_name(AFTER), "")
        return found if is_page(found) else "/"


def is_secret(text: str) -> bool:
    """Whether a text is shaped like the secrets that are given out here (32 bytes)."""
    return _SECRET.fullmatch(text) is not None


def is_page(path: str) -> bool:
    """Whether a path is plain enough to be sent there after signing in: of this site, without a query."""
    return re.fullmatch(r"(?:/[a-zA-Z0-9-]{1,64}){1,4}", path, re.ASCII) is not None


def same(one: str, other: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell where they differ."""
    return compare_digest(one.encode(errors="surrogatepass"), other.encode(errors="surrogatepass"))


def _host_and_port(url: str) -> tuple[str, int] | None:
    try:
        parts = urlsplit(url)
        if parts.username is not None or parts.path or parts.query or parts.fragment or not parts.hostname:
            return None
        return parts.hostname.lower(), parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        return None


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
