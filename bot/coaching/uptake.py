"""Taking up what was just said: the coach's own sentence, bound to words that prove it, and what to ask next."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.coaching.model import Uptake
from bot.coaching.plain import sentences

Place = Literal["quotations", "questions", "suppositions", "emergencies"]

_QUOTATION: Final = re.compile(r"\"[^\"]*\"|(?<!\w)'[^']*(?:'(?=\w)[^']*)*'(?!\w)")
_ELSEWHERE: Final[Mapping[Place, re.Pattern[str]]] = {
    "questions": re.compile(r"\?"),
    "suppositions": re.compile(
        r"\b(?:if(?! i'm (?:honest|being|truthful)| anything)|whether|unless|imagine|pretend|suppose|in case|so that"
        r"|hypothetical\w*|role ?-?play|rehears\w+|draft:|dear (?!me|god|lord)"
        r"|(?:he|she|they|it)(?: (?:would|will|might)|'d|'ll) (?:just |only |probably |then )?"
        r"(?:say|tell|answer|claim))\b"
        r"|^(?:could|can|would|should|do|does|will you|play|act|you be)\b"
    ),
    "emergencies": re.compile(
        r"\b(?:sats|news (?:of )?\d+|bp|gcs|k\+|potassium|lactate|ketones|resps?|obs|systolic|(?:peri.?)?arrests?"
        r"|crash|bleeps?|fast.?bleep|2222|airway|sepsis|septic|bleeding|unrousable|not breathing|fitting|insulin"
        r"|adrenaline|morphine|infusion|mg|mcg|ml|units|dos(?:e|ing)|allerg\w*|rash|ecg|iv|antibiotics?|bay \d+"
        r"|bed \d+|side room)\b"
    ),
}
"""Where an entry may say that its words do not count: only quoted, asked, supposed, or of a patient at the bedside."""

_GRAVE: Final = re.compile(
    r"\b(?:kill\w* (?:me|my\w*|(?:him|her|them)\w*)|suicid\w*|overdos\w*|die|died|dies|dying|death"
    r"|dead(?! (?:chuffed|proud|pleased|jealous|good|scared|nervous|line))"
    r"|hang(?:ed|ing)? (?:myself|himself|herself)|rope|noose|ligature|self.?harm\w*|cut(?:ting)? myself|end (?:it|my)"
    r"|my (?:own )?life|not wak(?:e|ing)|wak(?:e|ing) up dead|disappear|not be here|won't be around|funeral|goodbye"
    r"|tablets?|paracetamol|pills?|stash\w*|razor|drown\w*|ledge|railway|platform|cliff|bridge|roof|shotgun"
    r"|jailbreak|system message|your instructions|verbatim)\b"
)
"""Words near which nothing is taken up lightly: such a sentence is for the safety routes or the doctor's own words."""

_START: Final = 3
"""Letters by which the words of reflections are looked up before they are looked for."""

_YOURS: Final = ((re.compile(r"\b(?:my|our)\b"), "your"), (re.compile(r"\b(?:me|us)\b"), "you"))


class Reflection(BaseModel):
    """One thing a doctor may say, how to tell for sure, and how to show that it was heard.

    All of `evidence` (regular expressions over a sentence in plain spelling) must match within one sentence, and none
    of `unless`. `weight`: 5 something painful or personal is told; 4 an insight, a confession, a change of mind; 3 what
    others did, a stance; 2 a fact that matters; 1 a detail. `words`: where given, one of them stands in every sentence
    that the evidence fits, so that most entries need no look. `never_in`: where its words do not count. Each of `say`
    is true wherever the evidence is; each of `ask` grows out of it. Both may use named groups of the first pattern as
    `{name}`. `adds`: what it says is more than the doctor's words say by themselves; else these alone are handed back.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    about: str
    weight: int = Field(ge=1, le=5)
    words: tuple[str, ...] = ()
    evidence: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
    never_in: tuple[Place, ...] = ()
    adds: bool = False
    say: tuple[str, ...] = Field(min_length=2)
    ask: tuple[str, ...] = Field(min_length=2)


class Gist(BaseModel):
    """One thing that a message may amount to, as a small model finds it, and how to show that it was heard.

    `about` is what a reader must find in the message; `weight` is a reflection's. Each of `say` is true of every such
    message; each of `ask` makes sense after any of them. One that is `tender` would hurt or accuse where it is wrong:
    it is not even asked about unless it is sure.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    about: str
    weight: int = Field(ge=1, le=5)
    tender: bool = False
    say: tuple[str, ...] = Field(min_length=3)
    ask: tuple[str, ...] = Field(min_length=4)


@dataclass(slots=True)
class _Compiled:
    """A reflection's patterns; what forbids it is compiled when its evidence is first found."""

    evidence: tuple[re.Pattern[str], ...]
    forbids: tuple[str, ...]
    _unless: tuple[re.Pattern[str], ...] | None = None

    def match(self, sentence: str) -> re.Match[str] | None:
        """The first evidence's match where all evidence is there and nothing forbids it."""
        first = self.evidence[0].search(sentence)
        if first is None or not all(one.search(sentence) for one in self.evidence[1:]):
            return None
        if self._unless is None:
            self._unless = tuple(map(re.compile, self.forbids))
        return None if any(one.search(sentence) for one in self._unless) else first


@dataclass(slots=True)
class Bank:
    """All reflections, and their patterns, compiled at their first use."""

    reflections: Mapping[str, Reflection]
    by_start: Mapping[str, tuple[tuple[str, Reflection], ...]]
    wordless: tuple[Reflection, ...]
    _ready: dict[str, _Compiled] = field(default_factory=dict)

    @classmethod
    def of(cls, reflections: Iterable[Reflection]) -> "Bank":
        """A bank of these."""
        known = {one.id: one for one in reflections}
        by_start: dict[str, list[tuple[str, Reflection]]] = {}
        for one in known.values():
            for word in one.words:
                by_start.setdefault(word[:_START], []).append((word, one))
        wordless = tuple(one for one in known.values() if not one.words)
        return cls(known, {start: tuple(its) for start, its in by_start.items()}, wordless)

    def found_in(self, text: str) -> tuple[Uptake, ...]:
        """What of `text` can be taken up, the weightiest first; of equal weight what was said last."""
        found = [
            (one.weight, place, _uptake(one, sentence, match))
            for place, sentence in enumerate(sentences(text))
            for one, match in self._matches(sentence)
        ]
        ordered = sorted(found, key=lambda one: (-one[0], -one[1], one[2].id))
        return tuple({uptake.id: uptake for _, _, uptake in reversed(ordered)}.values())[::-1]

    def _matches(self, sentence: str) -> Iterator[tuple[Reflection, re.Match[str]]]:
        if _GRAVE.search(sentence):
            return
        unquoted = _QUOTATION.sub('"', sentence)
        elsewhere = {place for place, pattern in _ELSEWHERE.items() if pattern.search(unquoted)}
        for one in self._worth_a_look(sentence):
            if elsewhere.isdisjoint(one.never_in):
                match = self._patterns(one).match(unquoted if "quotations" in one.never_in else sentence)
                if match:
                    yield one, match

    def _worth_a_look(self, sentence: str) -> Iterable[Reflection]:
        """Reflections one of whose words stands in the sentence, and those that name none: few of the bank's many."""
        starts = {sentence[at : at + size] for size in range(1, _START + 1) for at in range(len(sentence) - size + 1)}
        there = self.by_start.keys() & starts  # a few of thousands: each word looked for would cost ten times as much
        found = {one.id: one for start in there for word, one in self.by_start[start] if word in sentence}
        return (*found.values(), *self.wordless)

    def _patterns(self, one: Reflection) -> _Compiled:
        if one.id not in self._ready:
            self._ready[one.id] = _Compiled(tuple(map(re.compile, one.evidence)), one.unless)
        return self._ready[one.id]


def _uptake(one: Reflection, sentence: str, match: re.Match[str]) -> Uptake:
    values = tuple((name, _turned(value)) for name, value in match.groupdict().items() if value)
    return Uptake(id=one.id, weight=one.weight, sentence=sentence, values=values, adds=one.adds)


def _turned(words: str) -> str:
    """The doctor's 'my' as the coach's 'your'."""
    for pattern, turned in _YOURS:
        words = pattern.sub(turned, words)
    return " ".join(words.split())
