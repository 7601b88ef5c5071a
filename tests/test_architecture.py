"""The house as a whole: who imports whom, what each file is for, how long things are, what no file may name."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.checkout import ROOT, code, stands_in_readme, tree

PACKAGES = ("bot", "knowledge", "prompts", "evals")
LONGEST_FILE, LONGEST_FUNCTION = 250, 40
MEGABYTE = 1_000_000


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def our_files() -> list[Path]:
    """What git tracks; where this is no checkout, everything outside hidden and built folders."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    if listed.returncode == 0 and listed.stdout:
        return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]
    built = re.compile(r"(^|/)(\.(?!ci/)[^/]+|build|dist|var|__pycache__|[^/]+\.egg-info)(/|$)")
    return [path for path in ROOT.rglob("*") if path.is_file() and not built.search(named(path))]


def test_imports_keep_their_contracts(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed = lint_imports(config_filename="pyproject.toml", no_cache=True, no_logo=True)
    assert not failed, capsys.readouterr().out


def test_the_readme_maps_every_file_with_the_first_line_of_its_docstring() -> None:
    purposes = {named(path): (ast.get_docstring(tree(path)) or "").partition("\n")[0] for path in code(*PACKAGES)}
    nameless = [name for name, purpose in purposes.items() if not purpose]
    assert not nameless, f"no first line that says what the file is for: {nameless}"
    widest = max(map(len, purposes))
    lines = "".join(f"{name:<{widest}}  {purpose}\n" for name, purpose in purposes.items())
    assert stands_in_readme("map", f"```text\n{lines}```\n"), (
        "run: UPDATE_MAP=1 .venv/bin/python -m pytest tests/test_architecture.py"
    )


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    long = {
        named(path): count for path in code(*PACKAGES, "tests", "scripts") if (count := lines_of(path)) > LONGEST_FILE
    }
    assert not long


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{named(path)}:{node.lineno} {node.name}": count
        for path in code(*PACKAGES, "tests", "scripts")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (count := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert not long


def environment_readers(module: ast.Module) -> Iterator[int]:
    """The line of every use of the environment but setting a variable for the processes to come."""
    written = {
        id(one.value) for one in ast.walk(module) if isinstance(one, ast.Subscript) and isinstance(one.ctx, ast.Store)
    }
    for node in ast.walk(module):
        attribute = isinstance(node, ast.Attribute) and node.attr in {"environ", "environb", "getenv", "getenvb"}
        imported = (
            isinstance(node, ast.ImportFrom) and node.module == "os" and any("env" in one.name for one in node.names)
        )
        if isinstance(node, ast.Attribute | ast.ImportFrom) and (attribute or imported) and id(node) not in written:
            yield node.lineno


def test_only_the_settings_read_the_environment() -> None:
    found = {named(path): lines for path in code(*PACKAGES) if (lines := list(environment_readers(tree(path))))}
    assert list(found) == ["bot/settings.py"], found


@pytest.mark.parametrize(
    ("source", "reads"),
    [
        ("import os\nos.environ['A'] = '1'", False),
        ("import os\nos.environ['A']", True),
        ("import os\nos.environ.get('A')", True),
        ("import os\ndict(os.environ)", True),
        ("import os\nos.getenv('A')", True),
        ("from os import environ", True),
    ],
)
def test_every_way_of_reading_the_environment_is_seen(source: str, reads: bool) -> None:
    assert bool(list(environment_readers(ast.parse(source)))) is reads


def test_no_file_names_a_package_registry_or_a_place_on_one_machine() -> None:
    registries = r"\b(?:" + "|".join(("py" + "pi", "python" + "hosted", "npm" + "js")) + r")\.(?:org|com)\b"
    homes = r"(?<![\w.])/(?:" + "|".join(("ro" + "ot", r"ho" + r"me/\w+", r"Us" + r"ers/\w+", "wo" + r"rk/\w+")) + r")/"
    here = [re.escape(str(ROOT))] if len(ROOT.parts) > 2 else []
    told = re.compile("|".join([registries, homes, *here]), re.IGNORECASE)
    places = [
        f"{named(path)}:{number}: {found[0]}"
        for path in our_files()
        if path.stat().st_size < MEGABYTE and b"\0" not in (content := path.read_bytes())
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1)
        if (found := told.search(line))
    ]
    assert not places
