"""The readers' choices: what counts as the same words, and how well the committed weights find them."""

import json
from pathlib import Path

import pytest

from bot.coaching.charge_weights import WEIGHTS
from evals.listening import Marked, agreement, fit, match, measure, read_marked


@pytest.fixture(scope="module")
def marked() -> tuple[Marked, ...]:
    return read_marked()


def test_words_match_by_what_they_share() -> None:
    assert match("nobody asked me", "Nobody asked me") == 1.0
    assert match("nobody asked me", "asked me") == 0.8
    assert match("nobody asked me", "the rota") == 0.0


def test_a_message_that_several_read_is_told_from_one_that_one_read(tmp_path: Path) -> None:
    for hand, choice in (("reader_a", "asked me"), ("reader_b", "nobody asked me")):
        rows = [{"id": "j1", "text": "nobody asked me", "charged": choice}]
        if hand == "reader_a":
            rows += [
                {"id": "j2", "text": "ok", "charged": ""},
                {"id": "j3", "text": "they laughed", "charged": "they laughed"},
            ]
        (tmp_path / f"{hand}.jsonl").write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    found = read_marked(tmp_path)
    assert [(one.hand, len(one.choices)) for one in found] == [("shared", 2), ("reader_a", 1)]
    assert agreement(found) == 1.0


def test_readers_agree_and_the_committed_weights_find_most_of_what_they_chose(marked: tuple[Marked, ...]) -> None:
    assert len(marked) >= 1500
    assert agreement(marked) >= 0.85
    sample = marked[::4]
    found = measure(sample)
    assert found.same >= 0.60, found
    assert found.same > measure(sample, {"length": 1.0}).same


def test_the_committed_weights_are_what_fitting_gives(marked: tuple[Marked, ...]) -> None:
    fitted = fit(marked)
    assert {name: fitted[name] for name in WEIGHTS} == pytest.approx(dict(WEIGHTS), abs=0.05)


def test_weights_learn_what_the_readers_chose() -> None:
    texts = [
        "The list was long. I cried in the car.",
        "The bay was full. I shook in the lift.",
        "It was late. I said sorry to her.",
    ]
    marked = [Marked(text, "one", (text.split(". ")[1].rstrip("."),)) for text in texts]
    assert measure(marked, fit(marked)).same == 1.0
