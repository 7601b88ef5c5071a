"""`coach people`: who may use the console, in which role, and a link that signs one of them in."""

import asyncio
import json
import re
import secrets
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import click

from bot.compose_staff import StaffRoom, opened
from bot.errors import CoachError
from bot.ports.staff import Act, Colleague, Entry, Role
from bot.settings import Settings

_OPERATOR = "operator"
"""Whoever is at this keyboard, as the record has them."""
_SLACK_ID = re.compile(r"[TE][A-Z0-9]{1,40}:[UW][A-Z0-9]{1,40}")
_LOCAL_ID = re.compile(r"local:[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_LONGEST_NAME = 200
_EVERYONE = "They also assess every doctor, who is warned of it; or none any more."
_TOKEN = 32
"""Bytes of a link's secret."""


def _id(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Who somebody is: as Slack has them, or on a machine without Slack by a name."""
    if _SLACK_ID.fullmatch(value) or _LOCAL_ID.fullmatch(value):
        return value
    message = f"{value!r} is no id: give T123:U456 (Slack's ids of workspace and member) or local:name."
    raise click.BadParameter(message, ctx, param)


def _ids(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_id(ctx, param, one) for one in value)


def _name(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """A name as others will read it."""
    told = value.strip()
    if told and len(told) <= _LONGEST_NAME and told.isprintable():
        return told
    message = f"a name has 1 to {_LONGEST_NAME} characters that can be printed."
    raise click.BadParameter(message, ctx, param)


def _url(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Where browsers find the console."""
    if not value or value.startswith(("https://", "http://")):
        return value.rstrip("/")
    message = f"{value!r} is no address: it begins with https:// (or http:// on one machine)."
    raise click.BadParameter(message, ctx, param)


_ROLE = click.Choice([one.value for one in Role])
_force = click.option("--force", is_flag=True, help="Even where the workspace is left without an admin.")
_colleague = click.argument("colleague_id", metavar="ID", callback=_id)


@click.group(epilog='Example: coach people add T123:U456 --name "Dr Okafor" --role mentor')
def people() -> None:
    """Give and take roles in the console: mentor, trainer, admin. Nobody's role opens a talk that was not shared.

    An ID is T123:U456, Slack's ids of workspace and member, or local:name on a machine without Slack. Everything that
    is done here is on the console's record.
    """


@people.command(epilog="Example: coach people add T123:U456 --name Okafor --role mentor --assesses T123:U789")
@_colleague
@click.option("--name", required=True, callback=_name, help="How doctors and colleagues know them.")
@click.option("--role", "roles", required=True, multiple=True, type=_ROLE, help="May be given several times.")
@click.option("--assesses", multiple=True, callback=_ids, metavar="DOCTOR_ID", help="A doctor whom they also assess.")
@click.option("--assesses-everyone/--assesses-nobody", "everyone", default=None, help=_EVERYONE)
@_force
def add(
    colleague_id: str,
    name: str,
    roles: tuple[str, ...],
    assesses: tuple[str, ...],
    everyone: bool | None,  # noqa: FBT001 - a command-line flag
    force: bool,  # noqa: FBT001 - a command-line flag
) -> None:
    """Add a colleague, or let one who is there have this name and these roles; whom they assess stays unless named."""
    if everyone is False and assesses:
        message = "they assess somebody or nobody: give --assesses or --assesses-nobody"
        raise click.UsageError(message)
    held = frozenset(Role(one) for one in roles)
    wanted = Colleague(colleague_id, name, held, frozenset(assesses), assesses_all=bool(everyone))

    async def work(room: StaffRoom) -> str:
        before = await room.staff.colleague(colleague_id)
        if before is None:
            await _put(room, wanted, force=force)
            return f"Added {_in_words(wanted)}."
        unsaid = everyone is None and not assesses
        now = replace(wanted, assesses=before.assesses, assesses_all=before.assesses_all) if unsaid else wanted
        if now == before:
            return f"Nothing to change: {_in_words(now)}."
        await _put(room, now, force=force)
        return f"Changed: {_in_words(now)}.\n{_changes(before, now)}."

    _do(work)


@people.command(epilog="Example: coach people remove T123:U456")
@_colleague
@_force
def remove(colleague_id: str, force: bool) -> None:  # noqa: FBT001 - a command-line flag
    """Take all of a colleague's roles and sign them out; what was shared with them is theirs to see no more."""

    async def work(room: StaffRoom) -> str:
        found = await _known(room, colleague_id)
        await _put(room, replace(found, roles=frozenset()), force=force)
        return f"Removed {found.name} ({found.id}), who is signed out and has no role any more."

    _do(work)


@people.command(epilog="Example: coach people roles T123:U456 --give trainer --take mentor")
@_colleague
@click.option("--give", multiple=True, type=_ROLE, help="A role to add; may be given several times.")
@click.option("--take", multiple=True, type=_ROLE, help="A role to take; may be given several times.")
@_force
def roles(colleague_id: str, give: tuple[str, ...], take: tuple[str, ...], force: bool) -> None:  # noqa: FBT001
    """Give a colleague roles or take them; whose roles change is signed out."""
    if not give and not take:
        message = "say which: --give ROLE, --take ROLE, or both"
        raise click.UsageError(message)
    if both := sorted(set(give) & set(take)):
        message = f"{both[0]} is both given and taken"
        raise click.UsageError(message)

    async def work(room: StaffRoom) -> str:
        found = await _known(room, colleague_id)
        held = (found.roles | {Role(one) for one in give}) - {Role(one) for one in take}
        if held == found.roles:
            return f"Nothing to change: {_in_words(found)}."
        changed = replace(found, roles=held)
        await _put(room, changed, force=force)
        if not held:
            return f"{found.name} ({found.id}) has no role any more, and is signed out."
        return f"Changed: {_in_words(changed)}. Whoever was signed in as them is signed out."

    _do(work)


@people.command("list", epilog="Example: coach people list --json")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def list_(as_json: bool) -> None:  # noqa: FBT001 - a command-line flag
    """Show who has a role."""

    async def work(room: StaffRoom) -> str:
        found = await room.staff.colleagues()
        await room.record.note(Entry(datetime.now(UTC), _OPERATOR, Act.SAW_PEOPLE))
        if as_json:
            return json.dumps([_as_json(one) for one in found], indent=1, ensure_ascii=False)
        return "\n".join(_in_words(one) for one in found) or "Nobody has a role yet: coach people add --help"

    _do(work)


@people.command(epilog="Example: coach people link T123:U456 --minutes 10")
@_colleague
@click.option("--minutes", type=click.IntRange(1, 60), default=10, show_default=True, help="How long it can be used.")
@click.option("--url", default="", callback=_url, help="Address of the console; the default is the one that is set.")
def link(colleague_id: str, minutes: int, url: str) -> None:
    """Print a link that signs a colleague in to the console, once. Give it to nobody but them."""
    token = secrets.token_urlsafe(_TOKEN)

    async def work(room: StaffRoom) -> str:
        found = await _known(room, colleague_id)
        now = datetime.now(UTC)
        expires = now + timedelta(minutes=minutes)
        await room.doors.make_link(found.id, token, expires, by=_OPERATOR, at=now)
        told = f"This signs {found.name} ({found.id}) in to the console once, within {minutes} minutes:"
        return f"{told}\n{url or _console(Settings.from_environment())}/sign-in/link/{token}"

    _do(work)


def _do(work: Callable[[StaffRoom], Coroutine[None, None, str]]) -> None:
    """Do it in the store that is set, and say what was done."""
    with opened(Settings.from_environment()) as room:
        click.echo(asyncio.run(work(room)))


def _console(settings: Settings) -> str:
    """Where browsers find the console; where that is not set, a line above says so."""
    here = f"http://127.0.0.1:{settings.console_port}"
    note = "(No COACH_CONSOLE_URL is set: this works only with a console on this machine at port"
    return settings.console_url.rstrip("/") or f"{note} {settings.console_port}.)\n{here}"


async def _known(room: StaffRoom, colleague_id: str) -> Colleague:
    found = await room.staff.colleague(colleague_id)
    if found is None:
        message = f"nobody has a role under {colleague_id}: coach people list shows who has, coach people add adds one"
        raise CoachError(message, code="no_colleague")
    return found


async def _put(room: StaffRoom, wanted: Colleague, *, force: bool) -> None:
    """Let them be as given. Raises CoachError where their workspace is left without an admin, and nobody insists."""
    if Role.ADMIN not in wanted.roles and not force:
        admins = [one.id for one in await room.staff.colleagues(wanted.team) if Role.ADMIN in one.roles]
        if admins == [wanted.id]:
            message = (
                f"{wanted.id} is the last admin of {wanted.team}: nobody could give roles in the console any more, or "
                "read its record. Make somebody else admin first, or say --force"
            )
            raise CoachError(message, code="last_admin")
    await room.staff.put(wanted, by=_OPERATOR, at=datetime.now(UTC))


def _changes(before: Colleague, now: Colleague) -> str:
    """What is not as it was, each with what it was."""
    was, told = _told(before), _told(now)
    return "; ".join(f"{what}: {was[what]} -> {told[what]}" for what in told if was[what] != told[what])


def _roles(colleague: Colleague) -> str:
    return ", ".join(one.value for one in Role if one in colleague.roles)


def _told(colleague: Colleague) -> dict[str, str]:
    assesses = "every doctor" if colleague.assesses_all else ", ".join(sorted(colleague.assesses)) or "nobody"
    return {"name": colleague.name, "roles": _roles(colleague), "assesses": assesses}


def _in_words(colleague: Colleague) -> str:
    """One colleague on a line."""
    count = len(colleague.assesses)
    assesses = "every doctor" if colleague.assesses_all else f"{count} doctor{'' if count == 1 else 's'}"
    told = f"; also assesses {assesses}" if colleague.assesses_all or count else ""
    return f"{colleague.name} ({colleague.id}): {_roles(colleague)}{told}"


def _as_json(colleague: Colleague) -> dict[str, object]:
    return {
        "id": colleague.id,
        "name": colleague.name,
        "roles": [one.value for one in Role if one in colleague.roles],
        "assesses": sorted(colleague.assesses),
        "assesses_everyone": colleague.assesses_all,
    }
