"""A process that opens an index, searches it for the vectors on its standard input, and tells what that took."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from evals.bench.processes import peak_mb
from evals.bench.timing import now
from knowledge.encoder.embedding import Vectors
from knowledge.index.index_folder import current_version, read_manifest
from knowledge.index.vector_index import VectorSettings
from knowledge.search.searcher import Searcher

_TEXT = "audit of a ward"


class _NoEncoder:
    """Stands for the encoder that an index was made with, where every vector is known."""

    def __init__(self, fingerprint: str, dimension: int) -> None:
        self.fingerprint = fingerprint
        self.dimension = dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        message = f"{len(texts)} texts have no vector"
        raise LookupError(message)


def main(root: Path) -> None:
    """Open, search, and print the seconds to the first answer and the most memory held, as JSON."""
    vectors = np.array(json.load(sys.stdin), dtype=np.float32)
    manifest = read_manifest(root / current_version(root))
    began = now()
    searcher = Searcher(root, _NoEncoder(manifest.encoder, vectors.shape[1]), VectorSettings(large_from=0))
    searcher.search(_TEXT, vector=vectors[0])
    opening = now() - began
    for vector in vectors:
        searcher.search(_TEXT, vector=vector)
    searcher.close()
    sys.stdout.write(json.dumps({"opening": opening, "megabytes": peak_mb(os.getpid())}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
