"""Scripts of rehearsals: read strictly, played twice, counted by how they are led."""

from pathlib import Path

import pytest

from bot.coaching.practice import Openness
from evals import leads
from evals.leads import Lead
from knowledge.errors import KnowledgeError


def lead(name: str, way: str) -> Lead:
    return Lead.model_validate({"id": name, "role": "r", "lead": way, "lines": ["one", "two"]})


def test_ours_has_every_character_led_both_ways() -> None:
    ours = leads.read()
    for way in ("asking", "pushing"):
        assert len({one.role for one in ours if one.lead == way}) >= 7


def test_shares_are_of_what_ended_open() -> None:
    ends = {"a": Openness.OPEN, "b": Openness.WARY, "c": Openness.GUARDED}
    scripts = [lead("a", "asking"), lead("b", "asking"), lead("c", "pushing")]
    found = leads.play(scripts, lambda one: [("x", Openness.OPEN), ("y", ends[one.id])])
    assert (found.share("asking"), found.share("pushing"), found.share("mixed")) == (0.5, 0.0, None)
    assert found.same_again
    assert "b [r, asking] open wary" in found.text(names=True)
    assert "a [r" not in found.text(names=True)


def test_a_play_that_differs_is_named() -> None:
    answers = iter("abcd")
    found = leads.play([lead("a", "asking")], lambda one: [(next(answers), Openness.OPEN)] * 2)
    assert not found.same_again
    assert "all but a" in found.text()


def test_a_fault_names_the_file_and_the_line(tmp_path: Path) -> None:
    path = tmp_path / "leads.yaml"
    path.write_text("- {id: a, role: r, lead: telling, lines: [x]}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"leads\.yaml:1"):
        leads.read(path)
