"""The drafts of a good hand go through, those with a planted fault do not; a wrong row is named by file and line."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.coaching.drafting.never import NEVER
from bot.coaching.drafting.shape import Worded
from bot.coaching.drafting.sheet import Ground
from bot.coaching.drafting.vetting.vet import vet
from bot.coaching.kinds import Act
from bot.coaching.record import Problem
from bot.compose import House
from bot.settings import Settings
from evals.commands.drafts import drafts as command
from evals.drafts import reading, scoring
from evals.errors import EvalsError

OURS = reading.FOLDER
BAD_BUT_FEW = 0.98
GOOD_TURNED_AWAY = 0.03


@pytest.fixture(scope="module")
def house() -> House:
    return House(Settings.from_environment({}))


@pytest.fixture(scope="module")
def turns() -> dict[str, reading.Turn]:
    return reading.turns(sorted(OURS.glob("turns_*.jsonl")))


@pytest.fixture(scope="module")
def ours(house: House, turns: dict[str, reading.Turn]) -> scoring.Scores:
    written = reading.drafts(sorted(OURS.glob("drafts_*.jsonl")))
    return scoring.score(written, turns, lambda turn: reading.ground(turn, house.instructions, house.names), vet)


def test_planted_faults_are_caught_and_good_drafts_are_not(ours: scoring.Scores) -> None:
    assert ours.caught is not None
    assert ours.turned_away is not None
    assert ours.caught >= BAD_BUT_FEW
    assert ours.turned_away <= GOOD_TURNED_AWAY


def test_the_table_names_each_kind_with_its_share_and_interval(ours: scoring.Scores) -> None:
    text = ours.text()
    planted = [one for one in ours.vetted if one.draft.kind == "misquote"]
    found = sum(bool(one.problems) for one in planted)
    share = f"{100 * found / len(planted):.1f}"
    row = rf"^  misquote +{found} of +{len(planted)} +{share}%  \(\d+\.\d to \d+\.\d\)$"
    assert re.search(row, text, re.M)
    assert "good drafts turned away" in text
    assert len(ours.text(names=True).splitlines()) > len(text.splitlines())


def test_drafts_of_moves_that_no_model_words_are_left_out_and_told(
    turns: dict[str, reading.Turn], ours: scoring.Scores
) -> None:
    assert not {turns[one.draft.turn].move for one in ours.vetted} & NEVER.keys()
    assert f"not counted: {ours.left_out} drafts of moves that a chat model never words" in ours.text()
    assert ours.left_out > 0


def test_checks_that_let_everything_through_are_seen_to(house: House, turns: dict[str, reading.Turn]) -> None:
    def blind(worded: Worded, ground: Ground) -> tuple[Problem, ...]:
        return ()

    written = reading.drafts([OURS / "drafts_a_bad.jsonl"])[:5]
    found = scoring.score(written, turns, lambda turn: reading.ground(turn, house.instructions, house.names), blind)
    assert found.caught == 0.0
    assert found.turned_away is None


def test_a_notice_in_front_is_no_part_of_what_is_vetted(turns: dict[str, reading.Turn]) -> None:
    turn = next(one for one in turns.values() if one.fixed)
    sentences = [{"text": "A name is out.", "act": "signpost"}, {"text": "So it waits.", "act": "reflect"}]
    row = reading.Written.model_validate({"turn": turn.id, "kind": "good", "sentences": sentences})
    assert [one.act for one in reading.worded(row, turn).sentences] == [Act.REFLECT]


def test_a_wrong_row_is_named_by_its_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "drafts.jsonl"
    file.write_text('\n{"turn": "t1", "kind": "good", "sentences": []}\n', encoding="utf-8")
    with pytest.raises(EvalsError, match=r"drafts\.jsonl, line 2: sentences"):
        reading.drafts([file])


def test_a_draft_of_an_unknown_turn_is_named(house: House) -> None:
    sentences = [{"text": "So it waits.", "act": "reflect"}]
    row = reading.Written.model_validate({"turn": "t9999", "kind": "good", "sentences": sentences})
    with pytest.raises(EvalsError, match="t9999"):
        scoring.score([row], {}, lambda turn: reading.ground(turn, house.instructions, house.names), vet)


def test_the_command_fails_where_too_much_gets_through(tmp_path: Path) -> None:
    good = json.loads((OURS / "drafts_a_good.jsonl").read_text(encoding="utf-8").splitlines()[0])
    file = tmp_path / "drafts.jsonl"
    file.write_text(json.dumps({**good, "kind": "planted"}), encoding="utf-8")
    missed = CliRunner().invoke(command, [str(file), "--fail-under", "98"])
    assert missed.exit_code == 1, missed.output
    assert "planted" in missed.output
    assert CliRunner().invoke(command, [str(file)]).exit_code == 0
