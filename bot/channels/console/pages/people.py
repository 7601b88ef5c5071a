"""Who has which role: an admin adds colleagues, gives and takes roles, and removes them."""

import re
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.channels.console.rendering import render
from bot.channels.console.visit import Visit, Way
from bot.ports.staff import Act, Colleague, Entry, Role

_ADMIN = frozenset({Role.ADMIN})
_ID = re.compile(r"[A-Za-z0-9]{1,40}:[A-Za-z0-9._-]{1,80}", re.ASCII)
_MEMBER = re.compile(r"[A-Za-z0-9._-]{1,80}", re.ASCII)
_LONGEST_NAME = 120
_MOST_ASSESSED = 500
_LAST = "They are the only admin: make somebody else one first."
ROLES = {
    Role.MENTOR: "Mentor: reads and reviews what doctors shared with them by name",
    Role.TRAINER: "Trainer: sees the figures of all who take part, and no conversation",
    Role.ADMIN: "Admin: gives and takes roles, and reads the record; sees no conversation",
}
SAID = {
    "added": "Added.",
    "changed": "Changed. Who was signed in with other roles is signed out.",
    "removed": "Removed.",
}


@dataclass(frozen=True, slots=True)
class _Filled:
    """What was typed into the form of a colleague, so that nothing has to be typed twice."""

    id: str = ""
    name: str = ""
    roles: frozenset[Role] = frozenset()
    assesses: str = ""
    assesses_all: bool = False

    @classmethod
    def of(cls, visit: Visit, colleague_id: str) -> "_Filled":
        chosen = set(visit.fields.get("roles", ()))
        return cls(
            id=colleague_id,
            name=visit.form.get("name", "").strip(),
            roles=frozenset(one for one in Role if one.value in chosen),
            assesses=visit.form.get("assesses", ""),
            assesses_all=visit.form.get("assesses_all") == "yes",
        )

    @classmethod
    def from_colleague(cls, one: Colleague) -> "_Filled":
        return cls(one.id, one.name, one.roles, "\n".join(sorted(one.assesses)), one.assesses_all)

    def wrong(self, team: str) -> dict[str, str]:
        """What has to be put right, by field."""
        found: dict[str, str] = {}
        if not _ID.fullmatch(self.id):
            found["id"] = "Write it as Slack has it, for example T0123ABCD:U0456EFGH."
        elif team and self.id.partition(":")[0] != team:
            found["id"] = f"Only people of the workspace {team} can sign in."
        if not self.name or len(self.name) > _LONGEST_NAME or not self.name.isprintable():
            found["name"] = f"Give a name of at most {_LONGEST_NAME} characters: doctors choose by it."
        if not self.roles:
            found["roles"] = "Choose at least one role."
        doctors = self.assesses.split()
        if len(doctors) > _MOST_ASSESSED or any(not _ID.fullmatch(one) for one in doctors):
            found["assesses"] = f"One doctor a line, as T0123ABCD:U0456EFGH, at most {_MOST_ASSESSED}."
        return found

    def colleague(self) -> Colleague:
        return Colleague(self.id, self.name, self.roles, frozenset(self.assesses.split()), self.assesses_all)


async def people(visit: Visit) -> Response:
    """Everybody with a role, and a form to add somebody."""
    await visit.parts.record.note(Entry(visit.now, visit.colleague.id, Act.SAW_PEOPLE))
    return await _list(visit, _Filled(), {}, said=SAID.get(visit.query.get("done", ""), ""))


async def add(visit: Visit) -> Response:
    """Add somebody who has no role yet; a form that comes back shows who has one, and that is on record."""
    team = _team(visit)
    given = visit.form.get("id", "").strip()
    filled = _Filled.of(visit, f"{team}:{given}" if team and _MEMBER.fullmatch(given) else given)
    wrong = filled.wrong(team)
    if not wrong and await visit.parts.staff.colleague(filled.id) is not None:
        wrong = {"id": "They have a role already: change it in the list above."}
    if wrong:
        await visit.parts.record.note(Entry(visit.now, visit.colleague.id, Act.SAW_PEOPLE))
        return await _list(visit, filled, wrong)
    return await _put(visit, filled, "added")


async def one(visit: Visit) -> Response:
    """A colleague, to be changed."""
    colleague = await _colleague(visit)
    await visit.parts.record.note(Entry(visit.now, visit.colleague.id, Act.SAW_PEOPLE, colleague.id))
    return _form(visit, _Filled.from_colleague(colleague), {})


async def change(visit: Visit) -> Response:
    """Let them be as the form says."""
    colleague = await _colleague(visit)
    filled = _Filled.of(visit, colleague.id)
    wrong = filled.wrong("")
    return await _again(visit, filled, wrong, 400) if wrong else await _put(visit, filled, "changed")


async def remove(visit: Visit) -> Response:
    """Take all their roles."""
    colleague = await _colleague(visit)
    if await _is_last_admin(visit, colleague.id):
        return await _again(visit, _Filled.from_colleague(colleague), {"roles": _LAST}, 409)
    await visit.parts.staff.remove(colleague.id, by=visit.colleague.id, at=visit.now)
    return RedirectResponse("/people?done=removed", 303)


async def _put(visit: Visit, filled: _Filled, done: str) -> Response:
    if Role.ADMIN not in filled.roles and await _is_last_admin(visit, filled.id):
        return await _again(visit, filled, {"roles": _LAST}, 409)
    await visit.parts.staff.put(filled.colleague(), by=visit.colleague.id, at=visit.now)
    return RedirectResponse(f"/people?done={done}", 303)


async def _is_last_admin(visit: Visit, colleague_id: str) -> bool:
    """Whether nobody of their workspace could give roles any more without them."""
    of_team = await visit.parts.staff.colleagues(colleague_id.partition(":")[0])
    return [one.id for one in of_team if Role.ADMIN in one.roles] == [colleague_id]


async def _colleague(visit: Visit) -> Colleague:
    wanted = visit.path("colleague_id")
    found = await visit.parts.staff.colleague(wanted) if _ID.fullmatch(wanted) else None
    if found is None:
        raise HTTPException(404)
    return found


async def _list(visit: Visit, filled: _Filled, wrong: dict[str, str], said: str = "") -> Response:
    everybody = await visit.parts.staff.colleagues()
    values = {"everybody": everybody, "filled": filled, "wrong": wrong, "roles": ROLES, "team": _team(visit)}
    return render(visit, "people.html.j2", status=400 if wrong else 200, said=said, **values)


async def _again(visit: Visit, filled: _Filled, wrong: dict[str, str], status: int) -> Response:
    """The form with what is wrong; that a colleague was looked at is on record."""
    await visit.parts.record.note(Entry(visit.now, visit.colleague.id, Act.SAW_PEOPLE, filled.id))
    return _form(visit, filled, wrong, status)


def _form(visit: Visit, filled: _Filled, wrong: dict[str, str], status: int = 200) -> Response:
    return render(visit, "colleague.html.j2", status=status, filled=filled, wrong=wrong, roles=ROLES)


def _team(visit: Visit) -> str:
    """The workspace whose members can sign in; "" where there is none."""
    sign_in = visit.parts.options.sign_in
    return sign_in.team if sign_in is not None else ""


WAYS = (
    Way("GET", "/people", people, _ADMIN),
    Way("POST", "/people", add, _ADMIN),
    Way("GET", "/people/{colleague_id}", one, _ADMIN),
    Way("POST", "/people/{colleague_id}", change, _ADMIN),
    Way("POST", "/people/{colleague_id}/remove", remove, _ADMIN),
)
