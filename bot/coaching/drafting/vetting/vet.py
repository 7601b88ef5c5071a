"""A chat model's draft against its ground: every problem that keeps it from being sent."""

from bot.coaching.drafting.shape import Worded
from bot.coaching.drafting.sheet import Ground
from bot.coaching.record import Problem


def vet(worded: Worded, ground: Ground) -> tuple[Problem, ...]:
    """All problems of a draft, gravest first; none means that it may go out."""
    del worded, ground
    return (Problem(code="not_vetted", detail="the checks are not there yet"),)
