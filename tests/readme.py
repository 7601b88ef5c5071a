"""The parts of README.md that are written from the code, and how to write them anew (UPDATE_MAP=1)."""

import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"


def stands_in_readme(name: str, expected: str) -> bool:
    """Whether the part `name` of README.md is `expected`; with UPDATE_MAP=1 it is made so."""
    text = README.read_text(encoding="utf-8")
    found = re.search(rf"(<!-- {name}\b[^\n]*-->\n)(.*?)(<!-- /{name} -->)", text, re.DOTALL)
    assert found, f"README.md has no markers for: {name}"
    if os.environ.get("UPDATE_MAP") and found[2] != expected:
        README.write_text(text[: found.end(1)] + expected + text[found.start(3) :], encoding="utf-8")
        return True
    return found[2] == expected
