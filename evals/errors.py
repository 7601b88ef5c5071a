"""What can go wrong in an evaluation, said for the trainer who can mend it."""

from bot.errors import CoachError


class EvalsError(CoachError):
    """A case, a run or a target that cannot be used, and what to do about it."""
