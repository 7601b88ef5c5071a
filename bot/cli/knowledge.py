"""`coach ingest`, `sources`, `search`, `ask`: the knowledge from the command line."""

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import click

from bot import compose, compose_store
from bot.adapters.model_files import ENCODER
from bot.adapters.shared_index import SharedIndex
from bot.channels import answers, jsonlines, wire
from bot.settings import Settings
from knowledge.encoder.embedding import OnnxEncoder
from knowledge.index import index_folder
from knowledge.index.index_folder import INDEX
from knowledge.index.targets import documents
from knowledge.library import Indexed, Places, index_library

_K = 5


@click.command(epilog="Example: coach ingest    or: coach ingest ~/papers/one.pdf ~/papers/two.docx")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def ingest(paths: tuple[Path, ...], as_json: bool) -> None:  # noqa: FBT001 - a command-line flag
    """Read source texts and build the index: PDF, DOCX, HTML, Markdown, text; files or folders.

    Without PATHS: the folder of the setting COACH_SOURCES; where it does not exist, the cards alone. PATHS are read
    in addition to that folder, and remembered. Where COACH_DATABASE is shared and COACH_CHROMA is set, the index is
    published: every running coach fetches it within half a minute, and goes on answering meanwhile.
    """
    settings = Settings.from_environment()
    report = build(settings, paths, again=True).report
    if compose.shares_index(settings):
        _publish(settings)
    if report is not None:
        click.echo(report.as_json() if as_json else report.as_text())


@click.command(epilog="Example: coach sources")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def sources(as_json: bool) -> None:  # noqa: FBT001 - a command-line flag
    """Show the documents of the index, and how many passages and cards it holds."""
    settings = Settings.from_environment()
    root = compose.index_root(settings)
    manifest = index_folder.read_manifest(root / index_folder.current_version(root))
    if as_json:
        click.echo(json.dumps(asdict(manifest), indent=1))
        return
    kept = "with their source texts" if manifest.passages else "as cards alone: no source texts are installed"
    click.echo(f"{', '.join(documents(root / manifest.version))}, {kept}")
    click.echo(
        f"{manifest.passages} passages, {manifest.cards} cards, {manifest.vectors} vectors in {manifest.version}"
    )


@click.command(epilog='Example: coach search "can a target be too hard" -k 3')
@click.argument("query", required=False)
@click.option("--json", "as_json", is_flag=True, help="Read and write JSON lines (see: coach schema search-in).")
@click.option("-k", default=_K, show_default=True, type=click.IntRange(1, 50), help="How many passages.")
def search(query: str | None, as_json: bool, k: int) -> None:  # noqa: FBT001 - a command-line flag
    """Find the passages that bear on QUERY, best first; says so when the sources do not say."""
    answer = _searching(Settings.from_environment(), k)
    if as_json:
        jsonlines.run(sys.stdin, sys.stdout, wire.SearchIn, answer, "id")
        return
    if not query:
        message = "give a query, or --json to read lines"
        raise click.UsageError(message)
    found = answer(wire.SearchIn(id="query", query=query))
    if found.abstain:
        click.echo("The sources do not say. The nearest they come:\n")
    for number, one in enumerate(found.passages, 1):
        click.echo(f"{number}. {one.doc}, {one.section} ({one.score:.2f})\n   {one.text}\n")


@click.command(epilog='Example: coach ask "what did the survey of clinical directors find?"')
@click.argument("question")
def ask(question: str) -> None:
    """Ask the sources QUESTION; the answer has its exact place, or says that they do not say."""
    house = compose.House(Settings.from_environment())
    found = house.evidence.answer(question, _prior(house, question))
    if found.says is None:
        click.echo("The sources do not say.")
    else:
        click.echo(found.says)
    if found.cited:
        click.echo(f"\n{compose.passage_text(found.cited)}")


def _publish(settings: Settings) -> None:
    with compose_store.opened(settings) as writer:
        shared = SharedIndex(writer, settings.data / INDEX, compose.vector_settings(settings))
        name, size = shared.publish()
    click.echo(f"published: {name} ({size / 1e6:.1f} MB), for every coach on this database", err=True)


def build(settings: Settings, paths: tuple[Path, ...], *, again: bool = False) -> Indexed:
    """Read what is there and build the index of it."""
    settings.data.mkdir(parents=True, exist_ok=True)
    _begin_from(settings.ready / INDEX, settings.data / INDEX)
    places = Places(sources=settings.sources, added=paths, data=settings.data)
    done = index_library(places, OnnxEncoder(settings.ready / ENCODER), compose.vector_settings(settings), again=again)
    click.echo(done.headline, err=True)
    return done


def _begin_from(ready: Path, own: Path) -> None:
    """Copy a ready-made index, where there is one and none of one's own: what it holds need not be embedded again."""
    if own.exists() or not ready.is_dir():
        return
    own.mkdir()
    for one in sorted(ready.rglob("*"), key=lambda one: (one.is_symlink(), one)):  # what is in use is said last
        to = own / one.relative_to(ready)
        if one.is_symlink():
            to.symlink_to(one.readlink())
        elif one.is_dir():
            to.mkdir()
        else:
            shutil.copyfile(one, to)


def _searching(settings: Settings, k: int) -> Callable[[wire.SearchIn], wire.SearchOut]:
    house = compose.House(settings)

    def answer(line: wire.SearchIn) -> wire.SearchOut:
        prior = _prior(house, line.query)
        return answers.search(line.id, house.searcher.search(line.query, k=k, situation_prior=prior))

    return answer


def _prior(house: compose.House, text: str) -> dict[str, float]:
    """How likely each situation is, as the understanding models read the query."""
    labels = house.reader.read(text).labels
    return {name: value for name, value in labels.items() if name in house.compiled[0].choices}
