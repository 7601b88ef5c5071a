"""The preview: exactly what a mentor would see of a talk, page by page, with what the doctor can still take out.

It tells a view from the one before by a digest of all that is shown, so that nothing is shared which was not seen.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.blocks import (
    SECTION,
    Block,
    actions,
    button,
    context,
    divider,
    header,
    plain,
    sections,
)
from bot.channels.slack.render.dates import day_to_come, moment_gone_by
from bot.channels.slack.render.escape import is_blank
from bot.channels.slack.render.escape import shown as seen
from bot.channels.slack.render.split import parts
from bot.channels.slack.render.talks import purpose_told
from bot.channels.slack.views.frames import to_send
from bot.channels.slack.views.preview_fields import Place, Wishes, asking
from bot.channels.slack.views.sharing import Choice
from bot.channels.slack.wording import fill
from bot.channels.slack.words import SlackWords
from bot.coaching.cited import Cited
from bot.coaching.record import Contact
from bot.mentoring.shared_talk import SharedCommitment, SharedTalk, SharedTurn, SharedVerdict
from bot.ports.people import Value
from bot.ports.staff import Colleague

_BLOCKS_A_PAGE = 50
_TEXT_A_PAGE = 40_000


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the preview shows: the talk as the mentor would see it, and what surrounds it.

    `unfound` are words to be left out that stand nowhere in it: mistyped, perhaps. `wishes` are as they would be kept:
    masked, and with what is left out struck from them, too. `timezone` is the
    console's, by which the mentor reads when something was said.
    """

    choice: Choice
    mentor: Colleague
    assesses: bool
    until: date
    talk: SharedTalk
    suggestions: tuple[str, ...] = ()
    unfound: tuple[str, ...] = ()
    wishes: Wishes = field(default_factory=Wishes)
    timezone: str = "Europe/London"


def preview(words: SlackWords, shown: Shown, *, page: int, showing: int, changed: bool = False) -> Block:
    """One page; only the last one offers to share. `changed` says that something is not as it was shown before."""
    told, pages = words.preview, _pages(words, shown)
    here = min(max(page, 0), len(pages) - 1)
    blocks = [
        *(sections(told.changed) if changed else ()),
        *_opening(words, shown),
        *([context(_page(words, here, len(pages)))] if len(pages) > 1 else []),
        divider(),
        *pages[here],
        divider(),
        *_surrounding(words, shown),
        *asking(words, shown.suggestions, shown.wishes, showing),
        _ways(words, here),
    ]
    submit = told.share if here == len(pages) - 1 else told.next
    place = Place(here, showing, digest(words, shown))
    return to_send(ids.MODAL_PREVIEW, (told.title, submit, told.close), blocks, **asdict(shown.choice), **asdict(place))


def digest(words: SlackWords, shown: Shown) -> str:
    """What tells one preview from another: of everything that is shown, on all pages."""
    held = [list(_opening(words, shown)), _pages(words, shown), list(_surrounding(words, shown))]
    return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()[:32]


def last_page(words: SlackWords, shown: Shown) -> int:
    """The number of the last page, from 0."""
    return len(_pages(words, shown)) - 1


def _opening(words: SlackWords, shown: Shown) -> Iterator[Block]:
    told, choice = words.preview, shown.choice
    purpose = purpose_told(words, choice.purpose)
    yield from sections(fill(told.opening, mentor=shown.mentor.name, day=day_to_come(shown.until), purpose=purpose))
    if shown.assesses:
        yield from sections(fill(told.assesses, mentor=shown.mentor.name))
    yield context(told.general)
    if shown.unfound:
        listed = ", ".join(f'"{one}"' for one in shown.unfound)
        yield from sections(fill(told.unfound, words=listed))


def _page(words: SlackWords, page: int, pages: int) -> str:
    return fill(words.preview.page, page=str(page + 1), pages=str(pages))


def _pages(words: SlackWords, shown: Shown) -> tuple[tuple[Block, ...], ...]:
    """The talk in pages that Slack takes, turns kept whole; one page at least."""
    pages: list[list[Block]] = [[]]
    length = 0
    for turn in _pieces(words, shown):
        more = len(json.dumps(turn, ensure_ascii=False))
        if pages[-1] and (len(pages[-1]) + len(turn) > _BLOCKS_A_PAGE or length + more > _TEXT_A_PAGE):
            pages.append([])
            length = 0
        pages[-1] += turn
        length += more
    return tuple(tuple(one) for one in pages)


def _pieces(words: SlackWords, shown: Shown) -> Iterator[tuple[Block, ...]]:
    for turn in shown.talk.turns:
        yield tuple(_turn(words, turn, shown.timezone))
    plan = shown.talk.commitment
    if plan is not None:
        yield sections(fill(words.preview.decided, words=_commitment(words, plan)))


def _turn(words: SlackWords, turn: SharedTurn, timezone: str) -> Iterator[Block]:
    yield from sections(fill(words.preview.you, words=turn.doctor))
    yield from sections(fill(words.preview.coach, words=turn.coach))
    if turn.verdict is not None:
        yield from sections(_verdict(words, turn.verdict))
    small = seen("\n".join(_beneath(words, turn, timezone)))
    for lines in parts(small, SECTION):
        if not is_blank(lines):
            yield {"type": "context", "elements": [plain(lines.strip("\n "))]}


def _beneath(words: SlackWords, turn: SharedTurn, timezone: str) -> Iterator[str]:
    """What the mentor reads beside the reply: when, why, what was looked for, what was found or given."""
    told = words.preview
    if turn.at is not None:
        yield moment_gone_by(turn.at, timezone)
    if turn.safety:
        yield told.safety
    if turn.reason:
        yield fill(told.why, reason=turn.reason)
    if turn.query:
        yield fill(told.looked_for, query=turn.query)
    if turn.worded and turn.engine != "guided":
        yield fill(told.worded, who=turn.worded)
    yield from (fill(told.source, source=_source(one)) for one in turn.evidence)
    yield from (fill(told.gave, contact=_contact(one)) for one in turn.contacts)


def _source(cited: Cited) -> str:
    return ", ".join(one for one in (cited.author, cited.section) if one) or cited.doc


def _contact(contact: Contact) -> str:
    return ", ".join(one for one in (contact.name, contact.number, contact.address) if one)


def _verdict(words: SlackWords, verdict: SharedVerdict) -> str:
    told = words.preview
    reasons = {one.id: one.text for one in words.feedback.reasons}
    lines = [told.judged_good if verdict.value is Value.GOOD else told.judged_bad]
    lines += [reasons.get(one, one) for one in verdict.reasons]
    if verdict.words:
        lines.append(fill(told.judged_words, words=verdict.words))
    return "\n".join(lines)


def _commitment(words: SlackWords, plan: SharedCommitment) -> str:
    told = words.export
    beside = ((told.when, plan.when), (told.with_whom, plan.with_whom), (told.if_then, plan.if_then))
    lines = [plan.what, *(fill(label, value=value) for label, value in beside if value)]
    if plan.due is not None:
        lines.append(fill(words.home.due, day=day_to_come(plan.due)))
    if plan.confidence is not None:
        lines.append(fill(told.confidence, value=str(plan.confidence)))
    return "\n".join(lines)


def _surrounding(words: SlackWords, shown: Shown) -> Iterator[Block]:
    """What the mentor sees beside the talk."""
    told, wishes = words.preview, shown.wishes
    yield header(told.they_see)
    yield from sections(fill(told.as_named, name=wishes.name) if wishes.name else told.as_nobody)
    if wishes.note:
        yield from sections(fill(told.noted, note=wishes.note))
    if wishes.for_cases:
        yield from sections(told.may_be_case)
    yield context(told.sees)


def _ways(words: SlackWords, page: int) -> Block:
    told = words.preview
    again = button(told.again, ids.PREVIEW_AGAIN)
    return actions(button(told.back, ids.PREVIEW_BACK), again) if page else actions(again)
