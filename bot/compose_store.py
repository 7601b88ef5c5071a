"""The store that is set, opened with its keys and its one writer, and closed behind whoever used it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from bot.adapters.keyring import Keyring
from bot.adapters.store.engine import open_engine
from bot.adapters.store.writer import Writer
from bot.errors import CoachError
from bot.settings import Settings


@contextmanager
def opened(settings: Settings, in_use: str = "") -> Iterator[Writer]:
    """Everything that is written goes through this writer.

    Raises CoachError where the store or its key file cannot be opened, or a running coach has the SQLite file; `in_use`
    is then what is said, where there is something better to say than that.
    """
    with ExitStack() as stack:
        url = settings.database_url
        engine = open_engine(url, Keyring.for_store(url, settings.sealing_key))
        stack.callback(engine.dispose)
        try:
            writer = Writer(engine)
        except CoachError as error:
            if error.code != "in_use" or not in_use:
                raise
            raise CoachError(in_use, code="in_use") from error
        stack.callback(writer.close)
        yield writer
