"""The steps of sharing, as a doctor takes them at the edge."""

import json
from collections.abc import Mapping
from dataclasses import replace

from slack_bolt import BoltResponse

from bot.channels.slack.render import actions as ids
from bot.ports.sharing import NewShare, Preview
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.world import PERSON, World
from tests.bot.channels.slack.render.samples import WORDS
from tests.bot.channels.slack.render.shares import a_preview, mentor
from tests.bot.channels.slack.views.filling import filled

CONVERSATION = f"slack:{payloads.TEAM}:{payloads.DIRECT}"
TEXTS = ("My registrar shouts at me in Marigold.", "It was the third time. I looked at the floor.")
OSEI = mentor(team=payloads.TEAM)
KHAN = replace(mentor("Dr Khan", 8, team=payloads.TEAM), assesses=frozenset({PERSON}))
View = dict[str, object]


async def with_a_talk(here: World, *texts: str) -> Preview:
    """A doctor who has agreed and has a talk, and two mentors, of whom the second assesses them."""
    await here.parts.people.consent(PERSON, WORDS.consent.version, here.clock.now())
    preview = a_preview(*(texts or TEXTS), conversation_id=CONVERSATION)
    here.sharing.previews[PERSON] = [preview]
    here.sharing.staff = [OSEI, KHAN]
    return preview


def view_of(response: BoltResponse) -> View:
    """The dialogue that is shown in the place of the one that was sent."""
    told = json.loads(response.body)
    assert told["response_action"] == "update"
    view: View = told["view"]
    return view


def shown(here: World) -> View:
    """The dialogue that was shown last, other than in an answer."""
    return as_view(here.web.last("views.update").given["view"])


def as_view(held: object) -> View:
    made = json.loads(held) if isinstance(held, str) else held
    assert isinstance(made, dict)
    return made


async def send(here: World, view: Mapping[str, object], **values: object) -> View:
    """Send a dialogue; what is shown next."""
    return view_of(await here.interact(payloads.submitted(filled(view, **values))))


async def opened(here: World, *, button: str = ids.HOME_SHARE, value: str = "", ts: str = "") -> View:
    """The first step."""
    await here.interact(payloads.pressed(button, value, ts=ts))
    return shown(here)


async def previewed(here: World, **values: object) -> View:
    """The preview for the first mentor."""
    return await send(here, await opened(here), **{"mentor": OSEI.id, **values})


def given(here: World) -> NewShare:
    (one,) = here.sharing.given
    return one
