"""The one door to torch in knowledge: export and quantise an encoder, run by `exporting` as a process of its own."""

import json
import os
import shutil
import sys
import warnings
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from sentence_transformers import SentenceTransformer
from transformers import AutoModel, AutoTokenizer

from knowledge.encoder.embedding import MODEL_FILE, SENTENCE, TOKENIZER_FILE, TOKENS, OnnxEncoder
from knowledge.encoder.exporting import write_manifest

SAMPLE = ["Two texts of unequal length,", "so that the exporter sees that padding is masked and both axes can vary."]
OPSET = 17


class _Pooled(torch.nn.Module):
    """A transformer with mean pooling over the mask and L2 normalisation, as one graph; its token vectors beside."""

    def __init__(self, transformer: torch.nn.Module, names: list[str]) -> None:
        super().__init__()
        self.transformer = transformer
        self.names = names

    def forward(self, *inputs: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        given = dict(zip(self.names, inputs, strict=True))
        hidden = self.transformer(**given).last_hidden_state
        mask = given["attention_mask"].unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
        return torch.nn.functional.normalize(mean, dim=-1), hidden


def export(folder: Path, out: Path, sentences: list[str]) -> dict[str, float]:
    """Write graph and tokeniser, then compare with sentence-transformers: another kind of pooling would show there."""
    transformer = AutoModel.from_pretrained(str(folder), attn_implementation="eager", local_files_only=True).eval()
    tokeniser = AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
    tokens = tokeniser(SAMPLE, padding=True, return_tensors="pt")
    names = [name for name in ("input_ids", "attention_mask", "token_type_ids") if name in tokens]
    axes = {name: {0: "batch", 1: "tokens"} for name in names}
    torch.onnx.export(
        _Pooled(transformer, names),
        tuple(tokens[name] for name in names),
        str(out / MODEL_FILE),
        input_names=names,
        output_names=[SENTENCE, TOKENS],
        dynamic_axes=axes | {SENTENCE: {0: "batch"}, TOKENS: {0: "batch", 1: "tokens"}},
        opset_version=OPSET,
        dynamo=False,
    )
    shutil.copyfile(folder / TOKENIZER_FILE, out / TOKENIZER_FILE)
    original = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    longest = int(original.max_seq_length or transformer.config.max_position_embeddings)
    write_manifest(out, int(transformer.config.hidden_size), longest, source_sha256="")
    cosine = least_cosine(original, out, sentences)
    return {"dimension": transformer.config.hidden_size, "max_tokens": longest, "least_cosine": cosine}


def least_cosine(model: SentenceTransformer, out: Path, sentences: list[str]) -> float:
    """The worst agreement between the exported graph and the original over some sentences."""
    theirs = model.encode(sentences, normalize_embeddings=True, show_progress_bar=False)
    ours = OnnxEncoder(out).encode(sentences)
    return float(np.min(np.sum(np.asarray(theirs) * ours, axis=1)))


def main(arguments: list[str]) -> None:
    """`export MODEL_FOLDER OUT SENTENCES.json` or `quantise IN.onnx OUT.onnx`; prints one line of JSON."""
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")
    if arguments[0] == "quantise":
        quantize_dynamic(arguments[1], arguments[2], weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        report: dict[str, float] = {}
    else:
        sentences = [str(text) for text in json.loads(Path(arguments[3]).read_text(encoding="utf-8"))]
        report = export(Path(arguments[1]), Path(arguments[2]), sentences)
    sys.stdout.write(json.dumps(report) + "\n")


if __name__ == "__main__":
    os.environ["HF_HUB_OFFLINE"] = "1"
    main(sys.argv[1:])
