"""Installing: locks cover what is declared, notices cover the locks, the README names every setting."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import cast

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bot.settings import Settings
from scripts.lock import GPU, MAKING, NEVER, talking
from tests.checkout import ROOT, code, stands_in_readme, tree

OURS = {"bot", "knowledge", "prompts", "evals", "scripts", "tests"}
CARRIERS = packages_distributions()
PIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*==[0-9][a-z0-9.]*")


def pins(name: str) -> dict[str, str]:
    lines = [
        line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if not line.startswith(("#", "-r "))
    ]
    loose = [line for line in lines if not PIN.fullmatch(line)]
    assert not loose, "only exact versions, without addresses or builds"
    return dict(line.split("==") for line in lines)


@pytest.fixture(scope="module")
def project() -> dict[str, dict[str, list[str]]]:
    read: dict[str, dict[str, list[str]]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return read


def unmet(declared: list[str], locked: dict[str, str]) -> list[str]:
    wanted = [Requirement(one) for one in declared]
    return [str(one) for one in wanted if not one.specifier.contains(locked.get(canonicalize_name(one.name), "0"))]


def test_the_runtime_lock_meets_every_declared_dependency(project: dict[str, dict[str, list[str]]]) -> None:
    locked = pins("requirements.lock")
    assert not unmet([*project["project"]["dependencies"], *project["build-system"]["requires"]], locked)
    assert not [name for name in locked if GPU.match(name)]


def test_the_lock_of_the_tests_adds_what_they_need(project: dict[str, dict[str, dict[str, list[str]]]]) -> None:
    text = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    assert "\n-r requirements.lock\n" in text
    both = pins("requirements.lock") | pins("requirements-dev.lock")
    assert not unmet(project["project"]["optional-dependencies"]["dev"], both)


def test_the_lock_of_the_image_is_what_a_coach_that_talks_needs(project: dict[str, dict[str, object]]) -> None:
    declared = cast("list[str]", project["project"]["dependencies"])
    extras = cast("dict[str, list[str]]", project["project"]["optional-dependencies"])
    locked, whole = pins("requirements-image.lock"), pins("requirements.lock") | pins("requirements-dev.lock")
    assert not unmet(talking(declared, extras), locked)
    assert not {name for name in locked if GPU.match(name)} | (set(locked) & (MAKING | NEVER))
    assert not {name: version for name, version in locked.items() if whole.get(name, version) != version}


INSTALLED_APART = {"inspect_ai"}
"""Modules of an extra that no lock can hold: no version of it fits beside the index library (docs/decisions/0010)."""


@pytest.mark.parametrize(
    ("folders", "locks"),
    [
        (("bot", "knowledge", "prompts"), ("requirements.lock",)),
        (("evals", "scripts", "tests"), ("requirements.lock", "requirements-dev.lock")),
    ],
)
def test_what_the_code_imports_is_in_the_lock(folders: tuple[str, ...], locks: tuple[str, ...]) -> None:
    locked = {name for lock in locks for name in pins(lock)}
    missing = {
        module
        for module in imported(folders) - set(sys.stdlib_module_names) - OURS - INSTALLED_APART
        if not locked & {canonicalize_name(name) for name in CARRIERS.get(module, [])}
    }
    assert not missing


def imported(folders: tuple[str, ...]) -> set[str]:
    """The top-level name of every module that the code in `folders` imports."""
    nodes = [node for path in code(*folders) for node in ast.walk(tree(path))]
    plain = {one.name for node in nodes if isinstance(node, ast.Import) for one in node.names}
    return {
        name.partition(".")[0]
        for name in plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    }


def test_the_notices_name_every_package_of_the_lock_at_its_version() -> None:
    notices = (ROOT / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\S+) \| (\S+) \| .*\S \|$", notices, re.MULTILINE)
    assert dict(rows[1:]) == pins("requirements.lock") | pins("requirements-image.lock"), "run: make lock"
    assert "all-MiniLM-L6-v2" in notices


def test_the_readme_names_every_setting_with_its_default_and_meaning() -> None:
    rows = [f"| `COACH_{name.upper()}` | {default(name)} | {meaning(name)} |\n" for name in Settings.model_fields]
    table = "| Variable | Default | What it sets |\n|---|---|---|\n" + "".join(rows)
    assert stands_in_readme("settings", table), "run: UPDATE_MAP=1 .venv/bin/python -m pytest tests/test_install.py"


def meaning(name: str) -> str:
    return (Settings.model_fields[name].description or "").replace("|", "\\|")


def default(name: str) -> str:
    """The default as a person would write it; one that depends on the machine is described, not shown."""
    field = Settings.model_fields[name]
    if field.default_factory is not None:
        return "a folder for it among the user's own data"
    if isinstance(field.default, Path):
        return f"`{Path('..') / field.default.relative_to(ROOT.parent)}`"
    return f"`{field.default}`" if field.default else "none"
