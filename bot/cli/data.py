"""`coach data`: what is kept of a person, given out or erased; retention, backups, keys, and the record."""

import asyncio
import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from bot import compose_data
from bot.cli.data_record import record
from bot.cli.new_file import write_new
from bot.compose_data import opened
from bot.ports.staff import Act
from bot.settings import Settings

_FOLDER = click.Path(path_type=Path)
_json = click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
_yes = click.option("--yes", is_flag=True, help="Do not ask.")


@click.group(epilog="Example: coach data backup /srv/backups/coach")
def data() -> None:
    """Export, erase, purge, back up, restore, migrate, change keys; and read the record of who looked at what.

    A PERSON is known by their id: T123:U456, Slack's ids of workspace and member. A backup is made while
    the coach runs; for the rest a SQLite store wants it stopped.
    """


data.add_command(record)


def _settings() -> Settings:
    return Settings.from_environment()


def _now() -> datetime:
    return datetime.now(UTC)


@data.command(epilog="Example: coach data export T123:U456 --out dr-x.json")
@click.argument("person")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A new file, readable by you alone.")
def export(person: str, out: Path | None) -> None:
    """Everything that is kept of a PERSON, as JSON: what they are entitled to be given. Exit status 1: nothing is."""
    with opened(_settings()) as room:
        asyncio.run(_known(room, person))
        told = asyncio.run(room.people.export(person))
        asyncio.run(room.note(Act.EXPORTED, "what is kept of one person"))
    text = json.dumps(told, indent=1, ensure_ascii=False) + "\n"
    if out is None:
        click.echo(text, nl=False)
        return
    write_new(out, text.encode())
    click.echo(f"written to {out}, for you alone to read: give it to them and delete it", err=True)


async def _known(room: compose_data.DataRoom, person: str) -> None:
    """Exit with status 1 where nothing is kept of somebody."""
    if not await room.people.known(person):
        click.echo(f"nothing is kept of {person}", err=True)
        raise click.exceptions.Exit(1)


@data.command(epilog="Example: coach data erase T123:U456")
@click.argument("person")
@_yes
def erase(person: str, yes: bool) -> None:  # noqa: FBT001 - a command-line flag
    """Destroy a PERSON's key and delete everything of theirs, for good. Exit status 1: nothing is kept of them."""
    with opened(_settings()) as room:
        asyncio.run(_known(room, person))
        if not yes and click.prompt(f"Everything of {person} will be gone for good. Type the id again") != person:
            click.echo("that is another id: nothing was erased", err=True)
            raise click.exceptions.Exit(1)
        asyncio.run(room.erase(person, _now()))
    click.echo(f"{person} is erased. Make a backup now: with its file of keys, nobody can read them in an older one.")


@data.command(epilog="Example: coach data purge --dry-run")
@click.option("--dry-run", is_flag=True, help="Only count what would be deleted.")
@_json
def purge(dry_run: bool, as_json: bool) -> None:  # noqa: FBT001 - command-line flags
    """Delete what was kept as long as it is to be (COACH_KEEP_DAYS and the like). A running coach does it daily."""
    with opened(_settings()) as room:
        found = asyncio.run(room.purge(_now(), dry_run=dry_run))
    if as_json:
        click.echo(json.dumps({"dry_run": dry_run, **asdict(found)}))
        return
    click.echo("would be deleted:" if dry_run else "deleted:")
    for name, count in asdict(found).items():
        click.echo(f"  {_CALLED[name]}: {count}")


_CALLED = {
    "conversations": "conversations",
    "unheard": "messages of people who never agreed",
    "plans": "commitments",
    "counts": "what sessions added to the figures",
    "indexes": "search indexes of shares that are over",
    "shares": "shares, with their reviews",
    "doors": "sign-ins, links and sessions that are over",
    "growth": "rehearsals, drafts and situations, counted",
    "uses": "days on which a chat model was used for somebody",
    "rotas": "spans of nights, leave and days off that are over",
}


@data.command(epilog="Example: coach data backup /srv/backups/coach")
@click.argument("folder", type=_FOLDER)
@_json
def backup(folder: Path, as_json: bool) -> None:  # noqa: FBT001 - a command-line flag
    """Back the store up into FOLDER, while the coach runs; safe to run daily.

    Each backup is a file of its own, without keys. The keys are in one file, which every backup replaces, so that who
    was erased since then can be read in no backup. The master key is in neither: keep it somewhere else. Of PostgreSQL
    it prints the commands to use, and exits with status 1.
    """
    settings = _settings()
    made = compose_data.backup(settings, folder, _now())
    if made is None:
        click.echo(compose_data.steps(settings, folder))
        raise click.exceptions.Exit(1)
    if as_json:
        told = {"file": str(made.file), "keys": str(made.keys), "conversations": made.conversations}
        click.echo(json.dumps(told | {"master_key": str(settings.sealing_key)}))
        return
    click.echo(f"{made.file}: {made.conversations} conversations, without keys")
    click.echo(f"{made.keys}: the keys, in the place of the last; keep no older copy of it")
    click.echo(f"Not in it: the master key, {settings.sealing_key}. Keep a copy of that apart from the backups.")


@data.command(epilog="Example: coach data restore /srv/backups/coach")
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@_yes
@_json
def restore(source: Path, yes: bool, as_json: bool) -> None:  # noqa: FBT001 - command-line flags
    """Make a new store of a backup: of the file SOURCE, or of the newest in the folder SOURCE. Replaces nothing.

    keys.db has to lie beside it, and the master key where COACH_KEY_FILE says. Whoever's key is gone is erased. Of
    PostgreSQL, run it after pg_restore: it erases those, and checks the keys.
    """
    settings = _settings()
    asked = (
        "Whoever has no key in this PostgreSQL database is erased, everybody is signed out and every share withdrawn. "
        "Was it just restored?"
    )
    if compose_data.file_of(settings) is None and not yes and not click.confirm(asked):
        raise click.exceptions.Exit(1)
    done = compose_data.restore(settings, source)
    if as_json:
        click.echo(json.dumps(asdict(done)))
        return
    click.echo(f"restored: {done.conversations} conversations; {done.erased} people erased, whose keys are gone")
    click.echo(
        "Everybody is signed out, every share is withdrawn and nobody is counted: doctors share and agree anew. Now: "
        "coach people list, for roles taken since; the rest is in docs/papers/support.md.",
        err=True,
    )


@data.command(epilog="Example: coach data migrate")
@_json
def migrate(as_json: bool) -> None:  # noqa: FBT001 - a command-line flag
    """Bring the store to the newest schema. Every coach does it when it starts; this does only that."""
    before, after = compose_data.migrate(_settings())
    if as_json:
        click.echo(json.dumps({"from": before, "to": after}))
        return
    told = f"already at {after}" if before == after else f"from {before or 'nothing'} to {after}"
    click.echo(f"the store is {told}")


@data.command("rotate-keys", epilog="Example: coach data rotate-keys")
@click.option("--people", is_flag=True, help="New keys for everybody; all of their words are sealed anew.")
def rotate_keys(people: bool) -> None:  # noqa: FBT001 - a command-line flag
    """Change the master key: the key file is written anew, and every key is wrapped with the new one.

    Cut off, it goes on when it is run again. Afterwards make a backup, which puts the keys beside the older ones into
    the new wrapping, and a copy of the key file. With --people, older backups can be restored no more.
    """
    with opened(_settings()) as room:
        if people:
            done = asyncio.run(room.rotate_people())
            click.echo(f"{done.people} people have new keys; {done.texts} texts were sealed anew")
            click.echo("Now: coach data backup. What was backed up before can be restored no more.", err=True)
            return
        click.echo(f"a new master key; {asyncio.run(room.rotate_master())} keys and tokens were wrapped anew")
        click.echo("Now: coach data backup, and a copy of the key file, which is another from now on.", err=True)
