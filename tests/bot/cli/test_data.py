"""`coach data`: what an operator does with the data, on either database, and what is refused said so that it is mended."""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot import compose_data
from bot.adapters.keyring import Keyring
from bot.adapters.store.engine import HEAD, open_engine
from bot.adapters.store.retention import Purged
from bot.adapters.store.writer import Writer
from bot.cli.data import data
from bot.errors import CoachError
from bot.ports.people import Feedback, Value
from bot.settings import Settings
from tests.bot.adapters.store.databases import KINDS, address
from tests.bot.adapters.store.offices import World, delivered, letter, records, said, turn

PERSON, LANE = "T1:U1", "T1:D1"
Run = Callable[..., Result]


@pytest.fixture(params=KINDS)
def settings(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    with address(request.param, tmp_path) as url:
        monkeypatch.setenv("COACH_DATABASE", url)
        monkeypatch.setenv("COACH_DATA", str(tmp_path))
        yield Settings.from_environment()


@pytest.fixture
def sqlite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("COACH_DATA", str(tmp_path))
    monkeypatch.delenv("COACH_DATABASE", raising=False)
    return Settings.from_environment()


def run(*words: str, answer: str = "") -> Result:
    return CliRunner().invoke(data, list(words), input=answer, catch_exceptions=False)


def told(*words: str) -> str:
    done = run(*words)
    assert done.exit_code == 0, done.output
    return done.stdout


def fill(settings: Settings, at: datetime | None = None) -> None:
    """One doctor who has said one thing, and judged the answer."""
    when = at or datetime.now(UTC)
    engine = open_engine(settings.database_url, Keyring.of(settings.sealing_key))
    writer = Writer(engine)

    async def scenario() -> None:
        here = World(engine, writer)
        (record,) = records("The zanzibar ledger.")
        record = record.model_copy(update={"message": record.message.model_copy(update={"received_at": when})})
        await here.people.know(PERSON, channel="D1")
        await turn(here.office(), record, said(1, received_at=when), letter("r1"))
        await delivered(here.office())
        await here.people.judge(PERSON, Feedback("D1", "1.1", Value.GOOD), when)

    try:
        asyncio.run(scenario())
    finally:
        writer.close()
        engine.dispose()


def test_what_is_kept_of_a_person_is_given_out_whole_and_on_record(settings: Settings, tmp_path: Path) -> None:
    fill(settings)
    given = json.loads(told("export", PERSON))
    assert given["person"]["id"] == PERSON
    assert "zanzibar" in json.dumps(given["conversations"])
    out = tmp_path / "hers.json"
    assert told("export", PERSON, "--out", str(out)) == ""
    assert json.loads(out.read_text(encoding="utf-8")) == given
    assert out.stat().st_mode & 0o077 == 0
    with pytest.raises(CoachError, match="has to be a new file"):
        run("export", PERSON, "--out", str(out))
    shown = told("record", "show")
    assert shown.count("exported  what is kept of one person") == 3
    assert PERSON not in shown


def test_of_somebody_who_only_ever_wrote_it_is_given_out_and_erased(settings: Settings) -> None:
    engine = open_engine(settings.database_url, Keyring.of(settings.sealing_key))
    writer = Writer(engine)
    try:
        assert asyncio.run(World(engine, writer).office().accept(said(1, text="The zanzibar ledger.")))
    finally:
        writer.close()
        engine.dispose()
    (waiting,) = json.loads(told("export", PERSON))["waiting"]
    assert waiting["text"] == "The zanzibar ledger."
    assert run("erase", PERSON, "--yes").exit_code == 0
    assert run("export", PERSON).exit_code == 1


def test_of_somebody_unknown_there_is_nothing(settings: Settings) -> None:
    fill(settings)
    for command in (("export", "T1:U9"), ("erase", "T1:U9", "--yes")):
        done = run(*command)
        assert done.exit_code == 1
        assert "nothing is kept of T1:U9" in done.stderr


def test_erasing_asks_for_the_id_again(settings: Settings) -> None:
    fill(settings)
    refused = run("erase", PERSON, answer="T1:U2\n")
    assert refused.exit_code == 1
    assert "nothing was erased" in refused.stderr
    assert json.loads(told("export", PERSON))["conversations"]
    done = run("erase", PERSON, answer=f"{PERSON}\n")
    assert done.exit_code == 0
    assert "is erased" in done.stdout
    assert run("export", PERSON).exit_code == 1
    assert "operator  erased" in told("record", "show", "--last", "1")


def test_what_has_had_its_time_is_counted_and_then_deleted(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(settings, datetime.now(UTC) - timedelta(days=40))
    assert json.loads(told("purge", "--dry-run", "--json"))["conversations"] == 0
    monkeypatch.setenv("COACH_KEEP_DAYS", "30")
    assert json.loads(told("purge", "--dry-run", "--json"))["conversations"] == 1
    assert "conversations: 1" in told("purge")
    assert json.loads(told("purge", "--json")) == {
        "dry_run": False,
        **dict.fromkeys((one.name for one in fields(Purged)), 0),
    }


def test_the_record_is_verified_and_its_end_noted(settings: Settings) -> None:
    fill(settings)
    assert run("record", "anchor").exit_code == 1
    assert "the record is whole" in told("record", "verify")
    told("export", PERSON)
    end = told("record", "anchor").strip()
    assert end.startswith("2-"), "that it was verified is on record, and what was given out"
    assert json.loads(told("record", "verify", "--anchor", end, "--json")) == {"whole": True, "end": end, "flaws": []}
    gone = run("record", "verify", "--anchor", f"7{end[1:]}")
    assert gone.exit_code == 1
    assert "1 flaws" in gone.stdout
    assert run("record", "verify", "--anchor", "7:ab").exit_code == 2
    entries = [json.loads(line) for line in told("record", "show", "--json").splitlines()]
    seen = [(one["number"], one["actor"], one["act"]) for one in entries]
    assert seen[:3] == [(1, "operator", "saw_record"), (2, "operator", "exported"), (3, "operator", "saw_record")]
    last = json.loads(told("record", "show", "--last", "1", "--json"))
    assert (last["number"], last["act"]) == (len(entries) + 1, "saw_record"), "that they were shown is on record"


def test_a_store_at_the_newest_schema_is_left_at_it(settings: Settings) -> None:
    fill(settings)
    assert json.loads(told("migrate", "--json")) == {"from": HEAD, "to": HEAD}
    assert f"already at {HEAD}" in told("migrate")


def test_keys_are_changed_and_everything_still_opens(settings: Settings) -> None:
    fill(settings)
    before = settings.sealing_key.read_text(encoding="ascii")
    given = told("export", PERSON)
    assert "a new master key" in told("rotate-keys")
    assert settings.sealing_key.read_text(encoding="ascii") != before
    assert "1 people have new keys" in told("rotate-keys", "--people")
    assert told("export", PERSON) == given
    assert told("record", "show").count("keys_rotated") == 2


def test_a_backup_is_made_while_a_coach_runs_and_everything_else_waits(sqlite: Settings, tmp_path: Path) -> None:
    fill(sqlite)
    engine = open_engine(sqlite.database_url, Keyring.of(sqlite.sealing_key))
    running = Writer(engine)
    try:
        made = json.loads(told("backup", str(tmp_path / "backups"), "--json"))
        assert made["conversations"] == 1
        assert made["master_key"] == str(tmp_path / "key")
        for command in (("export", PERSON), ("purge",), ("migrate",), ("rotate-keys",), ("record", "show")):
            with pytest.raises(CoachError, match="another coach is using the store") as refused:
                run(*command)
            assert refused.value.code == "in_use"
    finally:
        running.close()
        engine.dispose()


def test_a_backup_is_restored_where_no_store_is(sqlite: Settings, tmp_path: Path) -> None:
    fill(sqlite)
    given, folder = told("export", PERSON), str(tmp_path / "backups")
    shown = told("backup", folder)
    assert "without keys" in shown
    assert "the master key" in shown
    with pytest.raises(CoachError, match="there is a store already"):
        run("restore", folder)
    for end in ("", "-wal", "-shm", ".lock"):
        (tmp_path / f"coach.db{end}").unlink(missing_ok=True)
    assert json.loads(told("restore", folder, "--json")) == {"conversations": 1, "erased": 0}
    assert told("export", PERSON) == given


def test_no_command_makes_a_new_store(sqlite: Settings, tmp_path: Path) -> None:
    for command in (("export", PERSON), ("purge",), ("migrate",), ("backup", str(tmp_path / "b")), ("record", "show")):
        with pytest.raises(CoachError, match="there is no store at"):
            run(*command)
    assert list(tmp_path.iterdir()) == []


def test_of_postgresql_the_commands_are_told(tmp_path: Path) -> None:
    with address("postgresql", tmp_path) as url:
        environment = {"COACH_DATABASE": url, "COACH_DATA": str(tmp_path)}
        done = CliRunner().invoke(data, ["backup", str(tmp_path / "b")], env=environment)
        assert done.exit_code == 1
        assert "pg_dump" in done.stdout
        fill(Settings.from_environment(environment))
        restored = CliRunner().invoke(data, ["restore", str(tmp_path), "--yes", "--json"], env=environment)
        assert json.loads(restored.stdout) == {"conversations": 1, "erased": 0}
        refused = CliRunner().invoke(data, ["restore", str(tmp_path)], env=environment, input="n\n")
        assert refused.exit_code == 1


def test_how_long_things_are_kept_is_what_is_set() -> None:
    keep = compose_data.keep_of(Settings(keep_days=7, keep_plans_days=8))
    assert (keep.conversations, keep.plans) == (7, 8)


@pytest.mark.parametrize(
    "command", ["export", "erase", "purge", "backup", "restore", "migrate", "rotate-keys", "record"]
)
def test_every_command_shows_an_example(command: str) -> None:
    assert f"Example: coach data {command}" in told(command, "--help")
