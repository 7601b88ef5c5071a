"""One process at a time in a SQLite file: the second is refused at once, and a killed one is in nobody's way."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from tests.bot.adapters.store.databases import opened

HOLDS = """
import sys
from bot.adapters.store.engine import open_engine
from bot.adapters.store.writer import Writer
writer = Writer(open_engine(sys.argv[1]))
print("in", flush=True)
sys.stdin.read()
"""


def test_a_second_writer_is_refused_and_told_of_which_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'coach.db'}"
    with opened(url) as one, opened(url) as two:
        first = Writer(one)
        with pytest.raises(CoachError, match=r"another coach is using .*coach\.db") as refused:
            Writer(two)
        assert refused.value.code == "in_use"
        first.close()
        Writer(two).close()


def test_the_same_file_by_another_name_is_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "other").symlink_to(tmp_path)
    with opened(f"sqlite:///{tmp_path / 'coach.db'}") as one:
        first = Writer(one)
        with opened(f"sqlite:///{tmp_path / 'other' / 'coach.db'}") as two, pytest.raises(CoachError):
            Writer(two)
        first.close()


def test_two_stores_in_memory_are_in_nobodys_way() -> None:
    with opened("sqlite://") as one, opened("sqlite://") as two:
        writers = [Writer(one), Writer(two)]
        for writer in writers:
            writer.close()


def test_a_process_that_was_killed_is_in_nobodys_way(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'coach.db'}"
    command = [sys.executable, "-c", HOLDS, url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"in\n"
        with opened(url) as engine:
            with pytest.raises(CoachError, match="another coach"):
                Writer(engine)
            other.kill()
            other.wait()
            Writer(engine).close()
