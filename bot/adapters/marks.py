"""What readers and writers marked, one message a line in files of a folder, read strictly."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bot.errors import CoachError

M = TypeVar("M", bound=BaseModel)


def read_lines(folder: Path, model: type[M], what: str, code: str) -> Iterator[tuple[str, M]]:
    """Every line of `folder/*.jsonl` with its place, as 'file, line 3'. CoachError, naming it, for a broken one."""
    for file in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            place = f"{file.name}, line {number}"
            if not line.strip():
                continue
            try:
                yield place, model.model_validate(json.loads(line))
            except (ValueError, ValidationError) as error:
                message = f"{place}: not {what} ({error})"
                raise CoachError(message, code=code) from error
