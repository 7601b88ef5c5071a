"""What a chat model answers with: sentences and what each does, a second look at a message, a line of a rehearsal."""

import re
from typing import Annotated, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic.config import JsonDict

from bot.coaching.kinds import Act

Danger = Literal["none", "crisis_self", "patient_safety_now", "mistreatment"]

_LINE: Final = re.compile(r"\s*(?P<act>[a-z_]+)\s*(?:\[(?P<key>[^\]]+)\])?\s*:\s*(?P<text>\S.*)", re.S | re.I)
_NEXT: Final = re.compile(r"\n+(?=\s*[a-z_]+\s*(?:\[[^\]]+\])?\s*: )", re.I)
"""Where the next sentence begins in an item that holds several."""


def _bare(schema: JsonDict) -> None:
    """Leave out what is written for people, and limits that providers refuse: an answer is held to them afterwards."""
    schema.pop("description", None)
    fields = schema.get("properties")
    for field in fields.values() if isinstance(fields, dict) else ():
        if isinstance(field, dict):
            for word in ("title", "minItems", "maxItems"):
                field.pop(word, None)


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra=_bare)


class WordedSentence(_Strict):
    """One sentence, what it does, and the key of the evidence that it rests on, where it does."""

    text: str = Field(min_length=1, max_length=600)
    act: Act
    cites: str | None = None

    @property
    def line(self) -> str:
        """The sentence as a model writes it."""
        key = f" [{self.cites}]" if self.cites else ""
        return f"{self.act}{key}: {self.text}"


def _taken_apart(value: object) -> object:
    if not isinstance(value, str):
        return value
    found = _LINE.fullmatch(value)
    if found is None:
        message = "no sentence of the form 'act: text'"
        raise ValueError(message)
    return WordedSentence(text=found["text"].strip(), act=Act(found["act"].lower()), cites=found["key"])


def _apart(items: object) -> object:
    """Small models put all sentences into one item, a line each."""
    if not isinstance(items, list | tuple):
        return items
    parts = [_NEXT.split(one) if isinstance(one, str) else [one] for one in items]
    return tuple(part for some in parts for part in some)


Line = Annotated[WordedSentence, BeforeValidator(_taken_apart), WithJsonSchema({"type": "string"})]
"""A sentence, sent and received as `act: text` or `act [key]: text`.

As an object of three fields it would take four times the tokens beside its text, and as many times the wait for them.
"""


class Worded(_Strict):
    """A move in a chat model's words."""

    sentences: Annotated[tuple[Line, ...], BeforeValidator(_apart)] = Field(min_length=1, max_length=8)


class SecondLook(_Strict):
    """What a chat model makes of a message that the small models are unsure of.

    `situation` is one of those it was offered, or "none". `danger` can make the coach more careful and never less;
    `plainly` says that the words themselves tell of it, and nothing has to be read into them.
    """

    situation: str
    danger: Danger
    plainly: bool


class Voiced(_Strict):
    """What the other person of a rehearsal says, in a chat model's words."""

    line: str = Field(min_length=1, max_length=600)
