"""The guard of tests/conftest.py: nothing but this machine can be reached."""

import asyncio
import socket

import pytest


@pytest.mark.parametrize("address", [("192.0.2.1", 9), ("8.8.8.8", 53)])
def test_another_machine_cannot_be_reached(address: tuple[str, int]) -> None:
    with socket.socket() as one, pytest.raises(PermissionError, match=address[0]):
        one.connect(address)


def test_a_name_of_another_machine_is_not_even_looked_up() -> None:
    with pytest.raises(PermissionError, match=r"example\.org"):
        socket.create_connection(("example.org", 80))


def test_this_machine_can_be_reached_also_by_asyncio() -> None:
    async def there_and_back() -> bytes:
        async def greet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(b"hello")
            writer.close()

        server = await asyncio.start_server(greet, "127.0.0.1", 0)
        async with server:
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            heard = await reader.read()
            writer.close()
            return heard

    assert asyncio.run(there_and_back()) == b"hello"
