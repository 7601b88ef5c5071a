"""How well a commitment is taken from a doctor's own words: each part and the whole, on phrasings of other hands."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from pydantic import Field

from bot.coaching.frozen import Frozen
from bot.coaching.kinds import Stage
from bot.coaching.model import Commitment, State
from evals.statistics.intervals import wilson
from evals.understanding import FOLDER
from knowledge import strict_yaml

OURS: Final = FOLDER / "commitments.yaml"
PARTS: Final = ("what", "when", "due", "with_whom", "if_then", "confidence", "obstacle")
_WORDED: Final = ("what", "not_what", "with_whom", "if_then", "obstacle")
_ALIKE: Final = 0.5
_SEPARATE: Final = re.compile(r"['’]s\b|(?<=day)s\b|[,.;]")
_SPOKEN_OF: Final = "do what we spoke of"
"""The act of a plan that was told before: where only its day, its number or what may stop it is asked for."""

_SPAN: Final = re.compile(r"\b(?:week|weekend|month)\b", re.I)
"""A time that names no single day: the coach asks at its end, and a reader may say that it has none."""

_PRONOUNS: Final = frozenset({"", "him", "her", "them", "he", "she", "they"})
_ASKED: Final = (
    ("sure", "confidence"),
    ("out of 10", "confidence"),
    ("in the way", "obstacle"),
    ("stop", "obstacle"),
    ("unstuck", "obstacle"),
    ("what", "commitment"),
    ("when", "when"),
    ("day", "when"),
)


class Want(Frozen):
    """What the plan must come to. A part that is left out is not looked at; null: nothing may be there.

    `what`, `with_whom`, `if_then` and `obstacle` are words that must all be in that part, `not_what` words that must
    not.
    """

    what: tuple[str, ...] | None = None
    not_what: tuple[str, ...] = ()
    when: str | None = None
    due: date | None = None
    with_whom: tuple[str, ...] | None = None
    if_then: tuple[str, ...] | None = None
    confidence: int | None = None
    obstacle: tuple[str, ...] | None = None

    def in_words_of(self, hidden: Mapping[str, str]) -> "Want":
        """The same with some words replaced by what stands for them."""

        def seen(words: tuple[str, ...] | None) -> tuple[str, ...] | None:
            return None if words is None else tuple(_replaced(one, hidden) for one in words)

        told: dict[str, object] = {name: seen(getattr(self, name)) for name in _WORDED if name in self.model_fields_set}
        when = {"when": _replaced(self.when, hidden)} if self.when else {}
        return self.model_copy(update={**told, **when})


class Phrasing(Frozen):
    """What a doctor says when asked for their plan: one message, or answers to the questions one after the other."""

    id: str
    says: tuple[str, ...] = Field(min_length=1)
    asked: str = "what will you do"
    today: date
    want: Want


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken of a phrasing: the plan, if any, and the parts that are wrong."""

    phrasing: Phrasing
    plan: Commitment | None
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything that was taken, phrasing by phrasing."""

    taken: tuple[Taken, ...]

    @property
    def right(self) -> float:
        """The share of phrasings, 0 to 1, of which every part is right."""
        return sum(not one.wrong for one in self.taken) / len(self.taken) if self.taken else 0.0

    def text(self, *, names: bool = False) -> str:
        """The table for a terminal; with `names` also each phrasing that was taken wrongly."""
        lines = [*(self._row(part, part) for part in PARTS), self._row("the whole", "")]
        return "\n".join(lines + [_named(one) for one in self.taken if names and one.wrong])

    def _row(self, name: str, part: str) -> str:
        looked = [one for one in self.taken if not part or part in one.phrasing.want.model_fields_set]
        right = sum(part not in one.wrong if part else not one.wrong for one in looked)
        between = wilson(right, len(looked))
        share = f"{right:4} of {len(looked):4}  {100 * right / max(1, len(looked)):5.1f}%"
        return f"  {name:12} {share}  ({100 * between.low:.1f} to {100 * between.high:.1f})"


def read(path: Path = OURS) -> tuple[Phrasing, ...]:
    """The phrasings of a file. Raises KnowledgeError that names the file and the line."""
    return tuple(one for one, _ in strict_yaml.load_list(path, Phrasing))


def score(phrasings: Sequence[Phrasing], hold: Callable[[Phrasing], Commitment | None]) -> Scores:
    """Hold every phrasing and compare its plan with what is wanted."""
    return Scores(tuple(_taken(one, hold(one)) for one in phrasings))


def before(phrasing: Phrasing) -> State:
    """The conversation as it stands when the plan is asked for."""
    asked = phrasing.asked.casefold()
    expecting = next((name for cue, name in _ASKED if cue in asked), "commitment")
    return State(
        turn=8,
        stage=Stage.COMMITMENT,
        situation="speaking_up",
        expecting=expecting,
        commitment=Commitment(what=_SPOKEN_OF) if expecting != "commitment" else None,
        opening_words="nobody listens when i raise the delays at handover",
        said="nobody listens when i raise the delays at handover",
        aim="to be heard at handover",
        asked=("ask:aim", "ask:options", "ask:more", "offer:none", "ask:commitment", "ask:other_view"),
    )


def plan_of(state: State) -> Commitment | None:
    """The plan that a conversation has come to, with what may stop it."""
    plan = state.commitment or state.kept
    return plan.model_copy(update={"what": ""}) if plan is not None and plan.what == _SPOKEN_OF else plan


def _replaced(words: str, hidden: Mapping[str, str]) -> str:
    for name, mask in hidden.items():
        words = words.replace(name, mask)
    return words


def _taken(phrasing: Phrasing, plan: Commitment | None) -> Taken:
    checks = _checks(phrasing.want, plan or Commitment(what=""))
    looked = phrasing.want.model_fields_set
    return Taken(phrasing, plan, tuple(part for part in PARTS if part in looked and not checks[part]))


def _checks(want: Want, plan: Commitment) -> Mapping[str, bool]:
    unwanted = any(word.casefold() in plan.what.casefold() for word in want.not_what)
    return {
        "what": _holds(plan.what or None, want.what) and not unwanted,
        "when": _alike(plan.when, want.when),
        "due": plan.due == want.due or (want.due is None and bool(_SPAN.search(plan.when or ""))),
        "with_whom": _holds(
            _named_one(plan.with_whom), want.with_whom if _named_one(" ".join(want.with_whom or ())) else None
        ),
        "if_then": _holds(plan.if_then, want.if_then),
        "confidence": plan.confidence == want.confidence,
        "obstacle": _holds(plan.obstacle, want.obstacle),
    }


def _holds(found: str | None, words: tuple[str, ...] | None) -> bool:
    if words is None or found is None:
        return words is None and found is None
    return all(word.casefold() in found.casefold() for word in words)


def _named_one(whom: str | None) -> str | None:
    """Whom, but for a pronoun, which tells nobody anything."""
    return None if whom is None or whom.casefold() in _PRONOUNS else whom


def _alike(found: str | None, wanted: str | None) -> bool:
    """Whether two times are the same words, but for a few: 'tuesday after the huddle' and 'on tuesday after huddle'."""
    if found is None or wanted is None:
        return found is wanted
    one, other = (Counter(_SEPARATE.sub(" ", text.casefold()).split()) for text in (found, wanted))
    return (one & other).total() >= _ALIKE * (one.total() + other.total()) / 2 or one >= other


def _named(one: Taken) -> str:
    plan = one.plan.model_dump(mode="json", exclude_none=True) if one.plan else None
    wanted = {part: getattr(one.phrasing.want, part) for part in one.wrong}
    shown = ", ".join(f"{part}: {value}" for part, value in wanted.items())
    return f"{one.phrasing.id} {' / '.join(one.phrasing.says)}\n      wanted {shown}\n      taken {plan}"
