"""A review as it stands: everything that was appended to it, folded into scores, comments, tags and the rest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.mentoring.events import DOCTOR, Event, EventKind, Grade

Target = tuple[int | None, str]
"""A turn (None: the whole talk), and the criterion or the tag that is meant."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the doctor answered to a comment."""

    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """What a mentor told the doctor, and what came back, oldest first."""

    id: int
    author: str
    turn: int | None
    text: str
    at: datetime
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A note, or what the coach should have said."""

    author: str
    turn: int | None
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the history, in the order of writing; `text` is what was written, or the grade that was given."""

    id: int
    author: str
    kind: EventKind
    turn: int | None
    name: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Review:
    """How a review stands. Of scores, tags, flags and rewordings the latest counts; the history has all of them.

    `flags` gives the reason of each flag that stands, by turn; `case` the name of the case that was made last.
    """

    scores: Mapping[Target, Grade] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    tags: frozenset[Target] = frozenset()
    flags: Mapping[int | None, str] = field(default_factory=dict)
    notes: tuple[Text, ...] = ()
    rewordings: Mapping[int | None, Text] = field(default_factory=dict)
    finished_at: datetime | None = None
    case: str = ""
    history: tuple[Line, ...] = ()

    @property
    def flagged(self) -> bool:
        """Whether a flag stands anywhere."""
        return bool(self.flags)

    def comments_on(self, turn: int | None) -> tuple[Comment, ...]:
        """The comments on a turn, or on the whole talk."""
        return tuple(one for one in self.comments if one.turn == turn)

    def notes_on(self, turn: int | None) -> tuple[Text, ...]:
        """The notes on a turn, or on the whole talk."""
        return tuple(one for one in self.notes if one.turn == turn)

    def tags_on(self, turn: int | None) -> tuple[str, ...]:
        """The tags on a turn, or on the whole talk, in alphabetical order."""
        return tuple(sorted(name for where, name in self.tags if where == turn))

    def scores_on(self, turn: int | None) -> Mapping[str, Grade]:
        """The grades given to a turn, or to the whole talk, by criterion."""
        return {name: grade for (where, name), grade in self.scores.items() if where == turn}


def review_of(events: Iterable[Event]) -> Review:
    """The review that these events come to, oldest first."""
    review = Review()
    for one in events:
        review = after(review, one)
    return review


def after(review: Review, event: Event) -> Review:
    """The review with one event more; nothing that was there before is changed in place."""
    what = event.what
    line = Line(event.id, event.author, what.kind, what.turn, what.name, what.text, event.at)
    return replace(_with(review, event), history=(*review.history, line))


def _with(review: Review, event: Event) -> Review:
    match event.what.kind:
        case EventKind.SCORED:
            return _scored(review, event)
        case EventKind.COMMENTED | EventKind.ANSWERED:
            return _talked(review, event)
        case EventKind.TAGGED | EventKind.UNTAGGED | EventKind.FLAGGED | EventKind.UNFLAGGED:
            return _labelled(review, event)
        case EventKind.NOTED | EventKind.REWORDED:
            return _written(review, event)
        case EventKind.FINISHED:
            return replace(review, finished_at=review.finished_at or event.at)
        case EventKind.CASE_MADE:
            return replace(review, case=event.what.name)


def _scored(review: Review, event: Event) -> Review:
    """A grade in the place of the one before; none takes it back."""
    target, told = (event.what.turn, event.what.name), event.what.text
    others = {one: grade for one, grade in review.scores.items() if one != target}
    return replace(review, scores={**others, target: Grade(told)} if told in set(Grade) else others)


def _talked(review: Review, event: Event) -> Review:
    """A comment, or the doctor's answer under it; an answer to something else is in the history only."""
    what = event.what
    if what.kind is EventKind.COMMENTED:
        return replace(
            review, comments=(*review.comments, Comment(event.id, event.author, what.turn, what.text, event.at))
        )
    if event.author != DOCTOR:
        return review
    answer = Answer(what.text, event.at)
    return replace(
        review,
        comments=tuple(
            replace(one, answers=(*one.answers, answer)) if one.id == what.about else one for one in review.comments
        ),
    )


def _written(review: Review, event: Event) -> Review:
    """A note, one after another; or the words the coach should have said, the latest for each turn."""
    what = event.what
    text = Text(event.author, what.turn, what.text, event.at)
    if what.kind is EventKind.NOTED:
        return replace(review, notes=(*review.notes, text))
    others = {turn: one for turn, one in review.rewordings.items() if turn != what.turn}
    return replace(review, rewordings={**others, what.turn: text} if what.text else others)


def _labelled(review: Review, event: Event) -> Review:
    what = event.what
    target = (what.turn, what.name)
    match what.kind:
        case EventKind.TAGGED:
            return replace(review, tags=review.tags | {target})
        case EventKind.UNTAGGED:
            return replace(review, tags=review.tags - {target})
        case EventKind.FLAGGED:
            return replace(review, flags={**review.flags, what.turn: what.text})
        case _:
            return replace(review, flags={one: why for one, why in review.flags.items() if one != what.turn})
