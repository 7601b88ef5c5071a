"""The words of a reflection that are not the doctor's, as `prompts/reflection.yaml` holds them."""

from pydantic import Field

from bot.coaching.frozen import Frozen


class Became(Frozen):
    """What became of what was decided."""

    kept: str
    partly: str
    not_done: str
    let_go: str


class ReflectionWords(Frozen):
    """All of them. A name in braces is filled in; `tests/bot/reflection` holds that each is."""

    title: str
    title_about: str
    warning_heading: str
    warning: tuple[str, ...] = Field(min_length=1)
    struck_out: str
    none_struck_out: str
    happened: str
    happened_on: str
    happened_undated: str
    wanted: str
    more: str
    so_what: str
    noticed: str
    nothing_noticed: str
    practised: str
    practised_described: str
    reviewed: str
    read: str
    now_what: str
    could: str
    decided: str
    nothing_decided: str
    when: str
    with_whom: str
    obstacle: str
    if_then: str
    confidence: str
    became_heading: str
    became: Became
    became_on: str
    learned: str
    for_you: str
    questions: tuple[str, ...] = Field(min_length=1)
    what_became: str
    whole_talk: str
    me: str
    coach: str
