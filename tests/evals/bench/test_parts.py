"""What the measurements share: spreads, files, scoring, the report, and the command's own words."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from evals.bench import cold_start, given, guided_turn, index_build, memory, report, retrieval, running, search_scale
from evals.bench.command import MEASUREMENTS, bench
from evals.bench.outcome import Answer, BenchError, Inputs, Measured, Outcome, Query, Row, Skipped
from evals.bench.scoring import holds, in_order, ndcg, words
from evals.bench.timing import Pair, Spread, ratios, spread
from tests.evals.bench.small import inputs

QUERY = Query(id="1", query="what?", answers=(Answer(quote="one", grade=2),))


def test_a_spread_is_median_least_and_most() -> None:
    assert spread([3.0, 1.0, 10.0]) == Spread(3.0, 1.0, 10.0, 3)
    assert ratios([Pair(2, 1), Pair(9, 3)]) == Spread(2.5, 2.0, 3.0, 2)


def test_messages_come_with_the_code_and_are_taken_evenly() -> None:
    assert 0 < len(given.texts()) <= given.MOST
    assert given.evenly([str(number) for number in range(10)], 5) == ["0", "2", "4", "6", "8"]


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_text('{"text": "good"}\n\n{"words": "bad"}\n', encoding="utf-8")
    with pytest.raises(BenchError, match=r"lines\.jsonl:3"):
        given.texts(file)
    with pytest.raises(BenchError, match=r"lines\.jsonl:1: id"):
        given.queries(file)
    file.write_text("\n", encoding="utf-8")
    with pytest.raises(BenchError, match="no messages"):
        given.texts(file)


def test_queries_keep_their_graded_quotes(tmp_path: Path) -> None:
    file = tmp_path / "queries.jsonl"
    line = {"id": "q", "query": "what?", "style": "vague", "answers": [{"doc": "d", "quote": "one two", "grade": 1}]}
    file.write_text(json.dumps(line) + "\n", encoding="utf-8")
    (query,) = given.queries(file)
    assert query.answers == (Answer(quote="one two", grade=1),)
    assert given.queries(None) == ()


def test_a_quote_is_found_across_extractions() -> None:
    assert words("It's a <i>well-\nknown</i> Target") == ["its", "a", "wellknown", "target"]
    assert in_order("abcde", "xaxcxe") == 3
    quote = words("leaders need to inquire and listen more than advocate and push")
    assert holds(words("So, LEADERS need to inquire, and listen, more than they advocate or push."), quote)
    assert not holds(words("push and advocate than more listen and inquire to need leaders"), quote)
    scattered = " filler word after word after word".join("leaders need to inquire and listen".split())
    assert not holds(words(scattered), quote)


def test_ndcg_rewards_the_better_answer_first() -> None:
    best, fair = Answer(quote="alpha beta gamma", grade=2), Answer(quote="delta epsilon zeta", grade=1)
    assert ndcg([best, fair], [best.quote, fair.quote]) == 1.0
    assert ndcg([best, fair], [fair.quote, best.quote]) == pytest.approx(0.797, abs=0.001)
    assert ndcg([best, fair], ["nothing", "of it"]) == 0.0
    assert ndcg([best, fair], [f"{fair.quote} {best.quote}"]) == 1.0
    assert ndcg([best], [*["other"] * 5, best.quote]) == 0.0


def test_the_report_shows_reach_verdict_and_reasons() -> None:
    rows = (Row("turn", Spread(2.0, 1.5, 3.0, 5), "a detail", reach=2.5), Row("peak", Spread(301, 301, 301, 1), "mb"))
    outcomes: dict[str, Outcome] = {"one": Measured(rows), "two": Skipped("no texts")}
    table = report.as_table(outcomes, {"cores": 2})
    assert all(said in table for said in ("<= 2.5 x", "met", "1.5 - 3", "a detail", "two: not measured: no texts"))
    told = json.loads(report.as_json(outcomes, {"cores": 2}))
    assert told["measurements"]["one"]["rows"][0]["met"] is True
    assert told["measurements"]["two"] == {"skipped": "no texts"}


@pytest.mark.parametrize(
    ("measure", "reason"),
    [
        (guided_turn.measure, "coach setup"),
        (cold_start.measure, "no index"),
        (index_build.measure, "COACH_SOURCES"),
        (retrieval.measure, "--queries"),
        (search_scale.measure, "coach setup"),
        (memory.measure, "no index"),
    ],
)
def test_a_measurement_that_cannot_be_made_says_what_it_needs(
    measure: running.Measure, reason: str, tmp_path: Path
) -> None:
    outcome = running.outcome(measure, inputs(tmp_path))
    assert isinstance(outcome, Skipped)
    assert reason in outcome.reason


def test_retrieval_needs_the_source_texts(tmp_path: Path) -> None:
    outcome = retrieval.measure(inputs(tmp_path, queries=(QUERY,)))
    assert outcome == Skipped(index_build.NO_SOURCES)


def test_an_unforeseen_fault_is_not_hidden(tmp_path: Path) -> None:
    def broken(_: Inputs) -> Measured:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        running.outcome(broken, inputs(tmp_path))


def test_every_named_measurement_is_there() -> None:
    assert all(callable(running.found(module)) for module in MEASUREMENTS.values())


def test_the_command_prints_a_table_and_writes_json(data_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    done = CliRunner().invoke(bench, ["--only", "retrieval", "--json", str(file)])
    assert done.exit_code == 0, done.output
    assert "retrieval: not measured: no graded queries were given" in done.output
    assert "skipped" in json.loads(file.read_text(encoding="utf-8"))["measurements"]["retrieval"]
    assert not data_folder.exists()
