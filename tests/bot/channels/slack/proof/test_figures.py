"""Figures: bounds, a table for people and JSON for programs."""

import json
from pathlib import Path

import pytest

from tests.proving.figures import Figure, Proof, none, table, tell

FIGURES = [Figure("messages", 10_000, at_least=10_000), none("lost", 0), Figure("p99", 120.44, "ms", at_most=300)]


def test_a_proof_is_reached_where_every_figure_is() -> None:
    assert Proof("small", {}, FIGURES).reached
    assert not Proof("small", {}, [*FIGURES, none("twice", 1)]).reached
    assert not Figure("share", 0.24, at_least=0.25).reached
    assert Figure("share", 0.24).reached


def test_the_table_says_what_was_wanted_and_what_was_not_reached() -> None:
    text = table(Proof("small", {"database": "sqlite", "without": ""}, [*FIGURES, none("twice", 3)], ["a note"]))
    assert text.splitlines() == [
        "small: NOT REACHED",
        "  database sqlite",
        "  messages          10,000  >= 10,000  ok",
        "  lost                   0  = 0        ok",
        "  p99             120.4 ms  <= 300     ok",
        "  twice                  3  = 0        NOT REACHED",
        "  a note",
    ]


def test_a_proof_is_told_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tell(Proof("small", {"database": "sqlite"}, FIGURES), tmp_path / "proofs")
    kept = json.loads((tmp_path / "proofs" / "small.json").read_text())
    assert capsys.readouterr().out.startswith("small: reached\n")
    assert kept["reached"] is True
    assert kept["given"] == {"database": "sqlite"}
    assert [(one["name"], one["value"], one["reached"]) for one in kept["figures"]] == [
        ("messages", 10_000, True),
        ("lost", 0, True),
        ("p99", 120.44, True),
    ]
