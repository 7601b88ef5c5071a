"""`docs/running.md`: every metric, setting, command and file that it names is there."""

import re

from click.testing import CliRunner

from bot.channels.slack.metrics import Metrics
from bot.cli.main import coach
from bot.settings import Settings
from tests.checkout import ROOT

PAGE = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")


def test_every_metric_is_one_that_a_bot_shows() -> None:
    shown = set(re.findall(r"^# TYPE (\w+)", Metrics().exposed().decode(), re.MULTILINE))
    named = set(re.findall(r"\bcoach_slack_\w+", PAGE))
    assert named
    assert not named - shown


def test_every_setting_is_one_of_the_coachs() -> None:
    named = {one for one in re.findall(r"COACH_[A-Z_]*[A-Z]\b(?!_)", PAGE) if f"{one}_..." not in PAGE}
    assert not named - {f"COACH_{name.upper()}" for name in Settings.model_fields}


def test_every_command_is_one_of_the_coachs() -> None:
    for words in set(re.findall(r"`coach ((?:[a-z-]+ ?)+)", PAGE)):
        asked = CliRunner().invoke(coach, [*words.split()[:2], "--help"])
        assert asked.exit_code == 0, words


def test_every_page_and_file_is_there() -> None:
    pages = set(re.findall(r"\]\(([\w/.]+)\)", PAGE))
    files = set(re.findall(r"`([\w/-]+\.(?:lock|yaml|py))`", PAGE))
    assert not [one for one in pages if not (ROOT / "docs" / one).is_file()]
    assert not [one for one in files if not (ROOT / one).is_file()]
