"""Traces hold times, counts and names of ours and nothing that anybody wrote; no collector can slow or fail a turn."""

import socket
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor, SpanExporter, SpanExportResult
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import Link, Status, StatusCode

import bot.adapters
from bot.adapters.otel import ALLOWED, OtelTracer, provider_of
from bot.adapters.tracing import endpoint, open_traces
from bot.coach import Coach
from bot.coaching.drafting.shape import Worded, WordedSentence
from bot.coaching.kinds import Act
from bot.errors import CoachError
from bot.llm_engine import Limits, LlmEngine
from bot.ports.chat_model import Failure
from bot.ports.tracing import NoTracer, Tracer
from tests.bot.adapters.collector import collector
from tests.bot.small_world import NAMES, Talk, coach
from tests.bot.test_llm_engine import instructions
from tests.fakes import FakeChatModel, FakeClock

SAID = "the registrar threw the zanzibar kettle at me"
_END_S = 30.0


def traced(tracer: Tracer, model: FakeChatModel | None = None) -> Coach:
    """The small coach with a tracer, and with a chat model where one is given."""
    llm = LlmEngine(model, instructions(), NAMES, FakeClock(), Limits(60.0, 0), tracer=tracer) if model else None
    made = coach(llm=llm)
    return Coach(replace(made._parts, tracer=tracer))


def in_memory() -> tuple[TracerProvider, InMemorySpanExporter]:
    kept = InMemorySpanExporter()
    return provider_of(SimpleSpanProcessor(kept)), kept


def all_bytes(spans: tuple[ReadableSpan, ...]) -> str:
    return "\n".join(span.to_json() for span in spans)


def named(spans: tuple[ReadableSpan, ...], name: str) -> list[Mapping[str, object]]:
    return [dict(one.attributes or {}) for one in spans if one.name == name]


def test_a_turn_is_a_span_with_what_was_asked_of_the_model_within_it() -> None:
    provider, kept = in_memory()
    model = FakeChatModel([Failure.REFUSED], name="azure_openai:gpt-x")
    Talk(coach=traced(OtelTracer(provider), model)).say("The bins are full again.")

    (turn,) = named(kept.get_finished_spans(), "invoke_agent coach")
    (asked,) = named(kept.get_finished_spans(), "chat gpt-x")
    assert turn["coach.engine"] == "guided_after_llm"
    assert asked == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "azure.ai.openai",
        "gen_ai.request.model": "gpt-x",
        "gen_ai.usage.input_tokens": 10,
        "gen_ai.usage.output_tokens": 10,
        "gen_ai.usage.cache_read.input_tokens": 0,
        "coach.purpose": "wording",
        "coach.calls": 1,
        "coach.outcome": "refused",
    }
    whole = {one.name: one for one in kept.get_finished_spans()}
    parent, child = whole["invoke_agent coach"].context, whole["chat gpt-x"].parent
    assert parent is not None
    assert child is not None
    assert child.span_id == parent.span_id


def test_looking_something_up_is_a_span() -> None:
    provider, kept = in_memory()
    talk = Talk(coach=traced(OtelTracer(provider)))
    talk.until("offer_idea", most=16)
    assert {"gen_ai.operation.name": "retrieval", "coach.found": True} in named(kept.get_finished_spans(), "retrieval")


def test_not_a_byte_of_what_was_written_gets_into_a_span() -> None:
    provider, kept = in_memory()
    tracer = OtelTracer(provider)
    draft = Worded(sentences=(WordedSentence(text=f"You say {SAID}.", act=Act.REFLECT),))
    talk = Talk(coach=traced(tracer, FakeChatModel([draft, Failure.MALFORMED])))
    talk.say(f"It was like this: {SAID}.", f"And again, {SAID}!")
    with suppress(ValueError), tracer.span("retrieval", {"coach.move": SAID}) as span:
        span.note({"coach.found": SAID, "gen_ai.input.messages": SAID, "gen_ai.request.model": SAID})
        raise ValueError(SAID)

    told = all_bytes(kept.get_finished_spans())
    assert len(kept.get_finished_spans()) >= 4
    for word in ("zanzibar", "kettle", "registrar"):
        assert word not in told
    assert named(kept.get_finished_spans(), "retrieval")[-1] == {"error.type": "ValueError"}


def test_what_an_instrumentation_of_somebody_elses_would_tell_is_dropped() -> None:
    provider, kept = in_memory()
    others = provider.get_tracer(f"instrumentation of {SAID}", attributes={"scope": SAID})
    with others.start_as_current_span("earlier") as earlier:
        link = Link(earlier.get_span_context(), {"said": SAID})
    with others.start_as_current_span(f"chat {SAID}", links=[link], attributes={"input.value": SAID}) as span:
        span.set_attributes({"gen_ai.output.messages": SAID, "llm.prompts.0.content": SAID, "coach.move": SAID})
        span.set_attribute("gen_ai.conversation.id", "T1:D1")
        span.set_attribute("gen_ai.usage.input_tokens", 7)
        span.add_event("gen_ai.content.prompt", {"gen_ai.prompt": SAID})
        span.record_exception(ValueError(SAID))
        span.set_status(Status(StatusCode.ERROR, SAID))

    spans = kept.get_finished_spans()
    assert "zanzibar" not in all_bytes(spans)
    last = spans[-1]
    assert (last.name, dict(last.attributes or {})) == ("other", {"gen_ai.usage.input_tokens": 7})
    assert (last.events, last.links, last.status.description) == ((), (), None)


def test_a_conversation_is_known_again_and_cannot_be_traced_back() -> None:
    provider, kept = in_memory()
    tracer, later = OtelTracer(provider), OtelTracer(provider)
    for one in (tracer, tracer, later):
        with one.span("invoke_agent coach", {"gen_ai.conversation.id": "T1:D1"}):
            pass
    first, again, after_a_restart = (
        one["gen_ai.conversation.id"] for one in named(kept.get_finished_spans(), "invoke_agent coach")
    )
    assert first == again != after_a_restart
    assert "T1:D1" not in all_bytes(kept.get_finished_spans())


def test_nothing_that_is_allowed_holds_content_by_its_name() -> None:
    assert not [name for name in ALLOWED if any(one in name for one in ("message", "content", "prompt", "text"))]


def test_what_is_traced_reaches_the_collector_when_the_process_ends() -> None:
    with collector() as here:
        traces = open_traces(here.address, "replica-1")
        Talk(coach=traced(traces.tracer)).say("The bins are full again.")
        assert traces.close(_END_S)
        spans = here.spans()
    assert {one.name for one in spans} == {"invoke_agent coach"}
    assert b"replica-1" in here.bodies[0]
    assert b"bins" not in b"".join(here.bodies)


def test_a_collector_that_hangs_holds_up_no_turn() -> None:
    with collector(hangs=True) as here:
        traces = open_traces(here.address)
        talk = Talk(coach=traced(traces.tracer))
        talk.say("The bins are full again.")
        assert here.reached.wait(_END_S)  # it has the first batch, and answers nothing
        talk.say("And nobody looks at them.", "It is always so.")
        assert len(talk.turns) == 3
        assert not here.let_go.is_set()
        assert not traces.close(0.05)  # what it hangs on is not waited for
    for thread in threading.enumerate():
        if thread.name == "traces-end":
            thread.join(_END_S)


def test_a_collector_that_is_away_fails_no_turn_and_is_told_of_once(caplog: pytest.LogCaptureFixture) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        traces = open_traces(address)
        talk = Talk(coach=traced(traces.tracer))
        talk.say("The bins are full again.")
        assert talk.turns[0].reply.text
        traces.close(_END_S)
    assert [one.message for one in caplog.records if one.name.startswith("bot.")] == [
        "traces do not get through to COACH_TRACES; nothing else depends on them"
    ]


class Broken(SpanExporter):
    def export(self, spans: object) -> SpanExportResult:
        raise RuntimeError(SAID)


def test_an_exporter_that_breaks_fails_no_turn(caplog: pytest.LogCaptureFixture) -> None:
    class Raising(SimpleSpanProcessor):
        def on_end(self, span: ReadableSpan) -> None:
            raise RuntimeError(SAID)

    provider = provider_of(Raising(Broken()))
    assert Talk(coach=traced(OtelTracer(provider))).say("The bins are full again.").reply.text
    assert "zanzibar" not in caplog.text


def test_without_an_address_nothing_is_traced_and_no_package_is_needed() -> None:
    traces = open_traces("")
    assert isinstance(traces.tracer, NoTracer)
    assert traces.close(0.0)


def test_where_the_packages_are_missing_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "bot.adapters.otel")
    monkeypatch.delattr(bot.adapters, "otel")
    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", None)
    with pytest.raises(CoachError, match=r"\.venv/bin/pip install -e '\.\[otel\]'$"):
        open_traces("http://127.0.0.1:4318")


@pytest.mark.parametrize("address", ["here", "ftp://x", "http://", "127.0.0.1:4318", "http://x:4318/?a=b"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(CoachError, match="COACH_TRACES"):
        open_traces(address)


@pytest.mark.parametrize("address", ["http://x:4318", "http://x:4318/", "http://x:4318/v1/traces"])
def test_the_path_is_added_where_it_is_missing(address: str) -> None:
    assert endpoint(address) == "http://x:4318/v1/traces"
