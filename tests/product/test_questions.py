"""Questions by a hand that saw neither cards nor index: the right passages, and silence where the sources do not say.
The floors are set a little under what was measured, so that a change that loses ground shows."""

import pytest

from evals.questions import Answer, Figures, measure, ndcg, read
from knowledge.model import Hit, SearchResult
from knowledge.search.searcher import Searcher

FLOORS = {"question": 0.78, "keyword": 0.86, "vague": 0.74, "situation": 0.38}


@pytest.fixture(scope="module")
def figures(searcher: Searcher) -> Figures:
    return measure(read(), searcher.search)


@pytest.mark.parametrize("style", sorted(FLOORS))
def test_the_right_passages_come_first(figures: Figures, style: str) -> None:
    assert figures.ndcg[style] >= FLOORS[style], f"{style}: {figures.ndcg[style]:.3f}"


def test_what_the_sources_do_not_say_is_mostly_noticed(figures: Figures) -> None:
    assert figures.held_back_rightly.value >= 0.76, str(figures.held_back_rightly)


def test_what_the_sources_say_is_seldom_held_back(figures: Figures) -> None:
    assert figures.held_back_wrongly.value <= 0.14, str(figures.held_back_wrongly)


def test_a_passage_counts_where_it_holds_most_of_an_answer() -> None:
    answers = (Answer("one", 100, 200, 2), Answer("one", 400, 500, 1))
    assert ndcg(answers, _found(("one", 90, 190), ("one", 390, 510))) == 1.0
    assert ndcg(answers[:1], _found(("other", 90, 190), ("one", 150, 300))) == 0.0
    assert 0.6 < ndcg(answers[:1], _found(("other", 90, 190), ("one", 0, 300))) < 0.64


def _found(*places: tuple[str, int, int]) -> SearchResult:
    hits = tuple(
        Hit(text="", doc=doc, section="", author="", card=None, passage=None, start=start, end=end, score=1.0)
        for doc, start, end in places
    )
    return SearchResult(hits=hits, abstain=False, confidence=1.0)
