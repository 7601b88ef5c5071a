"""What one machine holds, and the page made of it: the arithmetic, the table, the settings that a replica is given."""

from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.settings import Settings
from evals.bench.command import bench
from evals.bench.load import planning
from evals.bench.load.doctors import Played
from evals.bench.load.figures import Growth, Level, LoadFigures, Machine, as_table
from evals.bench.load.planning import Assumptions, Measured, ModelTokens, Place, need
from evals.bench.load.replicas import Where, environment
from evals.bench.load.running import Given, run
from evals.bench.load.stand_in import Told
from evals.bench.outcome import BenchError

LEVEL = Level(
    asked=0.0,
    answered=20.0,
    p50=2.0,
    p95=3.0,
    p99=4.0,
    unanswered=0,
    turned_away=0,
    busy=0.8,
    stand_in=0.1,
)
LOAD = LoadFigures(
    machine=Machine(system="Linux", python="3.11", cores=2, load=0.1),
    database="SQLite",
    replicas=1,
    doctors=100,
    levels=(LEVEL, LEVEL.model_copy(update={"asked": 5.0, "answered": 5.0, "turned_away": 2})),
    turn_ms=40.0,
    bytes_a_turn=20_000,
    memory_mb=(250.0, 300.0),
    growth=(Growth(what="a turn", small=20, large=1000, at_small=10.0, at_large=12.0, unit="ms"),),
)
MEASURED = Measured(load=LOAD, model=ModelTokens(read=500, written=100))
EVEN = Assumptions(active=0.5, messages=20, working_days=20, peak_hour=0.36, burst=1, headroom=0.5, keep_days=73)
TOLD = Told.model_validate(
    {"url": "http://127.0.0.1:1", "bot_token": "xoxb-fake", "app_token": "xapp-fake", "signing_secret": "fake"}
)


def test_a_place_needs_what_the_arithmetic_says() -> None:
    found = need(Place(name="here", doctors=200_000), MEASURED, EVEN)
    assert found.a_day == pytest.approx(100_000)
    assert found.a_second == pytest.approx(10.0)
    assert found.replicas == 2  # a core holds 25 turns a second, and half of that is planned with
    assert found.disk_gb == pytest.approx(200_000 * 10 * 12 / 5 * 20_000 / 1e9)
    assert found.waiting == pytest.approx(30.0)
    assert found.tokens_a_month == pytest.approx(1.2e9)
    assert found.cost_a_month is None


def test_more_people_need_more_replicas_and_nobody_fewer_than_two() -> None:
    assert need(Place(name="all", doctors=2_000_000), MEASURED, EVEN).replicas == 8
    assert need(Place(name="one", doctors=1), MEASURED, EVEN).replicas == 2


def test_prices_make_a_cost() -> None:
    priced = EVEN.model_copy(update={"price_read": 2.0, "price_written": 10.0})
    assert need(Place(name="here", doctors=200_000), MEASURED, priced).cost_a_month == pytest.approx(4000.0)


def test_what_was_not_measured_is_not_planned() -> None:
    bare = Measured(load=LOAD.model_copy(update={"bytes_a_turn": None}))
    found = need(Place(name="here", doctors=100), bare, EVEN)
    assert (found.disk_gb, found.tokens_a_month, found.cost_a_month) == (None, None, None)
    assert "not measured" in planning.page(bare, EVEN)


def test_the_table_tells_each_rate_and_what_grew() -> None:
    table = as_table(LOAD)
    assert "at full speed" in table
    assert "20.0/s" in table
    assert "0 (+2 not written)" in table
    assert "1.20" in table  # 12 of 10 ms
    assert "25 turns a second" in table


def test_the_page_in_the_docs_is_made_of_the_figures_that_were_measured() -> None:
    measured = Measured.model_validate_json(planning.FIGURES.read_text(encoding="utf-8"))
    written = (Path(__file__).parents[3] / "docs" / "planning.md").read_text(encoding="utf-8")
    assert written == planning.page(measured, Assumptions())


def test_plan_takes_figures_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "load.json"
    file.write_text(LOAD.model_dump_json(), encoding="utf-8")
    done = CliRunner().invoke(bench, ["plan", "--figures", str(file), "--active", "1"])
    assert done.exit_code == 0
    assert "took 40.0 ms of a processor" in done.output
    assert "Of all doctors 100% write" in done.output


@pytest.mark.parametrize(("text", "told"), [("{}", "machine: Field required"), ("no", "not JSON")])
def test_plan_says_what_is_wrong_with_a_file(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "load.json"
    file.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(bench, ["plan", "--figures", str(file)])
    assert done.exit_code == 1
    assert told in done.output


def test_a_rate_counts_what_was_answered_only() -> None:
    assert Played(seconds=2.0, waits=(1.0, 2.0, 3.0), unanswered=5).rate == 1.5


def test_a_replica_never_reaches_the_operators_own_slack(tmp_path: Path) -> None:
    given = environment(0, 4000, TOLD, Where(tmp_path, tmp_path))
    taken_out = [name for flag, name in pairwise(given) if flag == "-u"]
    told = dict(one.split("=", 1) for one in given if "=" in one)
    assert "COACH_SLACK_CLIENT_ID" in taken_out
    assert "COACH_CONSOLE_URL" in taken_out
    assert told["COACH_SLACK_BOT_TOKEN"] == TOLD.bot_token
    assert told["COACH_SLACK_API"] == "http://127.0.0.1:1/api/"
    assert not set(told) & set(taken_out)


def test_replicas_need_a_database_to_share() -> None:
    with pytest.raises(BenchError, match="PostgreSQL"):
        run(Given(Settings.from_environment(), lambda _told: None, replicas=2))


def test_a_short_run_answers_everybody() -> None:
    given = Given(Settings.from_environment(), lambda _told: None, doctors=3, seconds=2.0, grows=False, shares=(0.5,))
    found = run(given)
    full, half = found.levels
    assert (full.asked, full.unanswered, half.unanswered) == (0.0, 0, 0)
    assert full.answered > 0
    assert found.turn_ms > 0
    assert (found.bytes_a_turn or 0) > 0


def test_what_does_not_come_up_is_told_with_its_last_words(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Given(Settings.from_environment(), lambda _told: None, doctors=1, seconds=2.0, grows=False)
    monkeypatch.setenv("COACH_NO_SUCH", "setting")
    with pytest.raises(BenchError, match=r"did not come up: .*COACH_NO_SUCH"):
        run(given)
