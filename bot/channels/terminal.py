"""A coaching conversation in a terminal, or with piped input; plain text, wrapped, nothing that blocks."""

import re
import shutil
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TextIO
from uuid import uuid4

from bot.coach import Coach
from bot.coaching.cited import Cited
from bot.coaching.model import IncomingMessage
from bot.coaching.record import TurnRecord
from bot.errors import CoachError

_WIDEST = 88
LONGEST = 8000
TOO_LONG = f"That is longer than I can take in at once ({LONGEST} characters). Could you send the heart of it?"
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tabs and new lines: they move the cursor, colour, rename
    "\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"  # direction marks
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"  # half characters, and text that nobody sees
)
_HELP = "/source shows the passage behind the last reply, /quit leaves (your place is kept), /help shows this."


@dataclass(slots=True)
class Session:
    """One sitting at the terminal. `passages` gives the text behind a card or passage where it is installed."""

    coach: Coach
    first_contact: tuple[str, ...]
    passages: Callable[[Cited], str]
    _last: TurnRecord | None = None

    def run(self, read: TextIO, write: TextIO, *, conversation: str, person: str, now: Callable[[], datetime]) -> None:
        """Talk until the input ends or the doctor leaves."""
        tell(write, " ".join(self.first_contact))
        asking = read.isatty() and write.isatty()
        if asking:
            tell(write, f"({_HELP})")
        for text in messages(read, write, asking=asking):
            if text in {"/quit", "/exit", "/q"}:
                return
            if text.startswith("/"):
                self._command(text, write)
                continue
            if len(text) > LONGEST:
                tell(write, TOO_LONG)
                continue
            self._turn(
                IncomingMessage(
                    event_id=uuid4().hex,
                    conversation_id=f"{person}:{conversation}",
                    person_id=person,
                    text=text,
                    received_at=now(),
                ),
                write,
            )

    def _turn(self, message: IncomingMessage, write: TextIO) -> None:
        try:
            self._last = self.coach.reply(message)
        except CoachError:
            tell(write, "I could not take that in just now. Nothing is lost; please send it again.")
            return
        tell(write, self._last.reply.text)
        for cited in self._last.reply.citations:
            tell(write, f"[{place(cited)}{'; /source shows the passage' if cited.quote else ''}]")

    def _command(self, text: str, write: TextIO) -> None:
        if text != "/source":
            tell(write, _HELP)
        elif self._last is None or not self._last.reply.citations:
            tell(write, "The last reply quoted nothing.")
        else:
            for cited in self._last.reply.citations:
                tell(write, self.passages(cited))


def tell(write: TextIO, text: str) -> None:
    """Write one paragraph, wrapped, with a line free behind it."""
    width = min(_WIDEST, shutil.get_terminal_size().columns)
    write.write(textwrap.fill(safe(text), width) + "\n\n")
    write.flush()


def safe(text: str) -> str:
    """The text without what a terminal would obey and not show: a doctor's words are said back, and a source's."""
    return _STEERING.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def place(cited: Cited) -> str:
    """A citation as a reader would write it."""
    return f"{cited.author or cited.doc}, {cited.section}" if cited.section else cited.author or cited.doc


def messages(read: TextIO, write: TextIO, *, asking: bool) -> Iterator[str]:
    """What is typed or piped in, line by line, until it ends."""
    while True:
        if asking:
            write.write("you> ")
            write.flush()
        line = read.readline()
        if not line:
            if asking:
                write.write("\n")
            return
        if line.strip():
            yield line.strip()
            if asking:
                write.write("\n")
