"""What was deleted, changed, or said in a channel: put right in a piece of work of its own, before any turn."""

from dataclasses import replace

from bot.channels.slack.engine.gathering import Edit, Gathered, judged
from bot.channels.slack.parts import Parts
from bot.channels.slack.render import letters
from bot.channels.slack.render.letters import Where
from bot.ports.incoming import Fate, Inbound, Kind, conversation_of
from bot.ports.post import Claim, Finished, Letter

_RECENT = 3
"""Turns back to which an edit is still worth an answer."""
_A_DAY = 86_400.0


def where_of(inbound: Inbound) -> Where:
    """Where an answer to something goes: into the channel, and the thread, that it came from."""
    return Where(team=inbound.team, lane=inbound.lane, to=inbound.channel, thread_ts=inbound.thread_ts)


def _of_today(edit: Inbound) -> bool:
    """Whether the edited message is less than a day old."""
    try:
        return float(edit.sent) - float(edit.about_ts) < _A_DAY
    except ValueError:
        return False


class Changes:
    """Works out what comes of edits, deletions and mentions."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def finished(self, claim: Claim, gathered: Gathered) -> Finished:
        """All of them in the claim, at once; messages to be answered are left for the turn after."""
        done = dict.fromkeys((*gathered.dropped, *(one.id for one in gathered.taken_back)), Fate.DELETED)
        done |= dict.fromkeys((one for one in gathered.late if one not in done), Fate.ANSWERED)
        done |= dict.fromkeys((one.id for one in gathered.mentions), Fate.ANSWERED)
        out: list[Letter] = []
        erase: list[str] = []
        for one in gathered.taken_back:
            out += await self._neutral(claim, one.inbound)
            erase.append(one.inbound.about_ts)
        for one in gathered.reworded:
            offered, gone = await self._reworded(claim, one.inbound)
            out += offered
            erase += gone
        for one in gathered.mentions:
            out += await self._mention(one.inbound)
        return Finished(
            lane=claim.lane,
            token=claim.token,
            done=done,
            letters=tuple(out),
            conversation_id=conversation_of(claim.lane),
            person=claim.waiting[0].inbound.person,
            erase=tuple(erase),
        )

    async def _neutral(self, claim: Claim, deletion: Inbound) -> list[Letter]:
        """A reply may quote what was deleted: a neutral line takes its place."""
        answers = await self._parts.post.letters_about(claim.lane, deletion.about_ts)
        return [
            letters.deleted(
                self._parts.words,
                where_of(deletion),
                key=f"deleted:{deletion.team}:{deletion.event_id}:{number}",
                about_ts=one.ts,
            )
            for number, one in enumerate(answers, 1)
            if one.ts
        ]

    async def _reworded(self, claim: Claim, edit: Inbound) -> tuple[list[Letter], list[str]]:
        """An edit of what is answered: an offer to answer it anew, and the message whose stored words are to go.

        The new words come in when the doctor takes the offer; until then only their being changed is known.
        """
        answers = await self._parts.post.letters_about(claim.lane, edit.about_ts)
        record = next((one.record for one in reversed(answers) if one.record is not None), None)  # as it read last
        if record is None:  # it was stopped, or too long
            return ([self._offer(edit)] if _of_today(edit) else []), []
        kind = judged(record.message.text, edit.text)
        if kind is Edit.MENDED:
            return [], []
        recent = record.number > claim.conversation.turns - _RECENT
        return ([self._offer(edit)] if recent else []), ([edit.about_ts] if kind is Edit.CHANGED else [])

    def _offer(self, edit: Inbound) -> Letter:
        key = f"edited:{edit.team}:{edit.event_id}"
        return letters.edited(self._parts.words, where_of(edit), key=key, ts=edit.about_ts)

    async def _mention(self, mention: Inbound) -> list[Letter]:
        """A neutral word in the channel, and the way on in private.

        Where the words cannot wait and the doctor's direct channel is known, they are answered there at once.
        """
        words, suffix = self._parts.words, f"{mention.team}:{mention.event_id}"
        out = [letters.mention_in_channel(words, where_of(mention), key=f"mention:{suffix}")]
        known = (await self._parts.people.person(mention.person)).channel
        if mention.urgent and known and mention.text.strip():
            started = replace(
                mention, event_id=f"{mention.event_id}:direct", kind=Kind.START, channel=known, ts="", thread_ts="",
                client_msg_id=None,
            )  # fmt: skip
            await self._parts.post.accept(started)
            return out
        place = known or mention.user
        private = Where(team=mention.team, lane=f"{mention.team}:{place}", to=place)
        letter = letters.mention_in_private(words, private, key=f"mention-direct:{suffix}", text=mention.text)
        return [*out, replace(letter, urgent=mention.urgent)]
