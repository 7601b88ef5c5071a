"""`coach slack --demo` as somebody tries it: the real coach in its own process, beside the stand-in for Slack."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from bot.channels.slack.render import actions
from bot.settings import Settings
from tests.fakeslack.client import FakeSlack
from tests.fakeslack.jsons import Json

_SECONDS = 60.0
_HANDOVER = "our handover is chaos, the night reg leaves before anybody has the list"


@pytest.fixture(scope="module", params=["socket", "http"])
def slack(request: pytest.FixtureRequest, cards_only: Settings) -> Iterator[FakeSlack]:
    more = ["--http"] if request.param == "http" else []
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
    environment |= {"COACH_DATA": str(cards_only.data), "COACH_SOURCES": str(cards_only.sources)}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "slack", "--demo", "--no-browser", *more],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as demo:
        assert demo.stdout is not None
        found = re.search(r"http://\S+", demo.stdout.readline())
        assert found, "the demo said nothing of where it is"
        with FakeSlack(found[0]) as fake:
            yield fake
        demo.send_signal(signal.SIGINT)
        assert demo.wait(_SECONDS) == 0


def test_a_doctor_agrees_talks_and_sees_what_is_kept_with_no_rule_of_slacks_broken(slack: FakeSlack) -> None:
    doctor = slack.add_user("Priya")

    def said() -> list[Json]:
        return slack.replies(doctor)

    slack.say(doctor, _HANDOVER)
    assert slack.until(lambda: len(said()) == 1, _SECONDS)
    assert "I am software" in str(said()[0]["blocks"])
    assert "night reg" not in str(said()[0])
    slack.click(doctor, actions.CONSENT_AGREE, channel=slack.direct(doctor), ts=said()[0]["ts"])
    assert slack.until(lambda: len(said()) == 2, _SECONDS)
    assert "night reg" in str(said()[1]["blocks"])
    assert said()[1]["text"] == "Your coach replied"
    slack.act("open", user=doctor, tab="home")
    assert slack.until(lambda: bool(slack.look("home", user=doctor)["view"]), _SECONDS)
    assert slack.problems() == []


@dataclass(frozen=True, slots=True)
class Doctor:
    """Somebody who has agreed, and whom the coach has answered once."""

    slack: FakeSlack
    user: str

    @classmethod
    def agreed(cls, slack: FakeSlack, name: str) -> "Doctor":
        doctor = cls(slack, slack.add_user(name))
        slack.say(doctor.user, "hello")
        doctor.press(actions.CONSENT_AGREE, 1)
        doctor.hears(2)
        return doctor

    def hears(self, number: int) -> Json:
        """The coach's message of that number, once it is there."""
        assert self.slack.until(lambda: len(self.slack.replies(self.user)) >= number, _SECONDS), number
        return self.slack.replies(self.user)[number - 1]

    def press(self, action: str, number: int) -> None:
        """Press a button below the coach's message of that number."""
        ts = self.hears(number)["ts"]
        self.slack.click(self.user, action, channel=self.slack.direct(self.user), ts=ts)

    def fills_in(self, callback: str, values: Json) -> None:
        """Fill in the dialogue of that name, once it is open, and send it."""
        assert self.slack.until(lambda: self._open(callback) is not None, _SECONDS), callback
        self.slack.submit(self.user, str(self._open(callback)), values)

    def _open(self, callback: str) -> object:
        return next((one["id"] for one in self.slack.views(self.user) if one["callback_id"] == callback), None)


def test_a_doctor_practises_a_conversation_with_its_buttons(slack: FakeSlack) -> None:
    doctor = Doctor.agreed(slack, "Amir")
    slack.command(doctor.user, "rehearse")
    who: Json = {actions.FIELD_WHO: "charge_nurse", actions.FIELD_MATTER: "a second look at the handover list"}
    doctor.fills_in(actions.MODAL_REHEARSAL, who)
    assert "charge nurse" in str(doctor.hears(3)["blocks"])
    slack.say(doctor.user, "What makes the handover hard for you at the weekend?")
    assert "The charge nurse says:" in str(doctor.hears(4)["blocks"])
    doctor.press(actions.REHEARSE_PAUSE, 4)
    doctor.press(actions.REHEARSE_BACK, 5)
    doctor.hears(6)
    slack.say(doctor.user, "You must do it properly from Monday.")
    doctor.press(actions.REHEARSE_STOP, 7)
    assert "Looking back" in str(doctor.hears(8)["blocks"])
    assert {one["text"] for one in slack.replies(doctor.user)[1:]} == {"Your coach replied"}
    assert slack.problems() == []


def test_a_doctor_shows_a_draft_and_then_the_next_version_of_it(slack: FakeSlack) -> None:
    doctor = Doctor.agreed(slack, "Bea")
    slack.command(doctor.user, "draft")
    draft: Json = {actions.FIELD_KIND: "email", actions.FIELD_TEXT: "Dear all, you must hand in the lists by Friday."}
    doctor.fills_in(actions.MODAL_DRAFT, draft)
    doctor.press(actions.DRAFT_SENTENCES, 3)
    assert slack.until(lambda: "hand in the lists" in str(slack.views(doctor.user)[-1]))
    doctor.press(actions.DRAFT_AGAIN, 3)
    again: Json = {actions.FIELD_TEXT: "Dear all, what would help you hand in the lists by Friday?"}
    doctor.fills_in(actions.MODAL_DRAFT, again)
    assert "It asked" in str(doctor.hears(4)["blocks"])
    assert slack.problems() == []
