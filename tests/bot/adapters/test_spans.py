"""Words as they are marked, and the head that finds them: whole words, the heaviest run, in the text's own order."""

import re
from pathlib import Path

import numpy as np
import pytest

from bot.adapters.heads import Linear
from bot.adapters.spans import SpanHead, heaviest, read_spans
from bot.coaching.noticed import KINDS
from bot.errors import CoachError
from knowledge.encoder.embedding import Encoded

HEAD = SpanHead(KINDS, Linear(np.eye(len(KINDS), dtype=np.float32) * 4, np.full(len(KINDS), -2.2, dtype=np.float32)))
LINE = '{"id": "p1", "hand": "a", "asked": "When?", "text": "ring her monday", "looked_for": ["step", "when"], "spans": %s}\n'


def encoded(text: str, begins: int = 0, **inside: str) -> Encoded:
    """Every two letters of a word a token of their own; one inside the words of a kind has that kind's number on."""
    places = [(0, 0), *(found.span() for found in re.finditer(r"\S{1,2}", text))]
    tokens = np.zeros((len(places), len(KINDS)), dtype=np.float32)
    for kind, words in inside.items():
        start = text.index(words)
        for row, (first, last) in enumerate(places):
            tokens[row, KINDS.index(kind)] = first >= start and last <= start + len(words) and last > first
    return Encoded(np.ones(3, dtype=np.float32), tokens, tuple((a + begins, b + begins) for a, b in places))


def test_words_are_found_whole_and_each_kind_apart() -> None:
    text = "so, I could ring  the sister on monday"
    found = HEAD.found(text, encoded(text, step="ring  the sister", when="monday"), 0)
    assert found.step == ("ring  the sister",)
    assert found.when == ("monday",)
    assert found.way == ()


def test_two_runs_are_found_in_the_order_of_the_text() -> None:
    text = "ring her today then i would email him also"
    vectors = encoded(text, step="email him also")
    first = encoded(text, step="ring her today")
    both = Encoded(vectors.vector, vectors.tokens + first.tokens, vectors.places)
    far = Encoded(both.vector, both.tokens * 3 - 2, both.places)
    assert HEAD.found(text, far, 0).step == ("ring her today", "email him also")


def test_words_of_the_question_are_never_found() -> None:
    question, text = "When will you ring her? >> ", "on monday"
    whole = encoded(question + text, when="ring her")
    assert HEAD.found(text, whole, len(question)).when == ()
    own = encoded(question + text, when="on monday")
    assert HEAD.found(text, own, len(question)).when == ("on monday",)


def test_nothing_is_found_in_nothing() -> None:
    assert (
        HEAD.found("", Encoded(np.ones(3, dtype=np.float32), np.zeros((1, 6), dtype=np.float32), ((0, 0),)), 0).step
        == ()
    )


@pytest.mark.parametrize(
    ("values", "span"),
    [([-1, 2, -1, 3, -4], (1, 4)), ([-1, 2, -3, 3], (3, 4)), ([-1, -2], (0, 0)), ([], (0, 0)), ([1, 1], (0, 2))],
)
def test_the_heaviest_run_is_the_one_whose_sum_is_greatest(values: list[float], span: tuple[int, int]) -> None:
    assert heaviest(np.asarray(values, dtype=np.float32)) == span


def test_a_head_that_was_saved_reads_the_same(tmp_path: Path) -> None:
    HEAD.save(tmp_path)
    again = SpanHead.load(tmp_path)
    assert again.kinds == KINDS
    assert np.array_equal(again.linear.weight, HEAD.linear.weight)


def test_weights_that_are_missing_are_named_with_what_mends_them(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="train-listening"):
        SpanHead.load(tmp_path)


def test_marks_tell_where_words_stand_and_what_nobody_looked_for(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(LINE % '{"step": ["ring her"], "when": ["monday"]}', encoding="utf-8")
    (one,) = read_spans(tmp_path)
    assert one.ranges("step") == ((0, 8),)
    assert one.ranges("when") == ((9, 15),)
    assert one.ranges("words") is None


@pytest.mark.parametrize(
    ("spans", "told"),
    [
        ('{"step": ["ring him"]}', "not words of the message: ring him"),
        ('{"way": ["ring her"]}', "way was not looked for"),
        ('{"step": "ring her"}', "step"),
    ],
)
def test_a_mark_that_does_not_stand_in_its_message_is_named_by_file_and_line(
    tmp_path: Path, spans: str, told: str
) -> None:
    (tmp_path / "a.jsonl").write_text(LINE % "{}" + LINE % spans, encoding="utf-8")
    with pytest.raises(CoachError, match=rf"(?s)a\.jsonl, line 2: .*{told}"):
        read_spans(tmp_path)
