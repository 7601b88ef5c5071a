from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack import incoming
from bot.channels.slack.incoming import Ignored, Onward, Removed, Said, Stopped
from bot.ports.incoming import Kind
from tests.bot.channels.slack.edge import payloads
from tests.bot.channels.slack.edge.shapes import CALM, JSON

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


def read(event: dict[str, object]) -> incoming.Read:
    return incoming.read(payloads.callback(event), NOW)


def said(event: dict[str, object]) -> Said:
    found = read(event)
    assert isinstance(found, Said)
    return found


def test_a_message_is_taken_with_all_by_which_it_is_known_again() -> None:
    found = said(payloads.message("It went badly.", ts="1.000002", client_msg_id="cm-1", thread_ts="1.000001"))
    inbound = found.inbound
    assert found.raw == "It went badly."
    assert (inbound.kind, inbound.user, inbound.lane) == (Kind.MESSAGE, payloads.DOCTOR, "T0FAKE:D1")
    assert (inbound.ts, inbound.sent, inbound.client_msg_id) == ("1.000002", "1.000002", "cm-1")
    assert inbound.thread_ts == "1.000001"
    assert inbound.received_at == NOW


def test_no_words_are_in_what_is_kept_before_they_are_masked() -> None:
    assert said(payloads.message("Mr Smith in bed 4")).inbound.text == ""


def test_an_edit_is_about_the_message_and_is_not_taken_for_it() -> None:
    before = payloads.message("one", client_msg_id="cm-2", thread_ts="1.000001")
    found = said(payloads.changed(before, "two"))
    assert (found.inbound.kind, found.inbound.about_ts, found.raw) == (Kind.EDIT, before["ts"], "two")
    assert found.inbound.ts not in {"", before["ts"]}
    assert found.inbound.client_msg_id is None, "the edit would be taken for the message sent again"
    assert found.inbound.thread_ts == "1.000001"


def test_a_changed_message_with_the_same_words_is_nothing() -> None:
    before = payloads.message("one")
    assert read(payloads.changed(before, "one", reply_count=2)) == Ignored("same_words")


@pytest.mark.parametrize("how", ["deleted", "tombstone"])
def test_a_deletion_is_about_the_message_that_is_gone(how: str) -> None:
    before = payloads.message("one")
    event = payloads.deleted(before) if how == "deleted" else payloads.changed(before, "gone", subtype="tombstone")
    found = said(event)
    assert (found.inbound.kind, found.inbound.about_ts, found.raw) == (Kind.DELETION, before["ts"], "")
    assert found.inbound.user == payloads.DOCTOR


def test_a_mention_is_answered_in_its_thread_and_taken_without_the_coachs_name() -> None:
    event = payloads.mention("can you help?")
    found = said(event)
    assert (found.inbound.kind, found.inbound.channel, found.raw) == (Kind.MENTION, payloads.WARD, "can you help?")
    assert found.inbound.thread_ts == event["ts"]
    assert said(payloads.mention("again", thread_ts="1.000001")).inbound.thread_ts == "1.000001"


def test_a_mention_of_nothing_but_the_name_is_one_too() -> None:
    assert said(payloads.mention("")).raw == ""


def test_files_are_told_of_and_their_words_are_kept() -> None:
    found = said(payloads.message("see this", subtype="file_share", files=[{"id": "F1"}]))
    assert (found.raw, found.files) == ("see this", True)
    assert said(payloads.message("", subtype="file_share", files=[{"id": "F1"}])).files


def test_a_forwarded_message_without_words_of_its_own_is_something_attached() -> None:
    assert said(payloads.message("", attachments=[{"is_share": True}])).files
    assert not said(payloads.message("https://example.org", attachments=[{"title": "x"}])).files


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (payloads.message("hello", bot_id="B1"), "not_a_person"),
        (payloads.message("hello", user=payloads.BOT), "not_a_person"),
        (payloads.message("hello", user="USLACKBOT"), "not_a_person"),
        (payloads.message("hello", user=""), "not_a_person"),
        (payloads.message("hello", channel=payloads.WARD), "not_direct"),
        (payloads.message("hello", subtype="channel_join"), "subtype"),
        (payloads.message("hello", subtype="bot_message"), "subtype"),
        (payloads.message("  "), "empty"),
        (payloads.mention("hello", channel=payloads.DIRECT), "direct"),
        (payloads.mention("hello", bot_id="B1"), "not_a_person"),
        (payloads.changed(payloads.message("a", bot_id="B1"), "b"), "not_a_person"),
        (payloads.deleted(payloads.message("a", user=payloads.BOT)), "not_a_person"),
        (payloads.deleted({"ts": "1.000001"}), "not_a_person"),
        ({"type": "reaction_added", "user": payloads.DOCTOR}, "unknown_event"),
        ({"type": "agent_session_stopped", "user": payloads.DOCTOR}, "malformed"),
        ({"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}}, "user_token"),
    ],
)
def test_what_is_not_for_the_coach_is_named(event: dict[str, object], why: str) -> None:
    assert read(event) == Ignored(why)


def test_stop_names_the_lane() -> None:
    found = read(payloads.stop())
    assert isinstance(found, Stopped)
    assert found.lane == "T0FAKE:D1"


@pytest.mark.parametrize("event", [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"bot": ["U0"]}}])
def test_an_app_taken_out_is_told_with_its_workspace(event: dict[str, object]) -> None:
    assert read(event) == Removed(payloads.TEAM)


def test_tabs_and_interactions_go_on_to_the_listeners() -> None:
    assert read(payloads.opened("home")) == Onward()
    assert incoming.read(payloads.pressed("help_now"), NOW) == Onward()
    assert incoming.read({"type": "url_verification", "challenge": "c"}, NOW) == Onward()


def test_the_workspace_is_the_one_the_app_is_installed_in() -> None:
    body = payloads.callback(payloads.message("hello"))
    assert incoming.team_of({**body, "team_id": "TOTHER"}) == payloads.TEAM
    assert incoming.team_of({"team_id": "TOTHER"}) == "TOTHER"
    assert incoming.team_of({}) == ""


FIELDS = st.sampled_from(
    "channel user text ts event_ts subtype message previous_message deleted_ts bot_id files tokens thread_ts".split()
)


@CALM
@given(kind=st.sampled_from(sorted(incoming.EVENTS)), event=st.dictionaries(FIELDS, JSON), envelope=JSON)
def test_no_shape_of_an_event_is_an_error(kind: str, event: dict[str, object], envelope: object) -> None:
    body = {**payloads.callback({**event, "type": kind}), "authorizations": envelope}
    found = incoming.read(body, NOW)
    assert isinstance(found, Said | Stopped | Removed | Ignored | Onward)


@CALM
@given(event=st.dictionaries(FIELDS, JSON))
def test_what_is_taken_in_has_a_person_and_a_place(event: dict[str, object]) -> None:
    found = read({**event, "type": "message"})
    if isinstance(found, Said):
        assert found.inbound.user
        assert found.inbound.channel
        assert found.inbound.sent
