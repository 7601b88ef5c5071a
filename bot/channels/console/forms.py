"""What a browser sends, read strictly and within bounds: bytes, fields, UTF-8, and no character that breaks a store."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

LARGEST = 256 * 1024
"""Bytes of a form."""
_FIELDS = 1000
_FIELDS_OF_QUERY = 100
_LONGEST_PATH = 512
_FORM = "application/x-www-form-urlencoded"
_UNFIT = re.compile("[\0\ud800-\udfff]")

Fields = Mapping[str, Sequence[str]]


async def form(request: Request) -> Fields:
    """All values of each field of the form that was sent.

    Raises HTTPException: 415 where it is no form, 413 where it is too large, 400 where it cannot be read.
    """
    kind, _, rest = request.headers.get("content-type", "").partition(";")
    if kind.strip().lower() != _FORM or rest.strip().lower() not in ("", "charset=utf-8"):
        raise HTTPException(415)
    return _fields(await _body(request), _FIELDS)


def check_address(request: Request) -> None:
    """Refuse a path (404) or query (400) that no page of ours leads to."""
    path = request.scope["path"]
    if len(path) > _LONGEST_PATH or _UNFIT.search(path):
        raise HTTPException(404)
    _fields(request.scope["query_string"], _FIELDS_OF_QUERY)


async def _body(request: Request) -> bytes:
    """The body; no more than is allowed is ever held."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > LARGEST:
        raise HTTPException(413)
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise HTTPException(413)
    return bytes(body)


def _fields(sent: bytes, most: int) -> Fields:
    try:
        pairs = parse_qsl(sent.decode(), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=most)
    except ValueError:  # no UTF-8, or too many fields
        raise HTTPException(400) from None
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        if _UNFIT.search(name) or _UNFIT.search(value):
            raise HTTPException(400)
        found.setdefault(name, []).append(value)
    return found
