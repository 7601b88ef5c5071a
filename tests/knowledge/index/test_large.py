"""The index of a large library: written piece by piece, read from disk, and of the same contents as a small one."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from knowledge.index import chroma_store, index_folder, word_engine
from knowledge.index.appended import Appended
from knowledge.index.build import build_index, version_of
from knowledge.index.digests import digest, digests, place
from knowledge.index.forward_index import ForwardIndex
from knowledge.index.forward_writer import ForwardWriter
from knowledge.index.keyword_index import KeywordIndex
from knowledge.index.keyword_writer import write_keywords
from knowledge.index.target_file import TargetFile
from knowledge.index.targets import documents
from knowledge.index.units import UnitKind, make_targets
from knowledge.index.vector_index import MatrixIndex, VectorSettings, load_vectors, total
from knowledge.index.word_engine import WordEngine, WordEngineWriter
from knowledge.index.words import content_words
from tests.knowledge.small_library import TEXTS, WordEncoder, small_library

LARGE = VectorSettings(large_from=0)
SAID = [*TEXTS.values(), "and the of", "Audit, audit and once more audit.", "A target."]
QUERIES = ["a bold target for the team", "audit audit target", "numbers in private", "zeppelin", "", "2009 40"]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[KeywordIndex, ForwardIndex]:
    folder = tmp_path_factory.mktemp("words")
    write_keywords(SAID, folder / "whole")
    writer = ForwardWriter(folder / "forward")
    for text in SAID:
        writer.add(content_words(text))
    writer.close()
    return KeywordIndex(folder / "whole"), ForwardIndex(folder / "forward")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("large")
    return root / build_index(root, small_library(), WordEncoder(), LARGE).version


@pytest.mark.parametrize("query", QUERIES)
def test_candidates_get_the_scores_of_the_keyword_index(both: tuple[KeywordIndex, ForwardIndex], query: str) -> None:
    whole, forward = both
    words, rows = content_words(query), np.array([0, 3, 6, 7, 8])
    assert np.allclose(forward.scores_of(words, rows), whole.scores_of_words(words)[rows], atol=1e-5)


@pytest.mark.parametrize("query", QUERIES)
def test_the_usual_score_is_that_of_all_texts(both: tuple[KeywordIndex, ForwardIndex], query: str) -> None:
    whole, forward = both
    scores = whole.scores(query)
    mean, spread = forward.usual(content_words(query), np.arange(len(SAID)))
    assert mean == pytest.approx(float(scores.mean()), abs=1e-5)
    assert spread >= float(scores.std()) - 1e-5  # words that avoid one another are taken as independent


def test_words_are_as_rare_and_stand_where_the_keyword_index_says(both: tuple[KeywordIndex, ForwardIndex]) -> None:
    whole, forward = both
    for word in ("target", "audit", "surgeon", "zeppelin"):
        assert forward.rarity(word) == pytest.approx(whole.rarity(word))
        assert forward.knows(word) == whole.knows(word)
        assert [forward.holds(word, row) for row in range(9)] == [whole.holds(word, row) for row in range(9)]


def test_rows_that_come_bit_by_bit_are_one_array(tmp_path: Path) -> None:
    rows = np.arange(12, dtype=np.float32).reshape(4, 3)
    with Appended(tmp_path / "rows.npy", np.float32, 3) as written:
        written.append(rows[:1])
        written.append(rows[1:])
    with Appended(tmp_path / "empty.npy", np.int64):
        pass
    assert np.array_equal(np.load(tmp_path / "rows.npy", mmap_mode="r"), rows)
    assert np.load(tmp_path / "empty.npy").shape == (0,)


def test_a_digest_is_found_where_it_stands() -> None:
    stand = np.sort(digests(["a", "b", "c"]))
    found = place(stand, "b")
    assert found is not None
    assert int(stand[found]) == digest("b")
    assert place(stand, "d") is None
    assert place(stand[:0], "a") is None


def test_the_engine_names_the_texts_that_share_most(tmp_path: Path) -> None:
    writer = WordEngineWriter(tmp_path / "engine")
    for row, text in enumerate(SAID):
        writer.add(row + 100, content_words(text))
    writer.close()
    engine = WordEngine(tmp_path / "engine")
    assert engine.best(content_words("audit of a target"), 2) == [107, 108]
    assert engine.best(["zeppelin"], 5) == []
    assert engine.best([], 5) == []


def test_words_in_too_many_texts_are_left_to_the_rarer_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = WordEngineWriter(tmp_path / "engine")
    for row in range(20):
        writer.add(row, ["staff", "audit"] if row % 4 == 0 else ["staff"])
    writer.close()
    engine = WordEngine(tmp_path / "engine")
    assert len(engine.best(["staff", "audit"], 50)) == 20
    monkeypatch.setattr(word_engine, "MOST", 10)
    assert sorted(engine.best(["staff", "audit"], 50)) == [0, 4, 8, 12, 16]
    assert len(engine.best(["staff"], 50)) == 20  # one word is always asked for


def test_targets_are_read_one_by_one_as_they_are(large: Path) -> None:
    targets = TargetFile(large)
    whole = make_targets(small_library())
    assert [targets[row] for row in range(len(targets))] == [replace(target, group=0) for target in whole]
    targets.close()
    assert documents(large) == ["small-book"]


def test_a_large_index_holds_the_vectors_of_a_small_one(large: Path, tmp_path: Path) -> None:
    small = tmp_path / build_index(tmp_path, small_library(), WordEncoder()).version
    for kind, rows in load_vectors(small).items():
        assert np.array_equal(rows, load_vectors(large)[kind])
    query = WordEncoder().encode(["a bold target"])[0]
    exact = MatrixIndex(small).nearest(query, UnitKind.SENTENCE, 3)
    assert MatrixIndex(large).nearest(query, UnitKind.SENTENCE, 3).rows.tolist() == exact.rows.tolist()


def test_chroma_holds_the_passages_of_a_large_index_alone(large: Path) -> None:
    assert chroma_store.stored(large, LARGE) == len(load_vectors(large)[UnitKind.PASSAGE]) < total(large)


@pytest.mark.parametrize("size", [999, 2_530, 12_307])
def test_no_vector_is_left_for_the_next_opening(tmp_path: Path, size: int) -> None:
    folder = tmp_path / "index-test"
    folder.mkdir()
    rows = np.random.default_rng(0).normal(size=(size, 8)).astype(np.float32)
    client = chroma_store._client(folder, LARGE)
    assert chroma_store._fill(client, folder.name, UnitKind.PASSAGE, rows, large=True) == size
    client.close()
    (graph,) = folder.glob("chroma/*/data_level0.bin")
    of_one = 4 * 8 + 4 + 2 * 16 * 4 + 8  # its coordinates, links and number
    assert graph.stat().st_size == size * of_one


def test_growing_a_large_library_embeds_only_what_is_new(tmp_path: Path) -> None:
    build_index(tmp_path, small_library(), WordEncoder())
    encoder = WordEncoder()
    grown = build_index(tmp_path, small_library(), encoder, LARGE)  # a small one that has become a large one
    assert encoder.encoded == 0
    assert grown.reused_vectors == grown.manifest.vectors
    more = small_library(extra=["A calm voice carries further than a loud one."])
    assert build_index(tmp_path, more, encoder, LARGE).reused_vectors == grown.manifest.vectors
    assert encoder.encoded == 2  # the passage under its heading, and its sentence


def test_a_large_index_is_another_version_than_a_small_one() -> None:
    library = small_library()
    assert version_of(library, "words", LARGE) != version_of(library, "words", VectorSettings())
    assert version_of(library, "words", VectorSettings(large_from=6)) == version_of(library, "words", VectorSettings())


def test_cards_without_texts_can_be_many_too(tmp_path: Path) -> None:
    report = build_index(tmp_path, small_library(installed=False), WordEncoder(), LARGE)
    assert (report.manifest.passages, report.manifest.targets) == (0, 5)
    assert index_folder.current_version(tmp_path) == report.version
