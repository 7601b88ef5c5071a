"""The address of a chat model: told of without its password, and whether what is sent there can be read on the way."""

import re
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

_USER: Final = re.compile(r"^([a-z][a-z0-9+.-]*://)?.*@", re.I | re.S)
_PARTS: Final = re.compile(r"[:/?#@]")
_AFTER: Final = re.compile(r"[?#].*", re.S)
_NEAR: Final = (".localhost", ".local", ".internal", ".lan", ".svc", ".home.arpa")
"""Ends of names that are known inside a network alone."""


def shown(url: str) -> str:
    """The address without user, password and query."""
    return _AFTER.sub("", _USER.sub(lambda found: found[1] or "", url))


def scrubbed(said: str, url: str) -> str:
    """What a package said of it, without what of the address is secret."""
    said = said.replace(url, shown(url)) if url else said
    found = _USER.match(url)
    user = found[0].partition("://")[2].removesuffix("@") if found else ""
    for secret in sorted({user, *_PARTS.split(user)} - {""}, key=len, reverse=True):
        said = said.replace(secret, "***")
    return said


def goes_in_clear(url: str) -> bool:
    """Whether it is http:// to a host that is neither this machine nor, by its name or number, in a network of ours."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return False
    if parts.scheme.lower() != "http" or not host:
        return False
    try:
        number = ip_address(host)
    except ValueError:
        return "." in host and not host.endswith(_NEAR)
    return not (number.is_private or number.is_loopback or number.is_link_local)
