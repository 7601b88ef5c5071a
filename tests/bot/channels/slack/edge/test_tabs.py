import json

from bot.channels.slack.render import actions as ids
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.test_reminders import closing
from tests.bot.channels.slack.edge.world import PERSON, World, play


async def open_tab(here: World, tab: str) -> None:
    assert (await here.event(payloads.opened(tab))).status == 200
    assert await here.app.settle(10)


def test_home_shows_the_doctors_own_commitments_to_them() -> None:
    async def scenario(here: World) -> None:
        await here.answered(closing())
        await open_tab(here, "home")
        published = here.web.last("views.publish")
        assert published.given["user_id"] == payloads.DOCTOR
        assert "ask the porters" in published.words
        assert ids.HELP_NOW in published.words

    play(scenario)


def test_messages_offers_ways_in_that_look_back_at_what_is_open() -> None:
    async def scenario(here: World) -> None:
        await here.answered(closing())
        await here.parts.people.know(PERSON, timezone="Europe/London")
        await open_tab(here, "messages")
        offered = here.web.last("assistant.threads.setSuggestedPrompts")
        prompts = offered.given["prompts"]
        held = json.loads(prompts) if isinstance(prompts, str) else prompts
        assert isinstance(held, list)
        assert 1 <= len(held) <= 4
        assert "ask the porters" in held[0]["title"]
        assert offered.given["channel_id"] == payloads.DIRECT

    play(scenario)


def test_nothing_is_offered_to_somebody_who_has_paused() -> None:
    async def scenario(here: World) -> None:
        await here.parts.people.pause(PERSON, paused=True)
        await open_tab(here, "messages")
        assert here.web.calls == []

    play(scenario)


def test_a_time_zone_that_does_not_exist_costs_only_the_time_of_day() -> None:
    async def scenario(here: World) -> None:
        await here.parts.people.know(PERSON, timezone="Mars/Olympus")
        await open_tab(here, "messages")
        assert here.web.methods == ["assistant.threads.setSuggestedPrompts"]

    play(scenario)
