"""Where traces go: nowhere, or to an OpenTelemetry collector where one is set; a collector that fails costs no turn."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.errors import CoachError
from bot.ports.tracing import NoTracer, Tracer

_PATH = "/v1/traces"


def _nothing_waits(within_s: float) -> bool:
    del within_s
    return True


@dataclass(frozen=True, slots=True)
class Traces:
    """A tracer, and `close`, which sends what waits: it takes so many seconds at most, and says whether all went."""

    tracer: Tracer = field(default_factory=NoTracer)
    close: Callable[[float], bool] = _nothing_waits


def open_traces(address: str, instance: str = "") -> Traces:
    """Traces to the collector at an OTLP/HTTP address; to nowhere where that is "". `instance` names this process.

    Raises CoachError where the address is none, or the packages are not installed.
    """
    if not address:
        return Traces()
    url = endpoint(address)
    try:
        from bot.adapters import otel  # noqa: PLC0415 - an extra: only those who trace have its packages
    except ImportError as error:
        message = "COACH_TRACES is set, and its packages are not installed: .venv/bin/pip install -e '.[otel]'"
        raise CoachError(message, code="no_otel") from error
    return Traces(*otel.open_collector(url, instance))


def endpoint(address: str) -> str:
    """The address that traces are posted to.

    Raises CoachError where it is no HTTP address.
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        message = "COACH_TRACES: must be the address of an OTLP/HTTP collector, such as http://127.0.0.1:4318"
        raise CoachError(message, code="bad_setting")
    base = address.rstrip("/")
    return base if base.endswith(_PATH) else base + _PATH
