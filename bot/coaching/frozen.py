"""The base of everything that is stored or comes from outside."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that is stored or comes from outside: immutable, and unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
