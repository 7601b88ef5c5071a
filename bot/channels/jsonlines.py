"""JSON lines in, JSON lines out: one line for each, in order, flushed at once; a bad line never ends the stream."""

import json
import logging
from collections.abc import Callable, Iterable
from io import TextIOWrapper
from typing import TextIO, TypeVar

from pydantic import ValidationError

from bot.channels.wire import ErrorOut
from bot.channels.wire_lines import LONGEST_TEXT, Line
from bot.errors import CoachError

In = TypeVar("In", bound=Line)

_LOG = logging.getLogger(__name__)
_CODES = {
    "extra_forbidden": "unknown_field",
    "missing": "missing_field",
    "string_too_short": "empty_text",
    "string_pattern_mismatch": "empty_text",
    "string_too_long": "too_long",
}


class BadLineError(Exception):
    """A line that cannot be taken, and why."""

    def __init__(self, error: ErrorOut, key_value: str | None) -> None:
        super().__init__(error.message)
        self.error = error
        self.key_value = key_value


def run(lines: Iterable[str], out: TextIO, model: type[In], answer: Callable[[In], Line], key: str) -> None:
    """Answer each line of `lines`; `key` is the field (`id` or `conversation`) that an error repeats."""
    if isinstance(lines, TextIOWrapper):
        lines.reconfigure(encoding="utf-8", errors="surrogateescape")  # a line of other bytes is a bad line, no more
    if isinstance(out, TextIOWrapper):
        out.reconfigure(encoding="utf-8", errors="replace")
    for line in lines:
        if not line.strip():
            continue
        out.write(_one(line, model, answer, key) + "\n")
        out.flush()


def _one(line: str, model: type[In], answer: Callable[[In], Line], key: str) -> str:
    try:
        given = parse(line, model, key)
    except BadLineError as bad:
        return _error(key, bad.key_value, bad.error)
    value = str(getattr(given, key))
    try:
        return answer(given).model_dump_json()
    except CoachError as error:
        code = error.code if error.code in {"not_yours", "conflict"} else "internal"
        return _error(key, value, ErrorOut.model_validate({"code": code, "message": str(error)}))
    except Exception as error:  # noqa: BLE001 - the stream must go on; the type alone is logged, never the text
        _LOG.error("a line could not be answered: %s", type(error).__name__)
        return _error(
            key, value, ErrorOut(code="internal", message="something went wrong on our side; the line was not answered")
        )


def parse(line: str, model: type[In], key: str) -> In:
    """One line as its model; BadLineError says what is wrong with it."""
    try:
        line.encode()
        raw: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLineError(ErrorOut(code="not_json", message="the line is not JSON"), None) from error
    if not isinstance(raw, dict):
        raise BadLineError(ErrorOut(code="not_an_object", message="the line is not a JSON object"), None)
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        value = raw.get(key)
        raise BadLineError(_describe(error), value if isinstance(value, str) else None) from error


def _describe(error: ValidationError) -> ErrorOut:
    first = error.errors(include_input=False, include_url=False)[0]
    field = ".".join(str(one) for one in first["loc"])
    code = _CODES.get(first["type"], "bad_value")
    messages = {
        "unknown_field": f"no such field: {field}",
        "missing_field": f"field missing: {field}",
        "empty_text": f"{field} is empty",
        "too_long": f"{field} is longer than {LONGEST_TEXT if field in {'text', 'query'} else 200} characters",
    }
    return ErrorOut.model_validate({"code": code, "message": messages.get(code, f"{field}: {first['msg']}")})


def _error(key: str, value: str | None, error: ErrorOut) -> str:
    return json.dumps({key: value, "error": error.model_dump()}, ensure_ascii=False)
