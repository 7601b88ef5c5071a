"""`python -m tests.stubmodel`: starts the model, prints one line of JSON with its address, runs until told to stop."""

import argparse
import asyncio
import json
import signal
import sys

from aiohttp import web

from tests.stubmodel.server import build

_HOST = "127.0.0.1"


async def _until_closed(stop: asyncio.Event) -> None:
    """Set `stop` when whoever started this process is gone."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()
    stop.set()


async def _run(port: int, *, with_parent: bool) -> None:
    stop = asyncio.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(one, stop.set)
    runner = web.AppRunner(build(), access_log=None, shutdown_timeout=0.5, handler_cancellation=True)
    await runner.setup()
    try:
        await web.TCPSite(runner, _HOST, port).start()
        sys.stdout.write(json.dumps({"url": f"http://{_HOST}:{runner.addresses[0][1]}"}) + "\n")
        sys.stdout.flush()
        watching = asyncio.create_task(_until_closed(stop)) if with_parent else None
        await stop.wait()
        if watching is not None:
            watching.cancel()
    finally:
        await runner.cleanup()


def main() -> int:
    """Run until told to stop; 2 where it cannot start, with the reason."""
    parser = argparse.ArgumentParser(prog="python -m tests.stubmodel", description="A stand-in for a chat model.")
    parser.add_argument("--port", type=int, default=0, help="0 takes any port that is free")
    parser.add_argument("--with-parent", action="store_true", help="stop when the standard input is closed")
    given = parser.parse_args()
    try:
        asyncio.run(_run(given.port, with_parent=given.with_parent))
    except OSError as wrong:
        sys.stderr.write(f"The stub model cannot start: {wrong}\n")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
