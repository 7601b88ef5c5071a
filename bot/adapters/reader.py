"""Reading a message with the small models: one pass of the frozen encoder, one of the tuned one, and its words."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.adapters.heads import Heads, in_context
from bot.adapters.telltale import Telltale
from bot.coaching import cues
from bot.coaching.choose.hearing import Heard
from bot.coaching.model import Scored
from bot.coaching.playbook import Facet, Playbook
from bot.coaching.signals import Signals
from knowledge.encoder.embedding import OnnxEncoder

Matrix = NDArray[np.float32]
TOLD_AT = 0.52
"""Cosine of a message piece to a facet's phrases from which the facet counts as told (see docs/decisions)."""

_KEPT_VECTORS = 64


class ModelReader:
    """The understanding models behind the `MessageReader` port.

    Both encoders are int8: reading needs no more, and the exact one is for the index. The frozen vector of a message
    is kept for a while, so that hearing facets does not pay for it twice.
    """

    def __init__(
        self,
        frozen: OnnxEncoder,
        tuned: OnnxEncoder,
        heads: tuple[Heads, Telltale],
        facets: Mapping[str, Matrix],
    ) -> None:
        self._frozen = frozen
        self._tuned = tuned
        self._heads, self._telltale = heads
        self._facets = facets
        self._vectors: dict[str, Matrix] = {}

    @property
    def version(self) -> str:
        """Changes when the same message could be read differently."""
        heads = f"{self._heads.examples[:12]}+{self._telltale.fingerprint}"
        return f"{self._tuned.fingerprint}+{self._frozen.fingerprint}+{heads}"

    def read(self, text: str, asked: str = "") -> Signals:
        """Read one message, already masked, together with the question that it answers."""
        tokens = self._frozen.tokenize([text])
        frozen = self._frozen.encode_tokens(tokens)[0]
        self._keep(text, frozen)
        shared = not asked and self._tuned.tokeniser == self._frozen.tokeniser
        tuned = self._tuned.encode_tokens(tokens if shared else self._tuned.tokenize([in_context(text, asked)]))[0]
        return self._heads.signals(tuned, frozen, self._telltale.logits(text))

    def vector(self, text: str) -> Matrix:
        """The frozen unit vector of a text."""
        if text not in self._vectors:
            self._keep(text, self._frozen.encode([text])[0])
        return self._vectors[text]

    def hear(self, text: str, book: Playbook) -> Heard:
        """Facets told by their cue words or by likeness to their phrases, and how near each lies to the message."""
        matrix = self._facets.get(book.id)
        nearness = matrix @ self.vector(text) if matrix is not None else np.zeros(len(book.facets), dtype=np.float32)
        told = [
            f"{book.id}/{facet.id}"
            for facet, near in zip(book.facets, nearness, strict=True)
            if near >= TOLD_AT or cues.any_in(facet.cues, text)
        ]
        near = (
            Scored(id=facet.id, confidence=round(float(max(0.0, value)), 4))
            for facet, value in zip(book.facets, nearness, strict=True)
        )
        return Heard(tuple(told), tuple(near))

    def _keep(self, text: str, vector: Matrix) -> None:
        if len(self._vectors) >= _KEPT_VECTORS:
            self._vectors.pop(next(iter(self._vectors)))
        self._vectors[text] = vector


def facet_matrices(books: Mapping[str, Playbook], encoder: OnnxEncoder) -> dict[str, Matrix]:
    """For each playbook one row a facet: the middle of its phrases, on the unit sphere."""
    return {name: np.stack([_centre(facet, encoder) for facet in books[name].facets]) for name in books}


def load_facets(folder: Path, digest: str, books: Mapping[str, Playbook], encoder: OnnxEncoder) -> dict[str, Matrix]:
    """The facet matrices kept for these words and this encoder.

    They are made in seconds where they are not there, and kept where the folder can be written.
    """
    key = hashlib.sha256(f"{digest}|{encoder.fingerprint}".encode()).hexdigest()[:16]
    file = folder / f"facets-{key}.npz"
    if not file.is_file():
        made = facet_matrices(books, encoder)
        with suppress(OSError):
            _keep_facets(file, made)
        return made
    with np.load(file) as arrays:
        return {name: np.asarray(arrays[name], dtype=np.float32) for name in arrays.files}


def _keep_facets(file: Path, made: dict[str, Matrix]) -> None:
    fresh = file.with_suffix(".new.npz")
    np.savez(fresh, allow_pickle=False, **made)
    for stale in file.parent.glob("facets-*.npz"):
        if stale != fresh:
            stale.unlink()
    fresh.replace(file)


def _centre(facet: Facet, encoder: OnnxEncoder) -> Matrix:
    middle = encoder.encode(facet.heard).mean(axis=0)
    return np.asarray(middle / np.linalg.norm(middle), dtype=np.float32)
