"""YAML into models: of a text every fault is told with its line, nothing is raised, and no alias is followed."""

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict, Field

from knowledge import strict_yaml
from knowledge.errors import KnowledgeError


class Thing(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    size: int = 0
    code: str = Field("", coerce_numbers_to_str=True)


def read(text: str) -> tuple[list[str], tuple[str, ...]]:
    placed, faults = strict_yaml.read_list(text, "things.yaml", Thing)
    return [f"{place.line} {thing.name}" for thing, place in placed], faults


def test_what_is_right_is_read_and_of_the_rest_every_fault_is_told() -> None:
    right, faults = read("- name: one\n- size: soon\n  colour: red\n- name: two\n")
    assert right == ["1 one", "4 two"]
    assert [one.split(":")[1] for one in faults] == ["2", "2", "3"]
    assert any("colour: Extra inputs" in one for one in faults)
    assert any("name: Field required" in one for one in faults)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("- &a {name: x}\n- *a\n", "an alias"),
        ("- name: &a [*a]\n", "an alias"),
        ("- name: x\n  name: y\n", "stands twice"),
        ("- {[a]: b}\n", "no single word"),
        ("- name: 2001-99-99\n", "none of its kind"),
        ("- name: !!bool maybe\n", "none of its kind"),
        ("- name: !!float x\n", "none of its kind"),
        ("- name: !!python/name:os.system x\n", "none of its kind"),
        ("- size: " + "9" * 5000, "none of its kind"),
        ("- name: x\n  code: " + ":".join(["59"] * 3000), "none of its kind"),
        ("- 1\n- {name: [}", "is not YAML"),
        ("name: one\n", "holds no list"),
        ("[" * 4000, "nested too deeply"),
        ("", "is empty"),
        ("\x07", "is not YAML"),
    ],
)
def test_what_cannot_be_read_is_told_so(text: str, what: str) -> None:
    right, faults = read(text)
    assert right == []
    assert any(what in one for one in faults)


def test_a_million_things_by_aliases_are_refused_at_once() -> None:
    lines = ["- &a0 [x]", *(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12))]
    right, faults = read("\n".join(lines))
    assert right == []
    assert len(faults) == 1


def test_a_file_is_held_to_the_same(tmp_path: Path) -> None:
    file = tmp_path / "things.yaml"
    file.write_text("- name: one\n- name: 2001-99-99\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"things\.yaml:2: a value here"):
        strict_yaml.load_list(file, Thing)
