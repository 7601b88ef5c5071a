"""`coach chat` in a terminal: what the log says does not stand among the replies."""

import io
import logging

import pytest

from bot.cli.chat import _OF_THE_MODEL, _keep_apart


class Terminal(io.StringIO):
    """Standard error that a person sees."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture(params=_OF_THE_MODEL)
def log(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> logging.Logger:
    """The chat model's log, with nobody but the last resort to write it."""
    found = logging.getLogger(str(request.param))
    monkeypatch.setattr(found, "handlers", [])
    monkeypatch.setattr(found, "parent", None)
    return found


@pytest.mark.parametrize(("errors", "said"), [(Terminal(), ""), (io.StringIO(), "no answer\n")])
def test_the_chat_models_log_is_not_written_where_a_person_reads_the_replies(
    errors: io.StringIO, said: str, log: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    _keep_apart(errors)
    log.warning("no answer")
    assert capsys.readouterr().err == said
