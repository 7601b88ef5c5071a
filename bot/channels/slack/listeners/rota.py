"""A doctor's rota and quiet hours: told in a dialogue from Home, and reminders moved out of them at once."""

from collections.abc import Mapping

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.engine.reminders import Hours
from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import on_button, on_dialogue
from bot.channels.slack.render import actions as ids
from bot.channels.slack.views import rota as view
from bot.ports.people import Person


def register(app: AsyncApp, edge: Edge) -> None:
    """The button in Home, and the dialogue that it opens."""
    on_button(app, edge, ids.HOME_ROTA, _ask)
    on_dialogue(app, edge, ids.MODAL_ROTA, _told, wrong=_wrong)


async def _ask(edge: Edge, gesture: Gesture) -> None:
    person = await edge.parts.people.person(gesture.person)
    hours = Hours.of(person, edge.parts.options)
    today = hours.day(edge.parts.clock.now())
    quiet = (hours.quiet_from, hours.quiet_to)
    await edge.open(gesture, view.rota(edge.parts.words, person, quiet=quiet, today=today))


def _wrong(edge: Edge, gesture: Gesture) -> Mapping[str, str]:
    """Days that nobody can mean; the doctor's own zone makes no difference to them."""
    return view.wrong(edge.parts.words, gesture.view, edge.parts.clock.now().date())


async def _told(edge: Edge, gesture: Gesture) -> None:
    """Keep what was told; what is over, or was taken out, goes. Reminders that it touches move to a day that suits."""
    told, people, options = view.submitted(gesture.view), edge.parts.people, edge.parts.options
    person = await people.person(gesture.person)
    today = Hours.of(person, options).day(edge.parts.clock.now())
    kept = [one for one in person.rota if view.key(one) not in told.removed]
    usual = (options.quiet_from, options.quiet_to)
    quiet = told.quiet if told.quiet != usual else None
    await people.rota(gesture.person, quiet=quiet, spans=[one for one in (*kept, *told.spans) if one.last >= today])
    await _move(edge, await people.person(gesture.person))
    await edge.refresh_home(gesture)


async def _move(edge: Edge, person: Person) -> None:
    """Reminders that now fall where they may not come: to the evening of the next day that suits, one a day."""
    hours, people = Hours.of(person, edge.parts.options), edge.parts.people
    planned = [one for one in await people.commitments(person.id) if one.remind_at is not None and not one.reminded]
    at_times = [one.remind_at for one in planned if one.remind_at is not None]
    taken = {hours.day(at) for at in at_times if not hours.quiet(at)}
    for one in planned:
        if one.remind_at is None or not hours.quiet(one.remind_at):
            continue
        at = hours.evening(hours.day(one.remind_at))
        while hours.day(at) in taken:
            at = hours.evening(hours.next_day(at))
        taken.add(hours.day(at))
        await people.remind(person.id, one.id, at)
