"""The listening model at work: an answer with its question in one pass, and the model opened late."""

from collections.abc import Callable

import numpy as np

from bot.adapters.gists import GistHead
from bot.adapters.heads import Linear
from bot.adapters.listener import ModelListener
from bot.adapters.spans import SpanHead
from bot.coaching.noticed import KINDS
from knowledge.encoder.embedding import Encoded

GISTS = GistHead(
    ("quiet",),
    Linear(np.asarray([[4.0]], dtype=np.float32), np.zeros(1, dtype=np.float32)),
    {"quiet": 0.9},
    {"quiet": 0.5},
)
SPANS = SpanHead(KINDS, Linear(np.ones((len(KINDS), 1), dtype=np.float32), np.zeros(len(KINDS), dtype=np.float32)))


class Encoder:
    """One vector for all; the last three characters are one token, the only one that counts."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def encode_words(self, text: str) -> Encoded:
        self.read.append(text)
        size = len(text)
        tokens = np.asarray([[-5.0], [-5.0], [5.0]], dtype=np.float32)
        return Encoded(np.ones(1, dtype=np.float32), tokens, ((0, 0), (0, size - 4), (size - 3, size)))


def test_an_answer_is_read_together_with_its_question_in_one_pass_and_the_model_opened_late() -> None:
    encoder, opened = Encoder(), []

    def open_encoder() -> Encoder:
        opened.append(1)
        return encoder

    opener: Callable[[], Encoder] = open_encoder
    listener = ModelListener(opener, GISTS, SPANS)
    assert not opened
    noticed = listener.listen("not now", "When?")
    assert [one.id for one in noticed.gists] == ["quiet"]
    assert noticed.spans.when == ("now",)
    listener.listen("not now", "")
    assert encoder.read == ["When? >> not now", "not now"]
    assert opened == [1]
