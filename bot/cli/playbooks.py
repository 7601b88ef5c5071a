"""`coach playbooks`: check and show what is written, and train the small models on its examples."""

import click

from bot.adapters import words
from bot.errors import CoachError
from knowledge.errors import KnowledgeError
from prompts import library

_SAMPLED = 12
"""Every so many of the examples are held against the reflections: all of them would take a minute."""


@click.group(epilog="Example: coach playbooks check")
def playbooks() -> None:
    """Check the playbooks, show one, and train on their examples."""


@playbooks.command(epilog="Example: coach playbooks check")
def check() -> None:
    """Read every playbook, phrase and reflection strictly, and say what is wrong and where."""
    from bot.adapters import examples, line_check, playbook_check, reflection_check  # noqa: PLC0415 - only needed here

    try:
        compiled, books = words.compile_words()
    except KnowledgeError as error:
        raise CoachError(str(error), code="bad_playbook") from error
    learnt = examples.read(library.FOLDER / "examples", examples.all_labels(sorted(books)), books)
    told = [one.text for one in learnt[::_SAMPLED]]
    found = [
        *playbook_check.faults(books),
        *line_check.phrase_faults(compiled.phrases),
        *reflection_check.faults(compiled.reflections, told),
        *reflection_check.gist_faults(compiled.gists),
    ]
    for fault in found:
        click.echo(fault)
    if found:
        raise click.exceptions.Exit(1)
    read = f"{len(books)} playbooks, {len(compiled.reflections)} reflections and {len(compiled.gists)} gists"
    click.echo(f"{read}, nothing wrong")


@playbooks.command(epilog="Example: coach playbooks show stretch_goal")
@click.argument("situation")
def show(situation: str) -> None:
    """Print one playbook as the coach uses it: its questions with what they presuppose, its challenges, its ideas."""
    from bot.adapters import playbook_view  # noqa: PLC0415 - only this command needs it

    _, books = words.compile_words()
    if situation not in books:
        message = f"no playbook is called {situation!r}; there are: {', '.join(sorted(books))}"
        raise CoachError(message, code="no_playbook")
    for line in playbook_view.lines(books[situation]):
        click.echo(line)


@playbooks.command(epilog="Example: coach playbooks train")
@click.option("--epochs", default=4, show_default=True, help="Passes over the examples.")
@click.option("--threads", default=2, show_default=True, help="Processor threads to use.")
def train(epochs: int, threads: int) -> None:
    """Train the understanding models on prompts/examples and the playbooks' own examples, and write the weights.

    Deterministic on one machine; needs the packages of the `train` extra, and some tens of minutes on two cores.
    """
    from bot.training.understanding import train_all  # noqa: PLC0415 - imports torch

    train_all(epochs=epochs, threads=threads, say=click.echo)


@playbooks.command("train-telltale", epilog="Example: coach playbooks train-telltale")
def train_telltale() -> None:
    """Weigh the words of prompts/examples for each reason to stop, and write the weights.

    Deterministic, in less than a minute on one core; `coach playbooks train` does not do it.
    """
    from bot.adapters.model_files import UNDERSTANDING  # noqa: PLC0415 - only this command needs it
    from bot.training.telltale import train as run  # noqa: PLC0415 - imports scikit-learn

    run(library.FOLDER / "examples", UNDERSTANDING, click.echo)


@playbooks.command("train-listening", epilog="Example: coach playbooks train-listening")
@click.option("--epochs", default=6, show_default=True, help="Passes over the marked messages.")
@click.option("--threads", default=2, show_default=True, help="Processor threads to use.")
def train_listening(epochs: int, threads: int) -> None:
    """Train the model of what a message amounts to and which of its words are which, and write the weights.

    It learns from prompts/marks, prompts/spans and prompts/judgements. Deterministic on one machine; needs the packages
    of the `train` extra, and some tens of minutes on two cores.
    """
    from bot.training.listening import train as run  # noqa: PLC0415 - imports torch

    run(epochs=epochs, threads=threads, say=click.echo)


@playbooks.command("train-speech", epilog="Example: coach playbooks train-speech")
def train_speech() -> None:
    """Train the head that says what each sentence of a draft does on prompts/speech, and write the weights.

    Deterministic on one machine, in some two minutes.
    """
    from bot.adapters.model_files import SPEECH  # noqa: PLC0415 - only this command needs it
    from bot.adapters.speech import Eyes  # noqa: PLC0415
    from bot.compose import House  # noqa: PLC0415 - opens the encoders
    from bot.settings import Settings  # noqa: PLC0415
    from bot.training.speech import train as run  # noqa: PLC0415 - imports scikit-learn

    house = House(Settings.from_environment())
    run(library.files("speech"), Eyes(house.reading_encoder), SPEECH, click.echo)
