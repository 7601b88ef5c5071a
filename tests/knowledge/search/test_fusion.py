"""Fusion: a weighted sum of z-scores that does not care about units."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.fusion import Signal, best_of_units, fuse, ranking, standardised

numbers = st.lists(st.floats(-100, 100, width=32), min_size=2, max_size=30)


def array(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float32)


def test_a_flat_signal_says_nothing() -> None:
    assert standardised(array(3, 3, 3)).tolist() == [0, 0, 0]


@given(numbers, st.floats(0.5, 20), st.floats(-50, 50))
def test_scale_and_offset_of_a_signal_change_nothing(values: list[float], scale: float, offset: float) -> None:
    scores = np.array(values, dtype=np.float32)
    if scores.std() > 0.1:
        moved = np.asarray(scores * scale + offset, dtype=np.float32)
        assert np.allclose(standardised(scores), standardised(moved), atol=0.02)


def test_the_weight_decides_between_signals() -> None:
    signals = {Signal.ALL_WORDS: array(1, 0, 0), Signal.SENTENCE: array(0, 1, 0)}
    assert ranking(fuse(signals, {Signal.ALL_WORDS: 0.6, Signal.SENTENCE: 0.4}))[0] == 0
    assert ranking(fuse(signals, {Signal.ALL_WORDS: 0.4, Signal.SENTENCE: 0.6}))[0] == 1


def test_a_signal_without_weight_is_left_out() -> None:
    signals = {Signal.ALL_WORDS: array(1, 0), Signal.WHEN: array(0, 9)}
    assert ranking(fuse(signals, {Signal.ALL_WORDS: 1.0})) == [0, 1]


def test_equal_scores_keep_their_order() -> None:
    assert ranking(array(1, 2, 2, 1)) == [1, 2, 0, 3]


def test_a_target_scores_by_its_best_unit_and_one_without_by_the_lowest() -> None:
    best = best_of_units(array(0.2, 0.9, 0.4), np.array([0, 1, 2]), np.array([0, 0, 2]), size=3)
    assert np.allclose(best, [0.9, 0.2, 0.4])


def test_no_signals_fuse_to_nothing() -> None:
    assert fuse({}, {}).tolist() == []
