"""The record: who looked at what and changed what, newest first, and whether it is whole."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.channels.console.rendering import render
from bot.channels.console.visit import Visit, Way
from bot.ports.staff import NOBODY, Act, Entry, Role

SIZE = 100
_HIGHEST = 2**31 - 1
_FLAWS_SHOWN = 20
ACTS = {
    Act.SIGNED_IN: "signed in",
    Act.SIGNED_OUT: "signed out",
    Act.REFUSED: "asked for what is not theirs, or not there",
    Act.LISTED: "looked at what is shared with them",
    Act.SEARCHED: "searched what is shared with them",
    Act.OPENED: "opened a conversation",
    Act.REVIEWED: "added to a review",
    Act.COMMENTED: "commented to the doctor",
    Act.MADE_CASE: "made an evaluation case",
    Act.EXPORTED: "took a file away",
    Act.SAW_FIGURES: "looked at the figures",
    Act.SAW_PEOPLE: "looked at who has a role",
    Act.SAW_RECORD: "looked at this record",
    Act.CHANGED_ROLES: "changed roles",
    Act.LINK_MADE: "made a link to sign in",
    Act.SHARED: "shared a conversation",
    Act.WITHDRAWN: "took a shared conversation back",
    Act.ANSWERED: "answered a comment",
    Act.ERASED: "erased a doctor's data",
    Act.PURGED: "deleted what was kept long enough",
    Act.KEYS_ROTATED: "changed the keys",
}
_OTHERS = {"doctor": "A doctor", "operator": "Whoever runs the coach", NOBODY: "Somebody without a role"}


async def record(visit: Visit) -> Response:
    """A page of it; that it was looked at is on record before it is shown. `check=yes` verifies the whole chain."""
    before, check = _number(visit.query.get("before")), visit.query.get("check") == "yes"
    detail = "checked" if check else ""
    await visit.parts.record.note(Entry(visit.now, visit.colleague.id, Act.SAW_RECORD, detail=detail))
    kept = await visit.parts.record.entries(before=before, limit=SIZE + 1)
    flaws = await visit.parts.record.flaws() if check else ()
    names = {one.id: one.name for one in await visit.parts.staff.colleagues()}
    shown, older = kept[:SIZE], len(kept) > SIZE
    return render(
        visit,
        "record.html.j2",
        kept=shown,
        before=before,
        older=shown[-1].number if older else None,
        names=_OTHERS | names,
        acts=ACTS,
        checked=check,
        flaws=flaws[:_FLAWS_SHOWN],
        more_flaws=max(0, len(flaws) - _FLAWS_SHOWN),
    )


def _number(text: str | None) -> int | None:
    """The number of an entry; None where none is asked for."""
    if not text:
        return None
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(_HIGHEST)) or int(text) > _HIGHEST:
        raise HTTPException(404)
    return int(text)


WAYS = (Way("GET", "/record", record, frozenset({Role.ADMIN})),)
