"""Text -> unit vectors with onnxruntime and tokenizers alone: the encoder that runs while a doctor waits."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

Vectors = NDArray[np.float32]
MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"
MANIFEST_FILE = "encoder.json"
SENTENCE, TOKENS = "sentence_embedding", "token_embeddings"
"""Names of the graph's outputs; the second is asked for only where single words are looked for."""


class EncoderError(Exception):
    """A model folder that cannot be used, and what would mend it."""


class TextEncoder(Protocol):
    """What the index needs of an encoder; tests give a small deterministic one."""

    @property
    def fingerprint(self) -> str:
        """Changes when the same text would get another vector."""
        ...

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One L2-normalised row for each text."""
        ...


@dataclass(frozen=True, slots=True)
class Tokens:
    """Token ids of some texts, and which tokeniser made them, so that models that share it can share the work."""

    tokeniser: str
    ids: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One text: its L2-normalised vector (dim,), a vector for each token (tokens, dim), and where each token stands.

    A place is (start, end) in characters, end exclusive; (0, 0) for a token that the tokeniser adds.
    """

    vector: Vectors
    tokens: Vectors
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class EncoderManifest:
    """What `encoder.json` beside the weights says about them."""

    dimension: int
    max_tokens: int
    source_sha256: str
    model_sha256: str
    numbers: str = "fp32"


def sha256_of(path: Path) -> str:
    """Hash a file in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read_manifest(model_dir: Path) -> EncoderManifest:
    """Read `encoder.json`; a folder without a complete one was never finished."""
    try:
        raw: dict[str, object] = json.loads((model_dir / MANIFEST_FILE).read_text(encoding="utf-8"))
        return EncoderManifest(
            dimension=int(str(raw["dimension"])),
            max_tokens=int(str(raw["max_tokens"])),
            source_sha256=str(raw["source_sha256"]),
            model_sha256=str(raw["model_sha256"]),
            numbers=str(raw.get("numbers", "fp32")),
        )
    except (OSError, ValueError, KeyError) as error:
        message = f"{model_dir} holds no finished encoder ({error}); run the set-up that exports it"
        raise EncoderError(message) from error


class OnnxEncoder:
    """A sentence encoder exported with pooling and normalisation inside its graph.

    Texts run one at a time: padding a batch costs more than it saves on one thread, and an int8 graph gives the same
    text another vector in another batch.
    """

    def __init__(self, model_dir: Path) -> None:
        """Load the graph and the tokeniser of `model_dir`; nothing is downloaded."""
        self._manifest = read_manifest(model_dir)
        tokeniser_file = model_dir / TOKENIZER_FILE
        self._tokeniser_sha256 = sha256_of(tokeniser_file)
        self._tokeniser = _tokeniser(tokeniser_file.read_text(encoding="utf-8"), self._manifest.max_tokens)
        self._session = onnxruntime.InferenceSession(
            str(model_dir / MODEL_FILE),
            _one_thread(),
            providers=["CPUExecutionProvider"],
            disabled_optimizers=_SLOWER_IN_INT8 if self._manifest.numbers == "int8" else [],
        )
        self._inputs = tuple(node.name for node in self._session.get_inputs())
        self._outputs = tuple(node.name for node in self._session.get_outputs())

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._manifest.dimension

    @property
    def fingerprint(self) -> str:
        """Changes when the weights, their precision or the tokeniser change; not with the version of the exporter."""
        return self.fingerprint_of(self._manifest.numbers)

    def fingerprint_of(self, numbers: str) -> str:
        """The fingerprint of the same weights held as other `numbers` ("fp32", "int8")."""
        made = self._manifest
        return f"{made.source_sha256[:16]}-{numbers}-{self._tokeniser_sha256[:8]}-{made.max_tokens}"

    @property
    def tokeniser(self) -> str:
        """Which tokeniser and cut-off `tokenize` uses; two encoders with the same one can share `Tokens`."""
        return f"{self._tokeniser_sha256[:16]}-{self._manifest.max_tokens}"

    def tokenize(self, texts: Sequence[str]) -> Tokens:
        """Cut texts into token ids, once for all the encoders that share the tokeniser."""
        return Tokens(self.tokeniser, tuple(tuple(self._tokeniser.encode(text).ids) for text in texts))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One L2-normalised row for each text."""
        return self.encode_tokens(self.tokenize(texts))

    def encode_tokens(self, tokens: Tokens) -> Vectors:
        """Vectors of texts that were tokenised already, by this encoder or another with the same tokeniser."""
        if tokens.tokeniser != self.tokeniser:
            message = f"tokens come from tokeniser {tokens.tokeniser}, this encoder needs {self.tokeniser}"
            raise EncoderError(message)
        rows = np.empty((len(tokens.ids), self.dimension), dtype=np.float32)
        for row, ids in enumerate(tokens.ids):
            rows[row] = self._run(ids, SENTENCE)[0]
        return rows

    def encode_words(self, text: str) -> Encoded:
        """One text with its tokens' own vectors; EncoderError where the graph was exported without them."""
        if TOKENS not in self._outputs:
            message = "this encoder gives no vectors of single words; train or export it anew"
            raise EncoderError(message)
        cut = self._tokeniser.encode(text)
        vector, tokens = self._run(tuple(cut.ids), SENTENCE, TOKENS)
        return Encoded(vector, tokens, tuple(cut.offsets))

    def _run(self, ids: tuple[int, ...], *wanted: str) -> list[Vectors]:
        tokens = np.asarray([ids], dtype=np.int64)
        feeds = {"input_ids": tokens, "attention_mask": np.ones_like(tokens), "token_type_ids": np.zeros_like(tokens)}
        outputs = self._session.run(list(wanted), {name: feeds[name] for name in self._inputs})
        return [np.asarray(one, dtype=np.float32)[0] for one in outputs]


_SLOWER_IN_INT8: Final = ["SkipLayerNormFusion"]
"""It stands between the quantised steps of a layer: without it an int8 graph takes an eighth less time."""


@lru_cache(maxsize=2)  # the encoders of a coach share theirs
def _tokeniser(source: str, max_tokens: int) -> Tokenizer:
    tokeniser = Tokenizer.from_str(source)
    tokeniser.no_padding()  # the file as shipped pads every text to 128
    tokeniser.enable_truncation(max_tokens)
    return tokeniser


def _one_thread() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options
