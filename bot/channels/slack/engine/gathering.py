"""What waits in a conversation, sorted: what is to be answered, in which words, and what was taken back. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from bot.ports.incoming import Inbound, Kind, Waiting

LONGEST = 8000
"""Characters that a turn takes in; a message of more is not answered, and its doctor is told."""
_ALIKE = 0.8
_WORD_LONG_ENOUGH = 4
_LINES = 12


@dataclass(frozen=True, slots=True)
class Gathered:
    """A claim, sorted.

    `told` is what a turn is to answer, oldest first, in the words as last edited; an edit that went into it ends with
    it (`edits`: the message's id and the edit's). `dropped` are messages deleted before they were answered, with all
    that is about them. `reworded` and `taken_back` are the last edits, and the deletions, of what waits no longer;
    `late` are all inbox ids about such.
    """

    told: tuple[Waiting, ...] = ()
    edits: tuple[tuple[int, int], ...] = ()
    dropped: tuple[int, ...] = ()
    reworded: tuple[Waiting, ...] = ()
    taken_back: tuple[Waiting, ...] = ()
    late: tuple[int, ...] = ()
    mentions: tuple[Waiting, ...] = ()

    def ids(self, told: Sequence[Waiting]) -> tuple[int, ...]:
        """The inbox ids that end with these of `told`: their own, and those of the edits that went into them."""
        own = {one.id for one in told}
        return (*sorted(own), *(edit for message, edit in self.edits if message in own))


def gather(waiting: Sequence[Waiting]) -> Gathered:
    """Sort what waits, given oldest first."""
    deletions = {one.inbound.about_ts: one for one in waiting if one.inbound.kind is Kind.DELETION}
    here = {one.inbound.ts: one for one in waiting if one.inbound.kind is Kind.MESSAGE and one.inbound.ts}
    gone = {ts for ts in deletions if ts in here}
    taken_up = [one for one in waiting if one.inbound.kind is Kind.START and one.inbound.about_ts in deletions]
    edits = [one for one in waiting if one.inbound.kind is Kind.EDIT]
    newest = {one.inbound.about_ts: one for one in edits}
    return Gathered(
        told=tuple(
            _as_edited(one, newest)
            for one in waiting
            if one.inbound.kind in {Kind.MESSAGE, Kind.START} and one.inbound.ts not in gone and one not in taken_up
        ),
        edits=tuple(
            (here[one.inbound.about_ts].id, one.id) for one in edits if one.inbound.about_ts in here.keys() - gone
        ),
        dropped=tuple(
            one.id
            for one in waiting
            if (one.inbound.ts in gone and one.inbound.kind is Kind.MESSAGE)
            or one.inbound.about_ts in gone
            or one in taken_up
        ),
        reworded=tuple(one for ts, one in newest.items() if ts not in here and ts not in deletions),
        taken_back=tuple(one for ts, one in deletions.items() if ts not in here),
        late=tuple(
            one.id
            for one in waiting
            if one.inbound.kind in {Kind.EDIT, Kind.DELETION} and one.inbound.about_ts not in here
        ),
        mentions=tuple(one for one in waiting if one.inbound.kind is Kind.MENTION),
    )


def _as_edited(one: Waiting, newest: dict[str, Waiting]) -> Waiting:
    """The message with the words, and what is known of them, of its last edit."""
    edit = newest.get(one.inbound.ts) if one.inbound.kind is Kind.MESSAGE else None
    if edit is None:
        return one
    changed = replace(
        one.inbound,
        text=edit.inbound.text,
        identifiable=one.inbound.identifiable or edit.inbound.identifiable,
        urgent=one.inbound.urgent or edit.inbound.urgent,
    )
    return Waiting(one.id, changed)


def joined(told: Sequence[Waiting], *, together: bool) -> tuple[Waiting, ...]:
    """Those of `told`, from the oldest on, that one turn answers: only one unless `together`, and no more than fits.

    What a button says is a turn of its own: it may steer a rehearsal, and is no part of what was said there.
    """
    taken: list[Waiting] = []
    length = 0
    for one in told:
        length += len(one.inbound.text) + 1
        by_button = Kind.START in {one.inbound.kind, taken[-1].inbound.kind if taken else Kind.MESSAGE}
        if taken and (not together or by_button or length > LONGEST + 1):
            break
        taken.append(one)
    return tuple(taken)


_GREETING = re.compile(
    r"\W*(?:(?:hi|hiya|hello|hey|morning|evening|good (?:morning|afternoon|evening))\b\W*"
    r"|(?:are )?you there\W*|anyone there\W*|there\W*|again\W*)+",
    re.I,
)


def text_of(told: Sequence[Waiting]) -> str:
    """The words of several messages as one: a line each. A bare greeting among others says nothing by itself."""
    lines = [one.inbound.text for one in told]
    return "\n".join([line for line in lines if not _GREETING.fullmatch(line)] or lines)


def newest(told: Sequence[Waiting]) -> Inbound:
    """The last of them: where it was written is where the answer goes."""
    return told[-1].inbound


class Edit(StrEnum):
    """What an edit of an answered message comes to."""

    MENDED = "mended"
    """The same words: spelling, capitals, punctuation. Nothing is said about it."""
    ADDED = "added"
    """Nothing is gone that was there."""
    CHANGED = "changed"
    """Words were taken back: they go from what is stored, too."""


def judged(old: str, new: str) -> Edit:
    """What an edit comes to. `old` may hold other messages beside, a line or more each, where they were joined."""
    after = _words(new)
    before = max(_runs(old), key=lambda run: SequenceMatcher(None, run, after).ratio())
    if len(before) == len(after) and all(map(_mended, before, after)):
        return Edit.MENDED
    return Edit.ADDED if set(before) <= set(after) else Edit.CHANGED


def _runs(old: str) -> list[list[str]]:
    """The words of every run of lines: the edited message is one of them."""
    lines = old.split("\n")[:_LINES]
    whole = [_words(old)]
    return whole + [
        _words("\n".join(lines[start:end])) for start in range(len(lines)) for end in range(start + 1, len(lines) + 1)
    ]


def _mended(old: str, new: str) -> bool:
    """Whether a word is the other, at most spelt better: nearly the same letters, and no turn of the sense."""
    if old == new:
        return True
    long_enough = min(len(old), len(new)) >= _WORD_LONG_ENOUGH
    return (
        long_enough and old.endswith("n't") == new.endswith("n't") and SequenceMatcher(None, old, new).ratio() >= _ALIKE
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[\w']+", text.casefold().replace("’", "'"))
