"""Something that a remark could be made about: where it is, how it could be reworded, how much it matters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.coaching.review.draft import Piece

PLAIN: Final = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """A remark's id, the pattern of rewording that fits, its place and the words that go into the pattern.

    `much` raises or lowers the weight of the remark for this draft; `drops` says that figures of the place may go.
    """

    id: str
    form: str
    start: int
    end: int
    slots: Mapping[str, str] = field(default_factory=dict)
    much: float = 0.0
    drops: bool = False


def at(piece: Piece, remark: str, form: str, slots: Mapping[str, str] | None = None, much: float = 0.0) -> Found:
    """A find that takes up a whole sentence."""
    return Found(remark, form, piece.start, piece.end, slots or {}, much)
