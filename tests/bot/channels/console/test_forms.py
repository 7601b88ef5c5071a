"""What a browser sends is read strictly, and no more of it than is allowed."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.channels.console.forms import LARGEST
from tests.bot.channels.console.world import ADMIN, MENTOR, URL, world

TYPE = "application/x-www-form-urlencoded"


async def sent(body: bytes | AsyncIterator[bytes], kind: str = TYPE) -> tuple[httpx.Response, str]:
    """Change a colleague with this body after the token; what came back, and their name afterwards."""
    async with world() as here:
        browser = await here.signed_in(ADMIN)
        begun = f"csrf={browser.csrf}&name=Changed&roles=mentor&".encode()
        content = begun + body if isinstance(body, bytes) else body
        headers = {"Origin": URL, "Content-Type": kind}
        answer = await browser.web.post(f"/people/{MENTOR}", content=content, headers=headers)
        return answer, here.staff.people[MENTOR].name


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"assesses=%00", 400),
        (b"a%00=b", 400),
        (b"a=\x00", 400),
        (b"a=%ff", 400),
        (b"a=\xff", 400),
        (b"a=%ed%a0%80", 400),
        (b"a=%c0%80", 400),
        (b"&".join(b"a=b" for _ in range(1100)), 400),
        (b"a=" + b"x" * LARGEST, 413),
        (b"assesses=%F0%9F%92%A3", 400),
        (b"", 303),
        (b"&&&=&=&a", 303),
        (b"a=%F0%9F%92%A3&b=%zz", 303),
        (b"a=" + b"x" * (LARGEST - 200), 303),
    ],
)
def test_a_body_that_cannot_be_read_changes_nothing(body: bytes, status: int) -> None:
    answer, name = asyncio.run(sent(body))
    assert answer.status_code == status
    assert name == ("Changed" if status == 303 else "Mina Mentor")


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("", 415),
        ("text/plain", 415),
        ("application/json", 415),
        ("multipart/form-data; boundary=x", 415),
        (f"{TYPE}; charset=utf-16", 415),
        (f"{TYPE}; charset=UTF-8", 303),
        (TYPE.upper(), 303),
    ],
)
def test_only_a_form_is_a_form(kind: str, status: int) -> None:
    assert asyncio.run(sent(b"", kind))[0].status_code == status


def test_a_body_without_a_length_is_not_read_beyond_what_is_allowed() -> None:
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while read < 100 * LARGEST:
            read += 65_536
            yield b"x" * 65_536

    answer, _ = asyncio.run(sent(endless()))
    assert answer.status_code == 413
    assert read <= LARGEST + 2 * 65_536


def test_a_length_beyond_what_is_allowed_is_refused_before_anything_is_read() -> None:
    async def main() -> None:
        async with world() as here:
            browser = await here.signed_in(ADMIN)
            headers = {"Origin": URL, "Content-Type": TYPE, "Content-Length": str(LARGEST + 1)}
            answer = await browser.web.post(f"/people/{MENTOR}", content=b"csrf=", headers=headers)
            assert answer.status_code == 413

    asyncio.run(main())
