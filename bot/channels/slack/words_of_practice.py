"""The words of rehearsals and drafts: the dialogues, the buttons under a line, what is told of either afterwards."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from bot.channels.slack.wording import Button, Heading, Line, Short, Title, Wording, slots
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label


def _one_each(names: type[StrEnum]) -> AfterValidator:
    """A check that there are words for each of these names, and for no other."""

    def check(held: Mapping[str, str]) -> Mapping[str, str]:
        if set(held) != set(names):
            message = f"missing {sorted(set(names) - set(held))}, unknown {sorted(set(held) - set(names))}"
            raise ValueError(message)
        return held

    return AfterValidator(check)


class SteeringWords(Wording):
    """What each button of a rehearsal says in the doctor's place: words that the coach knows for its own."""

    pause: Short
    again: Short
    stop: Short
    back: Short


class DebriefWords(Wording):
    """The look back at a rehearsal."""

    heading: Heading
    opened: Annotated[str, slots("words")]
    closed: Annotated[str, slots("words")]
    flat: Line
    answered: Annotated[str, slots("words")]
    balance: Annotated[str, slots("asking", "telling")]
    hidden: Annotated[str, slots("hidden")]
    told: Line
    retry: Annotated[str, slots("words")]


class RehearsalWords(Wording):
    """Practising a conversation: how it is begun, who speaks, and the buttons beneath."""

    start: Button
    first: Button
    title: Title
    submit: Title
    close: Title
    warning: Line
    who: Short
    somebody: Short
    described: Short
    described_hint: Line
    matter: Short
    matter_hint: Line
    begin: Annotated[str, slots("who", "matter")]
    begin_plain: Annotated[str, slots("who")]
    begin_unnamed: Annotated[str, slots("matter")]
    speaks: Annotated[str, slots("name")]
    pause: Button
    again: Button
    stop: Button
    back: Button
    anew: Button
    say: SteeringWords
    debrief: DebriefWords


class DraftWords(Wording):
    """The dialogue in which a doctor brings something they are writing."""

    title: Title
    submit: Title
    close: Title
    warning: Line
    kind: Short
    kind_hint: Line
    any_kind: Short
    kinds: Annotated[Mapping[str, Short], Field(strict=False), _one_each(DraftKind)]
    text: Short
    text_hint: Line
    shortened: Line
    begin: Annotated[str, slots("kind", "text")]


class ReviewWords(Wording):
    """What was found in a draft: the letter, and the dialogue that shows every sentence."""

    works: Heading
    quoted: Annotated[str, slots("words")]
    change: Heading
    ask: Heading
    nothing: Line
    missing: Short
    reword: Annotated[str, slots("words")]
    balance: Annotated[str, slots("kind", "asking", "telling")]
    compared: Annotated[str, slots("taken", "count")]
    moved: Annotated[str, slots("asked", "asking", "told", "telling")]
    sentences: Button
    again: Button
    title: Title
    close: Title
    opening: Line
    more_left_out: Line
    does_nothing: Short
    does: Annotated[Mapping[str, Short], Field(strict=False), _one_each(Label)]
