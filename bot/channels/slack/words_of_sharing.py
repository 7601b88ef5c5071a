"""The words of sharing: choosing, the preview, what was shared, comments and answers, being counted."""

from typing import Annotated

from bot.channels.slack.wording import Button, Heading, Line, Lines, Short, Title, Wording, slots


class Purposes(Wording):
    """What a talk is shared for, as a doctor would say it."""

    feedback: Short
    next_step: Short
    supervision: Short


class ShareWords(Wording):
    """The dialogue in which a doctor chooses a talk and a mentor."""

    button: Button
    title: Title
    submit: Title
    close: Title
    opening: Line
    talk: Short
    talk_named: Annotated[str, slots("day", "what")]
    with_words: Annotated[str, slots("about", "words")]
    no_situation: Short
    mentor: Short
    purpose: Short
    purposes: Purposes
    length: Short
    days: Annotated[str, slots("days")]
    no_mentors: Line
    no_talks: Line
    gone: Line


class AssessedWords(Wording):
    """The step between, where the mentor who was chosen also assesses the doctor."""

    title: Title
    submit: Title
    close: Title
    who: Annotated[str, slots("mentor")]
    lines: Lines


class PreviewWords(Wording):
    """What the mentor will see, shown to the doctor before it is shared."""

    title: Title
    share: Title
    next: Title
    close: Title
    opening: Annotated[str, slots("mentor", "day", "purpose")]
    assesses: Annotated[str, slots("mentor")]
    general: Line
    changed: Line
    unfound: Annotated[str, slots("words")]
    page: Annotated[str, slots("page", "pages")]
    sees: Line
    you: Annotated[str, slots("words")]
    coach: Annotated[str, slots("words")]
    why: Annotated[str, slots("reason")]
    looked_for: Annotated[str, slots("query")]
    source: Annotated[str, slots("source")]
    gave: Annotated[str, slots("contact")]
    worded: Annotated[str, slots("who")]
    safety: Line
    judged_good: Line
    judged_bad: Line
    judged_words: Annotated[str, slots("words")]
    decided: Annotated[str, slots("words")]
    they_see: Heading
    as_named: Annotated[str, slots("name")]
    as_nobody: Line
    noted: Annotated[str, slots("note")]
    may_be_case: Line
    yours: Heading
    suggested: Short
    suggested_hint: Line
    left_out: Short
    left_out_hint: Line
    name: Short
    name_hint: Line
    note: Short
    note_hint: Line
    case: Short
    case_tick: Short
    back: Button
    again: Button


class SharedWords(Wording):
    """What is shared, once it is: the letter that says so, and the list of it."""

    title: Title
    close: Title
    done: Annotated[str, slots("mentor", "day")]
    after: Line
    take_back: Button
    heading: Heading
    nothing: Line
    opening: Line
    share: Button
    item: Annotated[str, slots("mentor", "talk")]
    item_until: Annotated[str, slots("purpose", "shared", "until")]
    item_taken_back: Annotated[str, slots("day")]
    taken_back: Annotated[str, slots("mentor", "day")]
    item_over: Annotated[str, slots("day")]
    opened: Annotated[str, slots("days")]
    opened_before: Annotated[str, slots("days")]
    not_opened: Line
    never_opened: Line
    more_left_out: Line


class RemarkWords(Wording):
    """A mentor's comment on its way to the doctor, and the answer on its way back."""

    came: Annotated[str, slots("mentor")]
    about: Annotated[str, slots("excerpt")]
    about_whole: Line
    said: Annotated[str, slots("words")]
    answer: Button
    title: Title
    submit: Title
    close: Title
    field: Short
    hint: Line
    sent: Annotated[str, slots("mentor")]
    as_kept: Annotated[str, slots("words")]
    answered: Annotated[str, slots("words")]
    answered_on: Annotated[str, slots("day", "words")]
    over: Line


class MentorWords(Wording):
    """What a mentor is told in Slack: that something waits, and nothing of what it is."""

    waits: Line
    answered: Line
    where: Annotated[str, slots("url")]
    where_unknown: Line


class CountingWords(Wording):
    """Being counted in the figures about everybody."""

    about: Line
    is_on: Line
    is_off: Line
    join: Button
    leave: Button
