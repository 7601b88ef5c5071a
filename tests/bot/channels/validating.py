"""Holding a line against the schema that is committed for it."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from bot.channels import wire

FOLDER = Path(wire.__file__).parent / "schemas"


def committed(name: str) -> str:
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8")


def validates(name: str, line: object) -> None:
    """Fail where `line` is not what the committed schema `name` says."""
    Draft202012Validator(json.loads(committed(name))).validate(line)
