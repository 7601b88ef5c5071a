"""Every dialogue keeps Slack's limits, warns before it asks, and hands back what was typed."""

import json
from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import given
from slack_sdk.models.views import View

from bot.channels.slack.render import actions as ids
from bot.channels.slack.views import modals, submitted
from tests.bot.channels.slack.render.limits import view_problems
from tests.bot.channels.slack.render.samples import HARMFUL, WORDS, harmful

MADE: dict[str, Callable[[str], Mapping[str, object]]] = {
    ids.MODAL_WAITING: lambda _: modals.waiting(WORDS),
    ids.MODAL_PASSAGE: lambda text: modals.passage(WORDS, text, text or "a place"),
    ids.MODAL_HELP: lambda text: modals.help_now(WORDS, ["Samaritans: 116 123", text]),
    ids.MODAL_PRIVACY: lambda _: modals.privacy(WORDS),
    ids.MODAL_FEEDBACK: lambda _: modals.feedback_reasons(WORDS, channel="D1", ts="1.000100"),
    ids.MODAL_REFLECT: lambda text: modals.reflect(WORDS, text=text, channel="D1"),
    ids.MODAL_ERASE: lambda _: modals.erase(WORDS),
    ids.MODAL_DAY: lambda _: modals.day(WORDS, commitment_id=5, initial=date(2026, 11, 26)),
}
READ_ONLY = {ids.MODAL_WAITING, ids.MODAL_PASSAGE, ids.MODAL_HELP, ids.MODAL_PRIVACY}


def sent(view: Mapping[str, object], **values: object) -> dict[str, object]:
    """The view as Slack sends it when it is submitted."""
    return {**view, "state": {"values": {field: {field: value} for field, value in values.items()}}}


def told(view: Mapping[str, object]) -> str:
    return json.dumps(view)


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("text", HARMFUL, ids=range(len(HARMFUL)))
def test_every_dialogue_keeps_the_limits_whatever_it_holds(name: str, text: str) -> None:
    view = MADE[name](text)
    assert not view_problems(view)
    assert View(**json.loads(json.dumps(view))).to_dict()["callback_id"] == name


@pytest.mark.parametrize("name", MADE)
def test_only_what_is_asked_can_be_sent(name: str) -> None:
    assert ("submit" in MADE[name]("text")) is (name not in READ_ONLY)


@given(harmful)
def test_the_words_to_reflect_on_come_back_as_they_were_shown(text: str) -> None:
    view = modals.reflect(WORDS, text=text, channel="D1")
    blocks = view["blocks"]
    assert isinstance(blocks, list)
    offered = blocks[-1]["element"].get("initial_value", "")
    back = sent(view, text={"type": "plain_text_input", "value": offered})
    assert submitted.text(back) == offered.strip()
    assert submitted.channel(back) == "D1"


def test_a_message_that_does_not_fit_says_so() -> None:
    assert WORDS.reflect.shortened in told(modals.reflect(WORDS, text="word " * 900, channel="D1"))
    assert WORDS.reflect.shortened not in told(modals.reflect(WORDS, text="word", channel="D1"))


def test_the_warning_on_patients_comes_before_the_field() -> None:
    blocks = MADE[ids.MODAL_REFLECT]("text")["blocks"]
    assert isinstance(blocks, list)
    assert blocks[0]["text"]["text"] == WORDS.reflect.warning
    assert blocks[-1]["type"] == "input"


def test_what_the_dialogues_are_about_is_ids_and_no_words() -> None:
    assert json.loads(str(modals.feedback_reasons(WORDS, channel="D1", ts="1.5")["private_metadata"])) == {
        "channel": "D1",
        "ts": "1.5",
    }
    assert "consultant" not in str(modals.reflect(WORDS, text="my consultant", channel="D1")["private_metadata"])


def test_help_has_every_line_it_is_given_on_its_own() -> None:
    blocks = modals.help_now(WORDS, ["Emergency services: 999", "Samaritans: 116 123"])["blocks"]
    assert isinstance(blocks, list)
    assert [one["text"]["text"] for one in blocks][1:3] == ["Emergency services: 999", "Samaritans: 116 123"]


def test_a_passage_says_whose_words_it_is_in_and_a_missing_one_does_not() -> None:
    assert WORDS.sources.about in told(modals.passage(WORDS, '"Words." (Bohmer 2012, A section)', "Bohmer 2012"))
    assert WORDS.sources.about not in told(
        modals.passage(WORDS, "The source text is not installed here.", "Bohmer 2012")
    )


def test_a_long_passage_is_shown_whole() -> None:
    passage = "A sentence of the source. " * 300
    blocks = modals.passage(WORDS, passage, "Bohmer 2012, A section")["blocks"]
    assert isinstance(blocks, list)
    assert sum(one["text"]["text"].count("A sentence") for one in blocks) == 300


def test_reasons_and_words_of_a_verdict_are_read() -> None:
    view = modals.feedback_reasons(WORDS, channel="D1", ts="1.5")
    ticked = {"type": "checkboxes", "selected_options": [{"value": "too_long"}, {"value": "made_up"}]}
    back = sent(view, reasons=ticked, words={"value": " It went on. "})
    assert submitted.judged(back, WORDS) == submitted.Judged("D1", "1.5", ("too_long",), "It went on.")


def test_a_verdict_may_be_left_without_reasons() -> None:
    back = sent(
        modals.feedback_reasons(WORDS, channel="D1", ts="1.5"), reasons={"selected_options": []}, words={"value": None}
    )
    assert submitted.judged(back, WORDS) == submitted.Judged("D1", "1.5", (), "")


def test_another_day_is_read() -> None:
    view = modals.day(WORDS, commitment_id=5, initial=date(2026, 11, 26))
    assert submitted.day(sent(view, day={"selected_date": "2026-12-01"})) == (5, date(2026, 12, 1))


@pytest.mark.parametrize("chosen", [None, "", "tomorrow", 7, "2026-13-01"])
def test_no_day_is_no_day(chosen: object) -> None:
    view = modals.day(WORDS, commitment_id=5, initial=date(2026, 11, 26))
    assert submitted.day(sent(view, day={"selected_date": chosen})) is None


@pytest.mark.parametrize(
    "view",
    [
        {},
        {"state": None},
        {"state": {"values": []}},
        {"private_metadata": "{"},
        {"private_metadata": "[1]"},
        {"private_metadata": 3},
    ],
)
def test_a_view_that_is_none_of_ours_reads_as_nothing(view: dict[str, object]) -> None:
    assert submitted.text(view) == ""
    assert submitted.channel(view) == ""
    assert submitted.day(view) is None
    assert submitted.judged(view, WORDS) == submitted.Judged("", "", (), "")
