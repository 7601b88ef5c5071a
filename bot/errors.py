"""Errors that carry what to tell the person who can mend them, and whether trying again may help."""


class CoachError(Exception):
    """Something the person at the keyboard or the operator can put right.

    The message is written for that person. `code` is for programs; `retryable` says whether the same call may succeed
    later.
    """

    def __init__(self, message: str, *, code: str = "error", retryable: bool = False) -> None:
        super().__init__(message)
        self.code = code
        self.retryable = retryable
