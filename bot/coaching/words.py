"""The product's fixed wording as the core sees it: phrases to take in turn, safety routes, the register of contacts."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from pydantic import Field

from bot.coaching import cues
from bot.coaching.about_me import questions, whom
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
    heard: str = ""
    back: tuple[str, ...]
    door: str
    contacts: tuple[str, ...]


class Routes(Frozen):
    """All reasons to stop coaching, by name."""

    routes: Mapping[str, Route]


class Topic(Frozen):
    """One thing people ask about the coach, how to tell, and the answer: another one where a model words replies.

    `short` is the answer to a second question in one message; `covers` names topics that the answer tells of already.
    """

    id: str
    cues: tuple[str, ...]
    say: tuple[str, ...]
    say_with_model: tuple[str, ...] = ()
    short: str = ""
    short_with_model: str = ""
    covers: tuple[str, ...] = ()


class Matter(Frozen):
    """One family of what the coach is not for, and where it belongs.

    `angle` is the way in to leading at work, for a message that tells of colleagues.
    """

    id: str
    cues: tuple[str, ...]
    say: tuple[str, ...] = Field(min_length=1)
    angle: str = ""


class About(Frozen):
    """What the coach says of itself, of what is outside what it does, and of what the reading does not hold."""

    topics: tuple[Topic, ...]
    general: tuple[str, ...]
    general_with_model: tuple[str, ...] = Field(min_length=1)
    back: tuple[str, ...] = Field(min_length=1)
    elsewhere: tuple[Matter, ...]
    elsewhere_general: tuple[str, ...] = Field(min_length=1)
    elsewhere_plain: str
    elsewhere_angle: str
    not_in_sources: tuple[str, ...] = Field(min_length=1)
    half_missing: str
    no_figure: str

    def with_model(self, told: str) -> "About":
        """The same where a language model words replies; `told` names it, and who runs it, to doctors."""
        topics = tuple(_with_model(one, told) for one in self.topics)
        return self.model_copy(update={"topics": topics, "general": naming(self.general_with_model, told)})

    def answer(self, text: str) -> tuple[str, str]:
        """The topic and wording for a question about the coach; where it asks two things, both are answered."""
        first = self._topic(text)
        if first is None:
            return "general", self.general[0]
        others = (self._topic(part) for part in questions(text))
        told = {first.id, *first.covers}
        second = next((one for one in others if one is not None and one.short and one.id not in told), None)
        said = f"{first.say[0]} {second.short}" if second is not None else first.say[0]
        return first.id, said.replace("{who}", whom(text))

    def told(self, topic: str) -> str:
        """The answer of a topic by its name; KeyError where there is none."""
        return {one.id: one.say[0] for one in self.topics}[topic]

    def matter(self, text: str) -> Matter | None:
        """The family of what is asked for, or None."""
        return next((one for one in self.elsewhere if cues.any_in(one.cues, text)), None)

    def _topic(self, text: str) -> Topic | None:
        return next((one for one in self.topics if cues.any_in(one.cues, text)), None)


def _with_model(topic: Topic, told: str) -> Topic:
    """A topic as it is answered where a language model words replies."""
    say = naming(topic.say_with_model, told) if topic.say_with_model else topic.say
    short = naming((topic.short_with_model,), told)[0] if topic.short_with_model else topic.short
    return topic.model_copy(update={"say": say, "short": short})


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
