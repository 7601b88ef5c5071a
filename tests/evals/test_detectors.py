"""The detectors: a head is kept and read as it was, sure and faint are told apart, training gives the same bytes twice."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from evals.detectors import training
from evals.detectors.features import BUCKETS, Rows
from evals.detectors.head import WEIGHTS, Detector, Head
from evals.errors import EvalsError
from evals.rubric import forms

ORDERS = ["Ring her now.", "Write it down now.", "Tell him now.", "Ask the sister now.", "Send it now."]
TOLD = ["She rang at nine.", "He wrote it on a napkin.", "They told nobody.", "The sister asked.", "It went at noon."]


class Letters:
    """Two dimensions: how much of a text is 'n', and the rest."""

    def encode(self, texts: Sequence[str]) -> Rows:
        """A row of length one for each text."""
        shares = np.array([[each.count("n") / len(each), 1.0] for each in texts], dtype=np.float32)
        long: Rows = np.linalg.norm(shares, axis=1, keepdims=True).astype(np.float32)
        return shares / long


def head_of_one(level: float, faint: float) -> Head:
    """A head of one class, which gives every sentence the probability of a half."""
    return Head(
        ("advice",),
        np.zeros((1, 2 + BUCKETS), dtype=np.float32),
        np.zeros(1, dtype=np.float32),
        np.array([level], dtype=np.float32),
        np.array([faint], dtype=np.float32),
    )


@pytest.mark.parametrize(
    ("level", "faint", "kinds"),
    [(0.4, 0.3, {"advice", "advice?"}), (0.6, 0.3, {"advice?"}), (0.9, 0.8, set())],
)
def test_what_is_surely_of_a_class_and_what_is_faintly_have_two_names(
    level: float, faint: float, kinds: set[str]
) -> None:
    assert Detector(head_of_one(level, faint), Letters())(["Ring her."]) == {"Ring her.": kinds}


def written() -> tuple[training.Written, ...]:
    """Orders by two authors, and what was told by two others."""
    yes = [training.Example.model_validate({"class": "advice", "text": one, "is": True}) for one in ORDERS]
    authors = ["a", "b"]
    by = tuple(training.Written(one, authors[place % 2]) for place, one in enumerate(yes))
    return (*by, *training.ordinary(TOLD[:3], "c"), *training.ordinary(TOLD[3:], "d"))


def test_training_gives_the_same_bytes_twice_and_what_is_kept_is_read_as_it_was(tmp_path: Path) -> None:
    for name in ("one.npz", "two.npz"):
        training.train(written(), Letters())[0].save(tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    head = Head.load(tmp_path / "one.npz")
    assert head.classes == ("advice",)
    assert (head.faint <= head.levels).all()
    assert "advice" in Detector(head, Letters())(["Ring her now."])["Ring her now."]


def test_weights_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    (tmp_path / "weights.npz").write_bytes(b"nothing")
    with pytest.raises(EvalsError, match="coach evals train"):
        Head.load(tmp_path / "weights.npz")


def test_the_weights_that_are_shipped_know_every_class_of_the_examples_and_of_the_grammar() -> None:
    head = Head.load(WEIGHTS)
    kinds = {one.example.kind for one in training.read()} - {training.ORDINARY, training.IN_PART, training.WON_OVER}
    assert set(head.classes) == kinds
    assert set(forms.FORMS) <= kinds
    assert (head.faint <= head.levels).all()
