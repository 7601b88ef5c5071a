"""Characters and the coach's words are read strictly, and a fault is told with its file and line."""

from pathlib import Path

import pytest

from bot.adapters import roles
from bot.coaching.practice import End
from bot.coaching.rehearsal.acts import Act
from bot.coaching.rehearsal.cast import DESCRIBED, FIRST_CHOICE
from bot.coaching.rehearsal.lines import words
from bot.coaching.rehearsal.model import REACTIONS
from knowledge.cards import load_cards
from knowledge.errors import KnowledgeError
from prompts import library

OURS = roles.role_files()
MOST_WORDS = 45
MOST_OF_A_STORY = 50


def changed(folder: Path, old: str, new: str, name: str = "quiet_f1.yaml") -> Path:
    """A character of ours with some words changed."""
    text = next(one for one in OURS if one.name == name).read_text(encoding="utf-8")
    assert old in text
    path = folder / name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def fault(path: Path) -> KnowledgeError:
    with pytest.raises(KnowledgeError) as wrong:
        roles.load_role(path)
    return wrong.value


def test_all_seven_are_there_and_people_described_come_last() -> None:
    found = roles.load_roles()
    assert len(found) == 7
    assert FIRST_CHOICE in found
    assert list(found)[-1] == DESCRIBED


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_a_character_has_all_reactions_and_ends(path: Path) -> None:
    role = roles.load_role(path)
    assert set(role.reactions) == set(REACTIONS)
    assert set(role.ends) == set(End)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_nobody_speaks_long_or_in_capitals(path: Path) -> None:
    role = roles.load_role(path)
    said = [line for bands in role.reactions.values() for line in (*bands.shut, *bands.half, *bands.open)]
    said += [line for topic in role.topics for line in (*topic.answers.shut, *topic.answers.half, *topic.answers.open)]
    for line in (*said, *role.opens, *role.reveal):
        assert words(line) <= (MOST_OF_A_STORY if line in role.reveal else MOST_WORDS), line
        assert "!" not in line, line


def test_a_missing_reaction_is_named_with_its_file_and_line(tmp_path: Path) -> None:
    wrong = fault(changed(tmp_path, "  off_subject:\n", "  off_topic:\n"))
    assert wrong.where.startswith("quiet_f1.yaml:")
    assert "off_subject" in wrong.what
    line = int(wrong.where.split(":")[1])
    assert (tmp_path / "quiet_f1.yaml").read_text(encoding="utf-8").splitlines()[line - 1] == "reactions:"


def test_a_missing_end_is_named(tmp_path: Path) -> None:
    wrong = fault(changed(tmp_path, "  won_back:\n", "  won_again:\n"))
    assert "won" in wrong.what
    assert wrong.where.startswith("quiet_f1.yaml:")


def test_a_brace_that_nobody_fills_in_is_found_in_its_line(tmp_path: Path) -> None:
    wrong = fault(changed(tmp_path, "      - Oh. I thought you'd know.\n", "      - Oh. I thought {name} knew.\n"))
    line = int(wrong.where.split(":")[1])
    assert "{name}" in (tmp_path / "quiet_f1.yaml").read_text(encoding="utf-8").splitlines()[line - 1]
    assert "{matter} or {quote}" in wrong.remedy


def test_a_line_that_stands_twice_is_refused(tmp_path: Path) -> None:
    wrong = fault(changed(tmp_path, "      - Oh. I thought you'd know.\n", "      - Hi. Is something wrong?\n"))
    assert "2 times" in wrong.what


def test_a_cue_that_is_no_pattern_is_refused(tmp_path: Path) -> None:
    assert "pattern" in fault(changed(tmp_path, "cues:\n", "cues:\n  - '(f1'\n")).what


def test_an_id_is_the_name_of_its_file(tmp_path: Path) -> None:
    assert "id is 'f1'" in fault(changed(tmp_path, "id: quiet_f1\n", "id: f1\n")).what


def test_the_coachs_words_know_every_act_and_their_cards_are_there() -> None:
    coach = roles.load_coach()
    assert set(coach.why) == set(Act) == set(coach.tries)
    cards = {one.id for one in load_cards()}
    assert {one.card for one in coach.tries.values()} <= cards


def test_a_line_of_the_coachs_that_lacks_what_belongs_in_it_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "coach.yaml"
    text = library.file("rehearsal/coach.yaml").read_text(encoding="utf-8")
    path.write_text(
        text.replace("asked {asking} and told {telling}", "asked {asking} and told some", 1), encoding="utf-8"
    )
    with pytest.raises(KnowledgeError, match=r"coach\.yaml:\d+: \{telling\} is missing"):
        roles.load_coach(path)
