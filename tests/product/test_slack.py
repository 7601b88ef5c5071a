"""`coach slack --demo` as somebody tries it: the real coach in its own process, beside the stand-in for Slack."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator

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
    assert "handover" not in str(said()[0])
    slack.click(doctor, actions.CONSENT_AGREE, channel=slack.direct(doctor), ts=said()[0]["ts"])
    assert slack.until(lambda: len(said()) == 2, _SECONDS)
    assert "handover" in str(said()[1]["blocks"])
    assert said()[1]["text"] == "Your coach replied"
    slack.act("open", user=doctor, tab="home")
    assert slack.until(lambda: bool(slack.look("home", user=doctor)["view"]), _SECONDS)
    assert slack.problems() == []
