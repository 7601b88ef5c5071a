"""The findings as a table for people and as JSON for programs."""

import json
import os
import platform
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import version

from evals.bench.outcome import Measured, Outcome, Row

_HEADS = ("", "median", "min - max", "rounds", "reach", "")
_VERDICTS = {True: "met", False: "NOT MET", None: ""}


def machine() -> dict[str, object]:
    """What the figures were taken on, as far as it bears on them."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
        "onnxruntime": version("onnxruntime"),
    }


def as_table(outcomes: Mapping[str, Outcome], on: Mapping[str, object]) -> str:
    """One line a figure, the detail under it; measurements that were not made come last, each with its reason."""
    rows = [(row, cells(row)) for outcome in outcomes.values() if isinstance(outcome, Measured) for row in outcome.rows]
    widths = [max([len(head), *(len(line[place]) for _, line in rows)]) for place, head in enumerate(_HEADS)]
    told = [_line(_HEADS, widths)] if rows else []
    for row, line in rows:
        told += [_line(line, widths), f"    {row.detail}"]
    told += [
        f"{name}: not measured: {outcome.reason}"
        for name, outcome in outcomes.items()
        if not isinstance(outcome, Measured)
    ]
    where = ", ".join(f"{name} {value}" for name, value in on.items())
    return "\n".join([*told, "", f"Ratios of medians, both sides in turns in this one run; one thread. On: {where}."])


def as_json(outcomes: Mapping[str, Outcome], on: Mapping[str, object]) -> str:
    """Everything that the table shows, and the ratios unrounded."""
    measurements = {
        name: {"rows": [asdict(row) | {"met": row.met} for row in outcome.rows]}
        if isinstance(outcome, Measured)
        else {"skipped": outcome.reason}
        for name, outcome in outcomes.items()
    }
    return json.dumps({"machine": dict(on), "measurements": measurements}, indent=1, ensure_ascii=False) + "\n"


def cells(row: Row) -> tuple[str, ...]:
    """The columns of one figure."""
    value = row.value
    reach = "" if row.reach is None else f"<= {row.reach:g} {row.unit}"
    return (
        row.what,
        f"{figure(value.median)} {row.unit}",
        f"{figure(value.low)} - {figure(value.high)}" if value.rounds > 1 else "",
        str(value.rounds),
        reach,
        _VERDICTS[row.met],
    )


def figure(value: float) -> str:
    """A number with as many digits as it is worth."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def _line(line: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
