"""YAML straight into a strict model: an unknown or repeated key is an error that names the file and the line."""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from knowledge.errors import KnowledgeError

Model = TypeVar("Model", bound=BaseModel)


class Place(BaseModel):
    """Where an item of a YAML list stands."""

    file: str
    line: int


def load(path: Path, model: type[Model]) -> Model:
    """Read one YAML file that holds one item."""
    return _validate(_compose(path), model, path)


def load_list(path: Path, model: type[Model]) -> tuple[tuple[Model, Place], ...]:
    """Read one YAML file that holds a list of items, each with its place."""
    root = _compose(path)
    if not isinstance(root, yaml.SequenceNode):
        raise KnowledgeError(path.name, "holds no list", "Write one '- ' item for each entry.")
    return tuple(
        (_validate(node, model, path), Place(file=path.name, line=node.start_mark.line + 1)) for node in root.value
    )


def _compose(path: Path) -> yaml.Node:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise KnowledgeError(path.name, f"is not YAML ({' '.join(str(error).split())})", "Mend the line.") from error
    if root is None:
        raise KnowledgeError(path.name, "is empty", "Fill it or delete it.")
    _refuse_repeated_keys(root, path)
    return root


def _refuse_repeated_keys(node: yaml.Node, path: Path) -> None:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_repeated_keys(item, path)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                where = f"{path.name}:{key.start_mark.line + 1}"
                raise KnowledgeError(where, f"key {key.value!r} stands twice", "Keep one of the two.")
            seen.add(key.value)
            _refuse_repeated_keys(value, path)


def _validate(node: yaml.Node, model: type[Model], path: Path) -> Model:
    loader = yaml.SafeLoader("")
    try:
        data: object = loader.construct_document(node)
    finally:
        loader.dispose()
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        line = _line_of(node, first["loc"])
        key = ".".join(str(part) for part in first["loc"]) or model.__name__
        raise KnowledgeError(f"{path.name}:{line}", f"{key}: {first['msg']}", "Correct this line.") from error


def _line_of(node: yaml.Node, location: tuple[int | str, ...]) -> int:
    """The line of the innermost YAML node that an error location leads to."""
    for part in location:
        inner = _child(node, part)
        if inner is None:
            break
        node = inner
    return int(node.start_mark.line) + 1


def _child(node: yaml.Node, part: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        child: yaml.Node = node.value[part]
        return child
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                found: yaml.Node = value
                return found
    return None
