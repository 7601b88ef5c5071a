"""What is sent to models, as files: text with variables that its head declares, checked when read, and hashed.

A file begins with `variables: one, two`, then a line of three dashes, then the text, where a variable stands as `$one`
or `${one}` and a dollar as `$$`. A line that has variables is left out where all of them are empty, and a tag that then
has nothing between its two lines goes with it.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from prompts import library

_HEAD = "variables:"
_DASHES = "---"
_TAG = re.compile(r"<[a-z]+>\Z")
_NAME = re.compile(r"[a-z][a-z_]*\Z")
_MARK = re.compile(r"\$(?:(?P<dollar>\$)|(?P<bare>[a-z][a-z_]*)|\{(?P<braced>[a-z][a-z_]*)\}|(?P<wrong>))")


class TemplateError(Exception):
    """A prompt file that is not right: the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Template:
    """One prompt file, read and checked: `lines` are its text, each with the variables that stand in it."""

    name: str
    variables: tuple[str, ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    digest: str

    def __call__(self, values: Mapping[str, str]) -> str:
        """The text with its values filled in; ValueError where one is missing or unknown.

        What a value holds is never read as a variable.
        """
        if set(values) != set(self.variables):
            different = ", ".join(sorted(set(values) ^ set(self.variables)))
            message = f"{self.name}: missing or unknown: {different}"
            raise ValueError(message)
        kept: list[str] = []
        opened = ""
        for line, names in self.lines:
            if names and not any(values[name].strip() for name in names):
                continue
            if not names and opened and line == opened.replace("<", "</"):
                kept.pop()
            else:
                kept.append(_filled(line, values))
            opened = line if not names and _TAG.match(line) else ""
        return "\n".join(kept).strip()


def read(path: Path) -> Template:
    """Read one prompt file. Raises TemplateError that names the file and the line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(_at(path, 1, "cannot be read as text")) from error
    rows = text.splitlines()
    declared = _declared(path, rows)
    lines = tuple((row, _used(path, number, row, declared)) for number, row in enumerate(rows[2:], 3))
    used = {name for _, names in lines for name in names}
    idle = [name for name in declared if name not in used]
    if idle:
        raise TemplateError(_at(path, 1, f"declares what the text does not use: {', '.join(idle)}"))
    if not any(row.strip() for row in rows[2:]):
        raise TemplateError(_at(path, 3, "has no text"))
    return Template(path.name, declared, lines, _digest([path]))


def named(name: str) -> Template:
    """The template of a file under `prompts`, as `judge/pair.txt`. Raises TemplateError, also where there is none."""
    return read(library.FOLDER / name)


def digest(paths: Iterable[Path]) -> str:
    """The hash over some files and their names: 'sha256:' and sixteen digits."""
    return f"sha256:{_digest(sorted(paths))[:16]}"


def _declared(path: Path, rows: list[str]) -> tuple[str, ...]:
    if not rows or not rows[0].startswith(_HEAD):
        raise TemplateError(_at(path, 1, "must begin with 'variables:' and the names that the text uses"))
    if len(rows) == 1 or rows[1].strip() != _DASHES:
        raise TemplateError(_at(path, 2, "must be three dashes"))
    names = tuple(one.strip() for one in rows[0].removeprefix(_HEAD).split(",") if one.strip())
    for name in names:
        if not _NAME.match(name):
            raise TemplateError(_at(path, 1, f"{name!r} is no name: small letters and underscores"))
        if names.count(name) > 1:
            raise TemplateError(_at(path, 1, f"declares {name!r} twice"))
    return names


def _used(path: Path, number: int, row: str, declared: tuple[str, ...]) -> tuple[str, ...]:
    names = []
    for mark in _MARK.finditer(row):
        if mark["wrong"] is not None:
            raise TemplateError(_at(path, number, "has a dollar that begins no variable: write $$"))
        name = mark["bare"] or mark["braced"]
        if name and name not in declared:
            raise TemplateError(_at(path, number, f"uses ${name}, which the first line does not declare"))
        names += [name] if name else []
    return tuple(names)


def _filled(line: str, values: Mapping[str, str]) -> str:
    return _MARK.sub(lambda mark: "$" if mark["dollar"] else values[mark["bare"] or mark["braced"]], line)


def _digest(paths: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def _at(path: Path, line: int, what: str) -> str:
    return f"{path.parent.name}/{path.name}, line {line}: {what}"
