"""The words of the Home tab, of the dialogues and of the slash command."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from bot.channels.slack.wording import Button, Heading, Line, Lines, Short, Title, Wording, slots


class Home(Wording):
    """The Home tab."""

    help_heading: Heading
    help: Line
    start_heading: Heading
    start: Line
    start_button: Button
    commitments_heading: Heading
    no_commitments: Line
    open_heading: Heading
    earlier_heading: Heading
    made: Annotated[str, slots("day")]
    due: Annotated[str, slots("day")]
    will_ask: Annotated[str, slots("day")]
    became: Annotated[str, slots("outcome", "day")]
    more_left_out: Annotated[str, slots("count")]
    privacy_heading: Heading
    kept_nothing: Line
    kept: Annotated[str, slots("conversations", "turns", "commitments", "feedback", "day")]
    agreed: Annotated[str, slots("day")]
    paused: Line
    reminders_on: Line
    reminders_off: Line
    export: Button
    pause: Button
    resume: Button
    turn_reminders_on: Button
    turn_reminders_off: Button
    erase: Button
    more: Button


class RotaWords(Wording):
    """When the doctor is on nights, away or off, and their own quiet hours."""

    button: Button
    title: Title
    submit: Title
    close: Title
    opening: Line
    quiet_from: Short
    quiet_to: Short
    quiet_hint: Line
    first: Annotated[str, slots("kind")]
    last: Annotated[str, slots("kind")]
    nights_hint: Line
    span: Annotated[str, slots("kind", "first", "last")]
    known: Annotated[str, slots("spans")]
    remove: Short
    too_long: Line
    too_far: Line
    kinds: Annotated[Mapping[str, Short], Field(strict=False)]


class Counted(Wording):
    """A thing that is counted: one of it, and several."""

    one: Short
    many: Short


class Counts(Wording):
    """The things that the Home tab counts."""

    conversation: Counted
    turn: Counted
    commitment: Counted
    feedback: Counted


class Growing(Wording):
    """What grows over time, in the Home tab, and the way to a reflection."""

    heading: Heading
    opening: Line
    write_up: Line
    button: Button


class Formats(Wording):
    """The formats of a reflection, by the endings of their files."""

    docx: Short
    pdf: Short
    md: Short


class ReflectionDialogue(Wording):
    """The dialogue in which a doctor chooses what is written up, and what is said of it."""

    title: Title
    submit: Title
    close: Title
    warning: Line
    talk: Short
    format: Short
    formats: Formats
    whole: Short
    whole_tick: Short
    no_talks: Line
    gone: Line
    coming: Line
    done: Line
    comes_with: Line


class Reflect(Wording):
    """The dialogue behind the shortcut "Reflect on this"."""

    title: Title
    submit: Title
    close: Title
    warning: Line
    shortened: Line
    label: Short
    hint: Line


class Erase(Wording):
    """The last question before everything is deleted."""

    title: Title
    submit: Title
    close: Title
    lines: Lines


class Waiting(Wording):
    """What a dialogue shows in the moment before it is filled."""

    title: Title
    close: Title
    text: Line


class ExportWords(Wording):
    """The text of the export."""

    opening: Line
    person: Heading
    commitments: Heading
    conversations: Heading
    feedback: Heading
    waiting: Heading
    unsent: Heading
    you: Short
    coach: Short
    not_agreed: Line
    times: Annotated[str, slots("zone")]
    no_commitments: Line
    no_conversations: Line
    when: Annotated[str, slots("value")]
    with_whom: Annotated[str, slots("value")]
    if_then: Annotated[str, slots("value")]
    confidence: Annotated[str, slots("value")]
    reply_of: Annotated[str, slots("moment")]
    shared: Heading
    with_mentor: Annotated[str, slots("mentor", "purpose")]
    note_to: Line
    shared_on: Annotated[str, slots("moment")]
    until: Annotated[str, slots("moment")]
    back: Annotated[str, slots("moment")]
    opened: Annotated[str, slots("mentor", "moment")]
    as_named: Annotated[str, slots("name")]
    left_out: Annotated[str, slots("words")]
    commented: Annotated[str, slots("mentor")]
    answered: Line
    counted: Line
    erased: Line
    no_moment: Short


class Elsewhere(Wording):
    """What the Home tab says when what a button brings is to be found in the Messages tab."""

    title: Title
    close: Title
    started: Line
    exported: Line
    not_agreed: Line


class Command(Wording):
    """Answers to `/coach` that only the doctor sees."""

    unknown: Line
    help: Lines
    no_goals: Line
    goals: Line
    begun: Line
    not_agreed: Line
