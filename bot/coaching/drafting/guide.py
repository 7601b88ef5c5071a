"""What a chat model is told of each move that it may word; the moves that are not here are never worded by one."""

from collections.abc import Mapping

from pydantic import Field, RootModel

from bot.coaching.drafting.shape import Line
from bot.coaching.frozen import Frozen
from bot.coaching.kinds import Act


class Example(Frozen):
    """One good reply of another talk: what the coach had said (or ""), what the doctor wrote, what the coach answered.

    `situation` names the playbook that it belongs to, where it belongs to one.
    """

    doctor: str
    coach: tuple[Line, ...] = Field(min_length=1)
    before: str = ""
    situation: str = ""


class MoveGuide(Frozen):
    """What a move is for, in a sentence or two, and what a wording of it may hold.

    `acts` are allowed and `needs`, some of these, must occur; `words` is the most it may have.
    """

    goal: str
    acts: tuple[Act, ...] = Field(min_length=1)
    needs: tuple[Act, ...] = ()
    words: int = Field(ge=15, le=130)
    examples: tuple[Example, ...] = Field(min_length=2)


class Guides(RootModel[Mapping[str, MoveGuide]]):
    """The guides by the names of their moves."""
