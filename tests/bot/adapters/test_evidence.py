"""Evidence from the index: a card that cannot be read is a turn without one, and why is told by its kind."""

import json
import logging
from pathlib import Path

import pytest

from bot.adapters.evidence import SearchEvidence
from knowledge.evidence_cards import EvidenceCards
from knowledge.index import index_folder
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
