"""What the benchmark talks about: messages and queries, read from files of JSON lines."""

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from evals.bench.outcome import BenchError, Query
from prompts import library

MOST = 60
HELD_OUT = Path(__file__).resolve().parent.parent / "heldout" / "messages.jsonl"
WRITTEN = "examples/author_e.jsonl"


def texts(file: Path | None = None) -> tuple[str, ...]:
    """Messages of `file`, else of our held-out ones, else of one author's examples: the times do not depend on it."""
    path = file or (HELD_OUT if HELD_OUT.is_file() else library.file(WRITTEN))
    found = [_text(path, number, line) for number, line in _lines(path)]
    if not found:
        message = f"{path} holds no messages"
        raise BenchError(message)
    return tuple(evenly(found, MOST))


def queries(file: Path | None) -> tuple[Query, ...]:
    """Queries with graded answers; none where no file is given."""
    return tuple(_query(file, number, line) for number, line in _lines(file)) if file else ()


def evenly(values: Sequence[str], most: int) -> list[str]:
    """At most so many values, taken at equal steps from the first to the last."""
    if len(values) <= most:
        return list(values)
    return [values[number * len(values) // most] for number in range(most)]


def _lines(path: Path) -> list[tuple[int, str]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise BenchError(str(error)) from error
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _text(path: Path, number: int, line: str) -> str:
    try:
        raw: object = json.loads(line)
    except ValueError:
        raw = None
    text = raw.get("text") if isinstance(raw, dict) else None
    if not isinstance(text, str) or not text.strip():
        message = f'{path}:{number}: expected a JSON object with a "text"'
        raise BenchError(message)
    return text


def _query(path: Path, number: int, line: str) -> Query:
    try:
        return Query.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(one) for one in first["loc"])
        message = f"{path}:{number}: {place}: {first['msg']}"
        raise BenchError(message) from error
