"""A rehearsal in a terminal, with piped input, or on JSON lines: the coach's own conversation, begun with somebody."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TextIO

from bot.channels import terminal, wire_practice
from bot.coach import Coach
from bot.coaching.kinds import Act
from bot.coaching.model import IncomingMessage
from bot.coaching.practice import Debrief
from bot.coaching.record import TurnRecord
from bot.coaching.rehearsal.cast import FIRST_CHOICE
from bot.coaching.rehearsal.levels import FIRST, openness_of
from bot.coaching.rehearsal.stage import asks_to_practise

_LEAVES = frozenset({"/quit", "/exit", "/q", "/stop"})
_STOP = "stop"
_ROLE_FIRST = "I want to practise"


@dataclass(slots=True)
class Room:
    """Where one doctor practises: a conversation with the coach, which masks, weighs and keeps what they say."""

    coach: Coach
    conversation: str
    person: str
    now: Callable[[], datetime | None]
    _lines: int = 0

    def said(self, text: str, role: str = "") -> TurnRecord:
        """What comes of one line of the doctor's; `role` names who is practised with, where a command does."""
        self._lines += 1
        return self.coach.reply(
            IncomingMessage(
                event_id=f"line-{self._lines}",
                conversation_id=self.conversation,
                person_id=self.person,
                text=text,
                received_at=self.now(),
                practise_with=role,
            )
        )


@dataclass(slots=True)
class Lines:
    """Rehearsals on JSON lines: one room for each conversation."""

    coach: Coach
    _rooms: dict[str, Room] = field(default_factory=dict)

    def answer(self, line: wire_practice.RehearseIn) -> wire_practice.RehearseOut:
        """The answer to one line. Without a role, a first line that asks for nobody is spoken to the first choice."""
        first = line.conversation not in self._rooms
        room = self._rooms.setdefault(line.conversation, Room(self.coach, line.conversation, "nobody", lambda: None))
        role = line.role or ""
        if first and not role and not asks_to_practise(line.text):
            role = FIRST_CHOICE
        done = room.said(line.text, role if first else "")
        practice, step = done.state.practice, done.step
        return wire_practice.RehearseOut(
            conversation=line.conversation,
            turn=done.number,
            text=_words(done),
            state=openness_of(practice.level if practice else FIRST).value,
            opened=step.opened if step else 0,
            revealed=practice.revealed if practice else False,
            debrief=_out(step.debrief) if step and step.debrief else None,
        )


@dataclass(slots=True)
class Sitting:
    """One rehearsal at the terminal."""

    room: Room

    def run(self, read: TextIO, write: TextIO, *, role: str, about: str) -> None:
        """Set the other person up, and play until the input ends or the doctor has had enough."""
        done = self._begun(write, role, about)
        for text in terminal.messages(read, write, asking=read.isatty() and write.isatty()):
            if text in _LEAVES:
                break
            if len(text) > terminal.LONGEST:
                terminal.tell(write, terminal.TOO_LONG)
                continue
            done = self._shown(write, self.room.said(text))
        if done.state.practice is not None and not done.state.practice.over:
            self._shown(write, self.room.said(_STOP))

    def _begun(self, write: TextIO, role: str, about: str) -> TurnRecord:
        """The scene, or the coach's first question where it is not known yet who and what about."""
        done = self.room.said(_ROLE_FIRST, role)
        asked = done.state.practice.setting_up if done.state.practice else ""
        return self._shown(write, self.room.said(about) if about and asked == "matter" else done)

    def _shown(self, write: TextIO, done: TurnRecord) -> TurnRecord:
        for part in done.reply.text.split("\n\n"):
            terminal.tell(write, part)
        for cited in done.reply.citations:
            terminal.tell(write, f"[{terminal.place(cited)}]")
        return done


def _words(done: TurnRecord) -> str:
    """What the other person says, without the name in front of it; the whole reply where it is the coach who speaks."""
    spoken = next((one.text for one in done.draft.sentences if one.act is Act.ENACT), "")
    return spoken.partition(': "')[2].removesuffix('"') or done.reply.text


def _out(debrief: Debrief) -> wire_practice.DebriefOut:
    """The debrief as a line of the machine interface."""
    told = debrief.model_dump()
    if told["cited"] is not None:
        del told["cited"]["author"]
    return wire_practice.DebriefOut.model_validate(told)
