"""The phrase banks: every one compiles and is used, and every line of one can match something, and not nothing."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from evals import rubric
from evals.rubric import banks
from evals.rubric.asking import Purpose
from evals.rubric.banks import FILE, Bank
from knowledge import strict_yaml

BANKS = tuple(bank for bank, _ in strict_yaml.load_list(FILE, Bank))
NAMES = [bank.name for bank in BANKS]
QUICK = settings(
    max_examples=1,
    phases=[Phase.generate],
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def named_in_code() -> set[str]:
    """Every name that the code of the rubric writes out, and those that it makes of a purpose."""
    folder = Path(str(rubric.__file__)).parent
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in folder.glob("*.py")]
    written = {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return written | {f"asks_{purpose}" for purpose in Purpose}


def test_no_two_banks_have_one_name_and_each_says_what_it_is() -> None:
    assert not [name for name, count in Counter(bank.name for bank in BANKS).items() if count > 1]
    assert all(re.fullmatch(r"[a-z_]+", bank.name) and bank.about for bank in BANKS)


def test_every_bank_compiles_and_is_used_in_the_code_of_the_rubric() -> None:
    assert set(banks.load()) == {bank.name for bank in BANKS}
    assert not {bank.name for bank in BANKS} - named_in_code()


def test_every_purpose_of_a_question_has_a_bank() -> None:
    assert {f"asks_{purpose}" for purpose in Purpose} == {one.name for one in BANKS if one.name.startswith("asks_")} - {
        "asks_for_no_identifiers",
        "asks_how_it_went",
    }


def test_a_bank_that_there_is_not_is_an_error() -> None:
    with pytest.raises(KeyError):
        banks.found("no_such_bank", "some words")


@pytest.mark.parametrize("bank", BANKS, ids=NAMES)
def test_no_line_has_an_empty_alternative_matches_nothing_stands_twice_or_knows_one_kind_of_apostrophe(
    bank: Bank,
) -> None:
    assert len(set(bank.any)) == len(bank.any)
    for line in bank.any:
        bare = re.sub(r"\\.|\[[^\]]*\]", "x", line)
        assert not re.search(r"\|\||\((?:\?[:!=]|\?<[!=])?\||\|\)|^\||\|$|\(\?:\)|\(\)", bare), line
        assert re.compile(line, re.I).match("") is None, line
        assert line.count("'") == line.count("’"), line


@pytest.mark.parametrize("bank", BANKS, ids=NAMES)
def test_what_a_line_can_match_its_bank_finds(bank: Bank) -> None:
    lines = [re.compile(rf"\A(?:{line})", re.A) for line in bank.any]
    texts = st.tuples(*(st.from_regex(line, alphabet=st.characters(codec="ascii")) for line in lines))

    @settings(QUICK)
    @given(texts)
    def found(examples: tuple[str, ...]) -> None:
        assert all(banks.found(bank.name, text) for text in examples)

    found()
