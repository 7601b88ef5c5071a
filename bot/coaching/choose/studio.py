"""What the policy needs for rehearsals and drafts: the other person of a rehearsal, and a reader of drafts."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.coaching.practice import Practice, Step
from bot.coaching.rehearsal.model import Role
from bot.coaching.reviewed import DraftKind, Review, Reviewed


@dataclass(frozen=True, slots=True)
class Studio:
    """Where a doctor practises and drafts.

    `step` takes a rehearsal on with one message (None begins one; the third value names who is asked for, "" where
    nobody is); `wants` says whether a message asks to practise, `again` whether one after the end goes back to it,
    `recast` whether one in the middle puts right who the other person is.
    `name` is how the other person of a rehearsal is called, `role` the character that they are. `review` looks at a
    draft, beside an earlier version where there is one, and `tell` words what it found.
    """

    step: Callable[[Practice | None, str, str], Step]
    wants: Callable[[str], bool]
    again: Callable[[Practice | None, str], bool]
    recast: Callable[[Practice, str], bool]
    name: Callable[[Practice], str]
    role: Callable[[Practice], Role]
    review: Callable[[str, DraftKind | None, Reviewed | None], Review]
    tell: Callable[[Review], str]
