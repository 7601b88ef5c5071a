"""One honest fake for each port: small, deterministic, keeping the port's promise."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel

from bot.adapters.store.conversations import SqlConversationStore
from bot.adapters.store.engine import open_engine
from bot.coaching.choose.hearing import Heard
from bot.coaching.cited import Cited
from bot.coaching.drafting.sheet import Prompt
from bot.coaching.labels import INTENTS, STOPS
from bot.coaching.model import Scored
from bot.coaching.noticed import GistFound, Noticed, Spans
from bot.coaching.playbook import Playbook
from bot.coaching.signals import Signals
from bot.coaching.write.desk import Found
from bot.ports.chat_model import Asked, Failure, Shape, Usage


@dataclass
class FakeReader:
    """Reads by key words: the first pattern that matches decides the label, else `default`.

    A message that matches `torn` reads like the first two situations alike; one that matches a pattern of `doubts` could
    be a reason to stop.
    """

    situations: tuple[str, ...]
    cues: Mapping[str, str] = field(default_factory=dict)
    stops: Mapping[str, str] = field(default_factory=dict)
    doubts: Mapping[str, str] = field(default_factory=dict)
    notices: Mapping[str, str] = field(default_factory=dict)
    torn: str = r"(?!)"
    default: str = ""
    version: str = "fake"

    def read(self, text: str, asked: str = "") -> Signals:
        """All weight on the matched label, whatever was asked."""
        del asked
        names = (*self.situations, *INTENTS)
        best = next((label for label, cue in self.cues.items() if re.search(cue, text, re.I)), self.default)
        labels = {name: 0.8 if name == best else 0.2 / (len(names) - 1) for name in names}
        if not best:
            labels = dict.fromkeys(names, 1 / len(names))
        if re.search(self.torn, text, re.I):
            labels = {name: 0.45 if name in self.situations[:2] else 0.1 / (len(names) - 2) for name in names}
        stops = {
            name: max(0.992 * _cued(self.stops, name, text), 0.65 * _cued(self.doubts, name, text)) for name in STOPS
        }
        return Signals(labels, stops, {name: float(_cued(self.notices, name, text)) for name in self.notices})

    def hear(self, text: str, book: Playbook) -> Heard:
        """Facets by their cue words alone."""
        told = [f"{book.id}/{one.id}" for one in book.facets if any(re.search(cue, text, re.I) for cue in one.cues)]
        return Heard(tuple(told), tuple(Scored(id=one.id, confidence=0.0) for one in book.facets))


def _cued(cues: Mapping[str, str], name: str, text: str) -> bool:
    return name in cues and re.search(cues[name], text, re.I) is not None


@dataclass
class FakeEvidence:
    """Knows every card by a made-up sentence; answers only questions that contain `knows`."""

    knows: str = "stretch"
    version: str = "fake"
    missing: str = ""

    def card(self, card_id: str) -> Found | None:
        """A sentence that names the card."""
        cited = Cited(
            key=f"[{card_id}]",
            card=card_id,
            doc="bohmer-2012",
            section="5",
            author="Bohmer 2012",
            quote=None,
            start=None,
            end=None,
        )
        return Found(says="Bohmer has something to say about this.", cited=cited)

    def answer(self, question: str, prior: Mapping[str, float]) -> Found:
        """An answer, or nothing."""
        del prior
        nothing = Found(None, None, missing=self.missing)
        return self.card("a-card") or nothing if self.knows in question else nothing


PLAINLY_SAID = {
    "step": r"(?:^|[.!?] )I(?:'ll| will|'m going to) ([^.,;]+?)(?=,? (?:on )?\w+day\b|[.,;]|$)"
    r"|\b(?:plan's to|out: I'd) (.+)",
    "when": r"(?<!Not )\b(?:on )?\w+day(?: after the huddle)?\b|\b\d+am\b|^at \w+$|\bthe 9th, at lunch",
    "way": r"\bif [^.]*I'll [^.]+",
}
"""Patterns for words said in the plainest way, so that most tests need none of their own."""


@dataclass
class FakeListener:
    """Finds each gist by a pattern of its own (those named in `unsure` are only likely), and each kind of words."""

    cues: Mapping[str, str] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()
    spans: Mapping[str, str] = field(default_factory=lambda: PLAINLY_SAID)
    before: list[str] = field(default_factory=list)

    def listen(self, text: str, before: str) -> Noticed:
        """All that match, in the order in which they are given; `before` is kept."""
        self.before.append(before)
        found = (name for name, cue in self.cues.items() if re.search(cue, text, re.I))
        words = {kind: _found(cue, text) for kind, cue in self.spans.items()}
        gists = tuple(GistFound(id=name, confidence=0.9, sure=name not in self.unsure) for name in found)
        return Noticed(gists=gists, spans=Spans.model_validate(words))


def _found(cue: str, text: str) -> tuple[str, ...]:
    """What a pattern finds: the group that holds something, else the whole of it."""
    found = re.finditer(cue, text, re.I)
    return tuple(next((group for group in one.groups() if group), one.group(0)) for one in found)


class FakeClock:
    """A clock that moves one millisecond at each look."""

    def __init__(self) -> None:
        self._now = 0.0

    def elapsed_ms(self) -> float:
        """One more millisecond."""
        self._now += 1.0
        return self._now


def memory_store() -> SqlConversationStore:
    """The real store, in memory."""
    return SqlConversationStore(open_engine("sqlite://"))


@dataclass
class FakeChatModel:
    """Answers from a queue, each an answer of the shape asked for or a reason why there is none; then it is unreachable.

    `asked` keeps every prompt with the seconds that it was given; each call takes `tokens` in and as many out.
    """

    answers: list[BaseModel | Failure] = field(default_factory=list)
    tokens: int = 10
    name: str = "fake:model"
    asked: list[tuple[Prompt, float]] = field(default_factory=list)

    def ask(self, prompt: Prompt, shape: type[Shape], within_s: float) -> Asked[Shape]:
        """The next in the queue; one of another shape is malformed."""
        self.asked.append((prompt, within_s))
        given = self.answers.pop(0) if self.answers else Failure.UNREACHABLE
        usage = Usage(input_tokens=self.tokens, output_tokens=self.tokens, calls=1, ms=1.0)
        if isinstance(given, Failure):
            return Asked(None, given, usage)
        if not isinstance(given, shape):
            return Asked(None, Failure.MALFORMED, usage)
        return Asked(given, None, usage)
