"""A Chroma server in a process of its own, for the tests that want a real one; it can be stopped and started again."""

import gc
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_TRIES = 300


@dataclass
class ChromaServer:
    """One server; what it holds stays in its folder."""

    folder: Path
    port: int = 0
    _running: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.port = self.port or _free_port()
        chroma = str(Path(sys.executable).with_name("chroma"))
        command = [chroma, "run", "--path", str(self.folder), "--host", "127.0.0.1", "--port", str(self.port)]
        self._running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(_TRIES):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        message = "the Chroma server did not start"
        raise AssertionError(message)

    def stop(self) -> None:
        if self._running is not None:
            self._running.terminate()
            self._running.wait()
            self._running = None

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """It takes connections and answers nothing."""
        assert self._running is not None
        self._running.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._running.send_signal(signal.SIGCONT)


@contextmanager
def chroma_server(folder: Path) -> Iterator[ChromaServer]:
    """A server that runs, gone afterwards."""
    server = ChromaServer(folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()
        _close_what_is_left(server.port)


def _close_what_is_left(port: int) -> None:
    """Chroma leaves its connections to the collector, which would find them open in the middle of another test."""
    for one in gc.get_objects():
        if isinstance(one, socket.socket) and one.fileno() != -1:
            try:
                peer = one.getpeername()
            except OSError:  # not connected to anything
                continue
            if isinstance(peer, tuple) and peer[1] == port:
                one.close()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
