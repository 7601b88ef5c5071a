"""The proofs as one command: `python -m tests.proving <proof> [options]`; exit status 1 where a figure is not reached."""

import argparse
import signal
import sys
from collections.abc import Callable, Mapping, Sequence

from tests.proving import (
    acks,
    console_pages,
    databases,
    deliveries,
    forgeries,
    kills,
    model_faults,
    reminders,
    scaling,
    sentinel,
    throughput,
)
from tests.proving.figures import Proof, tell

Options = argparse.Namespace
_MUTANT_MESSAGES, _MUTANT_KILLS = 1_000, 50
_SAFEGUARDS = ("unique", "in_doubt", "order")
_QUIET, _LAST_MOMENT = "quiet", "last_moment"


def _kills(given: Options) -> Proof:
    return kills.prove(
        kills.Given(
            database=given.database,
            messages=given.messages or 10_000,
            kills=500 if given.kills is None else given.kills,
            replicas=given.replicas or (2 if given.database == "postgresql" else 1),
            without=given.without or "",
            conversations=given.conversations or 40,
            seed=given.seed,
            answerer="traced" if given.answerer == "coach" else "chain",
            chroma=given.chroma,
        )
    )


def _deliveries(given: Options) -> Proof:
    return deliveries.prove(deliveries.Given(database=given.database, events=given.messages or 5_000, seed=given.seed))


def _acks(given: Options) -> Proof:
    return acks.prove(acks.Given(database=given.database, bursts=given.messages or 20))


def _throughput(given: Options) -> Proof:
    return throughput.prove(throughput.Given(database=given.database, messages=given.messages or 8))


def _forged(given: Options) -> Proof:
    return forgeries.prove(forgeries.Given(database=given.database, requests=given.messages or 10_000, seed=given.seed))


def _sentinel(given: Options) -> Proof:
    return sentinel.prove(sentinel.Given(database=given.database, rounds=given.messages or 3))


def _console_pages(given: Options) -> Proof:
    return console_pages.prove(console_pages.Given(database=given.database, conversations=given.messages or 100_000))


def _model_faults(given: Options) -> Proof:
    return model_faults.prove(model_faults.Given(given.messages or 2_000, threads=given.threads or 4, seed=given.seed))


def _reminders(given: Options) -> Proof:
    return reminders.prove(
        reminders.Given(
            database=given.database,
            reminders=given.messages or 1_000,
            kills=100 if given.kills is None else given.kills,
            doctors=given.conversations or 100,
            without=given.without or "",
            seed=given.seed,
        )
    )


def _replicas(given: Options) -> Proof:
    return scaling.prove(scaling.Given(messages=given.messages or 6, conversations=given.conversations or 24))


PROOFS: Mapping[str, Callable[[Options], Proof]] = {
    "forged": _forged,
    "deliveries": _deliveries,
    "acks": _acks,
    "throughput": _throughput,
    "sentinel": _sentinel,
    "console-pages": _console_pages,
    "model-faults": _model_faults,
    "replicas": _replicas,
    "reminders": _reminders,
    "kills": _kills,
}


def options(arguments: Sequence[str]) -> Options:
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.proving", description=__doc__)
    parser.add_argument("proof", choices=[*PROOFS, "all"])
    parser.add_argument("--database", choices=databases.KINDS, default="sqlite")
    parser.add_argument(
        "--messages", type=int, help="messages, events, requests, bursts or rounds, as the proof counts"
    )
    parser.add_argument("--kills", type=int, help="kills in all (500)")
    parser.add_argument("--replicas", type=int, help="processes of the bot (1; 2 on PostgreSQL)")
    parser.add_argument(
        "--without", choices=(*_SAFEGUARDS, _QUIET, _LAST_MOMENT), help="take a safeguard out: the run must then fail"
    )
    parser.add_argument("--conversations", type=int, help="doctors of the kills, and of the replicas (40)")
    parser.add_argument("--answerer", choices=("chain", "coach"), default="chain", help="who answers in the kills")
    parser.add_argument("--chroma", action="store_true", help="kills with a Chroma server and a published index")
    parser.add_argument("--threads", type=int, help="people at once of model-faults (4; the bot has up to 24)")
    parser.add_argument("--seed", type=int, default=5)
    return parser.parse_args(arguments)


def everything(given: Options) -> list[tuple[str, Options]]:
    """Every proof, kills on both databases, and the runs that must fail."""
    runs = [(name, Options(**vars(given))) for name in PROOFS if name != "kills"]
    runs.append(("model-faults", Options(**{**vars(given), "threads": 24})))
    for database in databases.KINDS:
        runs.append(("kills", Options(**{**vars(given), "database": database})))
    apart = {"database": "postgresql", "messages": 600, "kills": 40, "conversations": 20}
    runs.append(("kills", Options(**{**vars(given), **apart, "answerer": "coach", "chroma": True})))
    for name in (_QUIET, _LAST_MOMENT):
        apart = {"messages": 200, "kills": 20, "conversations": 20, "without": name}
        runs.append(("reminders", Options(**{**vars(given), **apart})))
    small = {"messages": _MUTANT_MESSAGES, "kills": _MUTANT_KILLS}
    for database in databases.KINDS:
        for name in _SAFEGUARDS:
            runs.append(("kills", Options(**{**vars(given), **small, "database": database, "without": name})))
    return runs


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for, one after the other."""
    given = options(arguments)
    runs = everything(given) if given.proof == "all" else [(given.proof, given)]
    reached = True
    for name, how in runs:
        try:
            proof = PROOFS[name](how)
        except databases.NoDatabaseError as missing:
            sys.stderr.write(f"{name}: NOT REACHED\n  {missing}\n")
            reached = False
            continue
        tell(proof)
        reached &= proof.reached
    return 0 if reached else 1


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that what was started is ended, too
    sys.exit(main(sys.argv[1:]))
