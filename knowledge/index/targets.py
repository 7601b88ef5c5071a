"""Targets and units as files of an index, and the texts that the keyword index holds for each target."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from knowledge.index.target_file import TargetFile, is_large
from knowledge.index.units import Target, Unit, UnitKind, heading

TARGETS_FILE = "targets.json"
UNITS_FILE = "units.json"
KEYWORDS_FOLDER = "keywords"
SOURCE_WORDS = "source"  # what the source says: title, section and text
ALL_WORDS = "all"  # the same, with every line that our cards add


def save_targets(folder: Path, targets: Sequence[Target]) -> None:
    """Write the targets in row order."""
    rows = [asdict(target) for target in targets]
    (folder / TARGETS_FILE).write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def load_targets(folder: Path) -> tuple[Target, ...]:
    """Read the targets in row order."""
    rows = json.loads((folder / TARGETS_FILE).read_text(encoding="utf-8"))
    return tuple(Target(**{**row, "cards": tuple(row["cards"])}) for row in rows)


def documents(folder: Path) -> list[str]:
    """The documents that an index holds something of, in order."""
    if not is_large(folder):
        return sorted({target.doc for target in load_targets(folder)})
    targets = TargetFile(folder)
    found = {targets[row].doc for row in range(len(targets))}
    targets.close()
    return sorted(found)


def save_units(folder: Path, units: Sequence[Unit]) -> None:
    """Write the units, kind by kind, in row order."""
    rows = [[unit.kind, unit.text, unit.targets, unit.card] for unit in units]
    (folder / UNITS_FILE).write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def load_units(folder: Path) -> tuple[Unit, ...]:
    """Read the units, kind by kind, in row order."""
    rows = json.loads((folder / UNITS_FILE).read_text(encoding="utf-8"))
    return tuple(Unit(UnitKind(kind), text, tuple(targets), card) for kind, text, targets, card in rows)


def keyword_texts(targets: Sequence[Target], units: Sequence[Unit], titles: Mapping[str, str]) -> dict[str, list[str]]:
    """The text of each target for each keyword index, by the name of the index."""
    source = [heading(target, titles) + target.text for target in targets]
    lines: list[list[str]] = [[] for _ in targets]
    for unit in units:
        if unit.card is not None:
            for row in unit.targets:
                lines[row].append(unit.text)
    everything = [" ".join([text, *added]) for text, added in zip(source, lines, strict=True)]
    return {SOURCE_WORDS: source, ALL_WORDS: everything}
