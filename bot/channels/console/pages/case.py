"""Making an evaluation case of a conversation whose doctor allows it: chosen, looked over, checked, taken away."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.channels.console import wording
from bot.channels.console.pages.talk import MENTORS, Open, open_share
from bot.channels.console.rendering import render
from bot.channels.console.visit import Visit, Way
from bot.errors import CoachError
from bot.mentoring.events import EventKind, NewEvent
from bot.ports.trainers import Exchanged, Trainers

_LONGEST_NAME = 80
_MEDIA_TYPE = "application/yaml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form; `text` is the YAML once it was made, "" before."""

    turns: frozenset[int]
    about: str
    name: str
    reference: str
    text: str = ""
    faults: Sequence[str] = ()
    checked: bool = False


async def begin(visit: Visit) -> Response:
    """The form: all turns, and as the good reply what the mentor would have had the coach say last."""
    opened, _ = await _allowed(visit)
    turns = frozenset(one.number for one in opened.talk.turns)
    return _page(visit, opened, Draft(turns, opened.talk.situation, "", _reference(opened, turns)))


async def make(visit: Visit) -> Response:
    """One step: `make` the YAML, `check` it as it was edited, or `take` it away, which needs it without a fault."""
    opened, trainers = await _allowed(visit)
    draft = _sent(visit, opened)
    step = visit.form.get("step", "")
    if step not in ("check", "take"):
        return await _made(visit, opened, trainers, draft)
    faults = list(await asyncio.to_thread(trainers.faults, draft.text))
    checked = replace(draft, faults=faults, checked=True)
    if step == "check" or faults:
        return _page(visit, opened, checked, status=422 if faults else 200)
    event = NewEvent(EventKind.CASE_MADE, name=draft.name or "case")
    share_id = opened.share.row.share_id
    if not await visit.parts.reviewing.add(visit.colleague.id, share_id, [event], visit.now):
        raise HTTPException(404)
    headers = {"Content-Disposition": f'attachment; filename="{_file_name(draft.name)}.yaml"'}
    return Response(f"{draft.text.rstrip()}\n", media_type=_MEDIA_TYPE, headers=headers)


async def _allowed(visit: Visit) -> tuple[Open, Trainers]:
    """The share, and the trainers' suite. Raises HTTPException (404) where there can be no case of it."""
    opened = await open_share(visit)
    if visit.parts.trainers is None or not opened.share.for_cases:
        raise HTTPException(404)
    return opened, visit.parts.trainers


def _sent(visit: Visit, opened: Open) -> Draft:
    sent = frozenset(visit.fields.get("turn", ()))
    return Draft(
        turns=frozenset(one.number for one in opened.talk.turns if str(one.number) in sent),
        about=visit.form.get("about", opened.talk.situation),
        name="".join(one for one in visit.form.get("name", "") if one.isprintable()).strip()[:_LONGEST_NAME],
        reference=_unix(visit.form.get("reference", "")),
        text=_unix(visit.form.get("yaml", "")),
    )


async def _made(visit: Visit, opened: Open, trainers: Trainers, draft: Draft) -> Response:
    """The case with what is wrong with it; made in a thread, since doctors are answered by this same loop."""
    talk = [Exchanged(one.doctor, one.coach) for one in opened.talk.turns if one.number in draft.turns]
    try:
        text = await asyncio.to_thread(trainers.case, draft.name, draft.about, talk, draft.reference)
    except CoachError as error:
        return _page(visit, opened, replace(draft, text="", faults=[str(error)]), status=422)
    faults = await asyncio.to_thread(trainers.faults, text)
    return _page(visit, opened, replace(draft, text=text, faults=faults, checked=True))


def _page(visit: Visit, opened: Open, draft: Draft, *, status: int = 200) -> Response:
    return render(
        visit,
        "case.html.j2",
        status=status,
        row=opened.share.row,
        here_at=opened.address,
        talk=opened.talk,
        draft=draft,
        situations=_situations(visit, draft.about),
        longest_name=_LONGEST_NAME,
        words=wording,
    )


def _situations(visit: Visit, chosen: str) -> list[tuple[str, str]]:
    known = {*visit.parts.situations, *({chosen} if chosen else ())}
    named = [(one, wording.situation(visit.parts.situations, one)) for one in known]
    return sorted(named, key=lambda one: one[1].casefold())


def _reference(opened: Open, turns: frozenset[int]) -> str:
    reworded = {turn: one.text for turn, one in opened.review.rewordings.items() if turn is not None and turn in turns}
    return reworded[max(reworded)] if reworded else ""


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _file_name(name: str) -> str:
    """The name, of such characters as every file system and header takes."""
    kept = "".join(one for one in name.lower() if one.isascii() and (one.isalnum() or one in "-_"))
    return kept or "case"


WAYS: tuple[Way, ...] = (
    Way("GET", "/talks/{share_id}/case", begin, MENTORS),
    Way("POST", "/talks/{share_id}/case", make, MENTORS),
)
