"""The folder of a run: results appended as they come, sorted when it is whole, and what the run was made of."""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.errors import EvalsError
from evals.runs.result import Result

_PART = "results.part.jsonl"
_WHOLE = "results.jsonl"
_MANIFEST = "run.json"


class Manifest(BaseModel):
    """What a run was made of. `key` is a hash of all of it: results of another key are never gone on with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_version: int = 1
    key: str
    target: str
    versions: dict[str, str]
    machine: dict[str, str]
    repeats: int
    seed: int
    judge: str | None = None
    judge_trust: str | None = None


class RunFolder:
    """One run on disk."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def begin(self, manifest: Manifest, *, fresh: bool) -> list[Result]:
        """Make the folder, or go on with it; the results that are there already.

        Raises EvalsError where a run of another make is in the way: it is never overwritten unless `fresh`.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        if fresh:
            for name in (_PART, _WHOLE, _MANIFEST):
                (self.path / name).unlink(missing_ok=True)
        kept = self.path / _MANIFEST
        if kept.exists() and self.manifest().key != manifest.key:
            message = f"{self.path} holds a run of another make; choose another --out, or --fresh to run it anew"
            raise EvalsError(message)
        kept.write_text(manifest.model_dump_json(indent=1) + "\n", encoding="utf-8")
        found = {(one.case, one.repeat, one.digest): one for one in (*self._read(_WHOLE), *self._read(_PART))}
        return list(found.values())  # a kill between the two last steps of `finish` leaves every result in both files

    def append(self, result: Result) -> None:
        """Keep one result at once; a kill loses at most what was being held."""
        part = self.path / _PART
        cut = part.exists() and not part.read_bytes().endswith(b"\n")  # a kill in the middle of a line
        with part.open("a", encoding="utf-8") as file:
            file.write(("\n" if cut and part.stat().st_size else "") + result.model_dump_json() + "\n")

    def finish(self, results: Iterable[Result]) -> None:
        """Write all results in the order of their names, in one step."""
        fresh = self.path / f".{_WHOLE}.new"
        ordered = sorted(results, key=lambda one: (one.case, one.repeat))
        with fresh.open("w", encoding="utf-8") as file:
            file.writelines(one.model_dump_json() + "\n" for one in ordered)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.path / _WHOLE)
        (self.path / _PART).unlink(missing_ok=True)

    def manifest(self) -> Manifest:
        """What the run was made of; EvalsError where there is no run."""
        try:
            return Manifest.model_validate_json((self.path / _MANIFEST).read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            message = f"{self.path} holds no run; make one with: coach evals run --out {self.path}"
            raise EvalsError(message) from error
        except ValidationError as error:
            message = f"{self.path / _MANIFEST} cannot be read; run it anew with --fresh"
            raise EvalsError(message) from error

    def results(self) -> Sequence[Result]:
        """All results of a finished run; EvalsError where it is not finished."""
        self.manifest()
        if not (self.path / _WHOLE).exists():
            message = f"the run in {self.path} is not finished; the same command goes on with it"
            raise EvalsError(message)
        return self._read(_WHOLE)

    def _read(self, name: str) -> list[Result]:
        """Results of a file; a line that a kill cut off is left out, and its case run again."""
        file = self.path / name
        if not file.exists():
            return []
        results = []
        for number, line in enumerate(file.read_bytes().split(b"\n"), 1):
            if not _is_json(line):
                continue
            try:
                results.append(Result.model_validate_json(line))
            except ValidationError as error:
                message = f"{file}:{number} cannot be read; run it anew with --fresh"
                raise EvalsError(message) from error
        return results


def _is_json(line: bytes) -> bool:
    """Whether a line is whole; an empty one, or one that was cut, is not."""
    try:
        json.loads(line)
    except ValueError:
        return False
    return True
