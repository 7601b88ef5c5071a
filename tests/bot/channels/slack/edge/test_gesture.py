from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.listeners import gesture
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.shapes import CALM, JSON


def test_a_press_in_a_thread() -> None:
    body = payloads.pressed("passage", "[a-card]", ts="2.000001", thread_ts="1.000001")
    found = gesture.of_action(body)
    assert (found.person, found.lane) == ("T0FAKE:U1", "T0FAKE:D1")
    assert (found.message_ts, found.thread_ts, found.value) == ("2.000001", "1.000001", "[a-card]")
    assert found.trigger.startswith("trigger-")
    assert found.where.thread_ts == "1.000001"


def test_a_press_in_the_home_tab_stands_in_no_channel() -> None:
    found = gesture.of_action(payloads.pressed("home_start"))
    assert (found.channel, found.message_ts) == ("", "")


def test_a_dialogue_is_known_by_its_view() -> None:
    found = gesture.of_submission(payloads.sent("modal_day", view_id="V7", about="{}"))
    assert (found.id, found.view["callback_id"]) == ("V7", "modal_day")


def test_a_dialogue_opened_in_another_workspace_belongs_to_the_one_with_the_app() -> None:
    body = payloads.sent("modal_reflect")
    view = body["view"]
    assert isinstance(view, dict)
    view["app_installed_team_id"] = "TOURS"
    assert gesture.of_submission(body).team == "TOURS"


def test_a_shortcut_brings_the_message() -> None:
    found = gesture.of_shortcut(payloads.shortcut("reflect_on_this", "what they said"))
    assert (found.text, found.channel) == ("what they said", payloads.WARD)


def test_a_command_brings_what_follows_it() -> None:
    found = gesture.of_command(dict(payloads.command("  goals ", "http://127.0.0.1/r")))
    assert (found.text, found.person) == ("goals", "T0FAKE:U1")


def test_a_tab() -> None:
    found, tab = gesture.of_tab(payloads.callback(payloads.opened("messages")))
    assert (found.user, found.channel, tab) == (payloads.DOCTOR, payloads.DIRECT, "messages")


@CALM
@given(st.dictionaries(st.sampled_from("user team channel message container view actions event".split()), JSON))
def test_no_shape_is_an_error(body: dict[str, object]) -> None:
    for read in (gesture.of_action, gesture.of_submission, gesture.of_shortcut, gesture.of_command):
        assert isinstance(read(body), gesture.Gesture)
    assert isinstance(gesture.of_tab(body)[1], str)
