"""Who can be met in a rehearsal, what the coach says around it, and what hears the doctor: all that a step needs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from bot.coaching.cited import Cited
from bot.coaching.frozen import Frozen
from bot.coaching.rehearsal.model import Bands, Lines, Role
from bot.coaching.speech_acts import Labelled

DESCRIBED: Final = "described"
"""The id of the character behind a person whom the doctor describes."""

FIRST_CHOICE: Final = "sceptical_consultant"
"""Who is met where nobody is asked for."""

GROUPS: Final[Mapping[str, frozenset[str]]] = {
    "who": frozenset({"names"}),
    "matter": frozenset({"name"}),
    "begin": frozenset({"name"}),
    "opens": frozenset({"said"}),
    "pause": frozenset({"name", "said"}),
    "pause_empty": frozenset({"name"}),
    "thinking": frozenset(),
    "thinking_closed": frozenset(),
    "stem": frozenset(),
    "back": frozenset({"name", "said"}),
    "back_empty": frozenset({"name"}),
    "again": frozenset({"name", "said"}),
    "again_empty": frozenset({"name"}),
    "nothing_to_take_back": frozenset({"name"}),
    "nothing_said": frozenset({"name"}),
    "leaves": frozenset({"said"}),
    "opened": frozenset({"words", "why"}),
    "closed": frozenset({"words", "why"}),
    "flat": frozenset(),
    "balance": frozenset({"asking", "telling"}),
    "hidden": frozenset({"hidden"}),
    "told_hidden": frozenset(),
    "try": frozenset({"words", "how", "of"}),
    "try_more": frozenset({"words", "how", "of"}),
    "in_again": frozenset(),
    "left": frozenset(),
    "left_unsaid": frozenset(),
    "goodbye": frozenset(),
    "upset": frozenset(),
    "unlike": frozenset({"name"}),
    "taken_up": frozenset({"said"}),
    "how": frozenset({"asking", "telling", "moved"}),
    "how_empty": frozenset({"name"}),
}
"""The coach's own lines by what they are for, and what is filled into them."""


class Try(Frozen):
    """What to try again where a line did this: how to turn it, in the doctor's own voice, and the idea behind it."""

    how: str
    card: str
    of: str


class Behind(Frozen):
    """What lies behind somebody described: where a cue is in the description, this is what they hide and tell."""

    id: str
    cues: tuple[str, ...]
    hidden: str
    reveal: Lines
    answers: Bands


Plainly = Literal["kindness", "how_are_you", "yes_or_no"]


class CoachWords(Frozen):
    """All that the coach says around a rehearsal. `why` and `tries` go by what a line did (`Act`).

    `cares` is how a described person speaks of what the doctor said of them; {care} is said in the first person.
    `behind` is what may lie behind somebody described, by what the doctor said of them. `plainly` is what anybody says
    to kindness, to being asked how they are, and before the answer to a plain question.
    """

    lines: Mapping[str, Lines]
    why: Mapping[str, str]
    tries: Mapping[str, Try]
    cares: Bands
    behind: tuple[Behind, ...] = ()
    plainly: Mapping[Plainly, Bands] = {}


@dataclass(frozen=True, slots=True)
class Cast:
    """The characters by id, the coach's words, and what they are heard by.

    `label` reads sentences (text, what was said before), `near` gives cosines of a text to phrases, `card` the place of
    an idea.
    """

    roles: Mapping[str, Role]
    coach: CoachWords
    label: Callable[[str, str], tuple[Labelled, ...]]
    near: Callable[[str, Sequence[str]], tuple[float, ...]]
    card: Callable[[str], Cited | None]
