"""Whole conversations with the real coach: the README's own, the same lines twice, a restart in the middle."""

import json
import subprocess
import sys
from pathlib import Path

from bot import compose
from bot.coach import Coach
from bot.coaching.kinds import Stage
from bot.coaching.model import IncomingMessage
from bot.coaching.record import TurnRecord
from bot.settings import Settings
from tests.checkout import ROOT, stands_in_readme

LINES = (ROOT / "docs" / "conversation.txt").read_text(encoding="utf-8").splitlines()
HOT_PATH_DOES_WITHOUT = (
    "torch",
    "transformers",
    "sentence_transformers",
    "sklearn",
    "chromadb",
    "langchain_core",
    "alembic",
)


def say(coach: Coach, number: int, text: str) -> TurnRecord:
    return coach.reply(IncomingMessage(event_id=f"e{number}", conversation_id="readme", person_id="doctor", text=text))


def told(records: list[TurnRecord]) -> str:
    parts = []
    for record in records:
        cited = "".join(f"\n>\n> *{one.author}, {one.section}*" for one in record.reply.citations)
        parts.append(f"**Doctor:** {record.message.text}\n\n> {record.reply.text}{cited}\n")
    return "\n".join(parts)


def test_the_conversation_in_the_readme_still_comes_out(coach: Coach) -> None:
    records = [say(coach, number, text) for number, text in enumerate(LINES)]
    assert records[-2].state.stage is Stage.CLOSED
    assert records[-2].state.commitment is not None
    assert stands_in_readme("conversation", told(records)), "run: UPDATE_MAP=1 .venv/bin/python -m pytest tests/product"


def test_the_same_lines_get_the_same_replies(house: compose.House) -> None:
    runs = [
        [say(coach, number, text).reply for number, text in enumerate(LINES)]
        for coach in (house.coach("sqlite://"), house.coach("sqlite://"))
    ]
    assert runs[0] == runs[1]


def test_a_restart_in_the_middle_changes_nothing(house: compose.House, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'coach.db'}"
    whole, halves = house.coach("sqlite://"), (house.coach(url), house.coach(url))
    for number, text in enumerate(LINES):
        half = halves[number >= len(LINES) // 2]
        assert say(half, number, text).reply == say(whole, number, text).reply


def test_the_command_talks_without_importing_what_it_does_not_need(cards_only: Settings) -> None:
    script = f"import sys, bot.cli.main as m; sys.argv = ['coach', 'chat', '--json']\ntry:\n m.main()\nfinally:\n print([one for one in {HOT_PATH_DOES_WITHOUT!r} if one in sys.modules], file=sys.stderr)"
    line = json.dumps({"conversation": "c", "user": "u", "text": LINES[0]}) + "\n"
    environment = {
        "COACH_DATA": str(cards_only.data),
        "COACH_SOURCES": str(cards_only.sources),
        "PATH": "/usr/bin:/bin",
    }
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=line,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=ROOT,
    )
    assert json.loads(done.stdout)["move"] == "open"
    assert done.stderr.strip() in {"[]", "['alembic']"}, "alembic may come in to make a store that is new"
