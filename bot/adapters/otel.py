"""Spans to an OpenTelemetry collector, in the background; whatever is not on a list of ours never gets into one."""

import hashlib
import hmac
import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from secrets import token_bytes
from threading import Thread
from typing import Final

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, Span, SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import Span as ApiSpan
from opentelemetry.trace import SpanKind, Status, StatusCode

from bot.ports.tracing import Span as OurSpan
from bot.ports.tracing import Value

_LOG = logging.getLogger(__name__)
_NAME: Final = "leadership-coach"
_WAIT_S: Final = 2.0
"""Seconds that a collector has for a batch, all tries together."""
_EVERY_MS: Final = 2000.0
_WAITING: Final = 2048
"""Spans that may wait to be sent; beyond that the oldest go unsent."""

ALLOWED: Final = frozenset(
    "gen_ai.operation.name gen_ai.provider.name gen_ai.request.model gen_ai.response.model gen_ai.agent.name "
    "gen_ai.conversation.id gen_ai.usage.input_tokens gen_ai.usage.output_tokens "
    "gen_ai.usage.cache_read.input_tokens error.type coach.move coach.engine coach.outcome coach.purpose coach.calls "
    "coach.found".split()
)
"""What a span may say of itself. Anything else is dropped, whoever put it there."""
_HASHED: Final = "gen_ai.conversation.id"
_HASH: Final = re.compile(r"[0-9a-f]{24}")
_WORD: Final = re.compile(r"[\w.:/@+-]{1,100}", re.ASCII)
_SPANS: Final = re.compile(r"invoke_agent coach|retrieval|chat [\w.:/@+-]{1,100}", re.ASCII)
_PROVIDERS: Final = {
    "azure_openai": "azure.ai.openai",
    "bedrock": "aws.bedrock",
    "bedrock_converse": "aws.bedrock",
    "google_genai": "gcp.gemini",
    "google_vertexai": "gcp.vertex_ai",
    "mistralai": "mistral_ai",
    "xai": "x_ai",
}
"""What the conventions call providers that LangChain names otherwise."""


class ContentFree(SpanProcessor):
    """Lets a span through with its times, its place in the trace and what is allowed of it, and with nothing else.

    No event (an exception's words are one), link or description of an error goes on. It stands before everything that
    keeps or sends, so it also holds for spans that an instrumentation of somebody else's makes.
    """

    def __init__(self, inner: SpanProcessor, resource: Resource) -> None:
        self._inner = inner
        self._resource = resource

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        """Nothing is looked at before the end."""

    def on_end(self, span: ReadableSpan) -> None:
        """Pass on what may be; a span that cannot be is lost, and the turn that it tells of goes on."""
        try:
            self._inner.on_end(self._cleaned(span))
        except Exception as error:  # noqa: BLE001 - a trace is worth no reply
            _LOG.warning("a span was lost", extra={"error": type(error).__name__})

    def shutdown(self) -> None:
        """Send what waits and end."""
        self._inner.shutdown()

    def force_flush(self, timeout_millis: int = 30000) -> bool:
        """Send what waits."""
        return self._inner.force_flush(timeout_millis)

    def _cleaned(self, span: ReadableSpan) -> ReadableSpan:
        given = span.attributes or {}
        return ReadableSpan(
            name=span.name if _SPANS.fullmatch(span.name) else "other",
            context=span.context,
            parent=span.parent,
            resource=self._resource,
            attributes={name: value for name, value in given.items() if _may_pass(name, value)},
            kind=span.kind,
            status=Status(span.status.status_code),
            start_time=span.start_time,
            end_time=span.end_time,
            instrumentation_scope=InstrumentationScope(_NAME, version(_NAME)),
        )


class OtelTracer:
    """A tracer over a provider. Ids of conversations are hashed with a salt that lives and ends with the process."""

    def __init__(self, provider: TracerProvider) -> None:
        self._tracer = provider.get_tracer(_NAME, version(_NAME))
        self._salt = token_bytes(32)

    @contextmanager
    def span(self, name: str, attributes: Mapping[str, Value]) -> Iterator[OurSpan]:
        """Begin a piece of work; of an error that ends it, only the kind is noted."""
        kind = SpanKind.CLIENT if attributes.get("gen_ai.operation.name") == "chat" else SpanKind.INTERNAL
        with self._tracer.start_as_current_span(
            name, kind=kind, attributes=self._told(attributes), record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                yield _Noting(span, self)
            except BaseException as error:
                span.set_attribute("error.type", type(error).__name__)
                span.set_status(StatusCode.ERROR)
                raise

    def _told(self, attributes: Mapping[str, Value]) -> dict[str, Value]:
        told = dict(attributes)
        if _HASHED in told:
            told[_HASHED] = hmac.new(self._salt, str(told[_HASHED]).encode(), hashlib.sha256).hexdigest()[:24]
        provider = str(told.get("gen_ai.provider.name", ""))
        if provider in _PROVIDERS:
            told["gen_ai.provider.name"] = _PROVIDERS[provider]
        return told

    def note(self, span: ApiSpan, attributes: Mapping[str, Value]) -> None:
        """Put what came of a piece of work to its span."""
        span.set_attributes(self._told(attributes))


class _Noting:
    def __init__(self, span: ApiSpan, tracer: OtelTracer) -> None:
        self._span = span
        self._tracer = tracer

    def note(self, attributes: Mapping[str, Value]) -> None:
        """Add what came of it."""
        self._tracer.note(self._span, attributes)


class _TellingOnce(SpanExporter):
    """Says once that nothing gets through, and once that it does again: a collector may be away for days."""

    def __init__(self, inner: SpanExporter) -> None:
        self._inner = inner
        self._failing = False

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Hand a batch over; one that fails is lost."""
        result = self._inner.export(spans)
        failed = result is not SpanExportResult.SUCCESS
        if failed and not self._failing:
            _LOG.warning("traces do not get through to COACH_TRACES; nothing else depends on them")
        if self._failing and not failed:
            _LOG.info("traces get through again")
        self._failing = failed
        return result

    def shutdown(self) -> None:
        """End."""
        self._inner.shutdown()


def open_collector(url: str, instance: str) -> tuple[OtelTracer, Callable[[float], bool]]:
    """A tracer that sends in batches, from a thread of its own, to the collector at a URL; and what closes it.

    Closing sends what waits, takes so many seconds at most, and tells whether all went.
    """
    logging.getLogger("opentelemetry").setLevel(logging.CRITICAL)  # it tells of every batch that fails; we tell once
    exporter = _TellingOnce(OTLPSpanExporter(endpoint=url, timeout=_WAIT_S))
    batches = BatchSpanProcessor(exporter, max_queue_size=_WAITING, schedule_delay_millis=_EVERY_MS)
    provider = provider_of(batches, instance)
    return OtelTracer(provider), lambda within_s: _closed(provider, within_s)


def provider_of(inner: SpanProcessor, instance: str = "") -> TracerProvider:
    """A provider of our own, from which only what is content-free gets to `inner`; it is never made the global one."""
    told = {"service.name": _NAME, "service.version": version(_NAME)}
    resource = Resource(told | ({"service.instance.id": instance} if instance else {}))
    provider = TracerProvider(resource=resource, shutdown_on_exit=False)
    provider.add_span_processor(ContentFree(inner, resource))
    return provider


def _closed(provider: TracerProvider, within_s: float) -> bool:
    """Send what waits; a collector that hangs is not waited for any longer than that."""
    ending = Thread(target=provider.shutdown, name="traces-end", daemon=True)
    ending.start()
    ending.join(within_s)
    return not ending.is_alive()


def _may_pass(name: str, value: object) -> bool:
    """Whether an attribute is on the list, and is a number or a word and no sentence."""
    if name not in ALLOWED:
        return False
    if isinstance(value, bool | int | float):
        return name != _HASHED
    return isinstance(value, str) and (_HASH if name == _HASHED else _WORD).fullmatch(value) is not None
