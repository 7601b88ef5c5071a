"""Saving what a mentor made of a turn, or of the whole conversation: appended to the review, then on to the next."""

from collections.abc import Sequence
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.channels.console import review_form
from bot.channels.console.pages.talk import MENTORS, Kept, Open, criteria, open_share, show, turn_named
from bot.channels.console.rendering import render
from bot.channels.console.review_form import Sent
from bot.channels.console.talk_view import Turn, beside
from bot.channels.console.visit import Visit, Way
from bot.errors import CoachError
from bot.mentoring.events import EventKind, NewEvent
from bot.ports.people import Person
from bot.ports.post import Letter
from bot.ports.reviewing import Told
from bot.ports.sharing import Remark

_EXCERPT = 300
"""Characters of a reply that a comment on it is sent with."""


async def review(visit: Visit) -> Response:
    """Keep it, and go to the turn after; what cannot be kept stands in the form again, as it was typed."""
    try:
        opened = await open_share(visit)
    except HTTPException:
        return _gone(visit)
    turn = turn_named(opened.talk, visit.form.get("turn", ""))
    sent = Sent(visit.form, visit.fields)
    wrong = review_form.faults(sent)
    if wrong:
        return _again(visit, opened, turn, wrong, 422)
    events = review_form.events_of(sent, turn, opened.review, criteria(visit))
    if not events:
        return _on(opened, turn, sent, "same")
    try:
        kept = await visit.parts.reviewing.add(
            visit.colleague.id, opened.share.row.share_id, events, visit.now, _told(visit, opened)
        )
    except CoachError as error:
        return _again(visit, opened, turn, [f"It was not saved: {error}"], 503)
    if not kept:
        return _gone(visit)
    return _on(opened, turn, sent, _done(visit, events))


def _gone(visit: Visit) -> Response:
    """What a mentor finds who wrote while the talk was taken back; the same where there never was one."""
    what = "It was taken back while you wrote, or is over. Nothing was saved."
    return render(visit, "error.html.j2", status=404, title="There is nothing here for you", what=what)


def _done(visit: Visit, events: Sequence[NewEvent]) -> str:
    kinds = {one.kind for one in events}
    if EventKind.FINISHED in kinds:
        return "finished"
    if EventKind.COMMENTED in kinds:
        return "kept" if visit.parts.notices is None else "told"
    return "saved"


def _told(visit: Visit, opened: Open) -> Told | None:
    """What makes the letters about a comment, where there is a channel for them."""
    notices = visit.parts.notices
    if notices is None:
        return None
    replies: dict[Turn, str] = {one.number: one.coach for one in opened.talk.turns}

    def told(doctor: Person, remark: Remark) -> Sequence[Letter]:
        return notices.commented(doctor, remark, _shortened(replies.get(remark.turn, "")))

    return told


def _shortened(text: str) -> str:
    if len(text) <= _EXCERPT:
        return text
    return f"{text[:_EXCERPT].rpartition(' ')[0] or text[:_EXCERPT]} …"


def _again(visit: Visit, opened: Open, turn: Turn, faults: Sequence[str], status: int) -> Response:
    return show(visit, opened, turn, kept=Kept(faults, visit.form, visit.fields.get("untag", ())), status=status)


def _on(opened: Open, turn: Turn, sent: Sent, done: str) -> Response:
    """To the turn that was asked for, else the next one; the whole conversation stays, and so does who has finished."""
    wanted = sent.form.get("go", "")
    numbers = {str(one.number) for one in opened.talk.turns}
    if sent.finishes:
        to = "whole"
    elif wanted in {*numbers, "whole"}:
        to = wanted
    else:
        to = beside(opened.talk, turn)[1] or "whole"
    asked = {"done": done, "of": "whole" if turn is None else str(turn)}
    if to != "whole":
        asked = {"turn": to, **asked}
    return RedirectResponse(f"{opened.address}?{urlencode(asked)}#turn-{to}", 303)


WAYS: tuple[Way, ...] = (Way("POST", "/talks/{share_id}/review", review, MENTORS),)
