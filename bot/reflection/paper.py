"""A paper as every format writes it: the warning first, then headings with blocks beneath. Pure."""

from datetime import date
from enum import StrEnum

from bot.coaching.frozen import Frozen


class Kind(StrEnum):
    """What a block is."""

    TEXT = "text"
    QUOTE = "quote"
    """The doctor's own words."""
    ITEM = "item"
    QUESTION = "question"
    """Asked of the doctor, with room below for what they write."""


class Block(Frozen):
    """A paragraph, or a line of a list. Its text is on one line."""

    kind: Kind
    text: str


class Section(Frozen):
    """A heading and what stands beneath."""

    heading: str
    blocks: tuple[Block, ...]


class Paper(Frozen):
    """A whole paper; `made_on` is the only day that a file of it tells, so that the same paper is the same file."""

    title: str
    made_on: date
    warning: Section
    sections: tuple[Section, ...]

    @property
    def whole(self) -> tuple[Section, ...]:
        """All sections in the order in which they are read: the warning first."""
        return (self.warning, *self.sections)
