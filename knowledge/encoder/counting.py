"""How many tokens a text has, by the encoder's own word pieces: the same measure on any machine, for any model."""

from collections.abc import Callable
from pathlib import Path

from tokenizers import Tokenizer

import knowledge
from knowledge.encoder.embedding import TOKENIZER_FILE

_FILE = Path(knowledge.__file__).resolve().parent / "weights" / "listening" / TOKENIZER_FILE


def counter() -> Callable[[str], int]:
    """A function from a text to its tokens.

    A chat model's own tokens are other ones, and fewer where a text has much punctuation.
    """
    pieces = Tokenizer.from_file(str(_FILE))
    pieces.no_truncation()
    pieces.no_padding()
    return lambda text: len(pieces.encode(text, add_special_tokens=False).ids)
