"""The image as it would run: its own variables alone, as its user, with everything but /data and /tmp read only."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.image.replay import Built

_PATIENCE = 120.0
_WRITABLE = ("data", "tmp")


class Image:
    """An image that was replayed. Of root's it runs as the image's user, of anybody else's as themselves."""

    def __init__(self, built: Built) -> None:
        self.built = built
        self.data = built.root / "data"
        self._user = [int(one) for one in built.user.split(":")] if os.geteuid() == 0 else []
        (built.root / "tmp").chmod(0o1777)
        for path in built.root.rglob("*"):
            if path.relative_to(built.root).parts[0] not in _WRITABLE and not path.is_symlink():
                path.chmod(path.stat().st_mode & 0o7555)
        built.root.chmod(0o555)

    def path(self, name: str) -> Path:
        """A path of the image, as it lies here."""
        return self.built.root / name.lstrip("/")

    def size(self, name: str) -> int:
        """Bytes below a path of the image."""
        return sum(one.lstat().st_size for one in self.path(name).rglob("*") if not one.is_dir())

    def state(self) -> dict[str, tuple[int, int]]:
        """Every file outside /data and /tmp, with size and time."""
        files = (one for one in self.path("opt").rglob("*") if not one.is_dir())
        return {str(one): (one.lstat().st_size, one.lstat().st_mtime_ns) for one in files}

    def run(
        self, words: Sequence[str], settings: Mapping[str, str] | None = None, given: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        """Run a command in the image to its end."""
        process = self._start(words, settings or {}, subprocess.PIPE)
        try:
            said, complained = process.communicate(given, timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        return subprocess.CompletedProcess(list(words), process.returncode, said, complained)

    def coach(
        self, *words: str, settings: Mapping[str, str] | None = None, given: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        """Run the image with these words after its entry point."""
        return self.run([*self.built.entrypoint, *words], settings, given)

    @contextmanager
    def serving(self, words: Sequence[str], settings: Mapping[str, str]) -> "Iterator[Service]":
        """Run the image in the background; it is ended behind it, where it was not."""
        log = self.path("tmp") / f"{words[0]}.log"
        with log.open("wb") as out:
            service = Service(self._start([*self.built.entrypoint, *words], settings, out.fileno()), log)
        try:
            yield service
        finally:
            service.process.kill()
            service.process.communicate()

    def _start(self, words: Sequence[str], settings: Mapping[str, str], out: int) -> "subprocess.Popen[str]":
        user, group = self._user or (None, None)
        return subprocess.Popen(
            words,
            env={**self.built.environment, **settings},
            cwd=self.built.folder,
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=out,
            text=True,
            user=user,
            group=group,
            extra_groups=[] if self._user else None,
        )


class Service:
    """What runs in the background."""

    def __init__(self, process: "subprocess.Popen[str]", log: Path) -> None:
        self.process = process
        self._log = log

    def said(self) -> str:
        """All that it wrote."""
        return self._log.read_text(encoding="utf-8")

    def ready_at(self, port: int) -> bool:
        """Whether /readyz says 200 before long."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            if status(f"http://127.0.0.1:{port}/readyz") == 200:
                return True
            time.sleep(0.2)
        return False

    def end(self) -> int:
        """Ask it to end, as an engine does; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(_PATIENCE)


def status(url: str) -> int:
    """The status of an answer; 0 where there is none."""
    try:
        with urlopen(url, timeout=5) as answer:  # noqa: S310 - an address of our own
            return int(answer.status)
    except HTTPError as refused:
        refused.close()
        return refused.code
    except (URLError, OSError):
        return 0


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
