"""Evidence from the index: a card that cannot be read is a turn without one, and why is told by its kind."""

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest

from bot.adapters.evidence import SearchEvidence
from knowledge.evidence_cards import EvidenceCards
from knowledge.index import index_folder
from knowledge.model import Hit, SearchResult
from knowledge.search.searcher import Searcher

CARD = {
    "id": "ask-first",
    "title": "Ask first",
    "says": "Ask before you tell.",
    "offer": "Some ask first.",
    "doc": "small-book",
    "section": "Part 1",
    "author": "A. Writer (2009)",
    "quote": None,
    "start": None,
    "end": None,
}


def evidence(root: Path) -> SearchEvidence:
    def none_here() -> Searcher:
        raise AssertionError

    return SearchEvidence(none_here, EvidenceCards(root), root)


def index(root: Path, cards: str, version: str = "index-one") -> None:
    (root / version).mkdir()
    (root / f"cards-{version}.json").write_text(cards, encoding="utf-8")
    index_folder.swap(root, version)


def test_a_card_is_offered_with_its_place(tmp_path: Path) -> None:
    index(tmp_path, json.dumps([CARD]))
    found = evidence(tmp_path).card("ask-first")
    assert found is not None
    assert (found.says, found.cited and found.cited.section) == ("Some ask first.", "Part 1")
    assert evidence(tmp_path).card("none-such") is None


@pytest.mark.parametrize("cards", ["", "[{}]", '[{"id": "ask-first"}]', "null"])
def test_where_the_cards_cannot_be_read_the_turn_goes_on_without(
    cards: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    index(tmp_path, cards)
    with caplog.at_level(logging.ERROR):
        assert evidence(tmp_path).card("ask-first") is None
    (record,) = caplog.records
    assert record.getMessage() == "the cards cannot be read"
    assert record.__dict__["error"].endswith("Error")


def test_an_index_that_is_not_there_is_no_card(tmp_path: Path) -> None:
    assert evidence(tmp_path).card("ask-first") is None


def test_the_version_is_the_one_in_use_now(tmp_path: Path) -> None:
    index(tmp_path, json.dumps([CARD]))
    found = evidence(tmp_path)
    assert found.version == "index-one"
    index(tmp_path, "[]", "index-two")
    assert found.version == "index-two"
    assert found.card("ask-first") is None


class KnownSearcher:
    """Finds a card for each question that holds its word, surely; nothing for any other."""

    def __init__(self, cards: Mapping[str, str | None], confidence: float = 0.9) -> None:
        self.cards = cards
        self.confidence = confidence
        self.asked: list[str] = []

    def search(self, query: str, k: int, situation_prior: Mapping[str, float]) -> SearchResult:
        del k, situation_prior
        self.asked.append(query)
        word = next((one for one in self.cards if one in query), None)
        if word is None:
            return SearchResult(hits=(), abstain=True, confidence=0.1)
        hit = Hit(
            text="A passage of the book on targets and drains.",
            doc="small-book",
            section="Part 1",
            author="A. Writer",
            card=self.cards[word],
            passage="small-book-1",
            start=0,
            end=44,
            score=1.0,
        )
        return SearchResult(hits=(hit,), abstain=False, confidence=self.confidence)


def answering(root: Path, searcher: KnownSearcher) -> SearchEvidence:
    second = {**CARD, "id": "count-it", "says": "Of 40 drains, 3 were blocked."}
    index(root, json.dumps([CARD, second]))
    return SearchEvidence(lambda: cast("Searcher", searcher), EvidenceCards(root), root)


def test_a_question_is_answered_in_our_own_words(tmp_path: Path) -> None:
    searcher = KnownSearcher({"asking": "ask-first"})
    found = answering(tmp_path, searcher).answer("what do the sources say about asking? need it by two", {})
    assert (found.says, found.missing, found.no_figure) == ("Ask before you tell.", "", False)
    assert searcher.asked == ["asking"]


def test_where_nothing_is_found_it_is_said_for_what(tmp_path: Path) -> None:
    found = answering(tmp_path, KnownSearcher({})).answer("is there any evidence on tea rooms?", {})
    assert (found.says, found.cited, found.missing) == (None, None, "tea rooms")


def test_of_two_questions_both_are_answered(tmp_path: Path) -> None:
    searcher = KnownSearcher({"blocked": "count-it", "asking": "ask-first"})
    found = answering(tmp_path, searcher).answer("what is said of asking first, and how many drains were blocked?", {})
    assert found.says == "Ask before you tell."
    assert found.also is not None
    assert found.also.says == "Of 40 drains, 3 were blocked."


def test_of_two_questions_the_half_that_is_not_answered_is_named(tmp_path: Path) -> None:
    found = answering(tmp_path, KnownSearcher({"asking": "ask-first"})).answer(
        "what is said of asking first, and how much are porters paid?", {}
    )
    assert (found.says, found.also, found.missing) == ("Ask before you tell.", None, "how much are porters paid")


@pytest.mark.parametrize(("card", "told"), [("ask-first", True), ("count-it", False)])
def test_where_a_figure_is_asked_for_and_there_is_none_that_is_said(card: str, told: bool, tmp_path: Path) -> None:
    found = answering(tmp_path, KnownSearcher({"ask": card})).answer("how many leaders ask first?", {})
    assert found.no_figure is told


def test_a_year_is_no_figure(tmp_path: Path) -> None:
    card = {**CARD, "says": "Writer (2009) says that leaders ask."}
    index(tmp_path, json.dumps([card]))
    searcher = cast("Searcher", KnownSearcher({"ask": "ask-first"}))
    found = SearchEvidence(lambda: searcher, EvidenceCards(tmp_path), tmp_path).answer(
        "how many leaders ask first?", {}
    )
    assert found.no_figure


def test_a_saying_that_nobody_said_is_not_answered_with_another(tmp_path: Path) -> None:
    found = answering(tmp_path, KnownSearcher({"said": "ask-first"})).answer("who said 'keen amateurs win'?", {})
    assert found.says is None


@pytest.mark.parametrize(("confidence", "quoted"), [(0.9, True), (0.4, False)])
def test_a_passage_that_no_card_tells_of_is_quoted_only_where_it_is_sure(
    confidence: float, quoted: bool, tmp_path: Path
) -> None:
    found = answering(tmp_path, KnownSearcher({"drains": None}, confidence)).answer("what is said of drains?", {})
    assert (found.says is not None) is quoted
