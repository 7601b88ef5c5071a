"""A small studio: a porter to practise with who warms to questions, and a reader of drafts who knows two remarks."""

import re

from bot.coaching.choose.studio import Studio
from bot.coaching.cited import Cited
from bot.coaching.practice import Debrief, End, Moment, Practice, Step
from bot.coaching.rehearsal.model import REACTIONS, Bands, Role, Topic
from bot.coaching.reviewed import Change, Comparison, DraftKind, Review, Reviewed, Strength

CITED = Cited(
    key="[bin-card]", card="bin-card", doc="bins-1999", section="2", author="Bins", quote=None, start=None, end=None
)
_BANDS = Bands(shut=("No.", "Not now."), half=("Maybe.", "We will see."), open=("Yes.", "Tell me more."))
PORTER = Role(
    id="porter",
    name="the head porter",
    cues=(r"\bporter\b",),
    stance="Guards the lifts.",
    cares=("lifts", "knees", "tea"),
    hidden="His lift was taken once.",
    scene=("By the lift.", "In the lift."),
    opens=("Yes?", "What?", "Well?"),
    reactions=dict.fromkeys(REACTIONS, _BANDS),
    topics=tuple(Topic(id=f"t{n}", about=("a", "b", "c", "d", "e", "f"), answers=_BANDS) for n in range(7)),
    reveal=("They took my lift.", "It was my lift."),
    ends=dict.fromkeys(End, ("Right.", "So.")),
)


def step(practice: Practice | None, text: str, practise_with: str) -> Step:
    if practice is None or practice.over:
        begun = Practice(role="porter", setting_up="" if practise_with else "matter")
        if not practise_with:
            return Step(practice=begun, voice="coach", event="set_up", text="The porter. What do you want from him?")
        practice = begun
    if practice.setting_up:
        there = practice.model_copy(update={"setting_up": "", "matter": text})
        return Step(practice=there, voice="coach", event="begun", text="He is there. You speak first.")
    if re.search(r"\bstop\b", text):
        over = practice.model_copy(update={"over": True})
        return Step(practice=over, voice="coach", event="debrief", text="You asked once.", debrief=_debrief())
    if re.search(r"\bpause\b", text):
        paused = practice.model_copy(update={"paused": True})
        return Step(practice=paused, voice="coach", event="paused", text="Think for a moment.")
    asked = text.endswith("?")
    moment = Moment(words=text, labels=(), opened=int(asked), level=1, asking=int(asked), telling=0, answer="Hm.")
    went_on = practice.model_copy(update={"moments": (*practice.moments, moment), "paused": False})
    return Step(
        practice=went_on, voice="other", event="asked", text=f"Number {len(went_on.moments)}.", opened=int(asked)
    )


def _debrief() -> Debrief:
    return Debrief(
        end=End.UNDECIDED,
        moments=(),
        asking=1,
        telling=2,
        hidden=PORTER.hidden,
        try_words="Give me the lift",
        try_how="ask",
        card="bin-card",
        cited=CITED,
        text="You asked once.",
    )


def review(text: str, kind: DraftKind | None, earlier: Reviewed | None) -> Review:
    compared = Comparison(taken_up=("ask",), still=(), new=(), asking=(0, 1), telling=(2, 1)) if earlier else None
    must = text.casefold().find("must")
    changes = (
        Change(
            id="ask",
            start=must,
            end=must + 4,
            words="must",
            why="It orders.",
            reword="could",
            card="bin-card",
            cited=CITED,
        ),
    )
    return Review(
        kind=kind or DraftKind.EMAIL,
        sentences=(),
        asking=text.count("?"),
        telling=2,
        strengths=(Strength(id="short", start=0, end=1, words=text[:1], why="It is short."),),
        changes=changes if must >= 0 else (),
        compared=compared,
        kept=Reviewed(text=text, kind=kind or DraftKind.EMAIL, sentences=(), changes=("ask",)),
    )


def tell(found: Review) -> str:
    first = "Beside the last version, it asks." if found.compared else "As an email, it tells."
    return f"{first} {len(found.changes)} to change."


def small_studio() -> Studio:
    return Studio(
        step=step,
        wants=lambda text: bool(re.search(r"\bpractise\b", text)),
        again=lambda practice, text: text == "again",
        recast=lambda practice, text: False,
        name=lambda practice: PORTER.name,
        role=lambda practice: PORTER,
        review=review,
        tell=tell,
    )
