import json

import pytest

from bot.channels.slack.render import actions as ids
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.test_reminders import closing
from tests.bot.channels.slack.edge.world import LANE, PERSON, World, play
from tests.bot.channels.slack.render.samples import WORDS


async def with_something_kept(here: World) -> None:
    await here.interact(payloads.pressed(ids.CONSENT_AGREE, str(WORDS.consent.version), ts="4.000001"))
    await here.answered(closing(), "5.000001")
    here.web.calls.clear()


def test_pause_and_resume_are_kept_and_shown() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.HOME_PAUSE))
        assert (await here.parts.people.person(PERSON)).paused
        assert ids.HOME_RESUME in here.web.last("views.publish").words
        await here.interact(payloads.pressed(ids.HOME_RESUME))
        assert not (await here.parts.people.person(PERSON)).paused

    play(scenario)


def test_reminders_are_turned_off_and_on() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.HOME_REMINDERS, "off"))
        assert not (await here.parts.people.person(PERSON)).reminders
        await here.interact(payloads.pressed(ids.HOME_REMINDERS, "on"))
        assert (await here.parts.people.person(PERSON)).reminders

    play(scenario)


def test_the_export_is_put_into_the_doctors_own_channel_to_read_and_for_programs() -> None:
    async def scenario(here: World) -> None:
        await with_something_kept(here)
        await here.interact(payloads.pressed(ids.HOME_EXPORT))
        uploads = [one.words for one in here.web.calls if one.method == "upload"]
        assert len(uploads) == 2
        assert all("ask the porters" in one for one in uploads)
        done = here.web.last("files.completeUploadExternal")
        assert done.given["channel_id"] == payloads.DIRECT
        assert done.given["initial_comment"] == WORDS.notes["exported"]
        names = [one.given["filename"] for one in here.web.calls if one.method == "files.getUploadURLExternal"]
        assert names == ["coach.md", "coach.json"]

    play(scenario)


def test_the_export_for_programs_is_all_that_is_kept() -> None:
    async def scenario(here: World) -> None:
        await with_something_kept(here)
        whole = await here.parts.people.export(PERSON)
        await here.interact(payloads.pressed(ids.HOME_EXPORT))
        uploads = [str(one.given["content"]) for one in here.web.calls if one.method == "upload"]
        assert any(_json_in(one) == json.loads(json.dumps(whole)) for one in uploads)

    play(scenario)


def _json_in(upload: str) -> object:
    """The JSON in an upload, which may come as one part of a form."""
    start, end = upload.find("{"), upload.rfind("}")
    try:
        return json.loads(upload[start : end + 1])
    except ValueError:
        return None


def test_nothing_is_erased_before_it_is_asked_once_more() -> None:
    async def scenario(here: World) -> None:
        await with_something_kept(here)
        await here.interact(payloads.pressed(ids.HOME_ERASE))
        assert ids.MODAL_ERASE in here.web.last("views.open").words
        assert (await here.parts.people.kept(PERSON)).turns == 1

    play(scenario)


def test_what_is_erased_is_gone_and_the_word_about_it_keeps_nothing() -> None:
    async def scenario(here: World) -> None:
        await with_something_kept(here)
        await here.event(payloads.message("This waits."))
        await here.interact(payloads.sent(ids.MODAL_ERASE))
        assert await here.waiting() == ()
        assert here.engine.drops == [LANE]
        assert here.engine.stops == [], "a letter about the stop would keep the doctor's channel again"
        kept = await here.parts.people.kept(PERSON)
        assert (kept.turns, kept.commitments, kept.conversations) == (0, 0, 0)
        person = await here.parts.people.person(PERSON)
        assert (person.consented, person.channel) == (0, "")
        assert WORDS.notes["erased"] in here.web.last("chat.postMessage").words
        assert here.web.last("chat.postMessage").given["channel"] == payloads.DIRECT
        assert await here.outgoing() == []

    play(scenario)


def test_whoever_has_nothing_kept_is_told_so() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.sent(ids.MODAL_ERASE))
        assert WORDS.notes["nothing_to_erase"] in here.web.last("chat.postMessage").words

    play(scenario)


def test_what_waited_for_the_doctors_agreement_is_said_to_be_erased() -> None:
    async def scenario(here: World) -> None:
        await here.event(payloads.message("This waits."))
        await here.interact(payloads.sent(ids.MODAL_ERASE))
        assert await here.waiting() == ()
        assert WORDS.notes["erased"] in here.web.last("chat.postMessage").words

    play(scenario)


def test_the_home_tab_says_where_the_export_is_once_it_is_there() -> None:
    async def scenario(here: World) -> None:
        await here.interact(payloads.pressed(ids.HOME_EXPORT))
        assert WORDS.waiting.text in here.web.last("views.open").words
        assert WORDS.elsewhere.exported in here.web.last("views.update").words
        methods = here.web.methods
        assert (
            methods.index("views.open") < methods.index("files.completeUploadExternal") < methods.index("views.update")
        )

    play(scenario)


@pytest.mark.parametrize("fails", ["views.open", "views.update"])
def test_the_export_is_had_where_no_dialogue_is(fails: str) -> None:
    async def scenario(here: World) -> None:
        here.web.errors[fails] = "expired_trigger_id"
        await here.interact(payloads.pressed(ids.HOME_EXPORT))
        assert "files.completeUploadExternal" in here.web.methods
        assert "chat.postEphemeral" not in here.web.methods, "nothing went wrong that matters to the doctor"

    play(scenario)


def test_an_export_that_fails_is_said_to_have_failed_with_the_way_to_help() -> None:
    async def scenario(here: World) -> None:
        here.web.errors["files.getUploadURLExternal"] = "fatal_error"
        await here.interact(payloads.pressed(ids.HOME_EXPORT))
        assert "I could not do that just now." in here.web.last("views.update").words
        assert ids.HELP_NOW in here.web.last("chat.postEphemeral").words

    play(scenario)


@pytest.mark.parametrize("tab", ["home", "messages"])
def test_a_tab_opened_again_shows_nothing_of_what_was_erased(tab: str) -> None:
    async def scenario(here: World) -> None:
        await with_something_kept(here)
        await here.interact(payloads.sent(ids.MODAL_ERASE))
        here.web.calls.clear()
        await here.event(payloads.opened(tab))
        assert await here.app.settle(10)
        assert here.web.calls
        assert "porters" not in "".join(one.words for one in here.web.calls)

    play(scenario)
