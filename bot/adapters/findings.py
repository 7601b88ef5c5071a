"""What `coach doctor` finds of one thing: whether it is there, and what would mend it."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `note` is worth knowing and stops nothing."""

    state: Literal["ok", "note", "missing"]
    what: str
    mend: str = ""
