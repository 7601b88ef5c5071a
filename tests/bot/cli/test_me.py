"""`coach me`: what was decided, what became of it, growth, and a talk written up, for whoever is at the keyboard."""

import getpass
import json
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from bot import compose_me
from bot.adapters.keyring import Keyring
from bot.adapters.store.conversations import SqlConversationStore
from bot.adapters.store.engine import open_engine
from bot.cli import me as command
from bot.coaching.model import Commitment
from bot.coaching.practice import Attempt
from bot.coaching.record import TurnRecord
from bot.errors import CoachError
from tests.bot.small_world import NAMES
from tests.bot.small_world import Talk as Talking

AT = datetime(2026, 11, 3, 9, tzinfo=UTC)
Run = Callable[..., Result]


class Names:
    """The names and situations of the product, without its models."""

    def __init__(self, settings: object) -> None:
        self.settings = settings
        self.names = NAMES
        self.compiled = (self,)
        self.choices = {"speaking_up": "how to raise it with somebody senior"}


def turns(person: str) -> list[TurnRecord]:
    talk = Talking(conversation=f"{person}:terminal", person=person, at=AT)
    talk.say("The bins are full and nobody looks after them at all.", "I will ask the porter on Friday.")
    first, last = talk.turns
    state = {"closed": True, "commitment": Commitment(what="ask the porter"), "situation": "speaking_up"}
    attempt = Attempt(kind="rehearsal", about="charge_nurse", asking=4, telling=2)
    last = last.model_copy(update={"state": last.state.model_copy(update=state), "attempt": attempt})
    return [first, last]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with a talk in the terminal, and somebody else's."""
    monkeypatch.setenv("COACH_DATA", str(tmp_path))
    monkeypatch.setattr(compose_me, "House", Names)
    monkeypatch.setattr(getpass, "getuser", lambda: "pat")
    path = tmp_path / "coach.db"
    engine = open_engine(f"sqlite:///{path}", Keyring.for_store(f"sqlite:///{path}", tmp_path / "key"))
    for person in ("pat", "sam"):
        for one in turns(person):
            SqlConversationStore(engine).save(f"{person}:terminal", person, one)
    engine.dispose()
    return path


def run(*words: str, status: int = 0) -> Result:
    done = CliRunner().invoke(command.me, list(words), catch_exceptions=False)
    assert done.exit_code == status, done.output
    return done


def test_what_was_decided_is_listed_with_its_number_and_what_was_practised_is_counted(store: Path) -> None:
    told = run().output
    assert '  1  "ask the porter"\n     Decided on 3 November 2026.' in told
    assert "In November 2026, in one rehearsal, you asked 4 and told 2." in " ".join(told.split())
    assert "What you worked on: how to raise it with somebody senior." in told


def test_what_became_of_it_is_said_by_its_number_and_shown(store: Path) -> None:
    assert run("done", "1", "--partly").output == "noted: done in part\n"
    told = run().output
    assert "What became of earlier ones" in told
    assert "Done in part, as you said on" in told
    assert "still open" not in told


@pytest.mark.parametrize("number", ["2", "99"])
def test_nobody_settles_what_is_not_theirs(store: Path, number: str) -> None:
    assert f"there is no commitment {number} of yours" in run("done", number, "--kept", status=1).output
    assert json.loads(run("--json").output)["commitments"][0]["outcome"] == "open"


def test_what_became_of_it_has_to_be_said(store: Path) -> None:
    assert "--kept" in run("done", "1", status=2).output


def test_a_program_reads_all_of_it_and_nothing_of_anybody_else(store: Path) -> None:
    told = json.loads(run("--json").output)
    assert [one["conversation_id"] for one in told["commitments"]] == ["pat:terminal"]
    assert told["attempts"] == [
        {"at": AT.isoformat(), "kind": "rehearsal", "about": "charge_nurse", "asking": 4, "telling": 2, "end": ""}
    ]
    assert told["growth"]["worked_on"]["sentences"] == ["What you worked on: how to raise it with somebody senior."]


def test_another_store_is_read_where_it_is_named(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = store.rename(tmp_path / "other.db")
    assert "ask the porter" in run("--store", str(moved)).output


def test_of_somebody_new_it_says_that_there_is_nothing_yet(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "kim")
    assert run().output.startswith("Nothing yet.")
    assert "there is no talk to write up" in run("reflection", "--out", "x.pdf", status=1).output


def test_a_talk_is_written_up_into_a_file_for_its_doctor_alone(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.pdf"
    told = run("reflection", "--last", "--out", str(out)).output
    assert "not legally privileged" in " ".join(told.split())
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(out.read_bytes())).pages)
    assert "ask the porter" in text
    assert "Reflection: how to raise it with somebody senior" in text


def test_the_format_is_the_one_named_or_the_files_ending(store: Path, tmp_path: Path) -> None:
    run("reflection", "--conversation", "terminal", "--format", "md", "--out", str(tmp_path / "a.txt"))
    assert (tmp_path / "a.txt").read_text().startswith("# Reflection")
    run("reflection", "--out", str(tmp_path / "b"))
    assert (tmp_path / "b").read_bytes()[:2] == b"PK"
    with pytest.raises(CoachError, match="cannot be written as"):
        run("reflection", "--out", str(tmp_path / "c.odt"))


def test_a_file_that_is_there_is_left_as_it_is(store: Path, tmp_path: Path) -> None:
    there = tmp_path / "a.md"
    there.write_text("mine")
    with pytest.raises(CoachError, match="has to be a new file"):
        run("reflection", "--out", str(there))
    assert there.read_text() == "mine"


def test_only_the_doctors_own_conversations_are_found_by_name(store: Path, tmp_path: Path) -> None:
    run("reflection", "--conversation", "sam:terminal", "--out", str(tmp_path / "a.md"), status=1)
    run("reflection", "--conversation", "a", "--last", "--out", str(tmp_path / "a.md"), status=2)
    assert not (tmp_path / "a.md").exists()
