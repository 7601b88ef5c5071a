"""Writes requirements.lock and requirements-dev.lock: the versions that are installed here, of what is declared."""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
RUNTIME, DEV = "requirements.lock", "requirements-dev.lock"
HEAD = "# Written by scripts/lock.py (make lock). Exact versions, found wherever pip is told to look.\n"
GPU = re.compile(
    r"^(nvidia|cuda|triton|pytorch-triton)(-|$)"
)  # what a GPU build of torch asks for, and pip adds itself


def main() -> None:
    """Write both files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared: list[str] = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    runtime = closure(declared)
    both = closure([*declared, *project["project"]["optional-dependencies"]["dev"]])
    (ROOT / RUNTIME).write_text(HEAD + lines(runtime), encoding="utf-8")
    added = {name: version for name, version in both.items() if name not in runtime}
    (ROOT / DEV).write_text(f"{HEAD}-r {RUNTIME}\n{lines(added)}", encoding="utf-8")


def closure(declared: Iterable[str]) -> dict[str, str]:
    """Name -> installed version of everything that `declared` needs on this machine, GPU packages left out."""
    found: dict[str, str] = {}
    waiting = [Requirement(one) for one in declared]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        wanted = waiting.pop()
        name, extras = canonicalize_name(wanted.name), frozenset(wanted.extras)
        if (name, extras) in seen or GPU.match(name):
            continue
        seen.add((name, extras))
        found[name] = installed(name)
        waiting += [one for one in needs(name) if applies(one, extras)]
    return found


def installed(name: str) -> str:
    """The version here without its build: 2.13.0+cpu is 2.13.0."""
    try:
        return distribution(name).version.split("+")[0]
    except PackageNotFoundError:
        message = f"{name} is needed but not installed; run: bash scripts/setup.sh --tests"
        raise SystemExit(message) from None


def needs(name: str) -> list[Requirement]:
    """What a package asks for, under whatever condition."""
    return [Requirement(one) for one in distribution(name).requires or []]


def applies(wanted: Requirement, extras: frozenset[str]) -> bool:
    """Whether a requirement holds here, plainly or for one of the extras that were asked for."""
    marker = wanted.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def lines(versions: dict[str, str]) -> str:
    """One pin a line, in order of name."""
    return "".join(f"{name}=={version}\n" for name, version in sorted(versions.items()))


if __name__ == "__main__":
    main()
