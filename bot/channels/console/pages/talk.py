"""A shared conversation: what was said and why, turn by turn, and the panel in which a mentor reviews it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.channels.console import review_form, standing, talk_view, wording
from bot.channels.console.rendering import render
from bot.channels.console.talk_view import Turn
from bot.channels.console.visit import Visit, Way
from bot.mentoring.review import Review, review_of
from bot.mentoring.shared_talk import SharedTalk, shared_talk
from bot.ports.reviewing import Opening
from bot.ports.staff import Role
from bot.ports.trainers import Criterion

MENTORS = frozenset({Role.MENTOR})
_SUGGESTED = ("good question", "good example", "missed the point", "too many questions", "too soon", "talk about it")
"""Tags that stand ready, so that mentors come to use the same ones."""


@dataclass(frozen=True, slots=True)
class Open:
    """A share as a mentor has it before them."""

    share: Opening
    talk: SharedTalk
    review: Review

    @property
    def address(self) -> str:
        """Where it is found."""
        return f"/talks/{self.share.row.share_id}"


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a form could not be kept: why, and what was typed, so that nothing of it is lost."""

    faults: Sequence[str] = ()
    typed: Mapping[str, str] | None = None
    untag: Sequence[str] = ()


async def open_share(visit: Visit, *, reading: bool = False) -> Open:
    """The share that the address names; `reading` it, the doctor's answers are read.

    Raises HTTPException (404) where it is not this mentor's to see.
    """
    share = await visit.parts.reviewing.open(visit.colleague.id, visit.path("share_id"), visit.now, reading=reading)
    if share is None:
        raise HTTPException(404)
    return Open(share, shared_talk(share.records, share.left_out, share.verdicts), review_of(share.events))


def turn_named(talk: SharedTalk, name: str) -> Turn:
    """The turn that an address names: its number, `first`, or "" and `whole` for all of it.

    Raises HTTPException (404) where it is no turn of the talk.
    """
    if name in ("", "whole"):
        return None
    if name == "first" and talk.turns:
        return talk.turns[0].number
    for one in talk.turns:
        if name == str(one.number):
            return one.number
    raise HTTPException(404)


def criteria(visit: Visit) -> Sequence[Criterion]:
    """The rubric; nothing where the trainers' suite is not installed."""
    return visit.parts.trainers.criteria() if visit.parts.trainers is not None else ()


async def talk(visit: Visit) -> Response:
    """The page."""
    opened = await open_share(visit, reading=True)
    turn = turn_named(opened.talk, visit.query.get("turn", ""))
    return show(visit, opened, turn, said=_said(visit.query, opened.talk))


def show(visit: Visit, opened: Open, turn: Turn, *, said: str = "", kept: Kept = Kept(), status: int = 200) -> Response:
    """The page, looked at from one turn or as a whole; `kept` is a form that could not be saved."""
    share, review, rubric = opened.share, opened.review, criteria(visit)
    titles = {one.id: one.title for one in rubric}
    return render(
        visit,
        "talk.html.j2",
        status=status,
        done=said,
        kept=kept,
        share=share,
        row=share.row,
        here_at=opened.address,
        talk=opened.talk,
        review=review,
        turns=talk_view.turns(opened.talk, review, visit.parts.passages),
        panel=talk_view.panel(opened.talk, review, turn, rubric),
        compared=_compared(visit, opened),
        lacks=standing.ungraded(opened.talk, review, rubric),
        safety=standing.safety(opened.talk, visit.now),
        answered=standing.new_answers(review, share.row.unread_answers),
        agreement=standing.agreement,
        where=standing.where,
        history=[(event, talk_view.told_of(event, titles)) for event in share.events],
        longest=review_form.LONGEST,
        suggested=_SUGGESTED,
        names=talk_view.name_of,
        words=wording,
    )


def _compared(visit: Visit, opened: Open) -> list[talk_view.Compared]:
    """This review beside the others', once it is finished."""
    trainers = visit.parts.trainers
    if trainers is None or opened.review.finished_at is None:
        return []
    return [
        talk_view.compare(opened.review, other, number, trainers)
        for number, other in enumerate(opened.share.others, start=1)
    ]


def _said(query: Mapping[str, str], talk: SharedTalk) -> str:
    """What was just done, as the address that the form led to has it."""
    numbers = {str(one.number) for one in talk.turns}
    of = f"Turn {query['of']}" if query.get("of", "") in numbers else "The whole conversation"
    return {
        "saved": f"{of}: saved.",
        "told": f"{of}: saved. Your comment is on its way to the doctor.",
        "kept": f"{of}: saved, with your comment.",
        "same": f"{of}: nothing was changed, so nothing was saved.",
        "finished": "You have finished this review. Your grades are final.",
    }.get(query.get("done", ""), "")


WAYS: tuple[Way, ...] = (Way("GET", "/talks/{share_id}", talk, MENTORS),)
