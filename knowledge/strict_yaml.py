"""YAML straight into a strict model: an unknown or repeated key is an error that names the file and the line."""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from knowledge.errors import KnowledgeError

Model = TypeVar("Model", bound=BaseModel)
_NOT_YAML = (yaml.YAMLError, ValueError, LookupError, TypeError)
_NO_VALUE = (*_NOT_YAML, AttributeError, ArithmeticError, RecursionError)
"""What the libraries raise of a value that is none: a date in the thirteenth month, a number with no digits or with
more than Python writes out.
"""


class Place(BaseModel):
    """Where an item of a YAML list stands."""

    file: str
    line: int


def load(path: Path, model: type[Model]) -> Model:
    """Read one YAML file that holds one item."""
    return _validate(_compose(path), model, path.name)


def load_list(path: Path, model: type[Model]) -> tuple[tuple[Model, Place], ...]:
    """Read one YAML file that holds a list of items, each with its place."""
    root = _sequence(_compose(path), path.name)
    return tuple(
        (_validate(node, model, path.name), Place(file=path.name, line=node.start_mark.line + 1)) for node in root.value
    )


def read_list(text: str, name: str, model: type[Model]) -> tuple[tuple[tuple[Model, Place], ...], tuple[str, ...]]:
    """The same of a text, under a name: the items that are right, and every fault of the others. Never raises."""
    try:
        root = _sequence(_composed(text, name), name)
    except KnowledgeError as error:
        return (), (str(error),)
    kept: list[tuple[Model, Place]] = []
    faults: list[str] = []
    for node in root.value:
        try:
            kept.append((_validate(node, model, name), Place(file=name, line=node.start_mark.line + 1)))
        except KnowledgeError as error:
            faults += _every_fault(error, node, name)
    return tuple(kept), tuple(faults)


def _compose(path: Path) -> yaml.Node:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise KnowledgeError(path.name, f"is not YAML ({error})", "Mend the line.") from error
    return _composed(text, path.name)


def _composed(text: str, name: str) -> yaml.Node:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except _NOT_YAML as error:
        raise KnowledgeError(name, f"is not YAML ({' '.join(str(error).split())})", "Mend the line.") from error
    except RecursionError as error:
        raise KnowledgeError(name, "is nested too deeply", "Write it flat.") from error
    if root is None:
        raise KnowledgeError(name, "is empty", "Fill it or delete it.")
    _refuse_repetition(root, name)
    return root


def _sequence(root: yaml.Node, name: str) -> yaml.SequenceNode:
    if not isinstance(root, yaml.SequenceNode):
        raise KnowledgeError(name, "holds no list", "Write one '- ' item for each entry.")
    return root


def _refuse_repetition(root: yaml.Node, name: str) -> None:
    """Neither a key twice, nor an alias: nodes that stand in several places could be millions when written out."""
    met: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in met:
            where = f"{name}:{node.start_mark.line + 1}"
            raise KnowledgeError(where, "an alias (*) stands for this", "Write it out where it is meant.")
        met.add(id(node))
        waiting += _children(node, name)


def _children(node: yaml.Node, name: str) -> list[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if not isinstance(node, yaml.MappingNode):
        return []
    seen: set[str] = set()
    for key, _ in node.value:
        where = f"{name}:{key.start_mark.line + 1}"
        if not isinstance(key, yaml.ScalarNode):
            raise KnowledgeError(where, "a key is no single word", "Write a name before the colon.")
        if key.value in seen:
            raise KnowledgeError(where, f"key {key.value!r} stands twice", "Keep one of the two.")
        seen.add(key.value)
    return [one for pair in node.value for one in pair]


def _validate(node: yaml.Node, model: type[Model], name: str) -> Model:
    loader = yaml.SafeLoader("")
    try:
        return _valid(loader.construct_document(node), node, model, name)
    except _NO_VALUE as error:
        where = f"{name}:{node.start_mark.line + 1}"
        raise KnowledgeError(where, "a value here is none of its kind", "Put it in quotation marks.") from error
    finally:
        loader.dispose()


def _valid(data: object, node: yaml.Node, model: type[Model], name: str) -> Model:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise _fault(_faults(error)[0], node, model.__name__, name) from error


def _every_fault(first: KnowledgeError, node: yaml.Node, name: str) -> list[str]:
    """All that is wrong with an item, not only what is found first."""
    if not isinstance(first.__cause__, ValidationError):
        return [str(first)]
    title = first.__cause__.title
    return [str(_fault(one, node, title, name)) for one in _faults(first.__cause__)]


def _faults(error: ValidationError) -> list[ErrorDetails]:
    """What was found, without the values: a number of thousands of digits cannot even be written."""
    return error.errors(include_url=False, include_input=False)


def _fault(error: ErrorDetails, node: yaml.Node, title: str, name: str) -> KnowledgeError:
    key = ".".join(str(part) for part in error["loc"]) or title
    return KnowledgeError(f"{name}:{_line_of(node, error['loc'])}", f"{key}: {error['msg']}", "Correct this line.")


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
