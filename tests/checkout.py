"""This checkout: its code as files and trees, and the parts of README.md written from it (anew with UPDATE_MAP=1)."""

import ast
import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"


def code(*folders: str) -> list[Path]:
    """Every Python file in `folders` of this checkout."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def stands_in_readme(name: str, expected: str) -> bool:
    """Whether the part `name` of README.md is `expected`; with UPDATE_MAP=1 it is made so."""
    text = README.read_text(encoding="utf-8")
    found = re.search(rf"(<!-- {name}\b[^\n]*-->\n)(.*?)(<!-- /{name} -->)", text, re.DOTALL)
    assert found, f"README.md has no markers for: {name}"
    if os.environ.get("UPDATE_MAP") and found[2] != expected:
        README.write_text(text[: found.end(1)] + expected + text[found.start(3) :], encoding="utf-8")
        return True
    return found[2] == expected
