"""The robot's eyes, what can be pressed; and the account of processor time."""

import threading
from pathlib import Path

from tests.proving import spending
from tests.proving.fake import words
from tests.proving.robot import elements

MESSAGE = {
    "text": "Your coach replied",
    "blocks": [
        {
            "type": "section",
            "text": {"type": "mrkdwn", "text": "Words"},
            "accessory": {"type": "button", "action_id": "a"},
        },
        {"type": "actions", "elements": [{"type": "button", "action_id": "b", "value": "1"}, {"type": "image"}]},
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "action_id": "f",
                    "positive_button": {"text": {"type": "plain_text", "text": "Yes"}, "value": "good"},
                    "negative_button": {"text": {"type": "plain_text", "text": "No"}, "value": "bad"},
                }
            ],
        },
    ],
}


def test_every_button_is_found_wherever_it_stands() -> None:
    found = [(one["action_id"], one.get("value")) for one in elements(MESSAGE["blocks"])]
    assert found == [("a", None), ("b", "1"), ("f", "good"), ("f", "bad")]


def test_all_words_of_a_message_are_read() -> None:
    assert words(MESSAGE).startswith("Your coach replied section mrkdwn Words")


def test_what_a_thread_does_is_told_by_its_name() -> None:
    assert spending.kind("store-0") == "the store"
    assert spending.kind("turn_1") == "the coach"
    assert spending.kind("MainThread").startswith("the loop")
    assert spending.kind("Thread-4") == "other threads"


def test_processor_time_is_kept_by_kind_and_only_grows(tmp_path: Path) -> None:
    path = tmp_path / "spent"
    assert spending.spent(path) == {}
    looking = spending.Spending(path)
    looking.look()
    first = dict(spending.spent(path))
    done = threading.Event()
    busy = threading.Thread(target=lambda: (sum(range(100_000)), done.wait()), name="turn_0")
    busy.start()
    looking.look()
    done.set()
    busy.join()
    looking.look()
    second = spending.spent(path)
    assert second["the coach"] > 0
    assert all(second[name] >= used for name, used in first.items())


def test_shares_are_lines_with_the_most_first() -> None:
    assert spending.shares({"the store": 100.0, "the coach": 300.0}, 10) == [
        "where the bot's processor time goes, a turn:",
        "   30.0 ms   75 %  the coach",
        "   10.0 ms   25 %  the store",
    ]
    assert spending.shares({}, 10) == []
