"""The words of messages: first contact, replies, reminders and what is asked on the way."""

import hashlib
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from bot.channels.slack.wording import Button, Heading, Line, Lines, LinesOfModel, Short, Title, Wording, fill, slots


class Notifications(Wording):
    """What a lock screen shows: never what a message is about."""

    reply: Short
    letter: Short


_WITH_MODEL = 1_000_000
"""Versions from here on are of what is said where a language model words replies; others are below."""
_LARGEST = 2**31
"""A version is kept in four bytes."""


class ConsentWithModel(Wording):
    """What the first contact says where a language model words replies. Raise `version` as that of `Consent`."""

    version: int = Field(ge=1)
    lines: LinesOfModel


class Consent(Wording):
    """The first contact. Raise `version` when the lines change in meaning: everybody is then asked again.

    Whoever last agreed to another version than this has not agreed, be it higher or lower.
    """

    version: int = Field(ge=1, lt=_WITH_MODEL)
    opening: Line
    lines: Lines
    closing: Line
    waiting: Line
    agreed: Annotated[str, slots("day")]
    agree: Button
    more: Button
    with_model: ConsentWithModel

    def naming(self, told: str) -> "Consent":
        """The same where a language model words replies, with a version that follows from what is told of it."""
        digest = hashlib.sha256(f"{self.with_model.version}\n{told}".encode()).digest()
        version = _WITH_MODEL + int.from_bytes(digest[:8], "big") % (_LARGEST - _WITH_MODEL)
        return self.model_copy(update={"version": version, "lines": _filled(self.with_model.lines, told)})


class PrivacySection(Wording):
    """One heading of the full privacy text."""

    heading: Heading
    lines: Lines
    with_model: LinesOfModel | None = None


class Privacy(Wording):
    """The full text behind "Tell me more"."""

    title: Title
    close: Title
    sections: Annotated[tuple[PrivacySection, ...], Field(min_length=1, strict=False)]

    def naming(self, told: str) -> "Privacy":
        """The same where a language model words replies."""
        sections = (
            one.model_copy(update={"lines": _filled(one.with_model, told)}) if one.with_model else one
            for one in self.sections
        )
        return self.model_copy(update={"sections": tuple(sections)})


class Help(Wording):
    """The way to people, in reach of every reply."""

    button: Button
    contacts: Heading
    contact: Annotated[str, slots("name", "number")]
    title: Title
    close: Title
    opening: Line
    closing: Line


class Sources(Wording):
    """Where a reply rests on the reading."""

    from_place: Annotated[str, slots("place")]
    button: Button
    label: Annotated[str, Field(max_length=40), slots("place")]
    title: Title
    close: Title
    about: Line


class Reason(Wording):
    """Why a reply was no good: an id that is stored, and its words."""

    id: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
    text: Short


class FeedbackWords(Wording):
    """The verdict on a reply."""

    good: Button
    bad: Button
    title: Title
    submit: Title
    close: Title
    which: Short
    reasons: Annotated[tuple[Reason, ...], Field(min_length=1, max_length=10, strict=False)]
    more: Short
    hint: Line


class Mention(Wording):
    """What is said where the coach was called in a channel: there, and to the doctor alone."""

    in_channel: Line
    in_private: Line
    with_text: Line
    start: Button


class Changed(Wording):
    """After an edit or a deletion."""

    edited: Line
    answer: Button
    deleted: Line


class Reminders(Wording):
    """Asking what became of a commitment, and being told not to."""

    will_ask: Annotated[str, slots("day")]
    other_day: Button
    no_reminder: Button
    asked: Annotated[str, slots("what")]
    asked_by: Annotated[str, slots("what", "day")]
    how: Line
    talk: Button
    snooze_day: Button
    snooze_week: Button
    set: Annotated[str, slots("day")]
    set_later: Annotated[str, slots("day")]
    title: Title
    submit: Title
    close: Title
    which: Short
    hint: Line


class Outcomes(Wording):
    """What may have become of a commitment: as buttons, and as it is told afterwards."""

    kept: Button
    partly: Button
    not_yet: Button
    let_go: Button
    was_kept: Short
    was_partly: Short
    was_not: Short
    was_let_go: Short
    is_open: Short


class Prompt(Wording):
    """Something a doctor may begin with: what is shown, and what is then sent in their name."""

    title: Short
    message: Line


class PersonalPrompt(Wording):
    """A way in that names an open commitment."""

    title: Annotated[str, slots("what")]
    message: Annotated[str, slots("what")]


class Prompts(Wording):
    """The ways in shown when the doctor opens the conversation."""

    look_back: PersonalPrompt
    morning: Annotated[tuple[Prompt, ...], Field(strict=False)]
    evening: Annotated[tuple[Prompt, ...], Field(strict=False)]
    any: Annotated[tuple[Prompt, ...], Field(min_length=4, strict=False)]


def _filled(lines: Iterable[str], told: str) -> tuple[str, ...]:
    return tuple(fill(one, model=told) for one in lines)
