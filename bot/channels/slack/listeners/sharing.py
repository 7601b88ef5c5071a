"""Sharing a talk with a mentor: choosing, the warning, the preview until it was seen as it stands, the act.

Only what a preview has shown is shared: what comes back is made anew, and compared with what was on the screen.
"""

import asyncio
import uuid
from dataclasses import dataclass, replace
from datetime import timedelta

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import Show, on_button, on_step
from bot.channels.slack.masking import masked_text, storable
from bot.channels.slack.render import actions as ids
from bot.channels.slack.render import mentoring
from bot.channels.slack.render.actions import SubjectKind
from bot.channels.slack.render.dates import day_there, day_to_come
from bot.channels.slack.render.letters import Where
from bot.channels.slack.views import modals, preview, preview_fields, shares, sharing
from bot.channels.slack.views.preview import Shown
from bot.channels.slack.views.preview_fields import Wishes
from bot.channels.slack.views.sharing import Choice
from bot.channels.slack.wording import fill
from bot.mentoring.left_out import strike
from bot.mentoring.shared_talk import SharedTalk, shared_talk
from bot.mentoring.suggestions import suggest
from bot.ports.incoming import conversation_of
from bot.ports.sharing import NewShare, Preview
from bot.ports.staff import Colleague, Role


def register(app: AsyncApp, edge: Edge) -> None:
    """The ways in, the steps, and the two buttons in the preview."""
    on_button(app, edge, ids.HOME_SHARE, begin_to_share)
    on_button(app, edge, ids.SHARE_SESSION, begin_to_share)
    on_step(app, edge, ids.MODAL_SHARE, _chosen)
    on_step(app, edge, ids.MODAL_ASSESSED, _warned)
    on_step(app, edge, ids.MODAL_PREVIEW, _looked_at)
    on_button(app, edge, ids.PREVIEW_BACK, _back)
    on_button(app, edge, ids.PREVIEW_AGAIN, _again)


async def begin_to_share(edge: Edge, gesture: Gesture) -> None:
    """Open a dialogue at once, then fill it with what can be shown and to whom."""
    words = edge.parts.words
    view_id = await edge.open(gesture, modals.waiting(words))
    if not await edge.agreed(gesture):
        await edge.show(gesture, view_id, modals.elsewhere(words, words.elsewhere.not_agreed))
        return
    person = await edge.parts.people.person(gesture.person)
    talks = await edge.parts.sharing.talks(gesture.person)
    named = sharing.named(words, talks, edge.parts.situations, edge.timezone(person))
    mentors = await _mentors(edge, gesture)
    view = sharing.choose(words, named, mentors, share_id=str(uuid.uuid4()), talk=_begun_with(gesture))
    await edge.show(gesture, view_id, view)


async def _chosen(edge: Edge, gesture: Gesture, show: Show) -> None:
    await _warn_or_preview(edge, gesture, sharing.chosen(gesture.view), show)


async def _warned(edge: Edge, gesture: Gesture, show: Show) -> None:
    choice = sharing.carried(gesture.view)
    await _warn_or_preview(edge, gesture, choice and replace(choice, warned=True), show)


async def _warn_or_preview(edge: Edge, gesture: Gesture, choice: Choice | None, show: Show) -> None:
    words = edge.parts.words
    shown = await _shown(edge, gesture, choice, Wishes())
    if shown is None:
        await show(sharing.gone(words))
    elif shown.assesses and not shown.choice.warned:
        await show(sharing.assessed(words, shown.mentor, shown.choice))
    else:
        await show(preview.preview(words, shown, page=0, showing=1))


async def _looked_at(edge: Edge, gesture: Gesture, show: Show) -> None:
    """The next page; where anything has changed, the first again; after the last one, it is shared."""
    words, seen = edge.parts.words, preview_fields.place_of(gesture.view)
    shown = await _as_it_stands(edge, gesture)
    if shown is None:
        await show(sharing.gone(words))
    elif shown.assesses and not shown.choice.warned:
        await show(sharing.assessed(words, shown.mentor, shown.choice))
    elif preview.digest(words, shown) != seen.digest:
        await show(preview.preview(words, shown, page=0, showing=seen.showing + 1, changed=True))
    elif seen.page < preview.last_page(words, shown):
        await show(preview.preview(words, shown, page=seen.page + 1, showing=seen.showing + 1))
    else:
        await _share(edge, gesture, shown, show)


async def _back(edge: Edge, gesture: Gesture) -> None:
    await _turn_to(edge, gesture, preview_fields.place_of(gesture.view).page - 1)


async def _again(edge: Edge, gesture: Gesture) -> None:
    await _turn_to(edge, gesture, 0)


async def _turn_to(edge: Edge, gesture: Gesture, page: int) -> None:
    """Show a page with what the fields hold now: the first one where anything has changed."""
    words, seen = edge.parts.words, preview_fields.place_of(gesture.view)
    view_id = gesture.view.get("id")
    if not isinstance(view_id, str):
        return
    shown = await _as_it_stands(edge, gesture)
    if shown is None:
        await edge.show(gesture, view_id, sharing.gone(words))
        return
    changed = preview.digest(words, shown) != seen.digest
    view = preview.preview(words, shown, page=0 if changed else page, showing=seen.showing + 1, changed=changed)
    await edge.show(gesture, view_id, view)


async def _share(edge: Edge, gesture: Gesture, shown: Shown, show: Show) -> None:
    """The dialogue names the share, so that sending it twice shares once."""
    parts, choice, now = edge.parts, shown.choice, edge.parts.clock.now()
    new = NewShare(
        id=choice.share_id,
        person_id=gesture.person,
        conversation_id=choice.conversation_id,
        session=choice.session,
        last=choice.last,
        mentor_id=choice.mentor_id,
        purpose=choice.purpose,
        expires_at=now + timedelta(days=choice.days),
        left_out=preview_fields.left_out(shown.suggestions, shown.wishes),
        name=shown.wishes.name,
        note=shown.wishes.note,
        for_cases=shown.wishes.for_cases,
    )
    here = await edge.direct_channel(gesture)
    where = Where(gesture.team, f"{gesture.team}:{here}", here)
    letters = [
        *edge.notices.shared_with(shown.mentor, choice.share_id),
        mentoring.shared(parts.words, where, share_id=choice.share_id, mentor=shown.mentor.name, until=shown.until),
    ]
    if not await parts.sharing.share(new, letters, now):
        await show(sharing.gone(parts.words))
        return
    edge.engine.letters_waiting()
    done = fill(parts.words.shared.done, mentor=shown.mentor.name, day=day_to_come(shown.until))
    await show(shares.done(parts.words, f"{done} {parts.words.shared.after}"))
    await edge.refresh_home(gesture)


async def _as_it_stands(edge: Edge, gesture: Gesture) -> Shown | None:
    """The preview with what its fields hold now."""
    return await _shown(edge, gesture, sharing.carried(gesture.view), preview_fields.wishes_of(gesture.view))


async def _shown(edge: Edge, gesture: Gesture, choice: Choice | None, wishes: Wishes) -> Shown | None:
    """All that the preview shows; None where the talk is not theirs, or the mentor none of their workspace."""
    if choice is None:
        return None
    found = await edge.parts.sharing.preview(gesture.person, choice.conversation_id, choice.session)
    mentor = next((one for one in await _mentors(edge, gesture) if one.id == choice.mentor_id), None)
    last = choice.last or (found.talk.last if found else 0)
    if found is None or mentor is None or not any(one.number == last for one in found.records):
        return None
    struck = await asyncio.to_thread(_struck, found, last, wishes)  # others are not to wait for it
    until = edge.parts.clock.now() + timedelta(days=choice.days)
    person = await edge.parts.people.person(gesture.person)
    return Shown(
        choice=replace(choice, last=last),
        mentor=mentor,
        assesses=mentor.judges(gesture.person),
        until=day_there(until, edge.timezone(person)),
        talk=struck.talk,
        suggestions=struck.suggestions,
        unfound=struck.unfound,
        wishes=await _fit(edge, wishes, struck.gone),
        timezone=edge.parts.options.timezone,
    )


@dataclass(frozen=True, slots=True)
class _Struck:
    """A talk without what is left out (`gone`); what else could be, and which wishes stand nowhere in it."""

    talk: SharedTalk
    suggestions: tuple[str, ...]
    gone: tuple[str, ...]
    unfound: tuple[str, ...]


def _struck(found: Preview, last: int, wishes: Wishes) -> _Struck:
    """The talk as far as its turn `last`, struck."""
    records = [one for one in found.records if one.number <= last]
    suggestions = suggest("\n".join((*(one.message.text for one in records), wishes.note)))
    gone = preview_fields.left_out(suggestions, wishes)
    verdicts = [one for one in found.verdicts if one.turn <= last]
    told = tuple(shared_talk(records, (), verdicts).strings())
    unfound = tuple(one for one in wishes.left_out if all(strike(text, (one,)) == text for text in told))
    return _Struck(shared_talk(records, gone, verdicts), suggestions, gone, unfound)


async def _fit(edge: Edge, wishes: Wishes, gone: tuple[str, ...]) -> Wishes:
    """The wishes as they would be kept: the note masked, and what is left out struck from name and note as well."""
    note, _ = await masked_text(edge.parts, wishes.note)
    left_out = tuple(storable(one) for one in wishes.left_out)
    return replace(wishes, name=strike(storable(wishes.name), gone), note=strike(note, gone), left_out=left_out)


async def _mentors(edge: Edge, gesture: Gesture) -> list[Colleague]:
    """Who can be chosen: the workspace's mentors, but for the doctor."""
    found = await edge.parts.sharing.mentors(gesture.team)
    return [one for one in found if Role.MENTOR in one.roles and one.id != gesture.person]


def _begun_with(gesture: Gesture) -> str:
    """The talk that the button stands under, where it stands under one."""
    subject = ids.subject(gesture.value)
    if subject is None or subject.kind is not SubjectKind.SESSION:
        return ""
    return sharing.talk_value(conversation_of(gesture.lane), subject.number)
