"""What is counted and timed, for Prometheus: numbers only, never whose they are or what was said."""

import re

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.coaching.record import ModelUse, TurnRecord
from bot.llm_engine import BROKEN_CHECK
from bot.ports.chat_model import Failure
from bot.ports.post import Backlog

_QUICK = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 3.0)
_SLOW = (0.5, 1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 30.0, 60.0, 300.0, 1800.0)
_MODEL = (0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 20.0, 40.0, 60.0)
_ENGINES = frozenset({"guided", "llm", "guided_after_llm"})
_OUTCOMES = frozenset({"used", "rejected", "over_budget", BROKEN_CHECK, *Failure})
_CODE = re.compile(r"[a-z][a-z_]{0,39}")


class Metrics:
    """Counters and clocks with a registry of their own, so that two coaches in one process do not meet."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._acknowledged = self._timed("acknowledged", "From a request to its acknowledgement.", _QUICK)
        self._turn = self._timed("turn", "From the claim of a conversation to what came of it, stored.", _QUICK)
        self._waited = self._timed("reply_wait", "From a message as taken in to its reply in the channel.", _SLOW)
        self._duplicates = self._counted("duplicates", "Deliveries of what was known already.")
        self._refused = self._counted("refused", "What was not taken in or not answered, by kind.", "kind")
        self._sent = self._counted("sent", "Letters that the channel has.")
        self._put_off = self._counted("put_off", "Tries of a letter that come again later, by reason.", "reason")
        self._in_doubt = self._counted("in_doubt", "Letters looked for before they were sent again.", "found")
        self._gave_up = self._counted("gave_up", "Letters that can never be sent, by the channel's word.", "code")
        self._feedback = self._counted("feedback", "Verdicts on replies.", "value")
        self._socket_alive = self._shown("socket_alive", "1 while the socket answers, 0 while it does not.")
        self._ping_age = self._shown("socket_ping_age_seconds", "Since the socket last answered.")
        self._reconnects = self._counted("socket_reconnects", "Sockets that were dead and were opened anew.")
        self._backlog = self._shown("backlog", "What waits, by where.", "where")
        self._oldest = self._shown("backlog_oldest_seconds", "How long the oldest has waited, by where.", "where")
        self._replies = self._counted("replies", "Replies, by who worded them.", "engine")
        self._asked = self._counted(
            "model_asked", "What a chat model was asked, by what came of it.", "purpose", "outcome"
        )
        self._tries = self._counted("model_tries", "Calls of a chat model, tries counted one by one.")
        self._rejected = self._counted("model_rejected", "Faults for which a model's draft was not sent.", "problem")
        self._tokens = self._counted(
            "model_tokens", "Tokens: read anew, read from the provider's cache, written.", "kind"
        )
        self._cost = self._counted("model_cost", "What a chat model cost, in the currency of COACH_LLM_PRICES.")
        self._model = self._timed(
            "model", "From asking a chat model to its answer, or to giving up.", _MODEL, "purpose"
        )

    def acknowledged(self, seconds: float) -> None:
        """A request was acknowledged so long after it arrived."""
        self._acknowledged.observe(seconds)

    def turn(self, seconds: float) -> None:
        """A turn took so long, from its claim to its end on disk."""
        self._turn.observe(seconds)

    def waited(self, seconds: float) -> None:
        """A doctor waited so long, from the message as taken in to the reply in the channel."""
        self._waited.observe(seconds)

    def duplicate(self) -> None:
        """Something came that was known already."""
        self._duplicates.inc()

    def refused(self, kind: str) -> None:
        """Something was not taken in or not answered; `kind` is a word of ours."""
        self._refused.labels(kind=_word(kind)).inc()

    def sent(self) -> None:
        """The channel has a letter."""
        self._sent.inc()

    def put_off(self, reason: str) -> None:
        """A letter was not sent and is tried again later."""
        self._put_off.labels(reason=_word(reason)).inc()

    def in_doubt(self, *, found: bool) -> None:
        """A letter of unknown fate was looked for."""
        self._in_doubt.labels(found="yes" if found else "no").inc()

    def gave_up(self, code: str) -> None:
        """A letter can never be sent; `code` is the channel's word for why."""
        self._gave_up.labels(code=_word(code)).inc()

    def feedback(self, value: str) -> None:
        """A doctor judged a reply."""
        self._feedback.labels(value=_word(value)).inc()

    def socket(self, *, alive: bool, ping_age: float) -> None:
        """How the socket is: whether it answers, and the seconds since it last did."""
        self._socket_alive.set(1 if alive else 0)
        self._ping_age.set(ping_age)

    def reconnected(self) -> None:
        """A dead socket was given up for a new one."""
        self._reconnects.inc()

    def backlog(self, backlog: Backlog) -> None:
        """What waits now."""
        self._backlog.labels(where="inbox").set(backlog.waiting)
        self._backlog.labels(where="outbox").set(backlog.unsent)
        self._backlog.labels(where="in_doubt").set(backlog.in_doubt)
        self._backlog.labels(where="failed").set(backlog.failed)
        self._oldest.labels(where="inbox").set(backlog.oldest_waiting)
        self._oldest.labels(where="outbox").set(backlog.oldest_unsent)

    def answered(self, record: TurnRecord) -> None:
        """A turn was kept: who worded it, and what was asked of a chat model for it."""
        engine = record.reply.engine
        self._replies.labels(engine=engine if engine in _ENGINES else "other").inc()
        for use in record.model_uses:
            self._used(use)

    def _used(self, use: ModelUse) -> None:
        outcome = use.outcome if use.outcome in _OUTCOMES else "other"
        self._asked.labels(purpose=use.purpose, outcome=outcome).inc()
        self._tries.inc(use.calls)
        for kind, tokens in (
            ("in", use.input_tokens - use.cached_tokens),
            ("cached", use.cached_tokens),
            ("out", use.output_tokens),
        ):
            self._tokens.labels(kind=kind).inc(max(tokens, 0))
        self._cost.inc(max(use.cost or 0.0, 0.0))
        if use.calls:
            self._model.labels(purpose=use.purpose).observe(use.ms / 1000)
        for problem in use.problems:
            self._rejected.labels(problem=_word(problem.code)).inc()

    def exposed(self) -> bytes:
        """All of it in Prometheus' text format."""
        return generate_latest(self._registry)

    def _timed(self, name: str, help_text: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
        return Histogram(f"coach_slack_{name}_seconds", help_text, labels, buckets=buckets, registry=self._registry)

    def _counted(self, name: str, help_text: str, *labels: str) -> Counter:
        return Counter(f"coach_slack_{name}_total", help_text, labels, registry=self._registry)

    def _shown(self, name: str, help_text: str, *labels: str) -> Gauge:
        return Gauge(f"coach_slack_{name}", help_text, labels, registry=self._registry)


def _word(label: str) -> str:
    """A label fit to be kept: one short word, so that no text can get into the figures by way of an error."""
    return label if _CODE.fullmatch(label) else "other"
