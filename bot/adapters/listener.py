"""The listening model at work: one pass of its encoder tells a message's gists and its words."""

from collections.abc import Callable
from functools import cached_property
from typing import Protocol

from bot.adapters.gists import GistHead
from bot.adapters.heads import in_context
from bot.adapters.spans import SpanHead
from bot.coaching.noticed import Noticed
from knowledge.encoder.embedding import Encoded


class WordEncoder(Protocol):
    """What the model needs of an encoder."""

    def encode_words(self, text: str) -> Encoded:
        """A text's vector, and its tokens'."""
        ...


class ModelListener:
    """The model behind the `Listener` port; its encoder is opened at the first message that needs it."""

    def __init__(self, open_encoder: Callable[[], WordEncoder], gists: GistHead, spans: SpanHead) -> None:
        self._open = open_encoder
        self._gists = gists
        self._spans = spans

    def listen(self, text: str, before: str) -> Noticed:
        """What is noticed in a message that follows the coach's words `before`."""
        whole = in_context(text, before)
        encoded = self._encoder.encode_words(whole)
        return Noticed(
            gists=self._gists.found(encoded.vector),
            spans=self._spans.found(text, encoded, len(whole) - len(text)),
        )

    @cached_property
    def _encoder(self) -> WordEncoder:
        return self._open()
