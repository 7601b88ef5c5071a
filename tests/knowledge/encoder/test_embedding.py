"""The encoder: unit vectors from a small exported model, shared tokens, and errors that say what to do."""

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from knowledge.encoder.embedding import EncoderError, OnnxEncoder
from knowledge.encoder.exporting import find_weights, is_ready, own_sentences, prepare_encoder, write_manifest

WORDS = ["[UNK]", "a", "bold", "target", "quiet", "ward"]
SIZE = 8


def model_folder(folder: Path, seed: int = 0, *, words: bool = True) -> Path:
    """A model of one table: the vector of a text is the normalised sum of the rows of its words."""
    folder.mkdir()
    table = np.random.default_rng(seed).normal(size=(len(WORDS), SIZE)).astype(np.float32)
    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["table", "input_ids"], ["rows"]),
            helper.make_node("ReduceSum", ["rows", "axis"], ["sum"], keepdims=0),
            helper.make_node("LpNormalization", ["sum"], ["sentence_embedding"], axis=-1, p=2),
            helper.make_node("Identity", ["rows"], ["token_embeddings"]),
        ],
        "sum of words",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "tokens"])],
        [
            helper.make_tensor_value_info("sentence_embedding", TensorProto.FLOAT, ["batch", SIZE]),
            *(
                [helper.make_tensor_value_info("token_embeddings", TensorProto.FLOAT, ["batch", "tokens", SIZE])]
                * words
            ),
        ],
        [numpy_helper.from_array(table, "table"), numpy_helper.from_array(np.array([1]), "axis")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(folder / "model.onnx"))
    tokeniser = Tokenizer(WordLevel({word: row for row, word in enumerate(WORDS)}, unk_token="[UNK]"))  # noqa: S106
    tokeniser.pre_tokenizer = Whitespace()
    tokeniser.enable_padding(length=128)  # as the real file does
    tokeniser.save(str(folder / "tokenizer.json"))
    write_manifest(folder, SIZE, 4, f"source {seed}")
    return folder


def test_vectors_have_length_one_and_do_not_depend_on_their_neighbours(tmp_path: Path) -> None:
    encoder = OnnxEncoder(model_folder(tmp_path / "model"))
    together = encoder.encode(["a bold target", "quiet", "a"])
    assert together.shape == (3, SIZE)
    assert together.dtype == np.float32
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-6)
    assert np.array_equal(together[1], encoder.encode(["quiet"])[0])


def test_tokens_have_vectors_and_places_of_their_own(tmp_path: Path) -> None:
    encoder = OnnxEncoder(model_folder(tmp_path / "model"))
    read = encoder.encode_words("a  bold target")
    assert read.places == ((0, 1), (3, 7), (8, 14))
    assert read.tokens.shape == (3, SIZE)
    assert np.array_equal(read.vector, encoder.encode(["a  bold target"])[0])
    assert np.allclose(read.tokens.sum(axis=0) / np.linalg.norm(read.tokens.sum(axis=0)), read.vector, atol=1e-6)


def test_a_graph_without_token_vectors_is_named(tmp_path: Path) -> None:
    encoder = OnnxEncoder(model_folder(tmp_path / "model", words=False))
    with pytest.raises(EncoderError, match="no vectors of single words"):
        encoder.encode_words("a bold target")


def test_padding_is_off_and_long_texts_are_cut(tmp_path: Path) -> None:
    encoder = OnnxEncoder(model_folder(tmp_path / "model"))
    assert encoder.tokenize(["a bold target"]).ids == ((1, 2, 3),)
    assert encoder.tokenize(["a " * 50]).ids == ((1, 1, 1, 1),)


def test_no_texts_are_no_rows(tmp_path: Path) -> None:
    assert OnnxEncoder(model_folder(tmp_path / "model")).encode([]).shape == (0, SIZE)


def test_two_models_with_one_tokeniser_share_its_work(tmp_path: Path) -> None:
    first, second = OnnxEncoder(model_folder(tmp_path / "one")), OnnxEncoder(model_folder(tmp_path / "two", seed=1))
    tokens = first.tokenize(["quiet ward"])
    assert np.array_equal(second.encode_tokens(tokens), second.encode(["quiet ward"]))
    assert first.fingerprint != second.fingerprint


def test_tokens_of_another_tokeniser_are_refused(tmp_path: Path) -> None:
    first, other = model_folder(tmp_path / "one"), model_folder(tmp_path / "two")
    write_manifest(other, SIZE, 2, "cut shorter")
    tokens = OnnxEncoder(other).tokenize(["quiet ward"])
    with pytest.raises(EncoderError, match="tokeniser"):
        OnnxEncoder(first).encode_tokens(tokens)


def test_a_folder_without_a_finished_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="run the set-up"):
        OnnxEncoder(tmp_path)
    assert not is_ready(tmp_path)


def test_a_cut_off_manifest_is_no_finished_model(tmp_path: Path) -> None:
    folder = model_folder(tmp_path / "model")
    (folder / "encoder.json").write_text('{"dimension": 8', encoding="utf-8")
    assert not is_ready(folder, "any folder")


def test_a_finished_model_is_found_and_not_made_again(tmp_path: Path) -> None:
    folder = model_folder(tmp_path / "model")
    before = (folder / "model.onnx").stat().st_mtime_ns
    assert prepare_encoder(folder, "a folder that is not needed any more") is False
    assert (folder / "model.onnx").stat().st_mtime_ns == before


def test_a_model_of_other_weights_than_the_pinned_ones_is_not_ready(tmp_path: Path) -> None:
    assert not is_ready(model_folder(tmp_path / "model"))


def test_an_unknown_model_names_itself() -> None:
    with pytest.raises(EncoderError, match="no_such_model_package"):
        find_weights("no_such_model_package")


def test_weights_with_another_hash_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"not the weights")
    monkeypatch.setitem(
        __import__("knowledge.encoder.exporting").encoder.exporting.PINNED_SHA256, str(tmp_path), "0" * 64
    )
    with pytest.raises(EncoderError, match="do not use it"):
        find_weights(str(tmp_path))


def test_the_sentences_for_comparison_are_our_own() -> None:
    sentences = own_sentences()
    assert len(sentences) == 300
    assert all(sentences)


def test_the_manifest_is_plain_json(tmp_path: Path) -> None:
    manifest = json.loads((model_folder(tmp_path / "model") / "encoder.json").read_text(encoding="utf-8"))
    assert manifest["dimension"] == SIZE
    assert len(manifest["model_sha256"]) == 64
