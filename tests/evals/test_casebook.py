"""The cases: a mistake names its file and line, the schema is current, and what is shipped covers what it must."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import pytest
from jsonschema import Draft202012Validator

from evals.casebook import load, template
from evals.casebook.case import OTHER_INTENTS, Case, Owed, Said
from evals.errors import EvalsError
from knowledge.errors import KnowledgeError

KNOWN = load.Known(frozenset({"stretch_goal"}), frozenset({"a-card"}))
Kind = Literal["single", "script", "sessions", "doctor"]
KINDS: tuple[Kind, ...] = get_args(Kind)
ONE = """\
- id: one
  family: one
  about: stretch_goal
  split: tune
  turns:
    - says: they want eight from me by march
  reference: Eight by March. Whose number is it?
"""
NAMED_BY = "says: they want eight from me by march"
DOCTOR = template.begin("one", "stretch_goal", "doctor", KNOWN).partition("tags: []\n")[2]


@cache
def shipped() -> tuple[Case, ...]:
    return load.load()


def written(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def read(folder: Path, text: str = ONE) -> tuple[Case, ...]:
    return load.load(written(folder / "cases.yaml", text).parent, KNOWN)


def in_turn(*lines: str) -> tuple[str, str]:
    return NAMED_BY, "\n      ".join((NAMED_BY, *lines))


# ---------------------------------------------------------------- what is written wrongly


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (("split: tune", "split: tune\n  colour: red"), 5, "colour"),
        (in_turn("colour: red"), 7, "colour"),
        (("split: tune", "split: tune\n  split: tune"), 5, "stands twice"),
        (("split: tune", "split: other"), 4, "split"),
        (("id: one", "id: One Case"), 1, "id"),
        (("about: stretch_goal", "about: cooking"), 1, "cooking, which is neither a situation nor an intent"),
        (in_turn("relevant: [a-card, no-such-card]"), 1, "a card that does not exist: no-such-card"),
        (in_turn("said: shift", "leaves: [eight]"), 6, "a shift needs leaves and takes_up"),
        (in_turn("route: crisis_self"), 6, "a route belongs to said: alarm"),
        (in_turn("said: alarm"), 6, "said: alarm needs its route"),
        (in_turn("said: after_alarm"), 6, "said: after_alarm needs its route"),
        (in_turn("identifiers: [eight, Mrs Okonkwo]"), 6, "identifier not in what is said: Mrs Okonkwo"),
        (in_turn("leads: asking"), 6, "leads belongs to said: line"),
        (in_turn("said: plan", "outcome: kept"), 6, "outcome belongs to said: looks_back"),
        (in_turn("said: draft", "unchanged: [[eight]]"), 6, "unchanged belongs to said: redraft"),
        (in_turn("sound: true"), 6, "sound belongs to said: draft or redraft"),
        ((NAMED_BY, f"{NAMED_BY}\n      day: 7\n    - says: well"), 1, "days must not go back"),
        ((NAMED_BY, "says: ''"), 6, "says"),
        (("split: tune", "split: tune\n  criteria:\n    - {id: R1, points: 0}"), 6, "points of 0 say nothing"),
        (("split: tune", "split: tune\n  criteria:\n    - {id: R19}"), 6, "id"),
        (("split: tune\n", f"split: tune\n{DOCTOR.rpartition('  reference')[0]}"), 1, "either turns or a doctor"),
        (("  turns:\n    - says: they want eight from me by march\n", ""), 1, "either turns or a doctor"),
    ],
)  # fmt: skip
def test_a_mistake_names_its_file_and_line(change: tuple[str, str], line: int, words: str, tmp_path: Path) -> None:
    text = ONE.replace(*change, 1)
    assert text != ONE
    with pytest.raises((EvalsError, KnowledgeError), match=rf"\bcases\.yaml:{line}\b.*{words}"):
        read(tmp_path, text)
    assert [case.id for case in read(tmp_path)] == ["one"]


def test_an_id_that_stands_twice_names_both_places(tmp_path: Path) -> None:
    written(tmp_path / "more.yaml", ONE)
    with pytest.raises(EvalsError, match=r"id one stands twice: cases\.yaml:1, more\.yaml:1"):
        read(tmp_path)
    with pytest.raises(EvalsError, match=r"cases\.yaml:1, cases\.yaml:8"):
        load.load(written(tmp_path / "cases.yaml", ONE + ONE), KNOWN)


def test_a_folder_without_cases_and_a_file_that_is_no_list_are_errors(tmp_path: Path) -> None:
    with pytest.raises(EvalsError, match="no cases here"):
        load.load(tmp_path, KNOWN)
    with pytest.raises(KnowledgeError, match=r"cases\.yaml.*no list"):
        read(tmp_path, "id: one\n")


# ---------------------------------------------------------------- which are chosen, and which are the same


def names(*, ids: Sequence[str] = (), tags: Sequence[str] = (), split: str | None = None) -> list[str]:
    rows: tuple[tuple[str, str, str, str, list[str], int], ...] = (
        ("a", "pair", "stretch_goal", "tune", ["twin"], 1),
        ("b", "pair", "smalltalk", "hard", ["twin", "draft"], 2),
        ("c", "alone", "stretch_goal", "tune", [], 1),
    )
    cases = [
        Case.model_validate(
            {"id": name, "family": family, "about": about, "split": where, "tags": tagged, "reference": "Oh?", "turns": [{"says": "hello"}] * turns}
        )
        for name, family, about, where, tagged, turns in rows
    ]  # fmt: skip
    return [one.id for one in load.chosen(cases, ids=ids, tags=tags, split=split)]


def test_cases_are_chosen_by_id_family_situation_tag_kind_and_split() -> None:
    assert names() == ["a", "b", "c"]
    assert (names(ids=["c"]), names(ids=["pair"]), names(ids=["stretch_goal"])) == (["c"], ["a", "b"], ["a", "c"])
    assert names(ids=["c", "b"]) == ["b", "c"]
    assert (names(tags=["twin"]), names(tags=["single"]), names(tags=["draft"])) == (["a", "b"], ["a", "c"], ["b"])
    assert (names(split="tune"), names(ids=["pair"], split="hard"), names(split="hold_out")) == (["a", "c"], ["b"], [])
    assert names(ids=["pair"], tags=["single"]) == ["a"]


def test_a_name_or_tag_that_no_case_has_is_an_error() -> None:
    with pytest.raises(EvalsError, match="no case, family or situation is called nobody"):
        names(ids=["a", "nobody"])
    with pytest.raises(EvalsError, match="no case has the tag nothing"):
        names(tags=["twin", "nothing"])


def reworded(value: object, key: str = "") -> Iterator[object]:
    """The value once for each free text in it, with a letter more there."""
    if isinstance(value, str) and key not in {"split", "temper", "said", "id", "family"}:
        yield f"{value}x"
    elif isinstance(value, dict):
        yield from ({**value, name: other} for name, one in value.items() for other in reworded(one, str(name)))
    elif isinstance(value, list):
        yield from ([*value[:place], other, *value[place + 1 :]] for place, one in enumerate(value) for other in reworded(one))  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_digest_changes_with_any_word_and_with_nothing_else(kind: Kind, tmp_path: Path) -> None:
    (case,) = read(tmp_path, template.begin("one", "stretch_goal", kind, KNOWN))
    again = Case.model_validate_json(case.model_dump_json())
    others = [Case.model_validate(one) for one in reworded(case.model_dump(mode="json"))]
    digests = {load.digest(one) for one in others}
    assert load.digest(again) == load.digest(case)
    assert len(digests) == len(others) >= 4
    assert load.digest(case) not in digests


def test_a_digest_changes_with_labels_and_points_too(tmp_path: Path) -> None:
    (case,) = read(tmp_path)
    brief = case.turns[0].model_copy(update={"said": Said.BRIEF})
    changes = [("split", "hard"), ("criteria", (Owed(id="R1"),)), ("criteria", (Owed(id="R1", points=3),)), ("turns", (brief,))]  # fmt: skip
    assert len({load.digest(case), *(load.digest(case.model_copy(update={name: new})) for name, new in changes)}) == 5


def test_a_digest_is_what_it_was_before_there_was_more_to_say_of_a_message(tmp_path: Path) -> None:
    (case,) = read(tmp_path)
    led = case.turns[0].model_copy(update={"said": Said.LINE, "leads": "asking"})
    line = case.turns[0].model_copy(update={"said": Said.LINE})
    assert load.digest(case) == "2732fb26d02e590f"
    assert load.digest(case.model_copy(update={"turns": (led,)})) != load.digest(
        case.model_copy(update={"turns": (line,)})
    )


# ---------------------------------------------------------------- how one is begun


def test_what_is_begun_of_each_kind_loads_together_and_is_of_its_kind(tmp_path: Path) -> None:
    begun = [template.begin(f"new-{kind}", "stretch_goal", kind) for kind in KINDS]
    file = written(tmp_path / "new.yaml", template.FIRST_LINE + "\n".join(begun))
    assert {case.id: case.kind for case in load.load(file)} == {f"new-{kind}": kind for kind in KINDS}


def test_a_case_about_nothing_known_is_not_begun() -> None:
    with pytest.raises(EvalsError, match=r"called cooking; there are: about_coach, .*stretch_goal"):
        template.begin("one", "cooking", "single", KNOWN)


def test_the_committed_schema_is_current() -> None:
    kept = (load.CASES / template.SCHEMA).read_text(encoding="utf-8")
    assert kept == template.schema_text(), "run: coach evals schema > evals/cases/case.schema.json"


def test_the_schema_takes_every_shipped_case_and_refuses_what_the_reader_refuses() -> None:
    schema = json.loads(template.schema_text())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    rows = [case.model_dump(mode="json", exclude_defaults=True) for case in shipped()]
    assert not [f"{rows[int(one.path[0])]['id']}: {one.json_path}" for one in validator.iter_errors(rows)]
    for bad in ({"colour": "red"}, {"about": "cooking"}, {"split": "other"}, {"id": "A b"}, {"turns": [{"says": ""}]}):
        assert list(validator.iter_errors([{**rows[0], **bad}])), bad


# ---------------------------------------------------------------- what is shipped


def test_there_are_enough_cases_in_every_split_and_no_message_twice() -> None:
    assert len(shipped()) >= 150
    assert {case.split for case in shipped()} == {"tune", "hold_out", "hard"}
    openings = [case.doctor.opening if case.doctor else (*case.context, *case.turns)[0].says for case in shipped()]
    assert not [says for says, count in Counter(one.casefold() for one in openings).items() if count > 1]


def test_every_situation_has_four_cases_and_a_simulated_doctor() -> None:
    situations = load.known_names().situations
    counts = Counter(case.about for case in shipped())
    assert not {name: counts[name] for name in situations if counts[name] < 4}
    assert not situations - {case.about for case in shipped() if case.kind == "doctor"}


def test_every_intent_is_met() -> None:
    met = {name for case in shipped() for name in (case.about, *case.tags)}
    assert not set(OTHER_INTENTS) - met - {file.stem for file in load.CASES.glob("*.yaml")}
