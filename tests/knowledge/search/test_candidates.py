"""The search of a large library: candidates alone are weighed, and ranked as a small library's targets are."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from knowledge.index.build import build_index
from knowledge.index.vector_index import VectorSettings
from knowledge.search import candidates
from knowledge.search.candidates import LargeIndex
from knowledge.search.searcher import Searcher
from tests.knowledge.small_library import ALWAYS_ANSWERS, CARDS, TEXTS, WordEncoder, small_library

LARGE = VectorSettings(large_from=0)
EXTRA = [f"Remark number {number}: the rota of ward {number} was kept by hand until spring." for number in range(30)]


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    small, large = tmp_path_factory.mktemp("small"), tmp_path_factory.mktemp("large")
    build_index(small, small_library(extra=EXTRA), WordEncoder())
    build_index(large, small_library(extra=EXTRA), WordEncoder(), LARGE)
    return small, large


@pytest.fixture
def small(roots: tuple[Path, Path]) -> Iterator[Searcher]:
    searcher = Searcher(roots[0], WordEncoder(), answerability=ALWAYS_ANSWERS)
    yield searcher
    searcher.close()


@pytest.fixture
def large(roots: tuple[Path, Path]) -> Iterator[Searcher]:
    searcher = Searcher(roots[1], WordEncoder(), LARGE, ALWAYS_ANSWERS)
    yield searcher
    searcher.close()


@pytest.mark.parametrize(("card", "passage", "when"), [(card, passage, when) for card, passage, _, when in CARDS])
def test_the_same_passage_and_card_come_first(
    small: Searcher, large: Searcher, card: str, passage: str, when: str
) -> None:
    best = large.search(when).hits[0]
    assert (best.card, best.passage, best.text) == (card, passage, TEXTS[passage])
    ours = small.search(when).hits[0]
    assert (best.section, best.start, best.end) == (ours.section, ours.start, ours.end)


def test_a_passage_is_found_by_its_words_alone(large: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "NEAR", 0)
    assert large.search("the rota of ward 17").hits[0].text == EXTRA[17]


def test_a_passage_is_found_by_its_vector_alone(large: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "SHARING", 0)
    assert large.search("the rota of ward 17").hits[0].text == EXTRA[17]


def test_only_candidates_and_what_cards_lead_to_are_weighed(
    roots: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "NEAR", 2)
    monkeypatch.setattr(candidates, "SHARING", 2)
    index = LargeIndex(next(roots[1].glob("index-*")), LARGE)
    evidence = index.evidence("the rota of ward 17", WordEncoder().encode(["the rota of ward 17"])[0], None)
    assert evidence.rows is not None
    assert len(CARDS) < len(evidence.rows) <= len(CARDS) + 4
    assert all(len(scores) == len(evidence.rows) for scores in evidence.signals.values())
    index.close()


def test_near_copies_are_shown_once(large: Searcher) -> None:
    passages = [hit.passage for hit in large.search("each surgeon his own numbers in private", 6).hits]
    assert len({"p-data", "p-copy"} & set(passages)) == 1


def test_a_situation_lifts_the_cards_that_serve_it(large: Searcher) -> None:
    plain = {hit.passage: hit.score for hit in large.search("what would help here", 6).hits}
    lifted = {hit.passage: hit.score for hit in large.search("what would help here", 6, {"reframing_cost": 0.9}).hits}
    assert max(plain.keys() & lifted.keys(), key=lambda one: lifted[one] - plain[one]) == "p-cost"


@pytest.mark.parametrize("query", ["", "   ", "?!", "the", "x" * 8000])
def test_a_query_of_nothing_still_answers(large: Searcher, query: str) -> None:
    assert len(large.search(query).hits) == 5


def test_it_looks_at_the_same_features_as_a_small_library(small: Searcher, large: Searcher) -> None:
    ours, _ = small.features("bold target")
    theirs, _ = large.features("bold target")
    assert ours.keys() == theirs.keys()
    for name in ("near_when", "near_asks", "near_says", "first_source", "union_all", "names_missing", "length"):
        assert theirs[name] == pytest.approx(ours[name], abs=1e-5)


def test_a_library_of_cards_alone_is_searched_alike(tmp_path: Path) -> None:
    build_index(tmp_path, small_library(installed=False), WordEncoder(), LARGE)
    searcher = Searcher(tmp_path, WordEncoder(), LARGE, ALWAYS_ANSWERS)
    best = searcher.search(CARDS[0][3]).hits[0]
    assert (best.card, best.passage) == (CARDS[0][0], None)
    searcher.close()


def test_a_sample_of_all_gives_the_scores_of_a_small_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "CARDED", 5 / 6)
    build_index(tmp_path / "small", small_library(), WordEncoder())
    build_index(tmp_path / "large", small_library(), WordEncoder(), LARGE)
    ours = Searcher(tmp_path / "small", WordEncoder(), answerability=ALWAYS_ANSWERS)
    theirs = Searcher(tmp_path / "large", WordEncoder(), LARGE, ALWAYS_ANSWERS)
    for query in ("they giggled at the target", "savings sound like an attack"):
        exact, found = ours.search(query, 5).hits, theirs.search(query, 5).hits
        assert [hit.passage for hit in found] == [hit.passage for hit in exact]
        assert np.allclose([hit.score for hit in found], [hit.score for hit in exact], atol=0.25)
    ours.close()
    theirs.close()
