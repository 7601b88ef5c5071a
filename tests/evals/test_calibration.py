"""Calibration: labels are read strictly, and agreement is worked out on what people agree on and the check speaks of."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from evals.calibration.calibrate import BAR_F1, Agreement, as_json, as_text, below_the_bar, calibrate
from evals.calibration.labels import ITEMS, SHIPPED, Item, Label, raters, read_items, read_labels
from evals.casebook.case import Said
from evals.errors import EvalsError
from evals.rubric.criteria import CRITERIA
from evals.rubric.talk import Talk
from evals.rubric.verdicts import Finding, Verdict

MET, NOT = Verdict.MET, Verdict.NOT_MET
HEAD = "item,criterion,rater,met\n"


def written(folder: Path, text: str, name: str = "labels.csv") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def items(names: str) -> dict[str, Item]:
    return {name: Item(id=name, about="stretch_goal", message="eight from me", reply=f"Reply {name}") for name in names}


def labels(criterion: str, **by_rater: str) -> list[Label]:
    """One letter an item, a b c and so on: y, n, or - where the rater said nothing of it."""
    words = {"y": "yes", "n": "no"}
    return [
        Label.model_validate({"item": name, "criterion": criterion, "rater": rater, "met": words[said]})
        for rater, row in by_rater.items()
        for name, said in zip("abcdefgh", row, strict=False)
        if said != "-"
    ]


def agreement(criterion: str, check: Mapping[str, Verdict], **by_rater: str) -> Agreement:
    """The agreement of a check that gives these verdicts, and none on any other item."""

    def grade(talk: Talk) -> tuple[Finding, ...]:
        return (Finding(criterion, check[talk.case.id], "", 1),) if talk.case.id in check else ()

    (found,) = calibrate(items("abcdefgh"), labels(criterion, **by_rater), grade)
    return found


# ---------------------------------------------------------------- what is read


def test_labels_are_read_in_any_order_of_columns(tmp_path: Path) -> None:
    found = read_labels(written(tmp_path, "met,item,rater,criterion\nyes,a,zoe,R1\nno,a,adam,R1\n"))
    assert [(one.item, one.criterion, one.rater, one.met) for one in found] == [("a", "R1", "zoe", "yes"), ("a", "R1", "adam", "no")]  # fmt: skip
    assert raters(found) == ("adam", "zoe")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("a,R1,zoe,maybe", "met: .*'yes' or 'no'"),
        ("a,R1,zoe,", "met"),
        ("a,R1,zoe", "met"),
        ("a,R1,zoe,yes,more", ""),
        ("a,R99,zoe,yes", "no criterion is called R99"),
        ("a,,zoe,yes", "no criterion is called "),
    ],
)
def test_a_label_at_fault_names_its_line(row: str, words: str, tmp_path: Path) -> None:
    file = written(tmp_path, f"{HEAD}a,R1,zoe,yes\n{row}\na,R2,zoe,yes\n")
    with pytest.raises(EvalsError, match=rf"labels\.csv:3: .*{words}"):
        read_labels(file)


def test_an_empty_line_before_it_is_counted(tmp_path: Path) -> None:
    with pytest.raises(EvalsError, match=r"labels\.csv:4: met"):
        read_labels(written(tmp_path, f"{HEAD}a,R1,zoe,yes\n\na,R1,adam,maybe\n"))


def test_a_file_that_a_spreadsheet_wrote_is_read(tmp_path: Path) -> None:
    assert len(read_labels(written(tmp_path, f"\ufeff{HEAD}a,R1,zoe,yes\n"))) == 1


def test_a_person_who_said_both_of_one_reply_is_asked_to_choose(tmp_path: Path) -> None:
    with pytest.raises(EvalsError, match=":3"):
        read_labels(written(tmp_path, f"{HEAD}a,R1,zoe,yes\na,R1,zoe,no\n"))


@pytest.mark.parametrize("text", ["", HEAD, "item,criterion,met\na,R1,yes\n", "a,R1,zoe,yes\na,R2,zoe,no\n"])
def test_a_file_without_labels_says_what_is_wanted(text: str, tmp_path: Path) -> None:
    with pytest.raises(EvalsError, match=r"labels\.csv: wanted a first line with item, criterion, rater, met"):
        read_labels(written(tmp_path, text))


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "labels.csv").write_bytes(HEAD.encode() + b"a,R1,z\xff,yes\n")
    for name in ("labels.csv", "nothing.csv"):
        with pytest.raises(EvalsError, match=rf"{name} cannot be read"):
            read_labels(tmp_path / name)
    with pytest.raises(EvalsError, match=r"items\.jsonl: the replies that were labelled are wanted here"):
        read_items(tmp_path / ITEMS)


ITEM = {"id": "a", "about": "stretch_goal", "message": "by march, too", "reply": "Whose eight?"}


@pytest.mark.parametrize(
    "bad", ["{", "[]", json.dumps({**ITEM, "colour": "red"}), json.dumps({**ITEM, "said": "sung"}), '{"id": "a"}']
)
def test_an_item_at_fault_names_its_line(bad: str, tmp_path: Path) -> None:
    with pytest.raises(EvalsError, match=r"items\.jsonl:2: "):
        read_items(written(tmp_path, f"{json.dumps(ITEM)}\n{bad}\n{json.dumps(ITEM)}\n", ITEMS))


@pytest.mark.parametrize("change", [{"id": "Reply 1"}, {"message": ""}, {"said": "alarm"}])
def test_an_item_that_cannot_be_a_talk_names_its_line(change: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(EvalsError, match=r"items\.jsonl:1: "):
        read_items(written(tmp_path, json.dumps({**ITEM, **change}), ITEMS))["a"].talk()


def test_an_item_is_a_talk_of_which_the_last_reply_is_graded(tmp_path: Path) -> None:
    row = {**ITEM, "before": [["eight from me", "Eight?"], ["yes", "By when?"]], "said": "brief"}
    talk = read_items(written(tmp_path, json.dumps(row), ITEMS))["a"].talk()
    assert [(one.number, one.turn.says, one.reply.text, one.graded) for one in talk.exchanges] == [
        (1, "eight from me", "Eight?", False),
        (2, "yes", "By when?", False),
        (3, "by march, too", "Whose eight?", True),
    ]
    assert talk.exchanges[-1].said is Said.BRIEF


# ---------------------------------------------------------------- what is worked out


def test_agreement_is_counted_on_what_people_agree_on() -> None:
    found = agreement("R1", {"a": MET, "b": NOT, "c": MET, "d": NOT, "e": MET}, adam="yynny", zoe="yynnn")
    assert (found.items, found.silent, found.disputed, found.differ) == (4, 0, 1, ("b", "c"))
    assert (found.counts.both, found.counts.first_only, found.counts.second_only, found.counts.neither) == (1, 1, 1, 1)
    assert (found.check_agrees, found.check_kappa, found.f1) == (0.5, 0.0, 0.5)
    assert found.people_agree == 0.8
    assert found.people_kappa == pytest.approx((0.8 - 0.48) / (1 - 0.48))  # by chance 0.6 * 0.4 + 0.4 * 0.6


def test_where_the_check_gives_no_verdict_it_is_silent() -> None:
    found = agreement("R1", {"a": MET, "b": NOT, "c": Verdict.NOT_GRADED, "d": Verdict.COULD_NOT_JUDGE}, adam="ynyny")
    assert (found.items, found.silent, found.disputed) == (2, 3, 0)
    assert (found.f1, found.below, found.people_agree, found.people_kappa) == (1.0, False, None, None)


def test_of_a_bad_thing_no_verdict_says_that_it_did_not_happen() -> None:
    found = agreement("R13", {"a": MET}, adam="ynn", zoe="ynn")
    assert (found.items, found.silent, found.f1) == (3, 0, 1.0)


def test_people_are_compared_pair_by_pair_where_both_spoke() -> None:
    found = agreement("R1", dict.fromkeys("abcd", MET), adam="yyn-", eve="y-nn", zoe="ny--")
    assert (found.items, found.disputed) == (3, 1)
    assert found.people_agree == pytest.approx(3 / 5)  # a: one of its three pairs; b: one; c: one


def test_a_check_is_flagged_below_the_bar_and_where_that_cannot_be_told() -> None:
    good = dict.fromkeys("abc", MET) | dict.fromkeys("def", NOT)
    assert not agreement("R1", good, adam="yyynnn").below
    assert agreement("R1", good | {"a": NOT, "d": MET}, adam="yyynnn").f1 == pytest.approx(2 / 3)
    assert agreement("R1", good | {"a": NOT, "d": MET}, adam="yyynnn").below
    assert agreement("R1", dict.fromkeys("abc", MET), adam="yyy").f1 is None
    assert agreement("R1", dict.fromkeys("abc", MET), adam="yyy").below
    assert agreement("R1", {}, adam="yyynnn").below


def test_few_labels_of_one_kind_are_said_to_be_few() -> None:
    good = dict.fromkeys("abc", MET) | dict.fromkeys("defgh", NOT)
    assert not agreement("R1", good, adam="yyynnn").too_few
    assert agreement("R1", good, adam="yyynn").too_few
    assert agreement("R1", good, adam="-yynnnnn").too_few


def test_a_label_of_no_reply_is_an_error_and_criteria_come_in_the_rubrics_order() -> None:
    with pytest.raises(EvalsError, match="not among the replies: b, c"):
        calibrate(items("a"), labels("R1", adam="yyy"), lambda _: ())
    both = [*labels("C9", adam="y"), *labels("R1", adam="y")]
    assert [one.criterion for one in calibrate(items("a"), both, lambda _: ())] == ["R1", "C9"]


def test_what_is_written_for_programs_is_read_back_and_people_see_the_same(tmp_path: Path) -> None:
    good = dict.fromkeys("abc", MET) | dict.fromkeys("def", NOT)
    found = (agreement("R1", good, adam="yyynnn", zoe="yyynnn"), agreement("R2", good, adam="nnnyyy"), agreement("R11", {}, adam="y"))  # fmt: skip
    file = written(tmp_path, as_json(found), "calibration.json")
    assert below_the_bar(file) == {"R2", "R11"}
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert [(one["criterion"], one["macro_f1"], one["people_kappa"]) for one in kept["criteria"]] == [("R1", 1.0, 1.0), ("R2", 0.0, None), ("R11", None, None)]  # fmt: skip
    assert below_the_bar(tmp_path / "nothing.json") == frozenset()
    lines = as_text(found).splitlines()
    assert ["below the bar" in one for one in lines] == [False, False, True, False, True]
    assert lines[3].split() == ["differ", "on:", "a,", "b,", "c,", "d,", "e,", "f"]


# ---------------------------------------------------------------- what is shipped


def test_every_shipped_label_is_of_a_shipped_reply_and_every_reply_has_two_raters() -> None:
    shipped, given = read_items(SHIPPED.parent / ITEMS), read_labels(SHIPPED)
    assert {one.item for one in given} == set(shipped)
    by_item = {name: {one.rater for one in given if one.item == name} for name in shipped}
    assert not {name: who for name, who in by_item.items() if len(who) < 2}
    said = [(one.item, one.criterion, one.rater) for one in given]
    assert len(said) == len(set(said))
    assert {one.criterion for one in given} <= set(CRITERIA)
    assert [item.talk().exchanges[-1].reply.text for item in shipped.values()] == [one.reply for one in shipped.values()]  # fmt: skip
    assert BAR_F1 >= 0.8
