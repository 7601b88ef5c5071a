"""Traces for operators: how long what took and how it came out, never a word that anybody wrote."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

Value = str | int | float | bool


class Span(Protocol):
    """One piece of work, while it runs."""

    def note(self, attributes: Mapping[str, Value]) -> None:
        """Add what came of it: ids, counts, names of ours."""
        ...


class Tracer(Protocol):
    """Where traces go. Names and attributes follow OpenTelemetry's conventions for generative AI."""

    def span(self, name: str, attributes: Mapping[str, Value]) -> AbstractContextManager[Span]:
        """Begin a piece of work; spans begun within it are its children."""
        ...


class _Nothing:
    def note(self, attributes: Mapping[str, Value]) -> None:
        """Nowhere."""
        del attributes


class NoTracer:
    """Traces nothing: the default."""

    @contextmanager
    def span(self, name: str, attributes: Mapping[str, Value]) -> Iterator[Span]:
        """Nothing is kept."""
        del name, attributes
        yield _Nothing()
