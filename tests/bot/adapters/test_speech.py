"""The head and the reader over it: saved as it was, honest where it is missing, lazy, the same twice."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.adapters.heads import Linear
from bot.adapters.model_files import SPEECH
from bot.adapters.speech import Eyes, ModelSpeechReader, SpeechHead
from bot.coaching.speech.traits import NAMES
from bot.coaching.speech_acts import Label
from bot.errors import CoachError

_DIMENSION = 4


class Flat(Eyes):
    """Sees no meaning, only the traits."""

    def __init__(self, fingerprint: str = "flat") -> None:
        self._named = fingerprint

    @property
    def fingerprint(self) -> str:
        """Of no encoder."""
        return self._named

    def rows(self, text: str, found: object, before: str = "") -> NDArray[np.float32]:
        """One row a place, all alike but for the first, which is loud where the text asks."""
        del before
        count = len(found) if isinstance(found, tuple) else 0
        return np.full((count, _DIMENSION), 1.0 if "?" in text else -1.0, dtype=np.float32)


def _head() -> SpeechHead:
    weight = np.zeros((len(Label), _DIMENSION), dtype=np.float32)
    weight[list(Label).index(Label.OPEN_QUESTION)] = 1.0
    weight[list(Label).index(Label.LISTENING)] = 1.0
    bias = np.full(len(Label), -1.0, dtype=np.float32)
    return SpeechHead(Linear(weight, bias), np.full(len(Label), 0.5, dtype=np.float32), "flat", NAMES, "e" * 64)


def test_a_head_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    _head().save(tmp_path)
    back = SpeechHead.load(tmp_path)
    assert (back.linear.weight == _head().linear.weight).all()
    assert (back.eyes, back.names, back.examples) == ("flat", NAMES, "e" * 64)


def test_missing_weights_name_the_command_that_makes_them(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="train-speech"):
        SpeechHead.load(tmp_path)


def test_weights_for_other_traits_are_refused(tmp_path: Path) -> None:
    replace(_head(), names=NAMES[1:]).save(tmp_path)
    with pytest.raises(CoachError, match="other traits"):
        SpeechHead.load(tmp_path)


def test_weights_for_another_encoder_are_refused() -> None:
    reader = ModelSpeechReader(lambda: (Flat("another"), _head()))
    with pytest.raises(CoachError, match="another encoder"):
        reader.label("What helps?")


def test_nothing_is_opened_before_there_is_a_sentence_and_a_text_is_read_once() -> None:
    opened = []

    def opening() -> tuple[Eyes, SpeechHead]:
        opened.append(1)
        return Flat(), _head()

    reader = ModelSpeechReader(opening)
    assert reader.label(" \n") == ()
    assert opened == []
    assert reader.label("What helps?") is reader.label("What helps?")
    assert opened == [1]


def test_listening_needs_something_to_have_been_said() -> None:
    reader = ModelSpeechReader(lambda: (Flat(), _head()))
    assert reader.label("What helps?")[0].labels == (Label.OPEN_QUESTION,)
    assert Label.LISTENING in reader.label("What helps?", "The nights.")[0].labels


def test_the_committed_weights_are_made_for_these_traits() -> None:
    assert SpeechHead.load(SPEECH).names == NAMES
