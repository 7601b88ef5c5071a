"""What a chat model answers with: sentences, each with what it does, or a second look at a message."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.coaching.model import Act

Danger = Literal["none", "crisis_self", "patient_safety_now", "mistreatment"]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class WordedSentence(_Strict):
    """One sentence, what it does, and the key of the evidence that it rests on, where it does."""

    text: str = Field(min_length=1)
    act: Act
    cites: str | None = None


class Worded(_Strict):
    """A move in a chat model's words."""

    sentences: tuple[WordedSentence, ...] = Field(min_length=1, max_length=8)


class SecondLook(_Strict):
    """What a chat model makes of a message that the small models are unsure of.

    `situation` is one of those it was offered, or "none". `danger` can make the coach more careful and never less;
    `plainly` says that the words themselves tell of it, and nothing has to be read into them.
    """

    situation: str
    danger: Danger
    plainly: bool
