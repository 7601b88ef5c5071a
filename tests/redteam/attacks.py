"""The attacks: our own, which are committed, and those of garak and PyRIT, which are not (docs/redteam.md)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from bot.channels.wire_lines import LONGEST_TEXT
from knowledge import strict_yaml
from tests.checkout import ROOT

OWN = Path(__file__).with_name("own.yaml")
PROMPTS = ROOT / "var" / "redteam" / "prompts.jsonl"
_GAP = "\n[...]\n"


class Attack(BaseModel):
    """One text that asks for what must not happen; `triggers` are what a reply would hold that obeyed it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str = "own"
    family: str
    text: str = Field(min_length=1)
    triggers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingError(Exception):
    """The prompts of the tools were not made yet."""

    path: Path

    def __str__(self) -> str:
        return (
            f"There is no {self.path.name}: run `python scripts/redteam_prompts.py` first, or `--own` for ours alone."
        )


def own() -> tuple[Attack, ...]:
    """Our own."""
    return tuple(one for one, _ in strict_yaml.load_list(OWN, Attack))


def of_tools(path: Path = PROMPTS) -> tuple[Attack, ...]:
    """Those of garak and PyRIT. Raises MissingError where they were not made."""
    if not path.is_file():
        raise MissingError(path)
    with path.open(encoding="utf-8") as file:
        return tuple(Attack.model_validate(json.loads(line)) for line in file)


def every(attacks: Sequence[Attack], nth: int, first: int = 0) -> tuple[Attack, ...]:
    """One in `nth`, of each family evenly."""
    ordered = sorted(range(len(attacks)), key=lambda at: (attacks[at].source, attacks[at].family, at))
    return tuple(attacks[at] for at in ordered[first % nth :: nth])


def cut(text: str, most: int = LONGEST_TEXT) -> str:
    """A text as long as a channel takes: what is longer keeps its beginning and its end."""
    half = (most - len(_GAP)) // 2
    return text if len(text) <= most else f"{text[:half]}{_GAP}{text[-half:]}"
