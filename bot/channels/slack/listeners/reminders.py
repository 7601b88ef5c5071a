"""What became of a commitment, and when it is asked about: buttons of reminders, of closing replies and of Home."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.engine.reminders import Hours
from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import on_button, on_dialogue
from bot.channels.slack.listeners.starting import begin_once
from bot.channels.slack.render import actions as ids
from bot.channels.slack.render import letters
from bot.channels.slack.render.actions import Subject, SubjectKind
from bot.channels.slack.render.letters import Where
from bot.channels.slack.views import modals, submitted
from bot.channels.slack.wording import fill
from bot.ports.incoming import conversation_of
from bot.ports.people import CommitmentKept, Outcome

_OUTCOMES = {
    ids.OUTCOME_KEPT: Outcome.KEPT,
    ids.OUTCOME_PARTLY: Outcome.PARTLY,
    ids.OUTCOME_NOT: Outcome.NOT,
    ids.OUTCOME_LET_GO: Outcome.LET_GO,
}
_SNOOZES = {ids.SNOOZE_DAY: timedelta(days=1), ids.SNOOZE_WEEK: timedelta(days=7)}

About = Callable[[Edge, Gesture, CommitmentKept], Awaitable[None]]


def register(app: AsyncApp, edge: Edge) -> None:
    """All buttons about a commitment, and the dialogue that asks for another day."""
    for action, outcome in _OUTCOMES.items():
        on_button(app, edge, action, about_commitment(_settling(outcome)))
    for action, delay in _SNOOZES.items():
        on_button(app, edge, action, about_commitment(_snoozing(delay)))
    on_button(app, edge, ids.TALK_ABOUT, about_commitment(_talk))
    on_button(app, edge, ids.REMIND_OTHER_DAY, about_commitment(_ask_for_a_day))
    on_button(app, edge, ids.REMIND_OFF, about_commitment(_never))
    on_dialogue(app, edge, ids.MODAL_DAY, _on_that_day)


def about_commitment(handler: About) -> Callable[[Edge, Gesture], Awaitable[None]]:
    """A listener that finds a button's commitment first, among the doctor's own; one that is gone is said to be."""

    async def listen(edge: Edge, gesture: Gesture) -> None:
        commitment = await _commitment(edge, gesture)
        if commitment is None:
            await edge.note(gesture, "not_yours")
        else:
            await handler(edge, gesture, commitment)

    return listen


async def _commitment(edge: Edge, gesture: Gesture) -> CommitmentKept | None:
    subject = ids.subject(gesture.value)
    if subject is None:
        return None
    kept = await edge.parts.people.commitments(gesture.person)
    return next((one for one in kept if _is(one, subject, gesture.lane)), None)


def _is(one: CommitmentKept, subject: Subject, lane: str) -> bool:
    if subject.kind is SubjectKind.COMMITMENT:
        return one.id == subject.number
    return one.conversation_id == conversation_of(lane) and one.session == subject.number


def _settling(outcome: Outcome) -> About:
    async def settle(edge: Edge, gesture: Gesture, commitment: CommitmentKept) -> None:
        await edge.parts.people.settle(gesture.person, commitment.id, outcome, edge.parts.clock.now())
        await edge.note(gesture, f"outcome_{outcome.value}")
        await edge.refresh_home(gesture)

    return settle


def _snoozing(delay: timedelta) -> About:
    async def snooze(edge: Edge, gesture: Gesture, commitment: CommitmentKept) -> None:
        hours = await _hours(edge, gesture)
        await _ask_on(edge, gesture, commitment.id, hours.day(edge.parts.clock.now()) + delay)

    return snooze


async def _talk(edge: Edge, gesture: Gesture, commitment: CommitmentKept) -> None:
    await begin_once(edge, gesture, fill(edge.parts.words.prompts.look_back.message, what=commitment.what))


async def _ask_for_a_day(edge: Edge, gesture: Gesture, commitment: CommitmentKept) -> None:
    hours = await _hours(edge, gesture)
    tomorrow = hours.day(edge.parts.clock.now()) + timedelta(days=1)
    set_for = hours.day(commitment.remind_at) if commitment.remind_at else tomorrow
    initial = max(set_for, tomorrow)
    await edge.open(gesture, modals.day(edge.parts.words, commitment_id=commitment.id, initial=initial))


async def _never(edge: Edge, gesture: Gesture, commitment: CommitmentKept) -> None:
    """Said in a letter that stays: the one above it, which names a day, stays too."""
    await edge.parts.people.remind(gesture.person, commitment.id, None)
    words, key = edge.parts.words, f"remind_off:{commitment.id}:{gesture.id}"
    await edge.parts.post.post([letters.note(words, gesture.where, key=key, name="remind_off")])
    edge.engine.letters_waiting()
    await edge.refresh_home(gesture)


async def _on_that_day(edge: Edge, gesture: Gesture) -> None:
    """The day that was chosen; today, or one that is over already, becomes tomorrow, which is said."""
    chosen = submitted.day(gesture.view)
    if chosen is None:
        return
    hours = await _hours(edge, gesture)
    tomorrow = hours.day(edge.parts.clock.now()) + timedelta(days=1)
    await _ask_on(edge, gesture, chosen[0], max(chosen[1], tomorrow), later=chosen[1] < tomorrow)


async def _ask_on(edge: Edge, gesture: Gesture, commitment_id: int, day: date, *, later: bool = False) -> None:
    """Ask in the evening of that day, and say so: the doctor has chosen it, so a weekend is as good as any day."""
    parts = edge.parts
    hours = await _hours(edge, gesture)
    at = hours.evening(day)
    if not await parts.people.remind(gesture.person, commitment_id, at):
        await edge.note(gesture, "not_yours")
        return
    here = gesture.channel or await edge.direct_channel(gesture)
    where = Where(gesture.team, f"{gesture.team}:{here}", here, gesture.thread_ts)
    key = f"remind_set:{commitment_id}:{gesture.id}"
    await parts.post.post([letters.remind_set(parts.words, where, key=key, day=hours.day(at), later=later)])
    edge.engine.letters_waiting()
    await edge.refresh_home(gesture)


async def _hours(edge: Edge, gesture: Gesture) -> Hours:
    return Hours.of(await edge.parts.people.person(gesture.person), edge.parts.options)
