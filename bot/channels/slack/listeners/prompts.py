"""The ways in that Slack shows above an empty message: at most four, those first that look back at a commitment."""

from zoneinfo import ZoneInfo

from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.render.letters import suggested_prompts
from bot.ports.people import Person


async def offer(edge: Edge, gesture: Gesture) -> None:
    """Show them in the channel that was opened; not to somebody who has paused the coach."""
    person = await edge.parts.people.person(gesture.person)
    if person.paused or not gesture.channel:
        return
    commitments = await edge.parts.people.commitments(person.id)
    offered = suggested_prompts(edge.parts.words, commitments, _hour(edge, person))
    client = await edge.clients.patient_client_for(gesture.team)
    await client.assistant_threads_setSuggestedPrompts(channel_id=gesture.channel, prompts=list(offered))


def _hour(edge: Edge, person: Person) -> int | None:
    """The hour of the doctor's day; None where their time zone is not known."""
    if not person.timezone:
        return None
    try:
        return edge.parts.clock.now().astimezone(ZoneInfo(person.timezone)).hour
    except (KeyError, ValueError, OSError):
        return None
