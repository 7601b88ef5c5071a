"""How things stand, in sentences: the queue, what a review still lacks, what the coach gave, how far mentors agree."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.channels.console.talk_view import Turn, asked_of
from bot.channels.console.wording import ago, number_of
from bot.coaching.record import Contact
from bot.mentoring.review import Comment, Review
from bot.mentoring.shared_talk import SharedTalk
from bot.ports.trainers import Agreement, Criterion

_ENOUGH: Final = 10
"""Items that both graded from which on Cohen's kappa says something."""


def of_queue(waiting: int, begun: int, unread: int) -> str:
    """What waits for a mentor, in a line: 3 to review, 1 begun, 1 answer to read."""
    told = (
        f"{waiting} to review" if waiting else "",
        f"{begun} begun" if begun else "",
        f"{number_of(unread, 'answer')} to read" if unread else "",
    )
    found = ", ".join(one for one in told if one)
    return f"{found}." if found else "Nothing waits for your review."


def ungraded(talk: SharedTalk, review: Review, criteria: Sequence[Criterion]) -> str:
    """What has no grade yet, in a sentence; "" where there is nothing to grade by."""
    if not criteria:
        return ""
    turns = sum(not review.scores_on(one.number) for one in talk.turns) if asked_of(1, criteria) else 0
    whole = bool(asked_of(None, criteria)) and not review.scores_on(None)
    if not turns and not whole:
        return "Every turn has a grade, and so has the whole conversation."
    missing = [number_of(turns, "turn")] if turns else []
    missing += ["the whole conversation"] if whole else []
    told = " and ".join(missing)
    return f"{told[:1].upper()}{told[1:]} {'is' if turns + whole == 1 else 'are'} not graded."


def new_answers(review: Review, unread: int) -> tuple[Comment, ...]:
    """The comments to which the newest `unread` answers were given, each once, the newest answer first."""
    found = sorted(
        ((answer.at, at, one) for at, one in enumerate(review.comments) for answer in one.answers),
        key=lambda each: each[:2],
        reverse=True,
    )
    return tuple(dict.fromkeys(one for _, _, one in found[: max(unread, 0)]))


def safety(talk: SharedTalk, now: datetime) -> str:
    """What the coach gave where somebody's safety came first, and when; "" where it never did."""
    turns = [one for one in talk.turns if one.safety]
    if not turns:
        return ""
    contacts = list(dict.fromkeys(_contact(one) for turn in turns for one in turn.contacts))
    numbers = [str(one.number) for one in turns]
    where = f"In {'turn' if len(turns) == 1 else 'turns'} {_listed(numbers)}"
    when = f", {ago(now, turns[-1].at)}" if turns[-1].at is not None else ""
    given = f"It gave: {_listed(contacts)}." if contacts else "It gave no contacts."
    return f"{where}{when}, the coach put the doctor's safety first. {given}"


def agreement(found: Agreement) -> str:
    """How far two mentors agree; a percentage and a kappa only of enough items to carry them."""
    if not found.items or found.agreed is None:
        return "There is nothing that both of you graded."
    same = round(found.agreed * found.items)
    if found.items == 1:
        return "You both graded one thing, and agree." if same else "You both graded one thing, and do not agree."
    how = {found.items: "all", 0: "none"}.get(same, str(same))
    told = f"You both graded {found.items} things, and agree on {how} of them"
    if found.items < _ENOUGH:
        return f"{told}."
    kappa = ""
    if found.kappa is not None:
        kappa = f" Beyond what chance brings (Cohen's kappa, 1 is full agreement): {found.kappa:.2f}."
    return f"{told} ({found.agreed * 100:.0f}%).{kappa}"


def where(turn: Turn) -> str:
    """Where something stands, within a sentence."""
    return "the whole conversation" if turn is None else f"turn {turn}"


def _contact(one: Contact) -> str:
    ways = ", ".join(way for way in (one.number, one.address) if way)
    return f"{one.name} ({ways})" if ways else one.name


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
