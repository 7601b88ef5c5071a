"""Each proof once in small, so that it works on the day it is wanted. The figures themselves are `make prove`'s."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.bot.adapters.store.databases import POSTGRES
from tests.proving import __main__ as command
from tests.proving import acks, deliveries, forgeries, kills, sentinel, throughput
from tests.proving.figures import PROOFS, Figure, Proof


def values(proof: Proof) -> Mapping[str, float]:
    return {figure.name: figure.value for figure in proof.figures}


def unreached(proof: Proof) -> list[Figure]:
    return [figure for figure in proof.figures if not figure.reached]


@pytest.mark.usefixtures("data_folder")
def test_killed_at_every_place_and_nothing_is_lost_or_twice_or_out_of_order() -> None:
    proof = kills.prove(kills.Given(messages=40, kills=9, conversations=5))
    assert unreached(proof) == []
    assert values(proof)["kills"] == 9
    assert values(proof)["replies"] > 5


@pytest.mark.usefixtures("data_folder")
def test_every_event_four_times_and_one_answer_each() -> None:
    proof = deliveries.prove(deliveries.Given(events=60, conversations=6, spread=20, kills=1))
    assert unreached(proof) == []
    assert values(proof)["deliveries"] == 240


@pytest.mark.usefixtures("data_folder")
def test_no_forged_request_is_accepted() -> None:
    proof = forgeries.prove(forgeries.Given(requests=130))
    assert unreached(proof) == []
    assert values(proof)["accepted"] == 0


@pytest.mark.usefixtures("data_folder")
def test_acknowledgements_are_counted_and_timed() -> None:
    proof = acks.prove(acks.Given(conversations=4, bursts=2, pause=0.3, answerer="chain"))
    assert values(proof)["messages acknowledged"] == 8
    assert 0 < values(proof)["acknowledgement p50"] <= values(proof)["acknowledgement max"]
    assert [acks.percentile([3, 1, 2, 4], share) for share in (1, 50, 75, 99)] == [1, 2, 3, 4]
    assert acks.percentile([], 99) == 0


@pytest.mark.usefixtures("data_folder")
def test_turns_are_counted_against_a_bare_echo() -> None:
    proof = throughput.prove(throughput.Given(conversations=3, messages=2, runs=1, answerer="chain"))
    assert values(proof)["unanswered"] == 0
    assert values(proof)["share"] > 0
    assert any("the store" in note for note in proof.notes)


@pytest.mark.usefixtures("data_folder")
def test_planted_words_are_in_no_log_whatever_throws() -> None:
    proof = sentinel.prove(sentinel.Given(rounds=1, answerer="chain", passes=(sentinel.EDGE,)))
    assert unreached(proof) == []
    assert values(proof)["exceptions thrown"] > 0


def test_the_command_runs_what_is_asked_for_and_fails_where_a_figure_is_not_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def pretended(given: command.Options) -> Proof:
        asked.append((given.database, given.without))
        return Proof("pretended", {}, [Figure("share", 0.2, at_least=0.25)])

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "PROOFS", dict.fromkeys(command.PROOFS, pretended))
    assert command.main(["kills", "--database", "postgresql", "--without", "order"]) == 1
    assert asked == [("postgresql", "order")]
    assert json.loads((tmp_path / PROOFS / "pretended.json").read_text())["reached"] is False


def test_a_proof_that_wants_a_database_which_is_not_there_says_so_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(POSTGRES, raising=False)
    assert command.main(["kills", "--database", "postgresql"]) == 1
    assert POSTGRES in capsys.readouterr().err


def test_all_is_every_proof_on_both_databases_and_without_each_safeguard() -> None:
    runs = command.everything(command.options(["all"]))
    assert [(how.database, how.chroma) for name, how in runs if name == "kills" and not how.without] == [
        ("sqlite", False),
        ("postgresql", False),
        ("postgresql", True),
    ]
    assert {name for name, _ in runs} == set(command.PROOFS)
    assert {how.without for _, how in runs} == {None, "unique", "in_doubt", "order", "quiet", "last_moment"}
