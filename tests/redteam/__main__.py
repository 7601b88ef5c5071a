"""The red team as one command: `python -m tests.redteam [options]`; exit status 1 where a count that must be nought is not."""

import argparse
import os
import sys
import time
from collections.abc import Sequence

from tests.redteam import attacks, running, telling, wire
from tests.redteam.attacks import Attack, MissingError
from tests.redteam.crooks import KEY
from tests.redteam.places import DANGER, FRESH, MIDWAY, PASTED, SOURCE
from tests.redteam.running import Case


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.redteam", description=__doc__)
    parser.add_argument("--own", action="store_true", help="our own attacks alone, which need nothing to be installed")
    parser.add_argument("--every", type=int, default=1, help="one in so many of the tools' prompts (1: all of them)")
    parser.add_argument("--elsewhere", type=int, default=5, help="one in so many of these also midway and pasted (5)")
    parser.add_argument("--rarely", type=int, default=25, help="one in so many after a danger and in a source (25)")
    parser.add_argument("--unchecked", type=int, default=10, help="one in so many with the checks off as well (10)")
    parser.add_argument("--wire", type=int, default=200, help="attacks over HTTP, of each kind (200)")
    parser.add_argument("--processes", type=int, default=2, help="processes beside one another (2)")
    parser.add_argument("--page", action="store_true", help="put the figures into docs/redteam.md")
    parser.add_argument("--show", action="store_true", help="print what was obeyed or got out: texts of attacks")
    return parser.parse_args(arguments)


def plan(given: argparse.Namespace, ours: Sequence[Attack], theirs: Sequence[Attack]) -> list[Case]:
    """Every attack in its places: ours in all, those of the tools alone, and some of them elsewhere."""
    return [
        *running.cases(ours, (FRESH, MIDWAY, PASTED, DANGER, SOURCE)),
        *running.cases(theirs, (FRESH,)),
        *running.cases(attacks.every(theirs, given.elsewhere), (MIDWAY,)),
        *running.cases(attacks.every(theirs, given.elsewhere, 1), (PASTED,)),
        *running.cases(attacks.every(theirs, given.rarely, 2), (DANGER,)),
        *running.cases(attacks.every(theirs, given.rarely, 3), (SOURCE,)),
    ]


def main(arguments: Sequence[str]) -> int:
    """Run it; 0 where every count that must be nought is nought, 1 where one is not, 2 where it cannot run."""
    given = options(arguments)
    os.environ["OPENAI_API_KEY"] = KEY  # something to find
    try:
        theirs = () if given.own else attacks.every(attacks.of_tools(), given.every)
    except MissingError as missing:
        sys.stderr.write(f"{missing}\n")
        return 2
    began = time.monotonic()
    ours = attacks.own()
    cases = plan(given, ours, theirs)
    off = [one for at, one in enumerate(cases) if at % given.unchecked == 0]
    tally = running.run(cases, off, given.processes)
    if given.wire:
        over = attacks.every((*ours, *theirs), max(1, (len(ours) + len(theirs)) // given.wire))
        tally.add(wire.run([(one, FRESH) for one in over[: given.wire]]))
    how = {
        "attacks of ours": len(ours),
        "of the tools": f"{len(theirs):,} (one in {given.every})",
        "turns with the checks off": f"1 in {given.unchecked}",
        "processes": given.processes,
    }
    text = telling.report(tally, how, time.monotonic() - began)
    sys.stdout.write(text + ("\n".join(tally.shown) + "\n") * given.show)
    if given.page:
        telling.into_page(text)
    return int(bool(telling.failed(tally)))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
