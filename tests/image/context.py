"""What is sent to a build: the files of a folder that its .dockerignore lets through."""

import re
from collections.abc import Sequence
from pathlib import Path

from tests.image.dockerfile import DockerfileError

_PLAIN = re.compile(r"!?[\w.-]+(/[\w.-]+)*|\*|\*\*/[\w.*-]+")


def sent(folder: Path) -> list[Path]:
    """Every file that goes to the build, relative to the folder, as .dockerignore says: the last line that fits decides.

    Raises DockerfileError for a pattern that is not understood here.
    """
    file = folder / ".dockerignore"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    rules = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    strange = [one for one in rules if not _PLAIN.fullmatch(one)]
    if strange:
        raise DockerfileError(0, f".dockerignore: {strange[0]} is not understood here")
    wanted = [one.removeprefix("!") for one in rules if one.startswith("!")]
    tops = [folder / one for one in wanted] if rules[:1] == ["*"] else [folder]
    found = {one for top in tops for one in ([top] if top.is_file() else top.rglob("*")) if one.is_file()}
    return sorted(path for one in found if goes(path := one.relative_to(folder), rules))


def goes(path: Path, rules: Sequence[str]) -> bool:
    """Whether a file goes to the build."""
    kept = True
    for rule in rules:
        if _fits(path, rule.removeprefix("!")):
            kept = rule.startswith("!")
    return kept


def _fits(path: Path, pattern: str) -> bool:
    """Whether a pattern fits the file or a folder that it lies in."""
    if pattern == "*":
        return True
    above = (path, *path.parents)
    if pattern.startswith("**/"):
        return any(one.match(pattern.removeprefix("**/")) for one in above if one.name)
    return Path(pattern) in above
