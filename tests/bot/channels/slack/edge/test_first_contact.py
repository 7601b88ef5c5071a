from bot.channels.slack.render import actions as ids
from bot.ports.post import Finished
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.world import LANE, PERSON, World, play
from tests.bot.channels.slack.render.samples import WORDS

VERSION = str(WORDS.consent.version)


async def held(here: World) -> None:
    """A first message that waits for consent."""
    await here.event(payloads.message("It went badly."))
    claim = await here.parts.post.claim(LANE)
    assert claim is not None
    assert await here.parts.post.finish(Finished(LANE, claim.token, {}, held=True))
    here.engine.woken.clear()
    assert await here.waiting() == ()


def test_whoever_agrees_is_answered_what_they_wrote_before() -> None:
    async def scenario(here: World) -> None:
        await held(here)
        assert (await here.interact(payloads.pressed(ids.CONSENT_AGREE, VERSION, ts="5.000001"))).status == 200
        assert [one.text for one in await here.waiting()] == ["It went badly."]
        assert here.engine.woken == [(LANE, False)]
        person = await here.parts.people.person(PERSON)
        assert person.consented == WORDS.consent.version
        assert person.consented_at == here.clock.now()

    play(scenario)


def test_consent_brings_the_channel_and_the_time_zone_that_reminders_need() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.CONSENT_AGREE, VERSION, ts="5.000001"))
        person = await here.parts.people.person(PERSON)
        assert (person.channel, person.timezone) == (payloads.DIRECT, "Europe/Paris")

    play(scenario)


def test_consent_stands_where_slack_tells_no_time_zone() -> None:
    async def scenario(here: World) -> None:
        here.web.errors["users.info"] = "fatal_error"
        await held(here)
        await here.interact(payloads.pressed(ids.CONSENT_AGREE, VERSION, ts="5.000001"))
        person = await here.parts.people.person(PERSON)
        assert (person.consented, person.timezone) == (WORDS.consent.version, "")
        assert here.engine.woken == [(LANE, False)]

    play(scenario)


def test_consent_can_be_given_in_the_home_tab_which_shows_it() -> None:
    async def scenario(here: World) -> None:
        await held(here)
        await here.interact(payloads.pressed(ids.CONSENT_AGREE, VERSION))
        assert here.engine.woken == [(LANE, False)]
        assert ids.HOME_START in here.web.last("views.publish").words

    play(scenario)


def test_a_second_press_changes_nothing() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.CONSENT_AGREE, VERSION, ts="5.000001"))
        first = await here.parts.people.person(PERSON)
        here.clock.at = here.clock.at.replace(hour=11)
        await here.interact(payloads.pressed(ids.CONSENT_AGREE, VERSION, ts="5.000001"))
        assert await here.parts.people.person(PERSON) == first

    play(scenario)


def test_the_letter_then_says_when_and_asks_no_more() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.CONSENT_AGREE, VERSION, ts="5.000001"))
        updated = here.web.last("chat.update")
        assert (updated.given["channel"], updated.given["ts"]) == (payloads.DIRECT, "5.000001")
        assert "21 November 2026" in updated.words
        assert ids.CONSENT_AGREE not in updated.words
        assert WORDS.consent.lines[0] in updated.words
        assert WORDS.consent.closing not in updated.words, "nothing waits any more"
        assert ids.HELP_NOW in updated.words

    play(scenario)


def test_a_letter_of_an_earlier_version_is_left_as_it_is() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.CONSENT_AGREE, str(WORDS.consent.version + 1), ts="5.000001"))
        assert "chat.update" not in here.web.methods

    play(scenario)


def test_a_value_that_is_none_of_ours_is_no_consent() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.CONSENT_AGREE, "yes", ts="5.000001"))
        assert (await here.parts.people.person(PERSON)).consented == 0

    play(scenario)


def test_tell_me_more_opens_the_whole_text() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.CONSENT_MORE, ts="5.000001"))
        opened = here.web.last("views.open")
        assert ids.MODAL_PRIVACY in opened.words
        assert str(opened.given["trigger_id"]).startswith("trigger-")

    play(scenario)


def test_nothing_is_kept_of_somebody_who_only_looks() -> None:
    async def scenario(here: World) -> None:
        await here.event(payloads.opened("home"))
        await here.event(payloads.opened("messages"))
        await here.app.settle(10)
        await here.command("goals")
        await here.command("help")
        assert (await here.parts.people.person(PERSON)).channel == ""
        assert (await here.parts.people.kept(PERSON)).turns == 0

    play(scenario)


def test_a_press_in_an_older_letter_takes_back_nothing_that_was_agreed_to_since() -> None:
    async def scenario(here: World) -> None:
        await here.parts.people.consent(PERSON, WORDS.consent.version, here.clock.now())
        await here.interact(payloads.pressed(ids.CONSENT_AGREE, str(WORDS.consent.version + 1), ts="5.000001"))
        assert (await here.parts.people.person(PERSON)).consented == WORDS.consent.version

    play(scenario)
