"""The papers that a hospital asks for: what they say proves something exists, and what takes a human is marked so."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAPERS = sorted((ROOT / "docs" / "papers").glob("*.md"))
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
HAZARDS = ROOT / "docs" / "papers" / "clinical-safety.md"
ROW = re.compile(r"^\| (H\d+) .*\|$", re.M)


@cache
def names_in(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef))


def named(paper: Path) -> list[tuple[str, str]]:
    return NAMED.findall(paper.read_text(encoding="utf-8"))


def test_there_are_the_four_papers() -> None:
    assert [one.stem for one in PAPERS] == ["architecture", "clinical-safety", "data-protection", "support"]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda one: one.stem)
def test_every_test_that_a_paper_names_is_there(paper: Path) -> None:
    missing = [f"{file}::{test}" for file, test in named(paper) if test not in names_in(file)]
    assert missing == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda one: one.stem)
def test_a_paper_is_dated_and_says_what_takes_a_human(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    assert re.search(r"^Dated \d{1,2} \w+ 20\d\d, for version \d", text, re.M)
    assert "**needs a human**" in text
    assert not re.search(r"PAPERS_|TODO|TBC", text)


def test_every_hazard_has_a_control_that_a_test_proves() -> None:
    rows = [one.group(0) for one in ROW.finditer(HAZARDS.read_text(encoding="utf-8"))]
    assert len(rows) >= 15
    assert [row for row in rows if not NAMED.search(row)] == []


def test_every_hazard_is_rated_before_and_after_and_no_worse_after() -> None:
    for row in ROW.finditer(HAZARDS.read_text(encoding="utf-8")):
        ratings = re.findall(r"\| ([1-5])x([1-5]) \|", row.group(0))
        assert len(ratings) == 2, row.group(1)
        before, after = (int(severity) * int(likelihood) for severity, likelihood in ratings)
        assert after < before, row.group(1)


@pytest.mark.parametrize("text", [*PAPERS, ROOT / "docs" / "console.md"], ids=lambda one: one.stem)
def test_links_lead_somewhere(text: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", text.read_text(encoding="utf-8"))
    assert [link for link in links if not (text.parent / link).is_file()] == []
