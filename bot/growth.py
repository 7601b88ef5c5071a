"""A doctor's own growth, for them alone: what was counted and decided, in plain sentences and small charts of text.

The same lines are shown in the terminal and in Slack. Counts are told as counts: nothing in here praises, marks or
compares with anybody.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Final

from bot.days import day_gone_by, day_there, month, month_gone_by, written
from bot.ports.growing import AttemptKept, WorkedOn
from bot.ports.people import CommitmentKept, Outcome

_WIDEST: Final = 20
_MOST_BARS: Final = 6
_MOST_WORKED_ON: Final = 5
_MOST_LEARNT: Final = 2
_LONGEST_QUOTE: Final = 200
_FEW: Final = 5
"""Rehearsals and drafts below which nothing can be seen in their numbers."""
_WORTH_A_CHART: Final = 3
_KINDS: Final = {"rehearsal": ("rehearsal", "rehearsals"), "draft": ("draft", "drafts")}
_ENDS: Final = {
    Outcome.KEPT: ("done", "kept"),
    Outcome.PARTLY: ("done in part", "in part"),
    Outcome.NOT: ("not done", "not done"),
    Outcome.LET_GO: ("let go", "let go"),
    Outcome.OPEN: ("still open", "open"),
}
"""What became of a commitment: in a sentence, and beside a bar."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of it: sentences, and a chart beneath, line by line; no chart where there is too little to draw."""

    sentences: tuple[str, ...] = ()
    chart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Growth:
    """All of it; a part without sentences has nothing to tell yet."""

    asking: Part = Part()
    decided: Part = Part()
    worked_on: Part = Part()

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that have something to tell, in the order in which they are read."""
        return tuple(one for one in (self.asking, self.decided, self.worked_on) if one.sentences)


def growth(
    commitments: Sequence[CommitmentKept],
    attempts: Sequence[AttemptKept],
    worked_on: Sequence[WorkedOn],
    situations: Mapping[str, str],
    timezone: str,
) -> Growth:
    """What there is to tell, with the days of `timezone`; `situations` names each situation as a person would."""
    counted = sorted(
        (one for one in attempts if one.attempt.asking + one.attempt.telling), key=lambda one: (one.at, one.turn)
    )
    return Growth(
        asking=_asking(counted, timezone),
        decided=_decided(commitments, timezone),
        worked_on=_worked_on(worked_on, situations),
    )


# ---------------------------------------------------------------- asking and telling


@dataclass(frozen=True, slots=True)
class _Span:
    """Asking and telling over some attempts, under the name of their time."""

    name: str
    asking: int
    telling: int

    @classmethod
    def of(cls, name: str, some: Iterable[AttemptKept]) -> "_Span":
        counts = [(one.attempt.asking, one.attempt.telling) for one in some]
        return cls(name, sum(asked for asked, _ in counts), sum(told for _, told in counts))

    @property
    def bars(self) -> tuple[tuple[str, int], ...]:
        return ("asked", self.asking), ("told", self.telling)


def _asking(attempts: Sequence[AttemptKept], timezone: str) -> Part:
    if not attempts:
        return Part()
    months: dict[date, list[AttemptKept]] = {}
    for one in attempts:
        months.setdefault(day_there(one.at, timezone).replace(day=1), []).append(one)
    first, *later = months
    if later:
        sentences = _since(first, months)
        spans = [_Span.of(month_gone_by(one), months[one]) for one in months]
    else:
        sentences = _within(month_gone_by(first), attempts)
        spans = [_Span.of(f"{_what(one)}, {_day(one, timezone)}", [one]) for one in attempts]
    if len(attempts) < _FEW:
        sentences += ("So few say little yet.",)
    sentences += ("A question that holds its own answer counts as telling. What is right depends on the moment.",)
    return Part(sentences, _grouped(spans[-_MOST_BARS:]) if len(attempts) > 1 else ())


def _since(first: date, months: Mapping[date, Sequence[AttemptKept]]) -> tuple[str, ...]:
    """The first month, and all that came after it."""
    then = _Span.of("", months[first])
    rest = [one for name, some in months.items() if name != first for one in some]
    since = _Span.of("", rest)
    last = max(months)
    begun = month(first) if first.year == last.year else month_gone_by(first)
    whole = _counted([*months[first], *rest])
    return (
        f"You asked {then.asking} and told {then.telling} in {begun}; {since.asking} and {since.telling} since.",
        f"That is over {whole}.",
    )


def _within(name: str, attempts: Sequence[AttemptKept]) -> tuple[str, ...]:
    """All of them in one month."""
    whole = _Span.of(name, attempts)
    told = f"In {name}, in {_counted(attempts)}, you asked {whole.asking} and told {whole.telling}."
    if len(attempts) == 1:
        return (told,)
    first, last = _Span.of("", attempts[:1]), _Span.of("", attempts[-1:])
    return (
        told,
        f"In the first you asked {first.asking} and told {first.telling}; in the latest {last.asking} and "
        f"{last.telling}.",
    )


def _counted(attempts: Iterable[AttemptKept]) -> str:
    """As `two rehearsals and one draft`."""
    counts = Counter(one.attempt.kind for one in attempts)
    return " and ".join(
        f"{written(counts[kind])} {one if counts[kind] == 1 else many}"
        for kind, (one, many) in _KINDS.items()
        if counts[kind]
    )


def _what(one: AttemptKept) -> str:
    return _KINDS.get(one.attempt.kind, (one.attempt.kind,))[0].capitalize()


def _day(one: AttemptKept, timezone: str) -> str:
    return day_gone_by(day_there(one.at, timezone))


# ---------------------------------------------------------------- commitments


def _decided(commitments: Sequence[CommitmentKept], timezone: str) -> Part:
    if not commitments:
        return Part()
    counts = Counter(one.outcome for one in commitments)
    days = sorted(day_there(one.made_at, timezone) for one in commitments)
    if len(commitments) == 1:
        (end,) = counts
        told = f"You decided on one thing, on {day_gone_by(days[0])}: it is {_ENDS[end][0]}."
        return Part((told, *_learnt(commitments)))
    ends = [f"{written(counts[end])} {told}" for end, (told, _) in _ENDS.items() if counts[end]]
    told = (
        f"You decided on {written(len(commitments))} things between {day_gone_by(days[0])} and {day_gone_by(days[-1])}:"
        if days[0] != days[-1]
        else f"You decided on {written(len(commitments))} things on {day_gone_by(days[0])}:"
    )
    bars = [(beside, counts[end]) for end, (_, beside) in _ENDS.items() if counts[end]]
    drawn = _bars(bars) if len(commitments) >= _WORTH_A_CHART else ()
    return Part((f"{told} {_listed(ends)}.", *_learnt(commitments)), tuple(drawn))


def _learnt(commitments: Sequence[CommitmentKept]) -> Iterator[str]:
    """What the doctor said they learnt of the newest of them, in their words."""
    told = [one for one in commitments if one.learned]
    newest = sorted(told, key=lambda one: (one.made_at, one.id), reverse=True)[:_MOST_LEARNT]
    if newest:
        yield f"What you said you learnt: {_listed([_quoted(one.learned or '') for one in newest])}."


def _quoted(words: str) -> str:
    """The doctor's words in quotation marks, on one line, and no longer than a line or two."""
    line = shorten(words.rstrip(". "), _LONGEST_QUOTE, placeholder=" ...")
    return f'"{line}"'


def _listed(items: Sequence[str]) -> str:
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else items[0]


# ---------------------------------------------------------------- situations


def _worked_on(worked_on: Sequence[WorkedOn], situations: Mapping[str, str]) -> Part:
    """The situations that talks were about, the most frequent first, of equals the newest."""
    counts = Counter(one.situation for one in worked_on if one.situation in situations)
    if not counts:
        return Part()
    named = [
        situations[name] if number == 1 else f"{situations[name]} ({written(number)} talks)"
        for name, number in counts.most_common(_MOST_WORKED_ON)
    ]
    return Part((f"What you worked on: {_listed(named)}.",))


# ---------------------------------------------------------------- charts


def _grouped(spans: Sequence[_Span]) -> tuple[str, ...]:
    """Bars for each span under its name, all on one scale."""
    most = max(number for one in spans for _, number in one.bars)
    return tuple(line for one in spans for line in (one.name, *_bars(one.bars, most)))


def _bars(rows: Sequence[tuple[str, int]], most: int = 0) -> Iterator[str]:
    """A line a row: its name, a bar, the number. A bar is a block for each counted thing where there is room.

    The number stands there, too: whoever cannot see a bar, or hears it read out, has it all the same.
    """
    longest = max(most, *(number for _, number in rows))
    for name, number in rows:
        length = number if longest <= _WIDEST else max(round(number * _WIDEST / longest), 1 if number else 0)
        yield f"{name} {number} {'█' * length}".rstrip()
