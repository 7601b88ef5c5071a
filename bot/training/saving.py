"""A tuned encoder as the quantised graph that the coach runs."""

import shutil
from pathlib import Path

from bot.training import encoder
from knowledge.encoder.exporting import prepare_encoder, quantise


def export(tuned: encoder.Tuned, base: Path, scratch: Path, folder: Path) -> None:
    """Write the graph and its tokeniser into `folder`; `base` lends what tuning does not change."""
    hugging = scratch / "tuned"
    shutil.copytree(base, hugging, ignore=shutil.ignore_patterns("model.safetensors"))
    encoder.save(tuned, hugging)
    prepare_encoder(scratch / "exported", str(hugging))
    folder.mkdir(parents=True, exist_ok=True)
    quantise(scratch / "exported", folder)
