"""The sample talks of the console: what ten made-up doctors say, how they share it, and what a mentor said of it."""

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from bot.mentoring.events import Grade
from bot.ports.people import Outcome, Value
from bot.ports.sharing import Purpose
from knowledge import strict_yaml
from prompts import library

TEAM: Final = "local"
"""The workspace that the made-up doctors belong to; their mentors are of the same."""
_FILE: Final = "console/samples.yaml"

Line = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z]+(?:-[a-z]+)*$", max_length=40)]
Turn = Annotated[int, Field(ge=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class SampleVerdict(_Strict):
    """What the doctor said of the reply of a turn."""

    turn: Turn
    value: Value
    reasons: tuple[str, ...] = ()
    words: str = ""


class SampleScore(_Strict):
    """A mentor's grade; without a turn it is of the whole talk."""

    turn: Turn | None = None
    criterion: str
    grade: Grade


class SampleComment(_Strict):
    """A mentor's comment on a turn, and what the doctor answered."""

    turn: Turn
    text: Line
    answer: str = ""


class SampleReview(_Strict):
    """What the second mentor made of a talk."""

    scores: tuple[SampleScore, ...] = ()
    comments: tuple[SampleComment, ...] = ()
    tags: tuple[str, ...] = ()
    finished: bool = True


class Sample(_Strict):
    """One made-up doctor's talk, and how they shared it. `days` is how long before now it was held."""

    id: Id
    doctor: Id
    days: Annotated[int, Field(ge=1, le=21)]
    purpose: Purpose
    name: str = ""
    note: str = ""
    left_out: tuple[Line, ...] = ()
    for_cases: bool = False
    outcome: Outcome | None = None
    verdicts: tuple[SampleVerdict, ...] = ()
    messages: Annotated[tuple[Line, ...], Field(min_length=5, max_length=14)]
    reviews: tuple[SampleReview, ...] = ()

    @property
    def person(self) -> str:
        """The doctor, as the store has them."""
        return f"{TEAM}:{self.doctor}"

    @model_validator(mode="after")
    def _within_the_talk(self) -> "Sample":
        places = [one.turn for one in self.verdicts]
        for review in self.reviews:
            places += [one.turn for one in review.scores if one.turn] + [one.turn for one in review.comments]
        if any(one > len(self.messages) for one in places):
            message = f"{self.id}: a verdict or a review is about a turn that there is not"
            raise ValueError(message)
        return self


def load() -> tuple[Sample, ...]:
    """The samples, checked. Raises KnowledgeError that names the file and the line."""
    return tuple(one for one, _ in strict_yaml.load_list(library.file(_FILE), Sample))
