"""Where the words lie: named files, their text and their hash."""

import hashlib
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def file(name: str) -> Path:
    """The file called `name`, as `phrases/coaching.yaml`; FileNotFoundError where there is none."""
    found = FOLDER / name
    if not found.is_file():
        raise FileNotFoundError(found)
    return found


def files(folder: str, suffix: str = ".yaml") -> tuple[Path, ...]:
    """All files of a folder with this suffix, in name order."""
    return tuple(sorted((FOLDER / folder).glob(f"*{suffix}")))


def digest(*names: str) -> str:
    """A short hash over the named files, to tell which words a turn was made of."""
    total = hashlib.sha256()
    for name in names:
        total.update(name.encode())
        total.update(file(name).read_bytes())
    return f"sha256:{total.hexdigest()[:16]}"
