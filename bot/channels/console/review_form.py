"""What a mentor sent of a turn, or of the whole talk: what is to be appended to the review, and what cannot be kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.channels.console.talk_view import Turn, asked_of, reworded
from bot.mentoring.events import EventKind, Grade, NewEvent
from bot.mentoring.review import Review
from bot.ports.trainers import Criterion

LONGEST: Mapping[str, int] = {"comment": 2500, "flag": 500, "unflag": 500, "note": 4000, "reword": 4000}
"""Characters of each text; a comment fits into one message of Slack."""
LONGEST_TAG = 40
_NAMES = {
    "comment": "Your comment", "flag": "Why you flag it", "unflag": "What came of the flag", "note": "Your note",
    "reword": "What the coach should have said",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """A form of the panel: the last value of each field, and all values of a field that may have several."""

    form: Mapping[str, str]
    fields: Mapping[str, Sequence[str]]

    def text(self, name: str) -> str:
        """A text field with a line's end as programs here have it, without space around it."""
        return self.form.get(name, "").replace("\r\n", "\n").strip()

    @property
    def finishes(self) -> bool:
        """Whether it was sent with the button that finishes the review."""
        return self.form.get("action") == "finish"

    @property
    def sure(self) -> bool:
        """Whether it was confirmed that the review is to be finished."""
        return self.form.get("sure") == "1"


def faults(sent: Sent) -> list[str]:
    """Why it cannot be kept, in sentences that say what to do; empty where it can."""
    found = [
        f"{_NAMES[name]} is {len(sent.text(name))} characters long. Shorten it to {most}."
        for name, most in LONGEST.items()
        if len(sent.text(name)) > most
    ]
    if sent.finishes and not sent.sure:
        found.append("To finish, tick the box above the button on the last step, the whole conversation.")
    if any(len(one) > LONGEST_TAG for one in tags_of(sent.text("tags"))):
        found.append(f"A tag is longer than {LONGEST_TAG} characters. Shorten it, or put a comma between two tags.")
    return found


def events_of(sent: Sent, turn: Turn, review: Review, criteria: Sequence[Criterion]) -> list[NewEvent]:
    """What the form changes, beside what stands already; empty where it changes nothing.

    Once the review is finished, grades stand: those that are sent all the same are passed over.
    """
    found: list[NewEvent] = []
    if review.finished_at is None:
        found.extend(_grades(sent, turn, review, criteria))
    found.extend(_marks(sent, turn, review))
    found.extend(_texts(sent, turn, review))
    if sent.finishes and review.finished_at is None:
        found.append(NewEvent(EventKind.FINISHED))
    return found


def tags_of(text: str) -> list[str]:
    """Tags, written with commas between them, in one spelling and without characters that nobody sees."""
    seen = "".join(one if one.isprintable() else " " for one in text)
    named = (" ".join(one.casefold().split()) for one in seen.split(","))
    return list(dict.fromkeys(one for one in named if one))


def _grades(sent: Sent, turn: Turn, review: Review, criteria: Sequence[Criterion]) -> Iterator[NewEvent]:
    for one in asked_of(turn, criteria):
        value = sent.form.get(f"grade.{one.id}")
        stands = str(review.scores.get((turn, one.id), ""))
        if value is not None and value != stands and (not value or value in set(Grade)):
            yield NewEvent(EventKind.SCORED, turn, one.id, value)


def _marks(sent: Sent, turn: Turn, review: Review) -> Iterator[NewEvent]:
    standing = review.tags_on(turn)
    for tag in tags_of(sent.text("tags")):
        if tag not in standing:
            yield NewEvent(EventKind.TAGGED, turn, tag)
    for tag in sent.fields.get("untag", ()):
        if tag in standing:
            yield NewEvent(EventKind.UNTAGGED, turn, tag)
    why = sent.text("flag")
    what_came = sent.text("unflag")
    if turn not in review.flags and why:
        yield NewEvent(EventKind.FLAGGED, turn, text=why)
    if turn in review.flags and what_came:
        yield NewEvent(EventKind.UNFLAGGED, turn, text=what_came)


def _texts(sent: Sent, turn: Turn, review: Review) -> Iterator[NewEvent]:
    if "reword" in sent.form and sent.text("reword") != reworded(review, turn):
        yield NewEvent(EventKind.REWORDED, turn, text=sent.text("reword"))
    if note := sent.text("note"):
        yield NewEvent(EventKind.NOTED, turn, text=note)
    if comment := sent.text("comment"):
        yield NewEvent(EventKind.COMMENTED, turn, text=comment)
