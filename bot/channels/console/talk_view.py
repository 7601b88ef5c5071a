"""A conversation as its page shows it: the turns, what was said of each, and the panel of what is looked at."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.channels.console import wording
from bot.coaching.cited import Cited
from bot.mentoring.events import Event, EventKind, Grade
from bot.mentoring.review import Comment, Review, Text, review_of
from bot.mentoring.shared_talk import SharedTalk, SharedTurn
from bot.ports.trainers import Agreement, Criterion, Trainers

Turn = int | None
"""A turn's number; None is the whole talk."""
_FEW = frozenset({"R1", "R4", "R11", "R14", "C1", "C3", "C9"})
"""The criteria that stand first, because a person sees there what the trainers' checks cannot, or because they are what
the coach is for: that it heard this message (R1), moves the thinking on (R4, C9), brings in the side that was left out
(R11), does not advise too early (R14, a gate); that the talk had an aim (C1) and came to something to be done (C3).
"""
_CITED = "R8"
"""Stands first where something is cited: whether it bears on the matter."""
_ROUTE = "R17"
"""Stands first where the coach gave a safety route."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A citation, and the passage it rests on; "" where the source is not installed."""

    cited: Cited
    passage: str

    @property
    def place(self) -> str:
        """Whose it is, and where it stands there."""
        return ", ".join(one for one in (self.cited.author, self.cited.section) if one)


@dataclass(frozen=True, slots=True)
class TurnView:
    """A message and its reply with all that belongs to them. `graded` counts the grades given to it."""

    turn: SharedTurn
    evidence: tuple[Evidence, ...]
    comments: tuple[Comment, ...]
    tags: tuple[str, ...]
    flag: str | None
    rewording: str
    graded: int


@dataclass(frozen=True, slots=True)
class Question:
    """A criterion to be graded; `grade` as it stands, "" where there is none; `number` counts from 1."""

    number: int
    criterion: Criterion
    grade: str


@dataclass(frozen=True, slots=True)
class Panel:
    """What is looked at: a turn, or (None) the whole talk. `back` and `ahead` are the turns beside it.

    `reply` is what the coach said there, "" of the whole talk.
    """

    turn: Turn
    reply: str
    few: tuple[Question, ...]
    more: tuple[Question, ...]
    comments: tuple[Comment, ...]
    tags: tuple[str, ...]
    flag: str | None
    notes: tuple[Text, ...]
    rewording: str
    back: str | None
    ahead: str | None

    @property
    def title(self) -> str:
        """Its name."""
        return name_of(self.turn)


@dataclass(frozen=True, slots=True)
class Pair:
    """An item that two mentors graded."""

    turn: Turn
    title: str
    mine: Grade
    theirs: Grade

    @property
    def same(self) -> bool:
        """Whether they graded it alike."""
        return self.mine is self.theirs


@dataclass(frozen=True, slots=True)
class Compared:
    """This mentor's grades beside another's: `pairs` is all that both graded."""

    name: str
    agreement: Agreement
    pairs: tuple[Pair, ...]


def name_of(turn: Turn) -> str:
    """A turn's name in running text."""
    return "The whole conversation" if turn is None else f"Turn {turn}"


def turns(talk: SharedTalk, review: Review, passages: Callable[[Cited], str]) -> list[TurnView]:
    """Every turn of the talk, in order."""
    return [
        TurnView(
            turn=one,
            evidence=tuple(Evidence(cited, passages(cited)) for cited in one.evidence),
            comments=review.comments_on(one.number),
            tags=review.tags_on(one.number),
            flag=review.flags.get(one.number),
            rewording=reworded(review, one.number),
            graded=len(review.scores_on(one.number)),
        )
        for one in talk.turns
    ]


def panel(talk: SharedTalk, review: Review, turn: Turn, criteria: Sequence[Criterion]) -> Panel:
    """What is asked about a turn of the talk, or about all of it, and what stands there already."""
    few, more = _questions(talk, review, turn, criteria)
    back, ahead = beside(talk, turn)
    return Panel(
        turn=turn,
        reply=next((one.coach for one in talk.turns if one.number == turn), ""),
        few=few,
        more=more,
        comments=review.comments_on(turn),
        tags=review.tags_on(turn),
        flag=review.flags.get(turn),
        notes=review.notes_on(turn),
        rewording=reworded(review, turn),
        back=back,
        ahead=ahead,
    )


def beside(talk: SharedTalk, turn: Turn) -> tuple[str | None, str | None]:
    """What comes before and after a turn, as the address names it: the whole talk, `whole`, comes after the last."""
    order = [*(str(one.number) for one in talk.turns), "whole"]
    at = order.index("whole" if turn is None else str(turn))
    return order[at - 1] if at else None, order[at + 1] if at + 1 < len(order) else None


def asked_of(turn: Turn, criteria: Sequence[Criterion]) -> list[Criterion]:
    """The criteria that a turn, or the whole talk, is graded by."""
    return [one for one in criteria if one.of_reply == (turn is not None)]


def compare(review: Review, other: Sequence[Event], number: int, trainers: Trainers) -> Compared:
    """This mentor's review beside that of another, who is called by a number."""
    theirs = review_of([one for one in other if one.what.kind is EventKind.SCORED])
    both = [key for key in review.scores if key in theirs.scores]
    titles = {one.id: one.title for one in trainers.criteria()}
    places = {name: place for place, name in enumerate(titles)}
    order = sorted(both, key=lambda key: (key[0] is None, key[0] or 0, places.get(key[1], len(places))))
    return Compared(
        name=f"Mentor {number}",
        agreement=trainers.agreement(_items(review), _items(theirs)),
        pairs=tuple(Pair(key[0], titles.get(key[1], key[1]), review.scores[key], theirs.scores[key]) for key in order),
    )


def reworded(review: Review, turn: Turn) -> str:
    """What the coach should have said there, by this mentor; "" where they did not say."""
    found = review.rewordings.get(turn)
    return found.text if found is not None else ""


def told_of(event: Event, titles: dict[str, str]) -> str:
    """One thing that was done, in a line."""
    what = event.what
    title = titles.get(what.name, what.name)
    grade = wording.GRADES[Grade(what.text)].lower() if what.text in set(Grade) else ""
    said = {
        EventKind.SCORED: f"graded “{title}”: {grade}" if grade else f"took back the grade of “{title}”",
        EventKind.COMMENTED: f"commented: {what.text}",
        EventKind.ANSWERED: f"the doctor answered: {what.text}",
        EventKind.TAGGED: f"tagged “{what.name}”",
        EventKind.UNTAGGED: f"took away the tag “{what.name}”",
        EventKind.FLAGGED: f"flagged: {what.text}",
        EventKind.UNFLAGGED: f"took away the flag: {what.text}",
        EventKind.NOTED: f"noted for yourself: {what.text}",
        EventKind.REWORDED: f"reworded the reply: {what.text}" if what.text else "took back the rewording",
        EventKind.FINISHED: "finished the review",
        EventKind.CASE_MADE: f"made the evaluation case “{what.name}”",
    }
    return said[what.kind]


def _items(review: Review) -> Mapping[str, Grade]:
    """The grades by item, as agreement is measured: `3:R1`, `talk:C2`."""
    return {f"{'talk' if turn is None else turn}:{name}": grade for (turn, name), grade in review.scores.items()}


def _questions(
    talk: SharedTalk, review: Review, turn: Turn, criteria: Sequence[Criterion]
) -> tuple[tuple[Question, ...], tuple[Question, ...]]:
    first = set(_FEW)
    for one in talk.turns:
        if one.number == turn:
            first |= {_CITED} if one.evidence else set()
            first |= {_ROUTE} if one.safety else set()
    asked = asked_of(turn, criteria)
    few = [one for one in asked if one.id in first] or asked[:5]
    more = [one for one in asked if one not in few]
    numbered = [
        Question(number, one, str(review.scores.get((turn, one.id), "")))
        for number, one in enumerate([*few, *more], start=1)
    ]
    return tuple(numbered[: len(few)]), tuple(numbered[len(few) :])
