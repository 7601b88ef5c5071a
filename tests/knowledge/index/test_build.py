"""Building: a new version beside the old, one writer at a time, swapped while readers read."""

import fcntl
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError
from knowledge.index import index_folder
from knowledge.index.build import build_index, version_of
from knowledge.index.vector_index import VectorSettings
from knowledge.search.searcher import Searcher
from tests.knowledge.small_library import ALWAYS_ANSWERS, WordEncoder, small_library

HOLD_LOCK = (
    "import sys, time; from pathlib import Path; from knowledge.index.index_folder import only_writer\n"
    "with only_writer(Path(sys.argv[1])):\n    print('held', flush=True); sys.stdin.readline()\n"
)


@pytest.fixture
def other_writer(tmp_path: Path) -> Iterator[None]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_LOCK, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "held\n"
        yield
        writer.communicate("\n", timeout=10)


def test_an_index_holds_what_the_library_holds(tmp_path: Path) -> None:
    report = build_index(tmp_path, small_library(), WordEncoder())
    assert report.built
    assert (report.manifest.passages, report.manifest.cards, report.manifest.targets) == (6, 5, 6)
    assert index_folder.current_version(tmp_path) == report.version
    assert (tmp_path / report.version / "chroma" / "chroma.sqlite3").is_file()


def test_the_same_library_is_not_built_again(tmp_path: Path) -> None:
    build_index(tmp_path, small_library(), WordEncoder())
    encoder = WordEncoder()
    assert not build_index(tmp_path, small_library(), encoder).built
    assert encoder.encoded == 0


def test_passages_cards_encoder_and_server_each_make_another_version() -> None:
    library, settings = small_library(), VectorSettings()
    versions = {
        version_of(library, "words", settings),
        version_of(small_library(extra=["One more."]), "words", settings),
        version_of(small_library(installed=False), "words", settings),
        version_of(library, "other words", settings),
        version_of(library, "words", VectorSettings(server="http://elsewhere:8000")),
    }
    assert len(versions) == 5


def test_only_new_texts_are_embedded(tmp_path: Path) -> None:
    build_index(tmp_path, small_library(), WordEncoder())
    encoder = WordEncoder()
    report = build_index(tmp_path, small_library(extra=["A calm voice carries further than a loud one."]), encoder)
    assert encoder.encoded == 2  # the passage under its heading, and its sentence
    assert report.reused_vectors > 20


def test_another_encoder_reuses_nothing(tmp_path: Path) -> None:
    build_index(tmp_path, small_library(), WordEncoder())
    assert build_index(tmp_path, small_library(), WordEncoder("others")).reused_vectors == 0


def test_the_version_before_is_kept_and_older_ones_go(tmp_path: Path) -> None:
    versions = [
        build_index(tmp_path, small_library(extra=[f"Text number {number}."]), WordEncoder()).version
        for number in range(3)
    ]
    assert sorted(folder.name for folder in tmp_path.glob("index-*")) == sorted(versions[1:])


def test_going_back_takes_the_version_that_was_kept(tmp_path: Path) -> None:
    first = build_index(tmp_path, small_library(), WordEncoder())
    build_index(tmp_path, small_library(extra=["More."]), WordEncoder())
    again = build_index(tmp_path, small_library(), WordEncoder())
    assert (again.version, again.built) == (first.version, False)
    assert index_folder.current_version(tmp_path) == first.version


def test_a_version_that_was_never_finished_is_built_anew(tmp_path: Path) -> None:
    version = version_of(small_library(), WordEncoder().fingerprint, VectorSettings())
    (tmp_path / version).mkdir()
    (tmp_path / version / "vectors.npy").write_bytes(b"cut off")
    assert build_index(tmp_path, small_library(), WordEncoder()).built


def test_a_store_that_lost_vectors_is_never_swapped_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build_index(tmp_path, small_library(), WordEncoder())
    monkeypatch.setattr("knowledge.index.build._store_apart", lambda _folder: 3)
    with pytest.raises(KnowledgeError, match="holds 3 of"):
        build_index(tmp_path, small_library(extra=["More."]), WordEncoder())
    assert index_folder.current_version(tmp_path) == first.version


@pytest.mark.usefixtures("other_writer")
def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(index_folder.WriterBusyError, match="being written by another process"):
        build_index(tmp_path, small_library(), WordEncoder())


def test_the_lock_ends_with_its_writer(tmp_path: Path) -> None:
    build_index(tmp_path, small_library(), WordEncoder())
    with (tmp_path / index_folder.LOCK_FILE).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_no_index_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(index_folder.NoIndexError, match="coach ingest"):
        index_folder.current_version(tmp_path)


def test_readers_read_on_while_versions_are_swapped(tmp_path: Path) -> None:
    build_index(tmp_path, small_library(), WordEncoder())
    searcher = Searcher(tmp_path, WordEncoder(), answerability=ALWAYS_ANSWERS)
    stop, faults, seen = threading.Event(), list[Exception](), set[str]()

    def read() -> None:
        while not stop.is_set():
            try:
                result = searcher.search("staff giggled at a bold target", 3)
                assert result.hits[0].passage == "p-goal"
                seen.add(searcher.version)
            except Exception as fault:  # noqa: BLE001 -- told by the test
                faults.append(fault)
                return

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    versions = {searcher.version}
    for number in range(3):
        versions.add(build_index(tmp_path, small_library(extra=[f"Text {number}."]), WordEncoder()).version)
    stop.wait(0.2)
    stop.set()
    for reader in readers:
        reader.join()
    assert faults == []
    assert len(seen) > 1
    assert seen <= versions
    assert searcher.version == index_folder.current_version(tmp_path)
