"""Writing somebody's words into a new file that nobody else can read."""

import os
from pathlib import Path

from bot.errors import CoachError


def write_new(out: Path, content: bytes) -> None:
    """Write the file. Raises CoachError where there is one already, or it cannot be written."""
    try:
        with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
    except OSError as error:
        message = f"nothing was written to {out}: {error.strerror}. It has to be a new file"
        raise CoachError(message, code="file") from error
