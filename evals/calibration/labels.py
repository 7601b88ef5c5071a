"""Labelled replies: what people said of each, criterion by criterion, and the replies that they said it of."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.casebook.case import Case, Said, Turn
from evals.errors import EvalsError
from evals.rubric.criteria import CRITERIA
from evals.rubric.talk import Exchange, Reply, Talk

SHIPPED = Path(__file__).resolve().parent / "labels.csv"
ITEMS = "items.jsonl"
_COLUMNS = ("item", "criterion", "rater", "met")


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Item(_Line):
    """A reply that people labelled, with what went before it as pairs of message and reply."""

    id: str
    about: str
    before: tuple[tuple[str, str], ...] = ()
    message: str
    said: Said = Said.TELLING
    reply: str

    def talk(self) -> Talk:
        """The item as a talk of which the last reply is graded."""
        turns = [(Turn(says=says), reply, False) for says, reply in self.before]
        turns.append((Turn(says=self.message, said=self.said), self.reply, True))
        exchanges = [
            Exchange(number, turn, Reply(text=reply), graded) for number, (turn, reply, graded) in enumerate(turns, 1)
        ]
        case = Case(
            id=self.id,
            family=self.id,
            about=self.about,
            split="hold_out",
            turns=(Turn(says=self.message, said=self.said),),
            reference=self.reply or "-",
        )
        return Talk(case, tuple(exchanges))


class Label(_Line):
    """What one person said of one reply: is the criterion met? For a negative criterion: did the bad thing happen?"""

    item: str
    criterion: str
    rater: str
    met: Literal["yes", "no"]


def read_labels(file: Path) -> tuple[Label, ...]:
    """The labels of a CSV file with the columns item, criterion, rater, met; EvalsError names the line at fault."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:  # a spreadsheet writes a mark at the beginning
            reader = csv.DictReader(lines)
            rows = [(reader.line_num, row) for row in reader]
    except (OSError, UnicodeDecodeError) as error:
        message = f"{file} cannot be read: {error}"
        raise EvalsError(message) from error
    if not rows or set(rows[0][1]) != set(_COLUMNS):
        message = f"{file}: wanted a first line with {', '.join(_COLUMNS)}, and a label on each line after it"
        raise EvalsError(message)
    found: dict[tuple[str, str, str], Label] = {}
    for number, row in rows:
        label = _label(file, number, row)
        before = found.setdefault((label.item, label.criterion, label.rater), label)
        if before.met != label.met:
            message = f"{file}:{number}: {label.rater} said both yes and no of {label.item}, {label.criterion}"
            raise EvalsError(message)
    return tuple(found.values())


def read_items(file: Path) -> dict[str, Item]:
    """The labelled replies by id; EvalsError names the line at fault."""
    items = {}
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        message = f"{file}: the replies that were labelled are wanted here, a JSON line each"
        raise EvalsError(message) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = Item.model_validate_json(line)
            item.talk()
        except ValidationError as error:
            message = f"{file}:{number}: {error.errors(include_url=False)[0]['msg']}"
            raise EvalsError(message) from error
        items[item.id] = item
    return items


def raters(labels: Sequence[Label]) -> tuple[str, ...]:
    """Who labelled, in name order."""
    return tuple(sorted({one.rater for one in labels}))


def _label(file: Path, number: int, row: dict[str, str]) -> Label:
    try:
        label = Label.model_validate(row)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        message = f"{file}:{number}: {'.'.join(map(str, first['loc']))}: {first['msg']}"
        raise EvalsError(message) from error
    if label.criterion not in CRITERIA:
        message = f"{file}:{number}: no criterion is called {label.criterion}"
        raise EvalsError(message)
    return label
