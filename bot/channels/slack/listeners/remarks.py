"""A mentor's comment is answered: masked, told to the mentor without a word of it, and shown as it was passed on.

The letter in which the comment came then shows the answer.
"""

from dataclasses import replace

from slack_bolt.async_app import AsyncApp

from bot.channels.slack.listeners.edge import Edge
from bot.channels.slack.listeners.gesture import Gesture
from bot.channels.slack.listeners.hooks import Show, on_button, on_step
from bot.channels.slack.masking import masked_text
from bot.channels.slack.render import actions as ids
from bot.channels.slack.render import mentoring
from bot.channels.slack.render.dates import day_there
from bot.channels.slack.render.letters import Where
from bot.channels.slack.views import fields, modals, shares
from bot.channels.slack.wording import fill
from bot.ports.post import Letter
from bot.ports.sharing import Remark, Shared


def register(app: AsyncApp, edge: Edge) -> None:
    """The button under a comment, and the dialogue behind it."""
    on_button(app, edge, ids.REMARK_ANSWER, _ask)
    on_step(app, edge, ids.MODAL_ANSWER, _answer)


async def _ask(edge: Edge, gesture: Gesture) -> None:
    """Open a dialogue at once, then fill it with the comment."""
    words = edge.parts.words
    view_id = await edge.open(gesture, modals.waiting(words))
    number = int(gesture.value) if gesture.value.isascii() and gesture.value.isdigit() else 0
    remark = await edge.parts.sharing.remark(gesture.person, number)
    if remark is None:
        view = modals.elsewhere(words, words.notes["not_yours"])
    elif (share := await _share(edge, gesture, remark)) is None or not share.active(edge.parts.clock.now()):
        view = modals.elsewhere(words, words.remark.over)
    else:
        view = shares.answer(words, remark, gesture.channel, gesture.message_ts)
    await edge.show(gesture, view_id, view)


async def _answer(edge: Edge, gesture: Gesture, show: Show) -> None:
    parts, words = edge.parts, edge.parts.words
    number = fields.about(gesture.view).get("remark")
    remark = await parts.sharing.remark(gesture.person, number) if isinstance(number, int) else None
    text, _ = await masked_text(parts, fields.typed(gesture.view, ids.FIELD_TEXT))
    if remark is None or not text:
        await show(modals.elsewhere(words, words.notes["not_yours"]))
        return
    letters = [*await _to_mentor(edge, gesture, remark), *await _kept(edge, gesture, remark, text)]
    if not await parts.sharing.answer(gesture.person, remark.id, text, letters, parts.clock.now()):
        await show(modals.elsewhere(words, words.remark.over))
        return
    edge.engine.letters_waiting()
    told = (fill(words.remark.sent, mentor=remark.mentor), fill(words.remark.as_kept, words=text))
    await show(shares.done(words, "\n\n".join(told)))


async def _to_mentor(edge: Edge, gesture: Gesture, remark: Remark) -> list[Letter]:
    """Tells the mentor once an answer; nobody where they are no mentor any more."""
    mentors = await edge.parts.sharing.mentors(gesture.team)
    told = [edge.notices.answered(one, remark.share_id, remark.id) for one in mentors if one.id == remark.mentor_id]
    return [replace(letter, key=f"{letter.key}:{gesture.id}") for letters in told for letter in letters]


async def _kept(edge: Edge, gesture: Gesture, remark: Remark, text: str) -> list[Letter]:
    """Shows the answer where the comment is; nothing where that letter is not there, or not of this comment."""
    about = fields.about(gesture.view)
    channel, ts = str(about.get("channel", "")), str(about.get("ts", ""))
    where = Where(gesture.team, f"{gesture.team}:{channel}", channel)
    found = await edge.parts.post.answered(where.lane, ts) if channel and ts else None
    if found is None or found.key != mentoring.comment_key(remark.id):
        return []
    return [
        mentoring.with_answer(
            edge.parts.words,
            mentoring.Place(where, ts, f"comment_kept:{remark.id}:{gesture.id}"),
            remark,
            excerpt=await _reply(edge, gesture, remark),
            answer=text,
            day=day_there(edge.parts.clock.now(), edge.timezone(await edge.parts.people.person(gesture.person))),
        )
    ]


async def _reply(edge: Edge, gesture: Gesture, remark: Remark) -> str:
    """The reply that the comment is about; "" where it is about the whole, or the reply is there no more."""
    share = await _share(edge, gesture, remark)
    if share is None or remark.turn is None:
        return ""
    found = await edge.parts.sharing.preview(gesture.person, share.talk.conversation_id, share.talk.session)
    return next((one.reply.text for one in (found.records if found else ()) if one.number == remark.turn), "")


async def _share(edge: Edge, gesture: Gesture, remark: Remark) -> Shared | None:
    """What the comment was made on."""
    shared = await edge.parts.sharing.shared(gesture.person)
    return next((one for one in shared if one.id == remark.share_id), None)
