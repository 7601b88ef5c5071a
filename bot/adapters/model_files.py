"""Where trained weights are committed, and where exported models are kept."""

from pathlib import Path

import knowledge
from knowledge.encoder.embedding import MANIFEST_FILE
from knowledge.encoder.exporting import prepare_encoder, quantise

UNDERSTANDING = Path(knowledge.__file__).resolve().parent / "weights" / "understanding"
"""Tuned encoder and heads, committed."""

LISTENING = Path(knowledge.__file__).resolve().parent / "weights" / "listening"
"""The encoder that tells what a message amounts to and which of its words are which, and its heads, committed."""

SPEECH = Path(knowledge.__file__).resolve().parent / "weights" / "speech"
"""The head that says what a sentence of a draft does, committed."""

ENCODER = "encoder"
"""Folder of the exported frozen encoder (exact, for the index), inside the data folder."""

READING = "reading"
"""Folder of the frozen encoder's int8 copy (for reading messages), inside the data folder."""


def prepare(data: Path, source: str) -> None:
    """Export the encoder and its int8 copy into the data folder, unless both are there."""
    made = prepare_encoder(data / ENCODER, source)
    if made or not (data / READING / MANIFEST_FILE).is_file():
        quantise(data / ENCODER, data / READING)
