"""Letters between doctors and mentors: a comment reaches the doctor; a mentor learns that something waits, not what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render import pieces
from bot.channels.slack.render.blocks import Block, actions, button, sections
from bot.channels.slack.render.dates import day_gone_by, day_to_come
from bot.channels.slack.render.escape import shown
from bot.channels.slack.render.letters import Where
from bot.channels.slack.render.split import short
from bot.channels.slack.wording import fill
from bot.channels.slack.words import SlackWords
from bot.ports.people import Person
from bot.ports.post import Action, Letter
from bot.ports.sharing import Remark
from bot.ports.staff import Colleague

_EXCERPT = 300


@dataclass(frozen=True, slots=True)
class Place:
    """Where a letter stands that another takes the place of, and the key of that other one."""

    where: Where
    ts: str
    key: str


class SlackNotices:
    """Makes the letters; `console_url` is where mentors read, "" where it is not known."""

    def __init__(self, words: SlackWords, console_url: str = "") -> None:
        self._words = words
        self._console_url = console_url

    def commented(self, doctor: Person, remark: Remark, excerpt: str) -> Sequence[Letter]:
        """A mentor's comment, with the beginning of the reply that it is about and the way to answer."""
        blocks = _comment(self._words, remark, excerpt)
        return (_letter(self._words, where_of(doctor), comment_key(remark.id), *blocks),)

    def shared_with(self, mentor: Colleague, share_id: str) -> Sequence[Letter]:
        """Something waits for the mentor; neither whose nor what."""
        return self._to_mentor(mentor, f"share_waits:{share_id}", self._words.mentor.waits)

    def answered(self, mentor: Colleague, share_id: str, remark_id: int) -> Sequence[Letter]:
        """A comment of the mentor's was answered."""
        return self._to_mentor(mentor, f"comment_answered:{share_id}:{remark_id}", self._words.mentor.answered)

    def _to_mentor(self, mentor: Colleague, key: str, text: str) -> Sequence[Letter]:
        """Nothing where the mentor is none of a workspace, and cannot be written to."""
        team, _, user = mentor.id.partition(":")
        if not user or team == _NO_WORKSPACE:
            return ()
        told = self._words.mentor
        where = fill(told.where, url=self._console_url) if self._console_url else told.where_unknown
        there = Where(team=team, lane=mentor.id, to=user)
        return (_letter(self._words, there, key, *sections(f"{text}\n{where}")),)


def comment_key(remark_id: int) -> str:
    """The key of the letter in which a comment comes."""
    return f"comment:{remark_id}"


def shared_key(share_id: str) -> str:
    """The key of the letter that says that a talk is shared."""
    return f"shared:{share_id}"


def with_answer(words: SlackWords, at: Place, remark: Remark, *, excerpt: str, answer: str, day: date) -> Letter:
    """In the place of a comment's letter: the same, with what was answered to it before, and now on `day`."""
    told = words.remark
    before = [block for one in remark.answers[-_ANSWERS:] for block in sections(fill(told.answered, words=one))]
    now = sections(fill(told.answered_on, words=answer, day=day_gone_by(day)))
    return _in_place(words, at, *_comment(words, remark, excerpt, *before, *now))


def taken_back(words: SlackWords, at: Place, *, mentor: str, day: date) -> Letter:
    """In the place of the letter that said that a talk is shared: it was taken back on `day`."""
    told = fill(words.shared.taken_back, mentor=mentor, day=day_gone_by(day))
    return _in_place(words, at, *sections(told), pieces.help_row(words))


_ANSWERS = 5
"""Earlier answers that are shown again; the talk's page in the console has all."""
_NO_WORKSPACE = "local"
"""In the place of a workspace, for colleagues on a machine without Slack."""


def shared(words: SlackWords, where: Where, *, share_id: str, mentor: str, until: date) -> Letter:
    """Says that a talk is shared now, with the way to take it back; once a share."""
    told = words.shared
    back = button(told.take_back, ids.SHARE_WITHDRAW, share_id)
    done = fill(told.done, mentor=mentor, day=day_to_come(until))
    blocks = (*sections(f"{done} {told.after}"), actions(back, pieces.help_button(words)))
    return _letter(words, where, shared_key(share_id), *blocks)


def where_of(doctor: Person) -> Where:
    """Where a doctor is reached: the direct channel, or the doctor, whose channel is then opened."""
    team, _, user = doctor.id.partition(":")
    to = doctor.channel or user
    return Where(team=team, lane=f"{team}:{to}", to=to)


def _comment(words: SlackWords, remark: Remark, excerpt: str, *after: Block) -> tuple[Block, ...]:
    """A comment and what it is about, what came `after` it, and the way to answer.

    Of a reply that is there no more nothing is shown; that is not the talk as a whole.
    """
    told, seen = words.remark, short(shown(excerpt), _EXCERPT)
    of_a_turn = fill(told.about, excerpt=seen) if seen else ""
    about = told.about_whole if remark.turn is None else of_a_turn
    answer = button(told.answer, ids.REMARK_ANSWER, str(remark.id), style="primary")
    return (
        *sections(fill(told.came, mentor=remark.mentor)),
        *sections(about),
        *sections(fill(told.said, words=remark.text)),
        *after,
        actions(answer, pieces.help_button(words)),
    )


def _in_place(words: SlackWords, at: Place, *blocks: Block) -> Letter:
    return replace(_letter(words, at.where, at.key, *blocks), action=Action.UPDATE, about_ts=at.ts)


def _letter(words: SlackWords, where: Where, key: str, *blocks: Block) -> Letter:
    return Letter(
        key=key, team=where.team, lane=where.lane, to=where.to, text=words.notifications.letter, blocks=blocks
    )
