"""Where trained weights are committed, and where exported models are kept."""

from pathlib import Path

import knowledge

UNDERSTANDING = Path(knowledge.__file__).resolve().parent / "weights" / "understanding"
"""Tuned encoder and heads, committed."""

ENCODER = "encoder"
"""Folder of the exported frozen encoder, inside the data folder."""
