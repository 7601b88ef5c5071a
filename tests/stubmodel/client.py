"""The stub model from a test's side: its process, what is to go wrong, what it has seen."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import Self
from urllib.parse import urlsplit

from tests.checkout import ROOT
from tests.fakeslack.jsons import Json, items, number, record

_WAIT_S = 10.0


class StubModel:
    """A running stub; `url` is what COACH_LLM_URL takes."""

    def __init__(self, address: str) -> None:
        self._place = urlsplit(address).netloc
        self.url = f"{address}/v1"

    @classmethod
    @contextmanager
    def running(cls) -> Iterator[Self]:
        """A stub in a process of its own, gone at the end, also where the test is killed."""
        command = [sys.executable, "-m", "tests.stubmodel", "--with-parent"]
        with subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        ) as child:
            try:
                line = child.stdout.readline() if child.stdout else ""
                yield cls(str(json.loads(line)["url"]))
            finally:
                child.terminate()

    def faults(self, *kinds: str, seconds: float = 1.0, times: int = 1) -> None:
        """Let the next requests meet these faults, one after the other, each `times` times."""
        self._post("faults", {"faults": [{"kind": one, "times": times, "seconds": seconds} for one in kinds]})

    def chance(self, rate: float, kinds: Sequence[str] = (), *, seed: int = 5, seconds: float = 1.0) -> None:
        """Let each request meet a fault with this chance: of these kinds, or of all that are no fault of the settings."""
        self._post("faults", {"rate": rate, "kinds": list(kinds), "seed": seed, "seconds": seconds})

    def forget(self) -> None:
        """Begin anew."""
        self._post("forget", {})

    def figures(self) -> Json:
        """What came so far."""
        return record(self._call("GET", "/control/figures"))

    def count(self, name: str) -> int:
        """One of the figures."""
        return int(number(self.figures(), name, 0))

    def last(self) -> list[str]:
        """The last requests, as they came, oldest first."""
        return [str(one) for one in items(record(self._call("GET", "/control/last")).get("requests"))]

    def keys(self) -> list[str]:
        """The keys that requests came with."""
        return [str(one) for one in items(record(self._call("GET", "/control/last")).get("keys"))]

    def closed(self) -> bool:
        """Whether no request is under way any more; waits for it, since a closed connection takes a moment to be seen."""
        until = time.monotonic() + _WAIT_S
        while self.count("open") and time.monotonic() < until:
            time.sleep(0.02)
        return self.count("open") == 0

    def _post(self, name: str, told: Json) -> None:
        answered = record(self._call("POST", f"/control/{name}", told))
        if "error" in answered:
            raise ValueError(answered["error"])

    def _call(self, method: str, path: str, told: Json | None = None) -> object:
        connection = HTTPConnection(self._place, timeout=_WAIT_S)
        try:
            connection.request(method, path, json.dumps(told) if told is not None else None)
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()
