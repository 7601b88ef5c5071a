"""The product's fixed wording as the core sees it: phrases to take in turn, safety routes, the register of contacts."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from pydantic import Field

from bot.coaching import cues
from bot.coaching.frozen import Frozen
from bot.coaching.record import Contact

_MODEL: Final = "{model}"


class ContactEntry(Frozen):
    """One place to get help, with where it may be given and when a person last checked it."""

    id: str
    name: str
    number: str | None = None
    address: str | None = None
    said: str | None = None
    hours: str
    nations: tuple[str, ...]
    source: str
    checked: date
    review: date

    @property
    def in_a_sentence(self) -> str:
        """How the entry reads inside a sentence."""
        return self.said or self.number or self.address or self.name


class ContactRegister(Frozen):
    """The one dated register of contacts, and which line stands for mental health in which nation."""

    owner: str
    mental_health_line: Mapping[str, str]
    contacts: tuple[ContactEntry, ...]

    def entry(self, contact_id: str, nation: str) -> ContactEntry:
        """The entry named, the line for mental health being the nation's own; KeyError where there is none."""
        wanted = self.mental_health_line[nation] if contact_id == "mental_health_line" else contact_id
        return {one.id: one for one in self.contacts}[wanted]


class Route(Frozen):
    """The fixed wording of one reason to stop coaching."""

    first: tuple[str, ...] = Field(min_length=2)
    stay: tuple[tuple[str, ...], ...]
    check_in: str
    ask_again: str
    all_clear: str
    back: tuple[str, ...]
    door: str
    contacts: tuple[str, ...]


class Routes(Frozen):
    """All reasons to stop coaching, by name."""

    routes: Mapping[str, Route]


class Topic(Frozen):
    """One thing people ask about the coach, how to tell, and the answer: another one where a model words replies."""

    id: str
    cues: tuple[str, ...]
    say: tuple[str, ...]
    say_with_model: tuple[str, ...] = ()


class About(Frozen):
    """What the coach says of itself."""

    topics: tuple[Topic, ...]
    general: tuple[str, ...]
    general_with_model: tuple[str, ...] = Field(min_length=1)

    def with_model(self, told: str) -> "About":
        """The same where a language model words replies; `told` names it, and who runs it, to doctors."""
        topics = (
            one.model_copy(update={"say": naming(one.say_with_model, told)}) if one.say_with_model else one
            for one in self.topics
        )
        return self.model_copy(update={"topics": tuple(topics), "general": naming(self.general_with_model, told)})

    def answer(self, text: str) -> tuple[str, str]:
        """The topic and wording for a question about the coach."""
        for topic in self.topics:
            if cues.any_in(topic.cues, text):
                return topic.id, topic.say[0]
        return "general", self.general[0]


def naming(lines: Iterable[str], told: str) -> tuple[str, ...]:
    """The lines with the language model named in them as doctors are told of it."""
    return tuple(one.replace(_MODEL, told) for one in lines)


@dataclass(frozen=True, slots=True)
class Words:
    """Every fixed sentence that a reply may hold. `nation` decides which contacts are given."""

    phrases: Mapping[str, tuple[str, ...]]
    routes: Mapping[str, Route]
    register: ContactRegister
    about: About
    nation: str

    def pick(self, group: str, used: tuple[str, ...], seed: str) -> tuple[str, str]:
        """The next phrase of a group and its key: unused while one is left, begun at a place set by `seed`."""
        lines = self.phrases[group]
        start = int.from_bytes(hashlib.sha256(f"{group}|{seed}".encode()).digest()[:4], "big") % len(lines)
        order = [(start + step) % len(lines) for step in range(len(lines))]
        fewest = min(used.count(f"{group}:{number}") for number in order)
        number = next(one for one in order if used.count(f"{group}:{one}") == fewest)
        return f"{group}:{number}", lines[number]

    def safety_line(self, text: str) -> str:
        """A safety sentence with its contacts filled in from the register."""
        return re.sub(r"\{(\w+)\}", lambda found: self.register.entry(found.group(1), self.nation).in_a_sentence, text)

    def contacts(self, route: str) -> tuple[Contact, ...]:
        """The contacts of a route, in the order in which they are to be shown."""
        entries = (self.register.entry(one, self.nation) for one in self.routes[route].contacts)
        return tuple(Contact(id=one.id, name=one.name, number=one.number, address=one.address) for one in entries)
