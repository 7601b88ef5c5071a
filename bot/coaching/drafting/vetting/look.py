"""A draft and what it is held against, brought into the forms that the checks need, once for all of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.coaching.drafting.shape import Worded, WordedSentence
from bot.coaching.drafting.sheet import Ground
from bot.coaching.drafting.vetting import plainly
from bot.coaching.kinds import Act
from bot.coaching.model import Commitment, State
from bot.coaching.record import Problem

_DOUBLE: Final = re.compile(r'"([^"]*)"')
_SINGLE: Final = re.compile(r"(?<![\w])'([^'\"]*(?:\w'\w[^'\"]*)*)'(?!\w)")
ASKS: Final = frozenset({Act.ASK_OPEN, Act.ASK_CLOSED})


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a draft: as written (straight), in our own words (quotations cut), and those spelt out."""

    text: str
    own: str
    plain: str
    act: Act
    cites: str | None

    @property
    def asks(self) -> bool:
        """Whether it asks, outside quotation marks."""
        return "?" in self.own


class Look:
    """A draft beside its ground. `doctor` is all that the doctor is known to have said; `known` all that was said."""

    def __init__(self, worded: Worded, ground: Ground) -> None:
        self.ground = ground
        self.sheet = ground.sheet
        self.raw = " ".join(one.text for one in worded.sentences)
        self.lines = tuple(_line(one) for one in worded.sentences)
        self.acts = frozenset(one.act for one in worded.sentences)

    @cached_property
    def text(self) -> str:
        """The whole draft, its quotation marks straight."""
        return " ".join(one.text for one in self.lines)

    @cached_property
    def own(self) -> str:
        """The whole draft in our own words."""
        return " ".join(one.own for one in self.lines)

    @cached_property
    def plain(self) -> str:
        """Our own words, spelt out, and what stands in quotation marks and is nobody else's: that is ours as well."""
        ours = [one for one in self.quotes if not self.is_anothers(one)]
        return plainly.spelt_out(" ".join([self.own, *ours]))

    @cached_property
    def stated(self) -> str:
        """What is said in our own words and not asked."""
        return " ".join(one.plain for one in self.lines if not one.asks)

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """What stands in quotation marks: in double ones, and in single ones where they hold several words."""
        single = (one for one in _SINGLE.findall(_DOUBLE.sub(" ", self.text)) if len(one.split()) > 2)
        return (*_DOUBLE.findall(self.text), *single)

    @cached_property
    def doctor(self) -> str:
        """All that the doctor is known to have said: this message, and what the conversation remembers."""
        return plainly.straight(" . ".join((self.sheet.message, *_remembered(self.sheet.state))))

    @cached_property
    def sources(self) -> str:
        """The evidence of this turn, and the sources' own words where they are installed."""
        quotes = (one.quote or "" for one in self.sheet.guided.citations)
        authors = (f"{one.author} {one.section}" for one in self.sheet.guided.citations)
        return plainly.straight(" . ".join((self.sheet.evidence, *quotes, *authors)))

    @cached_property
    def said(self) -> str:
        """What the coach said before, and what the playbooks would say now."""
        return plainly.straight(" . ".join((*self.sheet.said_before, self.sheet.guided.text, self.sheet.situation)))

    @cached_property
    def known(self) -> str:
        """All that was said and read by anybody."""
        return " . ".join((self.doctor, self.sources, self.said))

    @cached_property
    def doctor_tokens(self) -> tuple[str, ...]:
        """The doctor's words."""
        return plainly.tokens(self.doctor)

    @cached_property
    def known_tokens(self) -> frozenset[str]:
        """Every word that was said or read by anybody."""
        return frozenset(plainly.tokens(self.known))

    @cached_property
    def doctor_stems(self) -> frozenset[str]:
        """The telling words of the doctor's."""
        return plainly.stems(self.doctor)

    @cached_property
    def known_stems(self) -> frozenset[str]:
        """The telling words that were said or read by anybody."""
        return plainly.stems(self.known)

    @cached_property
    def doctor_plain(self) -> str:
        """The doctor's words, spelt out."""
        return plainly.spelt_out(self.doctor)

    @cached_property
    def known_plain(self) -> str:
        """All that was said and read by anybody, spelt out."""
        return plainly.spelt_out(self.known)

    @cached_property
    def guided_plain(self) -> str:
        """What the playbooks would say in this turn, spelt out, with what the sources say."""
        return plainly.spelt_out(f"{self.sheet.guided.text} . {self.sources}")

    @cached_property
    def guided_questions(self) -> tuple[frozenset[str], ...]:
        """The questions that the playbooks would ask in this turn, each as the stems of all its words."""
        own = self.sheet.guided.sentences[self.sheet.guided.fixed :]
        asked = (one for each in own for one in plainly.sentences(plainly.straight(each.text)) if one.endswith("?"))
        return tuple(frozenset(map(plainly.stem, plainly.tokens(plainly.spelt_out(one)))) for one in asked)

    def is_anothers(self, quote: str) -> bool:
        """Whether what is quoted stands, word for word, in the doctor's words or in a source."""
        words = plainly.tokens(quote)
        return any(plainly.holds_run(words, one) for one in (self.doctor_tokens, self._source_tokens))

    def is_said_back(self, words: str) -> bool:
        """Whether words (spelt out) are the doctor's own, be it with 'you' for 'I', or the playbooks' in this turn."""
        bare = words.strip()
        if bare in self.doctor_plain or bare in self.guided_plain:
            return True
        run = plainly.turned(plainly.tokens(bare))
        return len(run) > 1 and plainly.holds_run(run, self._doctor_turned)

    def mentions(self, words: str) -> bool:
        """Whether a single word, in whatever form, was said by somebody in this talk."""
        bare = words.strip().removeprefix("the ")
        return " " not in bare and bool(plainly.stems(bare)) and plainly.stems(bare) <= self.known_stems

    @cached_property
    def _doctor_turned(self) -> tuple[str, ...]:
        return plainly.turned(plainly.tokens(self.doctor_plain))

    def mostly_told(self, sentence: str, share: float = 0.6) -> bool:
        """Whether the telling words of a sentence are mostly the doctor's."""
        telling = plainly.stems(sentence)
        return bool(telling) and len(telling & self.doctor_stems) >= share * len(telling)

    @cached_property
    def _source_tokens(self) -> tuple[str, ...]:
        return plainly.tokens(self.sources)


def _line(one: WordedSentence) -> Line:
    text = plainly.straight(one.text).strip()
    own = _SINGLE.sub(_cut_long, _DOUBLE.sub(' "" ', text))
    return Line(text, own, plainly.spelt_out(own), one.act, one.cites)


def _cut_long(quoted: re.Match[str]) -> str:
    return ' "" ' if len(quoted[1].split()) > 2 else quoted[0]


def _remembered(state: State) -> Iterator[str]:
    """What the state keeps of the doctor's own words."""
    plans = (state.commitment, state.kept)
    kept = tuple(each for plan in plans if plan for each in _planned(plan))
    one_by_one = (state.opening_words, state.topic_words, state.said, state.aim, state.insight, state.obstacle)
    every = (*one_by_one, *state.options, *(one.text for one in state.memory), *kept)
    yield from (one for one in every if one)


def _planned(plan: Commitment) -> tuple[str | None, ...]:
    return plan.what, plan.when, plan.with_whom, plan.if_then, plan.easier, _scale(plan.confidence)


def _scale(confidence: int | None) -> str:
    return "" if confidence is None else f"{confidence} out of 10"


def found(code: str, what: str, pattern: re.Pattern[str], text: str) -> Iterator[Problem]:
    """The first place where a pattern is in a text, as a problem."""
    hit = pattern.search(text)
    if hit:
        yield Problem(code=code, detail=f"{what}: {hit.group(0).strip()!r}")
