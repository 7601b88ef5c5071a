"""The search: passages where texts are installed, cards where not, each with its card and place."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.index.build import build_index
from knowledge.index.vector_index import VectorSettings
from knowledge.search.answerability import Answerability, load_answerability, trees_of
from knowledge.search.searcher import Searcher
from tests.knowledge.small_library import ALWAYS_ANSWERS, CARDS, TEXTS, WordEncoder, small_library

NEVER_ANSWERS = Answerability(("length",), (0.0,), trees_of([]), 1.0)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("installed")
    build_index(root, small_library(), WordEncoder())
    return root


@pytest.fixture(scope="module")
def cards_only(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("cards")
    build_index(root, small_library(installed=False), WordEncoder())
    return root


def searcher(root: Path) -> Searcher:
    return Searcher(root, WordEncoder(), answerability=ALWAYS_ANSWERS)


@pytest.mark.parametrize(("card", "passage", "when"), [(card, passage, when) for card, passage, _, when in CARDS])
def test_a_doctors_own_words_find_the_passage_and_its_card(installed: Path, card: str, passage: str, when: str) -> None:
    best = searcher(installed).search(when).hits[0]
    assert (best.card, best.passage) == (card, passage)
    assert best.text == TEXTS[passage]
    assert best.start is not None


@pytest.mark.parametrize(("card", "passage", "when"), [(card, passage, when) for card, passage, _, when in CARDS])
def test_without_the_texts_the_card_answers_and_gives_the_place_alone(
    cards_only: Path, card: str, passage: str, when: str
) -> None:
    best = searcher(cards_only).search(when).hits[0]
    assert (best.card, best.passage, best.start, best.end) == (card, None, None, None)
    assert (best.doc, best.section) == ("small-book", "Part of the book")
    assert best.text not in TEXTS[passage]


def test_hits_are_ranked_and_as_many_as_asked_for(installed: Path) -> None:
    hits = searcher(installed).search("numbers of a surgeon", 4).hits
    assert len(hits) == 4
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_near_copies_are_shown_once(installed: Path) -> None:
    passages = [hit.passage for hit in searcher(installed).search("each surgeon his own numbers in private", 6).hits]
    assert len({"p-data", "p-copy"} & set(passages)) == 1


def test_a_situation_lifts_the_cards_that_serve_it(installed: Path) -> None:
    query, search = "what would help here", searcher(installed)
    plain = {hit.passage: hit.score for hit in search.search(query, 6).hits}
    lifted = {hit.passage: hit.score for hit in search.search(query, 6, {"reframing_cost": 0.9}).hits}
    assert lifted["p-cost"] > plain["p-cost"]
    assert max(lifted, key=lambda passage: lifted[passage] - plain[passage]) == "p-cost"


def test_a_vector_that_is_known_already_is_used(installed: Path) -> None:
    encoder = WordEncoder()
    search = Searcher(installed, encoder, answerability=ALWAYS_ANSWERS)
    vector = encoder.encode(["fear of mistakes"])[0]
    encoded = encoder.encoded
    assert search.search("fear of mistakes", vector=vector) == searcher(installed).search("fear of mistakes")
    assert encoder.encoded == encoded


def test_chroma_and_the_matrix_rank_alike(installed: Path) -> None:
    settings = VectorSettings(exact_up_to=0)
    chroma = Searcher(installed, WordEncoder(), settings, ALWAYS_ANSWERS)
    for query in ("they giggled at the target", "private numbers", "savings sound like an attack"):
        theirs, ours = chroma.search(query, 6).hits, searcher(installed).search(query, 6).hits
        assert [hit.passage for hit in theirs] == [hit.passage for hit in ours]
        assert np.allclose([hit.score for hit in theirs], [hit.score for hit in ours], atol=1e-3)
    chroma.close()


@pytest.mark.parametrize("query", ["", "   ", "?!", "the", "x" * 8000])
def test_a_query_of_nothing_still_answers(installed: Path, query: str) -> None:
    assert len(searcher(installed).search(query).hits) == 5


def test_it_abstains_under_the_threshold_and_still_shows_the_nearest(installed: Path) -> None:
    result = Searcher(installed, WordEncoder(), answerability=NEVER_ANSWERS).search("numbers in private")
    assert result.abstain
    assert result.hits[0].passage in {"p-data", "p-copy"}


def test_the_same_query_gives_the_same_result(installed: Path) -> None:
    assert searcher(installed).search("ask first") == searcher(installed).search("ask first")


def test_the_trained_weights_can_be_read(installed: Path) -> None:
    weights = load_answerability()
    result = Searcher(installed, WordEncoder()).search("Which zeppelin flew to the moon in 1783?")
    assert 0.0 < weights.threshold < 1.0
    assert 0.0 <= result.confidence <= 1.0
