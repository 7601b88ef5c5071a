"""The group `coach evals`; each command's module is imported only when it is used, so that --help starts at once."""

import importlib

import click

_COMMANDS = {
    "list": ("evals.commands.cases", "list_cases", "The cases, by situation, kind and split."),
    "check": ("evals.commands.cases", "check", "Read every case, and say what is wrong and where."),
    "new": ("evals.commands.cases", "new", "Begin a new case."),
    "schema": ("evals.commands.cases", "schema", "Print the JSON schema that an editor completes cases by."),
    "run": ("evals.commands.runs", "run", "Hold the cases with a target, and grade what it says."),
    "report": ("evals.commands.runs", "report", "Report a run: terminal, HTML, JUnit, JSON lines."),
    "compare": ("evals.commands.runs", "compare", "Compare two runs, case by case."),
    "calibrate": ("evals.commands.trust", "calibrate", "How each check agrees with people."),
    "train": ("evals.commands.trust", "train", "Train the detectors on their written sentences."),
    "drafts": ("evals.commands.drafts", "drafts", "What the checks of a chat model's drafts catch and turn away."),
    "commitments": ("evals.commands.commitments", "commitments", "How rightly a plan is taken from a doctor's words."),
    "speech": ("evals.commands.speech", "speech", "How well the sentences of drafts are labelled."),
    "leads": ("evals.commands.leads", "leads", "Which rehearsals end open, by how they were led."),
    "selftest": ("evals.commands.trust", "selftest", "Plant faults in the coach's replies; each must be caught."),
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module, name, _ = _COMMANDS[cmd_name]
        found = getattr(importlib.import_module(module), name)
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, (_, _, told) in _COMMANDS.items()])


@click.command(cls=_Lazy, epilog="Example: coach evals run --split tune --html report.html")
def evals() -> None:
    """Does the coach coach well? Rubric cases, runs with honest intervals, and the proof that faults are caught."""
