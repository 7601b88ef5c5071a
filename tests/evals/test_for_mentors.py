"""The suite as the console meets it: found as a plug-in, cases that pass the checker, faults of any text, agreement."""

import json
from contextlib import suppress
from importlib.metadata import entry_points
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import CoachError
from bot.mentoring.events import Grade
from bot.ports.trainers import Exchanged, Trainers
from evals.casebook import anonymous, load, template
from evals.casebook.case import Case, Said
from evals.for_mentors import LONGEST, Suite
from knowledge import strict_yaml

SUITE = Suite()
REFERENCE = "The clerks were not asked. What would they say is possible?"


def _case(*says: str, about: str = "stretch_goal", reference: str = REFERENCE) -> str:
    return SUITE.case("from-practice-one", about, [Exchanged(one, "reply") for one in says], reference)


def test_the_console_finds_the_suite_as_a_plug_in() -> None:
    found = [one.load() for one in entry_points(group="leadership_coach.trainers") if one.name == "suite"]
    assert found == [Suite]
    port: Trainers = Suite()
    assert port.criteria()


def test_the_rubric_comes_whole_with_replies_first() -> None:
    criteria = SUITE.criteria()
    order = [one.of_reply for one in criteria]
    assert order == sorted(order, reverse=True)
    assert len({one.id for one in criteria}) == len(criteria) >= 30
    assert {one.id for one in criteria if one.of_reply} >= {f"R{number}" for number in range(1, 19)}
    assert not {one.id for one in criteria if one.of_reply} & {f"R{number}" for number in range(19, 31)}
    assert [one.id for one in criteria][:2] == ["R1", "R2"]
    assert {one.id for one in criteria if one.points < 0} >= {"R5", "R18"}
    assert all(one.question.endswith("?") for one in criteria)


def test_a_case_passes_the_checker_and_the_schema_and_reads_back_as_it_was_said(tmp_path: Path) -> None:
    says = ["we've been told to halve no-shows by easter", "dunno", "i'll ask the clerks on monday", "7", "cheers"]
    text = _case(*says)
    assert SUITE.faults(text) == ()
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    (case,) = load.load(tmp_path)
    assert case.split == "tune"
    assert case.tags == ("from-practice",)
    assert [one.said for one in case.turns] == [Said.TELLING, Said.BRIEF, Said.PLAN, Said.CONFIDENCE, Said.THANKS]
    assert case.turns[0].says == says[0]
    assert case.reference == REFERENCE
    assert "who it was" in (case.note or "")
    jsonschema.validate([case.model_dump(mode="json", exclude_none=True)], json.loads(template.schema_text()))


def test_an_alarm_is_marked_with_the_route_that_its_words_name() -> None:
    text = _case("the f2 is off sick again", "i want to kill myself")
    assert "said: alarm\n      route: crisis_self" in text
    assert SUITE.faults(text) == ()


def test_a_case_about_a_route_owes_it_after_its_last_line() -> None:
    text = _case("hello there all", "what dose of it would you give", about="clinical_advice")
    assert text.count("route: clinical_advice") == 1
    assert SUITE.faults(text) == ()


@pytest.mark.parametrize(
    "said",
    [
        "- a\n--- \n# no: yes",
        "*alias &anchor !!python/object: x",
        "she said: \"no\", {and} [then] 'left'",
        "| > % @ ` ?",
        "null",
        "2001-99-99",
        "\ufeffstarts with a mark\x85\u2028and goes on\x07",
    ],
)
def test_no_message_breaks_out_of_its_place_in_the_yaml(said: str) -> None:
    text = _case(said, reference=said)
    assert SUITE.faults(text) == ()
    placed, _ = strict_yaml.read_list(text, "case.yaml", Case)
    assert len(placed) == 1
    assert len(placed[0][0].turns) == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=200), min_size=1, max_size=4), st.text(max_size=80))
def test_whatever_was_said_a_case_of_it_passes(says: list[str], reference: str) -> None:
    with suppress(CoachError):
        assert SUITE.faults(_case(*says, reference=reference)) == ()


def test_what_could_tell_who_it_was_is_put_neutrally() -> None:
    text = _case("Dr Sarah Whitmore told us on Tuesday, 14/03/2026, and [left out] laughed. rang 07700 900123")
    for gone in ("Sarah", "Whitmore", "Tuesday", "14/03", "07700", "[left out]", "[name]"):
        assert gone not in text
    assert "someone told us on Thursday, that day, and someone laughed. rang the number" in " ".join(text.split())


def _nothing(_text: str) -> tuple[str, ...]:
    return ()


@pytest.mark.parametrize(
    ("said", "neutral"),
    [
        ("halve it by march 2026", "halve it by spring"),
        ("i may go, they march on", "i may go, they march on"),
        ("the review is on the 22nd, at nine", "the review is on that day, at nine"),
        ("the 2nd f1 on the 3rd floor", "the 2nd f1 on the 3rd floor"),
        ("on 3rd of May 2025 and Sept 4", "on that day and that day"),
        ("since 2019 we have 2019 beds", "since that year we have 2019 beds"),
        ("saturdays and mon morning", "sundays and wednesday morning"),
        ("on [left out] the [left out] lead said [left out] is off", "on the ward the place lead said someone is off"),
        ("send her the list, tell our [name] at the [bed]", "send her the list, tell someone at the bed"),
        ("Mrs [name] Fothergill in [bed] and the [phone]", "someone in the bed and the number"),
    ],
)
def test_days_dates_and_gaps_read_as_a_person_writes_them(said: str, neutral: str) -> None:
    assert anonymous.neutral(said, lambda text: text, _nothing) == neutral


def test_suggested_phrases_are_put_neutrally_wherever_they_stand() -> None:
    def suggested(_text: str) -> tuple[str, ...]:
        return ("larkrise", "larkrise ward")

    said = anonymous.neutral("we moved to Larkrise Ward. larkrise is full", lambda text: text, suggested)
    assert said == "we moved to the ward. someone is full"


@pytest.mark.parametrize("name", ["", "Two Words", "../up", "a" * 81, "a\n- id: b"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(CoachError, match="is no name for a case"):
        SUITE.case(name, "stretch_goal", [Exchanged("told", "x")], REFERENCE)


def test_no_case_is_made_of_nothing_or_about_nothing() -> None:
    with pytest.raises(CoachError, match="nothing was said"):
        _case(" ", "\x00")
    with pytest.raises(CoachError, match="needs a reference"):
        _case("told", reference=" ")
    with pytest.raises(CoachError, match="no situation or intent"):
        _case("told", about="nonsense")
    with pytest.raises(CoachError, match="longer than 8000"):
        _case("word " * 2000)


_NUMBERS = st.builds(
    lambda key, sign, digits, times, joined: f"- {key}: {sign}{joined.join([digits] * times)}",
    st.sampled_from(["id", "family", "about", "split", "tags", "turns", "turns: [{says", "note"]),
    st.sampled_from(["", "-", "+", "0x", "0b", "0", ".", "1e", "!!int ", "!!float ", "!!timestamp ", "2001-01-01 "]),
    st.sampled_from(["59", "9", "1", "0", "7.5", "_1"]),
    st.sampled_from([1, 3, 200, 2500, 6000]),
    st.sampled_from([":", "", "_", "."]),
)
"""Numbers of every kind that YAML knows, of any length: by sixties, in hexadecimal, days and hours."""


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("- :[]{}&*!|>?\n\t'\"%@#,abid01"), max_size=120) | st.text(max_size=120) | _NUMBERS
)
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert all(isinstance(one, str) and one for one in SUITE.faults(text))


_ALIASES = "- &a [x]\n" + "".join(f"- &b{n} [*a, *a, *a, *a]\n" for n in range(30))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: b",
        "- just text",
        "[" * 5000,
        "{" * 5000,
        "- &a [*a]",
        _ALIASES,
        "- ? [a]\n  : b",
        "- id: !!bool maybe",
        "- id: !!int ''",
        "- id: !!timestamp soon",
        "- id: 2001-99-99",
        "- id: " + "1" * 6000,
        "- id: " + ":".join(["59"] * 3000),
        "- turns: [" + ":".join(["59"] * 3000) + "]",
        "- id: 0x" + "f" * 6000,
        "- id: !!python/object/apply:os.system [ls]",
        "\x00",
        "\ud800",
        "x" * (LONGEST + 1),
        "- a\n" * 25_000,
    ],
)
def test_a_text_that_is_no_case_is_told_so(text: str) -> None:
    faults = SUITE.faults(text)
    assert faults
    assert all(len(one) < 400 for one in faults)
    assert len(faults) <= 21


def test_what_is_longer_than_any_case_is_not_even_read() -> None:
    (fault,) = SUITE.faults("- {}\n" * 20_000)
    assert fault.startswith("case.yaml: has 100,000 characters, and a case at most 20,000. Choose fewer turns")


def test_the_longest_case_that_is_kept_fits_well_within() -> None:
    longest = max(len(block) for one in load.CASES.glob("*.yaml") for block in one.read_text("utf-8").split("\n- id: "))
    assert longest * 2 < LONGEST


def test_every_fault_is_told_and_not_only_the_first() -> None:
    text = _case("told to halve it").replace("split: tune", "split: soon").replace("tags:", "labels:")
    faults = SUITE.faults(text)
    assert len(faults) == 2
    assert any("split" in one for one in faults)
    assert any("labels" in one for one in faults)
    assert SUITE.faults(_case("told").replace("about: stretch_goal", "about: nonsense")) == (
        "case.yaml:2: from-practice-one is about nonsense, which is neither a situation nor an intent",
    )


def test_the_same_id_twice_is_a_fault() -> None:
    assert "the id from-practice-one stands twice" in SUITE.faults(_case("one") + _case("two"))


def test_agreement_counts_only_what_both_graded() -> None:
    mine = {"1|R1": Grade.MET, "1|R2": Grade.NOT_MET, "2|R1": Grade.MET, "2|R9": Grade.CANNOT_TELL}
    theirs = {"1|R1": Grade.MET, "1|R2": Grade.NOT_MET, "2|R1": Grade.NOT_MET, "3|R1": Grade.MET}
    found = SUITE.agreement(mine, theirs)
    assert found.items == 3
    assert found.agreed == pytest.approx(2 / 3)
    assert found.kappa == pytest.approx(0.4)


def test_agreement_of_nothing_is_none() -> None:
    found = SUITE.agreement({"1|R1": Grade.MET}, {"2|R1": Grade.MET})
    assert (found.items, found.agreed, found.kappa) == (0, None, None)
