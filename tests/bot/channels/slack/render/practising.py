"""Turns of a rehearsal and of a draft, for the tests of what goes out and of the buttons beneath."""

from bot.coaching.kinds import Act
from bot.coaching.practice import Debrief, End, Moment, Practice, Step, Told
from bot.coaching.record import Sentence, TurnRecord
from bot.coaching.reviewed import Change, Comparison, DraftKind, Review, Reviewed, Strength
from bot.coaching.speech_acts import Label, Labelled
from tests.bot.channels.slack.render.samples import SOURCE, record

MOMENT = Moment(words="Why not?", labels=(), opened=1, level=2, asking=1, telling=0, answer="Not now.")
DRAFT = "You must clear the bins. What have I missed?"
SENTENCES = (
    Labelled(start=0, end=24, labels=(Label.ASSERTION, Label.PUSH)),
    Labelled(start=25, end=44, labels=(Label.OPEN_QUESTION, Label.INVITATION)),
)


def stepped(
    practice: Practice, text: str, *, voice: str = "coach", notice: str = "", debrief: Debrief | None = None
) -> TurnRecord:
    """A turn of a rehearsal that says `text`, after a notice of the coach's where one is given."""
    made = record(" ".join(filter(None, (notice, text))), "rehearse_debrief" if debrief else "rehearse_line")
    said = [Sentence(text=one, act=Act.SIGNPOST) for one in (notice, text) if one]
    step = Step.model_validate(
        {"practice": practice, "voice": voice, "event": "asked", "text": text, "debrief": debrief}
    )
    return made.model_copy(
        update={
            "draft": made.draft.model_copy(update={"sentences": tuple(said), "fixed": int(bool(notice))}),
            "state": made.state.model_copy(update={"practice": practice}),
            "step": step,
        }
    )


def spoken(said: str = "Not now.", name: str = "The head porter") -> TurnRecord:
    """A line of the other person's."""
    return stepped(Practice(role="porter", moments=(MOMENT,)), f'{name}: "{said}"', voice="other")


def looked_back(words: str = "Why not?", hidden: str | None = "His lift was taken once.", **more: str) -> TurnRecord:
    """The end of a rehearsal."""
    told = (
        Told(turn=1, words=words, effect="opened", why="You asked.", answer="Because of my knees."),
        Told(turn=2, words="Move it", effect="closed", why="You ordered.", answer="No."),
    )
    debrief = Debrief(
        end=End.UNDECIDED,
        moments=told,
        asking=1,
        telling=4,
        hidden=hidden,
        try_words=words,
        try_how="Ask first what they see.",
        card="a-card",
        cited=SOURCE,
        text="A look back.",
    )
    return stepped(Practice(role="porter", moments=(MOMENT,), over=True), "A look back.", debrief=debrief, **more)


def reviewed(text: str = DRAFT, words: str = "You must clear the bins.", **more: object) -> TurnRecord:
    """A turn that looks at a draft."""
    made = record("As an email, it tells more than it asks.", "review_draft")
    found = Review(
        kind=DraftKind.EMAIL,
        sentences=SENTENCES,
        asking=1,
        telling=1,
        strengths=(Strength(id="invites", start=25, end=44, words="What have I missed?", why="It lets them in."),),
        changes=(
            Change(
                id="push",
                start=0,
                end=24,
                words=words,
                why="It orders them about.",
                reword="The bins are full by ten.",
                card="a-card",
                cited=SOURCE,
            ),
        ),
        kept=Reviewed(text=text, kind=DraftKind.EMAIL, sentences=SENTENCES),
    ).model_copy(update=more)
    said = (Sentence(text=made.reply.text, act=Act.INFORM),)
    return made.model_copy(
        update={
            "draft": made.draft.model_copy(update={"sentences": said, "fixed": 0}),
            "reply": made.reply.model_copy(update={"citations": (SOURCE,)}),
            "review": found,
        }
    )


COMPARED = Comparison(taken_up=("push",), still=("cost",), new=(), asking=(0, 2), telling=(4, 1))
