"""What a proof found: figures against what they must be, as a table for people and JSON for programs."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

PROOFS = Path("var") / "proofs"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, its unit, and its bounds where it has any; None where it only informs."""

    name: str
    value: float
    unit: str = ""
    at_most: float | None = None
    at_least: float | None = None

    @property
    def reached(self) -> bool:
        """Whether it is within its bounds."""
        low = self.at_least is None or self.value >= self.at_least
        return low and (self.at_most is None or self.value <= self.at_most)

    @property
    def wanted(self) -> str:
        """Its bounds, to be read."""
        if self.at_most is not None and self.at_most == self.at_least:
            return f"= {_number(self.at_most)}"
        if self.at_most is not None:
            return f"<= {_number(self.at_most)}"
        return "" if self.at_least is None else f">= {_number(self.at_least)}"


def none(name: str, value: float) -> Figure:
    """A count that must be nought."""
    return Figure(name, value, at_most=0, at_least=0)


@dataclass(frozen=True, slots=True)
class Proof:
    """A whole proof; `notes` say what else is worth knowing, `given` how it was run."""

    name: str
    given: Mapping[str, object]
    figures: Sequence[Figure]
    notes: Sequence[str] = ()

    @property
    def reached(self) -> bool:
        """Whether every figure is within its bounds."""
        return all(figure.reached for figure in self.figures)


def table(proof: Proof) -> str:
    """The proof as text: one line a figure."""
    wide = max(len(figure.name) for figure in proof.figures)
    given = ", ".join(f"{name} {value}" for name, value in proof.given.items() if value not in ("", None))
    lines = [f"{proof.name}: {'reached' if proof.reached else 'NOT REACHED'}", f"  {given}"]
    for figure in proof.figures:
        verdict = ("ok" if figure.reached else "NOT REACHED") if figure.wanted else ""
        value = f"{_number(figure.value)} {figure.unit}".strip()
        lines.append(f"  {figure.name:<{wide}}  {value:>14}  {figure.wanted:<10} {verdict}".rstrip())
    return "\n".join([*lines, *(f"  {note}" for note in proof.notes)])


def tell(proof: Proof, folder: Path = PROOFS) -> None:
    """Print a proof and keep it as JSON, under its name."""
    sys.stdout.write(table(proof) + "\n")
    sys.stdout.flush()
    folder.mkdir(parents=True, exist_ok=True)
    kept = {
        "proof": proof.name,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "reached": proof.reached,
        "given": dict(proof.given),
        "figures": [{**asdict(figure), "reached": figure.reached} for figure in proof.figures],
        "notes": list(proof.notes),
    }
    (folder / f"{proof.name}.json").write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.3g}" if value < 1 else f"{value:,.1f}"
