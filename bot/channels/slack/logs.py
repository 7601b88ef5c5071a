"""The log: JSON lines of named fields, in which nothing that anybody wrote can stand.

Our own records hold a sentence that stands in the code (a test sees to it that no argument ever gets into one) and
fields of a list. Of a library's record the words are left out, since several libraries put requests and replies into
them: what remains is who spoke, from which line, and of which error.
"""

import json
import logging
import re
import sys
import threading
from datetime import UTC, datetime
from types import TracebackType
from typing import TextIO

OURS = "bot"
FIELDS = (
    "action attempt callback code count error fate host kind listener method mode point port reason replica seconds "
    "signal status step version"
).split()
"""What a record of ours may carry in `extra`; anything else is left out."""

_LIBRARIES = (
    "aiohttp asyncio slack_bolt slack_sdk slack_sdk.web.async_base_client slack_sdk.web.async_client uvicorn"
).split()
_TALKATIVE = "aiohttp.access alembic sqlalchemy uvicorn.access".split()
"""What tells of every request or statement at INFO: only their warnings are wanted."""
_WORD = re.compile(r"[\w.:/-]{1,80}", re.ASCII)


class ContentFree(logging.Formatter):
    """One JSON object a line, made of what cannot hold a doctor's words."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON; no argument, and no message of a library's, is ever looked at."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name if _WORD.fullmatch(record.name) else "other",
        }
        if _is_ours(record.name):
            line["event"] = str(record.msg)
            line.update(_fields(record))
        else:
            line["where"] = f"{record.module}:{record.lineno}"
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["raised"] = _place(record.exc_info[2])
        return json.dumps(line)


class _QuietLibraries(logging.Filter):
    """Lets no library say anything below INFO, whatever level it gave itself."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record may be written."""
        return record.levelno >= logging.INFO or _is_ours(record.name)


def configure(level: str, write: TextIO) -> None:
    """Log to `write` from `level` ("debug", "info", "warning", "error") up; libraries never below INFO.

    Errors that nobody caught are logged in the same way, and their words and tracebacks are not printed.
    """
    ours = logging.getLevelNamesMapping()[level.upper()]
    handler = logging.StreamHandler(write)
    handler.setFormatter(ContentFree())
    handler.addFilter(_QuietLibraries())
    logging.root.handlers[:] = [handler]
    logging.root.setLevel(max(ours, logging.INFO))
    logging.getLogger(OURS).setLevel(ours)
    _hush_libraries(max(ours, logging.INFO))
    logging.captureWarnings(capture=True)
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _uncaught(args.exc_type, args.exc_value, args.exc_traceback)


def _hush_libraries(level: int) -> None:
    """Raise what exists already: slack_bolt gives each of its loggers the root's level at its birth.

    The named ones are raised too where they do not exist yet: slack_sdk puts a whole request into words wherever its
    logger's own level is unset.
    """
    for name in _LIBRARIES:
        logging.getLogger(name).setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    for name, logger in tuple(logging.root.manager.loggerDict.items()):
        if isinstance(logger, logging.Logger) and not _is_ours(name):
            logger.handlers.clear()
            logger.propagate = True
            if logger.level < level:
                logger.setLevel(level)


def _uncaught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger(f"{OURS}.uncaught").critical(
        "uncaught", exc_info=(kind, error, trace) if error is not None else (kind, kind(), trace)
    )


def _is_ours(name: str) -> bool:
    return name == OURS or name.startswith(f"{OURS}.")


def _fields(record: logging.LogRecord) -> dict[str, object]:
    found = ((name, getattr(record, name, None)) for name in FIELDS)
    return {name: fit for name, value in found if (fit := _fit(value)) is not None}


def _fit(value: object) -> str | int | float | bool | None:
    """A number, or a short word without spaces; None where it could be somebody's sentence."""
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return value if _WORD.fullmatch(value) else None
    return None


def _place(trace: TracebackType | None) -> str:
    """Where an error was raised: module and line of the innermost frame, no more."""
    if trace is None:
        return "unknown"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__', 'unknown')}:{trace.tb_lineno}"
