"""What a small model notices in a message: what it amounts to, and which of its words are which."""

from bot.coaching.frozen import Frozen

KINDS = ("step", "when", "snag", "way", "aim", "words")


class GistFound(Frozen):
    """What a message may amount to: likely enough to ask on from, or `sure` enough to be said as well."""

    id: str
    confidence: float
    sure: bool


class Spans(Frozen):
    """Of one message, verbatim and in its order, the words of each kind; empty where there are none.

    `step` is what the doctor now sets as what they will do, `when` its time, `snag` what may get in the way, `way` what
    they would do then, `aim` what they want, `words` those that carry most.
    """

    step: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    snag: tuple[str, ...] = ()
    way: tuple[str, ...] = ()
    aim: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Noticed(Frozen):
    """The gists of a message, surest first, and its words."""

    gists: tuple[GistFound, ...] = ()
    spans: Spans = Spans()


def with_step(noticed: Noticed, spans: Spans) -> Noticed:
    """With the step and the day of another reading of the same message, where that found a step."""
    told = {"step": spans.step, "when": spans.when or noticed.spans.when}
    return noticed.model_copy(update={"spans": noticed.spans.model_copy(update=told)}) if spans.step else noticed
