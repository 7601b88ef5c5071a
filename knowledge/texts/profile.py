"""Profiles: what we know of each known document, declared in documents/*.yaml and checked as it is read.

Wherever a profile points into a text it does so with an extent (see extents.py) of at most eight words a phrase.
"""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from knowledge import strict_yaml
from knowledge.errors import KnowledgeError

FOLDER = Path(__file__).parent.parent / "documents"


class Strict(BaseModel):
    """Frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ReadingRule(Strict):
    """One of several extractions in which a document is received, told by the phrases that only it has."""

    name: str
    has: tuple[str, ...]


class HeadingRule(Strict):
    """A heading: `at` its own line, or `before` a paragraph that lost it (then with the title that we give).

    `run_in` is a heading that opens its paragraph and stays in it. `author` is whoever wrote what stands under it.
    """

    at: str | None = None
    before: str | None = None
    title: str | None = None
    level: int = 1
    author: str | None = None
    run_in: bool = False


class BoxRule(Strict):
    """A box inside a section: its title, and the words (outside it) before which it ends."""

    at: str
    to: str


class DropRule(Strict):
    """Lines that are no text of the document, and why."""

    at: str
    reason: str
    reading: str | None = None


class TableRule(Strict):
    """A table, or a figure made of words: the region from `at` to `to`, and how its rows are put together.

    A row is cells parted by " | ", the first its name. A cell is pieces parted by " & " (read as a list) or " + "
    (one phrase cut in two), each an extent; "A *" is from A up to the next cell. "label = " before a cell points at
    the words of the table that name its column. Other lines of the region are left out.
    """

    at: str
    to: str
    title: str
    level: int = 2
    rows: tuple[str, ...]
    reading: str | None = None
    left_out: str = "table: heading, repeated copy or other reading"


class QuoteRule(Strict):
    """A quotation whose speaker is named elsewhere: its first words and who says it."""

    at: str
    by: str


class FixRule(Strict):
    """A word spoilt in the extraction, and what it should be."""

    wrong: str
    right: str


class Profile(Strict):
    """All that is declared of one known document."""

    id: str
    title: str
    author: str
    year: int
    slides: bool = False
    recognise: tuple[str, ...]
    readings: tuple[ReadingRule, ...] = ()
    running_heads: tuple[str, ...] = ()
    headings: tuple[HeadingRule, ...] = ()
    boxes: tuple[BoxRule, ...] = ()
    tables: tuple[TableRule, ...] = ()
    drops: tuple[DropRule, ...] = ()
    notes: tuple[str, ...] = ()
    quotes: tuple[QuoteRule, ...] = ()
    names: tuple[FixRule, ...] = ()
    fixes: tuple[FixRule, ...] = ()


def load_profiles(folder: Path = FOLDER) -> tuple[Profile, ...]:
    """Every profile of a folder, in the order of their file names."""
    profiles: dict[str, Profile] = {}
    for path in sorted(folder.glob("*.yaml")):
        profile = strict_yaml.load(path, Profile)
        if profile.id in profiles:
            raise KnowledgeError(path.name, f"id {profile.id!r} is taken by another profile", "Give it its own id.")
        profiles[profile.id] = profile
    return tuple(profiles.values())
