"""The keyword index: the sums of bm25s, read with numpy alone."""

import subprocess
import sys
from pathlib import Path

import bm25s
import numpy as np
import pytest

from knowledge.index.keyword_index import KeywordIndex
from knowledge.index.keyword_writer import write_keywords
from knowledge.index.words import content_words
from tests.knowledge.small_library import TEXTS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_keywords(list(TEXTS.values()), tmp_path)
    return tmp_path


@pytest.mark.parametrize("query", ["a bold target", "numbers of each surgeon in 2009", "mistakes mistakes"])
def test_scores_are_those_of_bm25s(folder: Path, query: str) -> None:
    theirs = bm25s.BM25.load(str(folder)).get_scores(content_words(query))
    assert np.allclose(KeywordIndex(folder).scores(query), theirs)


def test_words_of_one_stem_are_one_word(folder: Path) -> None:
    index = KeywordIndex(folder)
    assert np.array_equal(index.scores("reporting mistakes"), index.scores("reports mistake"))


def test_a_query_of_unknown_words_scores_nothing(folder: Path) -> None:
    assert not KeywordIndex(folder).scores("zeppelin quartz").any()


def test_a_word_that_no_text_has_is_rarest(folder: Path) -> None:
    index = KeywordIndex(folder)
    assert index.rarity("zeppelin") > index.rarity("target") > index.rarity("surgeon") > 0
    assert index.knows("surgeon")
    assert not index.knows("zeppelin")


def test_it_knows_which_text_holds_a_word(folder: Path) -> None:
    index = KeywordIndex(folder)
    assert [index.holds("surgeon", row) for row in range(len(index))] == [False] * 4 + [True] * 2
    assert not index.holds("zeppelin", 0)


def test_the_files_do_not_depend_on_chance(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from knowledge.index.keyword_writer import write_keywords;"
        "write_keywords(['one two three', 'three four five six'], Path(sys.argv[1]))"
    )
    for seed in ("1", "2"):
        command = [sys.executable, "-c", script, str(tmp_path / seed)]
        subprocess.run(command, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path.cwd())})
    first = {path.name: path.read_bytes() for path in (tmp_path / "1").iterdir()}
    assert first == {path.name: path.read_bytes() for path in (tmp_path / "2").iterdir()}


def test_no_texts_make_an_empty_index(tmp_path: Path) -> None:
    write_keywords(["the"], tmp_path)
    assert KeywordIndex(tmp_path).scores("anything at all").tolist() == [0.0]
