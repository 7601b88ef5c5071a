"""Sharing in memory, for the edge: it keeps the port's promises, and writes down exactly what it was given to keep."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.ports.post import Letter, PostOffice
from bot.ports.sharing import NewShare, Opened, Preview, Remark, Shared, Talk
from bot.ports.staff import Colleague, Role


@dataclass
class MemorySharing:
    """Talks (by their doctor), mentors, and what was shared; letters go into the post office."""

    post: PostOffice
    previews: dict[str, list[Preview]] = field(default_factory=dict)
    staff: list[Colleague] = field(default_factory=list)
    given: list[NewShare] = field(default_factory=list)
    kept: dict[str, Shared] = field(default_factory=dict)
    remarks: dict[int, Remark] = field(default_factory=dict)
    answers: list[tuple[int, str]] = field(default_factory=list)
    are_counted: set[str] = field(default_factory=set)
    asked: int = 0

    async def talks(self, person_id: str, limit: int = 20) -> Sequence[Talk]:
        return [one.talk for one in self.previews.get(person_id, [])][:limit]

    async def preview(self, person_id: str, conversation_id: str, session: int) -> Preview | None:
        self.asked += 1
        wanted = (conversation_id, session)
        mine = self.previews.get(person_id, [])
        return next((one for one in mine if (one.talk.conversation_id, one.talk.session) == wanted), None)

    async def mentors(self, team: str) -> Sequence[Colleague]:
        return [one for one in self.staff if one.team == team and Role.MENTOR in one.roles]

    async def share(self, new: NewShare, letters: Sequence[Letter], at: datetime) -> bool:
        known = self.kept.get(new.id)
        if known is not None:
            return self._owner(new.id) == new.person_id
        found = await self.preview(new.person_id, new.conversation_id, new.session)
        mentor = next((one for one in self.staff if one.id == new.mentor_id), None)
        if found is None or mentor is None or new.last > found.talk.last or mentor.team != new.person_id.split(":")[0]:
            return False
        self.given.append(new)
        self.kept[new.id] = Shared(
            new.id, found.talk, mentor.id, mentor.name, new.purpose, at, new.expires_at, withdrawn_at=None
        )
        await self.post.post(letters)
        return True

    async def shared(self, person_id: str) -> Sequence[Shared]:
        return [one for name, one in reversed(self.kept.items()) if self._owner(name) == person_id]

    async def withdraw(self, person_id: str, share_id: str, at: datetime) -> bool:
        if self._owner(share_id) != person_id:
            return False
        one = self.kept[share_id]
        self.kept[share_id] = replace(one, withdrawn_at=one.withdrawn_at or at)
        return True

    async def remark(self, person_id: str, remark_id: int) -> Remark | None:
        found = self.remarks.get(remark_id)
        return found if found and self._owner(found.share_id) == person_id else None

    async def answer(self, person_id: str, remark_id: int, text: str, letters: Sequence[Letter], at: datetime) -> bool:
        found = await self.remark(person_id, remark_id)
        if found is None or not self.kept[found.share_id].active(at):
            return False
        self.answers.append((remark_id, text))
        self.remarks[remark_id] = replace(found, answers=(*found.answers, text))
        await self.post.post(letters)
        return True

    async def count(self, person_id: str, *, wanted: bool) -> None:
        (self.are_counted.add if wanted else self.are_counted.discard)(person_id)

    async def counted(self, person_id: str) -> bool:
        return person_id in self.are_counted

    def is_opened(self, share_id: str, at: datetime) -> None:
        """The mentor opens it."""
        one = self.kept[share_id]
        self.kept[share_id] = replace(one, opened=(Opened(one.mentor, at), *one.opened))

    def _owner(self, share_id: str) -> str:
        return next((one.person_id for one in self.given if one.id == share_id), "")
