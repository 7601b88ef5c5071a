"""What a sentence does by rule alone: which labels the cues in it and the question that it asks speak for."""

from collections.abc import Iterator
from typing import Final

from bot.coaching.speech.cue_table import found
from bot.coaching.speech.heard import says_back
from bot.coaching.speech.questions import Question, question_in
from bot.coaching.speech_acts import Label

_SAID_OUTRIGHT: Final = (
    (Label.COST, ("cost.",)),
    (Label.BLAME, ("blame.you_never", "blame.nobody", "blame.fault", "blame.sarcasm")),
    (Label.OWNERSHIP, ("ownership.",)),
    (Label.US_AND_THEM, ("us_and_them.",)),
    (Label.THREAT, ("threat.",)),
    (Label.JARGON, ("jargon.",)),
    (Label.APOLOGY, ("apology.",)),
    (Label.DEFENCE, ("defence.",)),
    (Label.HEDGE, ("hedge.sorry_ask",)),
)
_OPEN: Final = ("open.",)
_ASKED_IN_WORDS: Final = ("open.tell_me", "open.hear", "open.wonder", "open.let_know", "closed.whether")
_FEWEST_WORDS: Final = 3


def labels_of(sentence: str, before: str = "") -> frozenset[Label]:
    """The labels of one sentence; `before` is what the other person said last."""
    cues = found(sentence)
    if _any(cues, "social."):
        return frozenset()
    question = question_in(sentence)
    labels = {*_said_outright(cues, question), *_asked(cues, question)}
    if before and says_back(sentence, before, cues):
        labels.add(Label.LISTENING)
    if _states(sentence, cues, question, labels):
        labels.add(Label.ASSERTION)
    return frozenset(labels)


def is_social(sentence: str) -> bool:
    """Whether it is a greeting, thanks or a sign-off, which do nothing else."""
    return _any(found(sentence), "social.")


def _said_outright(cues: frozenset[str], question: Question | None) -> Iterator[Label]:
    for label, names in _SAID_OUTRIGHT:
        if _any(cues, *names):
            yield label
    if _any(cues, "push.") and question is None:
        yield Label.PUSH
    if {"patient.patient", "patient.good"} <= cues:
        yield Label.PATIENT_BENEFIT
    if _any(cues, "invitation.") and (question is None or not _any(cues, "leading.")):
        yield Label.INVITATION


def _asked(cues: frozenset[str], question: Question | None) -> Iterator[Label]:
    if question is None:
        if _any(cues, "open.tell_me", "open.hear", "open.wonder", "open.let_know"):
            yield Label.OPEN_QUESTION
        elif "closed.whether" in cues:
            yield Label.CLOSED_QUESTION
    elif question.kind == "negative" or _any(cues, "leading."):
        yield Label.LEADING_QUESTION
    elif _any(cues, *_OPEN) or (question.kind == "wh" and "closed.bare_fact" not in cues):
        yield Label.OPEN_QUESTION
    else:
        yield Label.CLOSED_QUESTION


def _states(sentence: str, cues: frozenset[str], question: Question | None, labels: set[Label]) -> bool:
    """Whether something is stated that carries the message."""
    if question is not None:
        return question.told
    if len(sentence.split()) < _FEWEST_WORDS or sentence.rstrip().endswith(":"):
        return False
    only_asks = _any(cues, *_ASKED_IN_WORDS) or labels <= {
        Label.INVITATION,
        Label.APOLOGY,
        Label.LISTENING,
        Label.HEDGE,
    }
    owned = Label.OWNERSHIP in labels and "ownership.task" not in cues
    return not labels or not (only_asks or owned)


def _any(cues: frozenset[str], *starts: str) -> bool:
    return any(cue.startswith(starts) for cue in cues)
