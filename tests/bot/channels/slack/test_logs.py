import ast
import asyncio
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from slack_bolt.logger import get_bolt_logger
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import create_engine, text

import bot
from bot.channels.slack import logs
from tests.bot.channels.slack.engine.world import hospital

SENTINEL = "the quick brown registrar"
SOURCE = Path(bot.__file__).parent
_SAYING = {"debug", "info", "warning", "error", "critical", "exception"}
PLAIN = {"channels/jsonlines.py"}
"""What answers lines on its standard output and logs as Python does, by itself: there an argument is filled in."""
LEVELS = ["debug", "info", "warning", "error"]


def _loggers() -> list[logging.Logger]:
    return [one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger)]


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """Logging is the whole process's: what a test sets is taken back, of loggers that it made as well."""
    before = {one: (one.level, list(one.handlers), one.propagate) for one in (logging.root, *_loggers())}
    hooks = sys.excepthook, threading.excepthook
    yield
    logging.captureWarnings(capture=False)
    sys.excepthook, threading.excepthook = hooks
    for one in (logging.root, *_loggers()):
        level, handlers, propagate = before.get(one, (logging.NOTSET, [], True))
        one.setLevel(level)
        one.handlers[:] = handlers
        one.propagate = propagate


def configured(level: str = "debug") -> io.StringIO:
    written = io.StringIO()
    logs.configure(level, written)
    return written


def lines(written: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_a_record_of_ours_is_a_line_of_its_event_and_its_fields() -> None:
    written = configured()
    extra = {"kind": "forged", "count": 3, "reason": SENTINEL, "user": "U1", "text": SENTINEL}
    logging.getLogger("bot.channels.slack").warning("a thing happened", extra=extra)
    (line,) = lines(written)
    assert line.pop("at")
    assert line == {
        "level": "warning",
        "logger": "bot.channels.slack",
        "event": "a thing happened",
        "kind": "forged",
        "count": 3,
    }


def test_arguments_never_get_into_a_line() -> None:
    written = configured()
    logging.getLogger("bot.x").info("said %s", SENTINEL)
    assert SENTINEL not in written.getvalue()


def test_of_an_error_its_kind_and_its_place_are_told() -> None:
    written = configured()
    try:
        int(SENTINEL)
    except ValueError:
        logging.getLogger("bot.x").exception("it failed")
    (line,) = lines(written)
    assert line["error"] == "ValueError"
    assert str(line["raised"]).startswith(f"{__name__}:")
    assert SENTINEL not in written.getvalue()


def test_of_a_librarys_record_only_where_it_was_made_is_told() -> None:
    written = configured()
    logging.getLogger("slack_sdk.web").error(f"failed: {SENTINEL}")
    (line,) = lines(written)
    assert (
        line["where"]
        == f"test_logs:{test_of_a_librarys_record_only_where_it_was_made_is_told.__code__.co_firstlineno + 2}"
    )
    assert SENTINEL not in written.getvalue()


@pytest.mark.parametrize(
    "name", ["slack_bolt.App", "slack_sdk.web", "aiohttp.access", "sqlalchemy.engine", "asyncio", "new.one"]
)
def test_no_library_says_anything_below_info(name: str) -> None:
    logging.getLogger(name).setLevel(logging.DEBUG)
    written = configured("debug")
    assert not logging.getLogger(name).isEnabledFor(logging.DEBUG)
    logging.getLogger(name).setLevel(logging.DEBUG)  # even where it gives itself the level afterwards
    logging.getLogger(name).debug("x")
    assert lines(written) == []
    logging.getLogger("bot.x").debug("ours")
    assert len(lines(written)) == 1


def test_a_bolt_logger_born_later_takes_no_debug_level_over() -> None:
    configured("debug")
    assert not get_bolt_logger(AsyncWebClient).isEnabledFor(logging.DEBUG)


@pytest.mark.parametrize("level", LEVELS)
def test_the_level_asked_for_is_ours(level: str) -> None:
    written = configured(level)
    for one in LEVELS:
        getattr(logging.getLogger("bot.x"), one)("x")
    assert [line["level"] for line in lines(written)] == LEVELS[LEVELS.index(level) :]


def test_what_nobody_caught_is_told_without_its_words() -> None:
    written = configured()

    def fail() -> None:
        raise RuntimeError(SENTINEL)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    try:
        fail()
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        logging.captureWarnings(capture=True)  # what pytest has put in its place is put back
        warnings.showwarning(SENTINEL, UserWarning, "somewhere.py", 1)
    assert [line.get("error") for line in lines(written)] == ["RuntimeError", "RuntimeError", None]
    assert SENTINEL not in written.getvalue()


def test_words_are_in_no_line_of_any_layer_at_debug(tmp_path: Path) -> None:
    written = configured("debug")

    async def run() -> None:
        async with hospital(tmp_path) as here, here.working():
            doctor = here.doctor()
            await doctor.consent()
            here.answerer.failing = 1
            here.fault("chat.postMessage", "504_after")
            here.fault("conversations.history", "500")
            await doctor.says(f"fail {SENTINEL}")
            await here.quiet()
            assert SENTINEL in doctor.hears()[0]
        engine = create_engine("sqlite://", echo=False)
        with engine.connect() as connection:
            connection.execute(text("SELECT :words"), {"words": SENTINEL})
        engine.dispose()

    asyncio.run(run())
    told = lines(written)
    assert {"an answer failed", "a letter was put off"} <= {str(line.get("event")) for line in told}
    assert SENTINEL not in written.getvalue()
    assert "Turn 1" not in written.getvalue()


def _log_calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            called = node.func.value
            if _is_logger(called) and node.func.attr in _SAYING:
                yield path, node


def _is_logger(called: ast.expr) -> bool:
    """Whether it is a logger: by any of the usual names, or asked for on the spot."""
    if isinstance(called, ast.Call):
        return isinstance(called.func, ast.Attribute) and called.func.attr == "getLogger"
    return isinstance(called, ast.Name) and called.id.strip("_").casefold() in {"log", "logger", "logging"}


def test_every_log_call_of_ours_holds_a_sentence_that_stands_in_the_code() -> None:
    found = list(_log_calls())
    assert len(found) > 10
    assert {"adapters", "channels"} <= {path.relative_to(SOURCE).parts[0] for path, _ in found}
    assert any(path.parent == SOURCE for path, _ in found)
    for path, call in found:
        if path.relative_to(SOURCE).as_posix() not in PLAIN:
            assert len(call.args) == 1, (path, call.lineno, "an argument is never filled in")
        assert isinstance(call.args[0], ast.Constant), (path, call.lineno)


def test_every_field_of_ours_is_one_that_is_let_through() -> None:
    for path, call in _log_calls():
        for keyword in call.keywords:
            if keyword.arg == "extra" and isinstance(keyword.value, ast.Dict):
                names = {key.value for key in keyword.value.keys if isinstance(key, ast.Constant)}
                assert names <= set(logs.FIELDS), (path, call.lineno, names)
