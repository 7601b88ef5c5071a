"""A talk written up in Slack: chosen, put into the doctor's own channel as a file, and said to be there."""

from io import BytesIO

import pytest
from docx import Document

from bot.channels.slack.render import actions as ids
from bot.coaching.practice import Attempt
from bot.ports.sharing import Preview, Talk
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.test_reminders import closing
from tests.bot.channels.slack.edge.world import PERSON, World, play
from tests.bot.channels.slack.render.samples import MADE, WORDS
from tests.bot.reflection.papers import whole_talk

TALK = Talk("slack:T0FAKE:D1", 1, 1, 7, MADE, "speaking_up", "")


def chosen(ending: str = "docx", value: str = "1|slack:T0FAKE:D1", *, whole: bool = False) -> payloads.Body:
    fields = {
        ids.FIELD_TALK: {"selected_option": {"value": value}},
        ids.FIELD_FORMAT: {"selected_option": {"value": ending}},
        ids.FIELD_WHOLE: {"selected_options": [{"value": "yes"}] if whole else []},
    }
    return payloads.sent(ids.MODAL_REFLECTION, fields)


def with_a_talk(here: World) -> None:
    here.sharing.previews[PERSON] = [Preview(TALK, whole_talk())]


def uploaded(here: World) -> bytes:
    """The file, cut out of the form that it came in."""
    (content,) = [str(one.given["content"]) for one in here.web.calls if one.method == "upload"]
    whole = content.encode("utf-8", "surrogateescape")
    start = whole.find(b"PK") if b"PK" in whole else whole.find(b"# Reflection")
    return whole[start:]


def test_the_button_opens_the_choice_of_talks_with_the_warning() -> None:
    async def scenario(here: World) -> None:
        with_a_talk(here)
        await here.interact(payloads.pressed(ids.HOME_REFLECTION))
        assert WORDS.waiting.text in here.web.last("views.open").words
        shown = here.web.last("views.update").words
        assert "not legally privileged" in shown
        assert "how to raise it with somebody senior" in shown

    play(scenario)


def test_the_file_is_put_into_the_doctors_own_channel_masked_and_only_then_said_to_be_there() -> None:
    async def scenario(here: World) -> None:
        with_a_talk(here)
        await here.interact(chosen())
        text = "\n".join(one.text for one in Document(BytesIO(uploaded(here))).paragraphs)
        assert "I shouted at the coordinator" in text
        assert "Priya" not in text
        done = here.web.last("files.completeUploadExternal")
        assert done.given["channel_id"] == payloads.DIRECT
        assert done.given["initial_comment"] == WORDS.reflection.comes_with
        names = [one.given["filename"] for one in here.web.calls if one.method == "files.getUploadURLExternal"]
        assert names == ["reflection.docx"]
        assert WORDS.reflection.done in here.web.last("views.update").words
        assert here.web.methods.index("files.completeUploadExternal") < here.web.methods.index("views.update")

    play(scenario)


@pytest.mark.parametrize("whole", [False, True])
def test_the_whole_talk_is_behind_it_where_it_was_ticked(whole: bool) -> None:
    async def scenario(here: World) -> None:
        with_a_talk(here)
        await here.interact(chosen("md", whole=whole))
        assert ("## The whole talk" in uploaded(here).decode(errors="replace")) is whole

    play(scenario)


@pytest.mark.parametrize("value", ["9|slack:T0FAKE:D1", "1|slack:T0FAKE:D2", "", "nonsense"])
def test_a_talk_that_is_not_theirs_is_not_written_up(value: str) -> None:
    async def scenario(here: World) -> None:
        with_a_talk(here)
        done = await here.interact(chosen(value=value))
        assert WORDS.reflection.gone in str(done.body)
        assert "upload" not in here.web.methods

    play(scenario)


def test_an_upload_that_fails_is_said_to_have_failed() -> None:
    async def scenario(here: World) -> None:
        with_a_talk(here)
        here.web.errors["files.getUploadURLExternal"] = "fatal_error"
        await here.interact(chosen())
        assert WORDS.reflection.done not in here.web.last("views.update").words
        assert "I could not do that just now." in here.web.last("views.update").words

    play(scenario)


def test_the_home_tab_shows_what_was_counted_and_the_button() -> None:
    async def scenario(here: World) -> None:
        attempt = Attempt(kind="draft", about="email", asking=2, telling=5)
        record = closing().model_copy(update={"attempt": attempt})
        await here.answered(record, "5.000001")
        await here.event(payloads.opened("home"))
        assert await here.app.settle(10)
        shown = here.web.last("views.publish").words
        assert "in one draft, you asked 2 and told 5." in shown
        assert "You decided on one thing" in shown
        assert ids.HOME_REFLECTION in shown

    play(scenario)
