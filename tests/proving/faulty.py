"""Parts that throw an exception whose words must appear nowhere: at the first call of a method, and every third."""

import inspect
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import TypeVar, cast

_EVERY = 3

T = TypeVar("T")


class ThrownError(RuntimeError):
    """What a faulty part throws; its words are a doctor's."""


class _Instead:
    """A part with some of its methods replaced."""

    def __init__(self, part: object, methods: Mapping[str, Callable[..., object]]) -> None:
        self._part = part
        self._methods = methods

    def __getattr__(self, name: str) -> object:
        return self._methods[name] if name in self._methods else getattr(self._part, name)


class Faults:
    """Where exceptions are to be thrown, with which words; each that was thrown is noted in a file."""

    def __init__(self, names: tuple[str, ...], words: str, noted: Path) -> None:
        self._names = names
        self._words = words
        self._noted = noted

    def put_into(self, name: str, part: T) -> T:
        """The same part, but for its methods that are to throw (`name.method`)."""
        methods = [one.partition(".")[2] for one in self._names if one.startswith(f"{name}.")]
        throwing = {method: self._throwing(f"{name}.{method}", getattr(part, method)) for method in methods}
        return cast("T", _Instead(part, throwing)) if throwing else part

    def function(self, name: str, given: Callable[..., T]) -> Callable[..., T]:
        """The same function, throwing where it is named."""
        return self._throwing(name, given) if name in self._names else given

    def _throwing(self, name: str, given: Callable[..., T]) -> Callable[..., T]:
        calls = count(1)

        def perhaps() -> None:
            if next(calls) % _EVERY == 1:
                with self._noted.open("a", encoding="utf-8") as file:
                    file.write(name + "\n")
                message = f"{name} failed over {self._words!r}"
                raise ThrownError(message)

        async def asynchronous(*args: object, **named: object) -> object:
            perhaps()
            return await given(*args, **named)  # type: ignore[misc]  # it is one: see below

        def synchronous(*args: object, **named: object) -> object:
            perhaps()
            return given(*args, **named)

        return asynchronous if inspect.iscoroutinefunction(given) else synchronous  # type: ignore[return-value]
