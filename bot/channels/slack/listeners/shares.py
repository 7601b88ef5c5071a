"""What was shared: listed, and taken back with effect at once; and whether a doctor is counted in the figures."""

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.listeners.edge import Blocks, Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import on_button
from bot.channels.slack.render import actions as ids
from bot.channels.slack.render import mentoring
from bot.channels.slack.render.dates import day_there
from bot.channels.slack.views.shares import listed


def register(app: AsyncApp, edge: Edge) -> None:
    """The buttons of the Home tab about it, which letters and answers to a command have too."""
    on_button(app, edge, ids.SHARE_WITHDRAW, _take_back)
    on_button(app, edge, ids.HOME_COUNTED, _count)


async def what_is_shared(edge: Edge, gesture: Gesture) -> Blocks:
    """Every share, and who opened it when."""
    person = await edge.parts.people.person(gesture.person)
    return tuple(listed(edge.parts.words, await edge.shares(gesture.person), edge.timezone(person)))


async def _take_back(edge: Edge, gesture: Gesture) -> None:
    taken = await edge.parts.sharing.withdraw(gesture.person, gesture.value, edge.parts.clock.now())
    if taken:
        await _say_so_there(edge, gesture)
    await edge.note(gesture, "taken_back" if taken else "not_yours")
    await edge.refresh_home(gesture)


async def _say_so_there(edge: Edge, gesture: Gesture) -> None:
    """The letter that says that a talk can be read says no such thing any more, where the button stood in it."""
    parts = edge.parts
    found = await parts.post.answered(gesture.lane, gesture.message_ts) if gesture.channel else None
    share = next((one for one in await parts.sharing.shared(gesture.person) if one.id == gesture.value), None)
    if found is None or found.key != mentoring.shared_key(gesture.value) or share is None:
        return
    timezone = edge.timezone(await parts.people.person(gesture.person))
    letter = mentoring.taken_back(
        parts.words,
        mentoring.Place(gesture.where, gesture.message_ts, f"shared_over:{share.id}"),
        mentor=share.mentor,
        day=day_there(share.withdrawn_at or parts.clock.now(), timezone),
    )
    await parts.post.post([letter])
    edge.engine.letters_waiting()


async def _count(edge: Edge, gesture: Gesture) -> None:
    """Only who has agreed to how the coach works can be counted; whoever is can stop it."""
    wanted = gesture.value == "on"
    if not wanted or await edge.agreed(gesture):
        await edge.parts.sharing.count(gesture.person, wanted=wanted)
    await edge.refresh_home(gesture)
