"""The chat model's prompts as they are committed: every move guided or never worded, every example fit to be sent."""

import dataclasses
import re
from pathlib import Path

import pytest

from bot.adapters import instructions, prompt_view
from bot.coaching.choose.context import MOVES
from bot.coaching.drafting import brief
from bot.coaching.drafting.guide import Example, MoveGuide
from bot.coaching.drafting.never import NEVER
from bot.coaching.drafting.shape import Worded
from bot.coaching.drafting.sheet import Ground, Sheet
from bot.coaching.drafting.vetting.vet import vet
from bot.coaching.identifiers import NameLists
from bot.coaching.kinds import ClauseKind
from bot.coaching.model import Remembered
from bot.errors import CoachError
from knowledge import names
from prompts import library

READ = instructions.load()
NAMES = NameLists(**names.load())
EXAMPLES = [(move, number) for move, guide in READ.guides.items() for number in range(len(guide.examples))]


def test_every_move_is_guided_or_never_worded_with_a_reason() -> None:
    assert set(READ.guides) | set(NEVER) == set(MOVES)
    assert not set(READ.guides) & set(NEVER)
    assert all(len(reason.split()) > 3 for reason in NEVER.values())
    assert {"safety_route", "decline_clinical", "about", "review_draft", "ask_draft", "rehearse_line", "greet"} <= set(
        NEVER
    )


def test_the_marker_stands_in_the_standing_part_and_nowhere_else() -> None:
    sheet = prompt_view.made_up("explore", READ.guides["explore"])
    sent = brief.wording(READ, sheet)
    assert sent.system.count(READ.marker) == 1
    assert READ.marker not in sent.turn
    assert READ.marker in brief.second_look(READ, "x", "", {}).system
    assert not any(READ.marker in path.read_text(encoding="utf-8") for path in library.FOLDER.rglob("*.yaml"))


def test_what_stands_in_front_is_the_same_for_every_turn_of_a_move() -> None:
    guide = READ.guides["open"]
    one = brief.wording(READ, prompt_view.made_up("open", guide))
    other = brief.wording(READ, prompt_view.made_up("open", guide, ("speaking_up", "Speaking up")))
    assert one.system == other.system
    assert one.turn != other.turn


def quoting(sheet: Sheet, example: Example) -> Sheet:
    """The made-up turn of a talk in which the example's quotations were said, and its evidence given."""
    quoted = re.findall(r'"([^"]+)"', " ".join(one.text for one in example.coach))
    said = tuple(Remembered(turn=1, text=one, kind=ClauseKind.PLAN) for one in quoted)
    informs = " ".join(one.text for one in example.coach if one.cites)
    return dataclasses.replace(
        sheet, state=sheet.state.model_copy(update={"memory": said}), evidence=informs or sheet.evidence
    )


@pytest.mark.parametrize(("move", "number"), EXAMPLES)
def test_no_example_would_itself_be_rejected(move: str, number: int) -> None:
    guide = READ.guides[move]
    example = guide.examples[number]
    alone = guide.model_copy(update={"examples": (example,)})
    sheet = quoting(prompt_view.made_up(move, alone), example)
    key = sheet.guided.citations[0].key if sheet.guided.citations else None
    lines = tuple(one.model_copy(update={"cites": key}) if one.cites else one for one in example.coach)
    others = guide.model_copy(update={"examples": tuple(one for one in guide.examples if one is not example)})
    shown = dataclasses.replace(sheet, guide=others)
    problems = vet(Worded(sentences=lines), Ground(shown, brief.wording(READ, shown), READ.marker, NAMES))
    assert not problems


def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str) -> None:
    """The prompts with one thing in one file changed."""
    (tmp_path / "llm").mkdir()
    for path in (library.FOLDER / "llm").iterdir():
        (tmp_path / "llm" / path.name).write_bytes(path.read_bytes())
    path = tmp_path / "llm" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(library, "FOLDER", tmp_path)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("style.txt", "$goal", "", "llm/style.txt, line 1"),
        ("style.txt", "variables: marker, goal", "variables: marker, aim, goal", "llm/style.txt, line 1"),
        ("moves.yaml", "\nopen:", "\nopened:", "opened is no move"),
        ("moves.yaml", "\nchat:", "\nclose:", "close is guided and never worded"),
        (
            "moves.yaml",
            "'ask_open: What happened, the",
            "'advise: What happened, the",
            "has advise, which is not among",
        ),
        ("moves.yaml", "  words: 55", "  words: 15", "words, 15 are allowed"),
    ],
)
def test_a_fault_is_named_with_its_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str, said: str
) -> None:
    before = READ.version
    broken(tmp_path, monkeypatch, name, old, new)
    with pytest.raises(CoachError):
        instructions.load()
    found = "\n".join(instructions.all_faults())
    assert said in found
    assert re.search(rf"llm/{name}, line \d+", found)
    assert before == READ.version


def test_the_version_changes_with_any_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(tmp_path, monkeypatch, "look.txt", "outright", "plainly")
    assert instructions.load().version != READ.version


def test_a_situations_own_example_is_sent_with_the_turn_and_only_there() -> None:
    told = READ.guides["challenge"].examples[2].doctor
    matter = ("reframing_cost", "Cost")
    assert told in brief.wording(READ, prompt_view.made_up("challenge", READ.guides["challenge"], matter)).turn
    other = ("stretch_goal", "Goal")
    assert told not in brief.wording(READ, prompt_view.made_up("challenge", shorter(), other)).turn


def shorter() -> MoveGuide:
    """The guide of a challenge whose made-up turn is not its third example."""
    guide = READ.guides["challenge"]
    return guide.model_copy(update={"examples": (*guide.examples[1:], guide.examples[0])})
