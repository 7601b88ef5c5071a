"""Prompt files: variables are declared and used, values stay values, and what is wrong is named with file and line."""

from pathlib import Path

import pytest

from prompts import library, templates

GOOD = "variables: name, thing\n---\nDear $name,\nabout ${thing}: 5 $$.\n"


def file(folder: Path, text: str) -> Path:
    path = folder / "one.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_values_are_filled_in_and_two_dollars_are_one(tmp_path: Path) -> None:
    read = templates.read(file(tmp_path, GOOD))
    assert read({"name": "A", "thing": "B"}) == "Dear A,\nabout B: 5 $."


def test_what_a_value_holds_is_never_a_variable(tmp_path: Path) -> None:
    read = templates.read(file(tmp_path, GOOD))
    assert read({"name": "$thing ${thing}", "thing": "B"}).startswith("Dear $thing ${thing},")


def test_a_line_whose_variables_are_all_empty_is_left_out_with_the_tag_around_it(tmp_path: Path) -> None:
    read = templates.read(file(tmp_path, "variables: a, b\n---\n<known>\nA: $a\nB: $b\n</known>\nend\n"))
    assert read({"a": "", "b": "2"}) == "<known>\nB: 2\n</known>\nend"
    assert read({"a": "", "b": " "}) == "end"


@pytest.mark.parametrize("values", [{"name": "A"}, {"name": "A", "thing": "B", "more": "C"}])
def test_a_missing_or_unknown_value_is_an_error(tmp_path: Path, values: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"missing or unknown: (thing|more)"):
        templates.read(file(tmp_path, GOOD))(values)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dear $name\n", "line 1: must begin with 'variables:'"),
        ("variables: name\nDear $name\n", "line 2: must be three dashes"),
        ("variables: name\n---\nDear $name\nand $other\n", "line 4: uses $other"),
        ("variables: name, idle\n---\nDear $name\n", "line 1: declares what the text does not use: idle"),
        ("variables: name, name\n---\nDear $name\n", "line 1: declares 'name' twice"),
        ("variables: Name\n---\nDear $name\n", "line 1: 'Name' is no name"),
        ("variables: name\n---\nDear $name, 5 $\n", "line 3: has a dollar that begins no variable"),
        ("variables:\n---\n\n", "line 3: has no text"),
    ],
)
def test_what_is_wrong_is_named_with_its_file_and_line(tmp_path: Path, text: str, said: str) -> None:
    path = file(tmp_path, text)
    with pytest.raises(templates.TemplateError) as raised:
        templates.read(path)
    assert f"{tmp_path.name}/one.txt, {said}" in str(raised.value)


def test_a_file_that_is_not_there_is_told_as_one() -> None:
    with pytest.raises(templates.TemplateError, match=r"llm/absent\.txt, line 1: cannot be read"):
        templates.named("llm/absent.txt")


def test_the_hash_changes_with_any_file_and_not_with_their_order(tmp_path: Path) -> None:
    one, two = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text("1", encoding="utf-8")
    two.write_text("2", encoding="utf-8")
    before = templates.digest([one, two])
    assert before == templates.digest([two, one])
    assert before.startswith("sha256:")
    two.write_text("3", encoding="utf-8")
    assert templates.digest([one, two]) != before


def test_the_judges_prompts_declare_what_they_use() -> None:
    for path in library.files("judge", ".txt"):
        assert templates.read(path).variables
