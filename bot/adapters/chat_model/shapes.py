"""The shape of an answer: as a JSON Schema that providers take, and read out of what a model wrote."""

import json
import re
from collections.abc import Mapping
from typing import Final, TypeVar

from pydantic import BaseModel

Shape = TypeVar("Shape", bound=BaseModel)

LONGEST: Final = 4000
"""Characters of an answer beyond which it is none: eight long sentences are a quarter of that."""
_NOT_TAKEN = frozenset({"default", "minLength", "maxLength", "minItems", "maxItems"})
"""Keywords that strict modes turn away with a 400; pydantic holds the answer to them all the same."""
_FENCED = re.compile(r"\A\s*```(?:json)?\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)


def schema_of(shape: type[BaseModel]) -> dict[str, object]:
    """The JSON Schema of a shape, in the part of the language that all providers take: closed, and nothing optional."""
    plain = _plain(shape.model_json_schema())
    return plain if isinstance(plain, dict) else {}


def instruction(shape: type[BaseModel]) -> str:
    """The schema in words, for providers that know of JSON but not of schemas."""
    schema = json.dumps(schema_of(shape), ensure_ascii=False)
    return f"Answer with one JSON object and nothing else. It must fit this JSON Schema: {schema}"


def read(shape: type[Shape], written: str | Mapping[str, object]) -> Shape:
    """The answer, from text or from the arguments of a call.

    Raises:
        ValueError: It is not of the shape: cut off, other types, other fields, no JSON; or longer than `LONGEST`.
    """
    text = written if isinstance(written, str) else json.dumps(written, ensure_ascii=False)
    if len(text) > LONGEST:
        message = "longer than any answer"
        raise ValueError(message)
    fenced = _FENCED.match(text) if isinstance(written, str) else None
    return shape.model_validate_json(fenced.group(1) if fenced else text, strict=True)


def _plain(node: object, *, names: bool = False) -> object:
    """A schema without what is not taken; `names` says that the keys are those of fields, not of the language."""
    if isinstance(node, list):
        return [_plain(one) for one in node]
    if not isinstance(node, dict):
        return node
    kept = {
        key: _plain(value, names=not names and key in {"properties", "$defs"})
        for key, value in node.items()
        if names or key not in _NOT_TAKEN
    }
    if not names and isinstance(kept.get("properties"), dict):
        kept |= {"required": list(node["properties"]), "additionalProperties": False}
    return kept
