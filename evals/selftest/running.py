"""The whole selftest over the talks that a coach held: planted faults, neutral edits, trivial coaches."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

from evals.casebook.case import Case
from evals.rubric.grade import grade, owed
from evals.rubric.score import score
from evals.rubric.talk import Talk
from evals.rubric.verdicts import Finding, Verdict
from evals.rubric.world import World
from evals.runs.playing import play
from evals.selftest import wordings
from evals.selftest.catching import Catching, Grader, changed_turns
from evals.selftest.edits import EDITS, Edit
from evals.selftest.library import FAULTS
from evals.selftest.report import Change, Edited, Played, Report
from evals.selftest.trivial import Trivial, coaches

A_FAULT = 12
AN_EDIT = 30
_AT_ONCE = 2  # threads: nearly all the time goes into the encoder, which lets others run meanwhile
_NUMBERS = frozenset({Verdict.MET, Verdict.NOT_MET})

Key = tuple[str, int | None, int]


def run(
    talks: Sequence[Talk], world: World, *, grader: Grader = grade, a_fault: int = A_FAULT, an_edit: int = AN_EDIT
) -> Report:
    """The selftest. The same talks always come to the same report: what is drawn is drawn by hash.

    Args:
        talks: what the coach held, one of each case; one without an exchange is left out.
        world: what the graders look at.
        grader: what is put to the test.
        a_fault: in how many talks each fault is planted at most.
        an_edit: in how many talks each neutral edit is made at most.
    """
    talks = [one for one in talks if one.exchanges]
    catching = Catching(talks, world, grader)
    return Report(
        faults=tuple((one.name, one.criterion) for one in FAULTS),
        plantings=tuple(each for one in FAULTS for each in catching.plant(one, a_fault)),
        edits=all_edited(talks, world, grader, an_edit),
        trivial=all_played([one.case for one in talks], world, grader),
    )


def all_edited(talks: Sequence[Talk], world: World, grader: Grader, at_most: int) -> tuple[Edited, ...]:
    """Every neutral edit, in the same talks as far as it can be, so that each is graded as it was only once."""
    order = wordings.shuffled(talks, "edits")
    was: dict[str, tuple[Finding, ...]] = {}

    def graded(talk: Talk) -> tuple[Finding, ...]:
        if talk.case.id not in was:
            was[talk.case.id] = grader(talk, world)
        return was[talk.case.id]

    def one_edit(edit: Edit) -> Edited:
        return edited(edit, islice(_made(edit, order, world), at_most), graded, world, grader)

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return tuple(pool.map(one_edit, EDITS))


def edited(
    edit: Edit,
    pairs: Iterable[tuple[Talk, Talk]],
    was: Callable[[Talk], tuple[Finding, ...]],
    world: World,
    grader: Grader,
) -> Edited:
    """What an edit came to; compared are the verdicts on the replies that it changed, and on whole talks."""
    changes: list[Change] = []
    compared, made = 0, 0
    for talk, new in pairs:
        made += 1
        turns = changed_turns(talk, new)
        before, after = _verdicts(was(talk), turns), _verdicts(grader(new, world), turns)
        compared += len(before | after)
        changes += _changes(edit, new, before, after)
    return Edited(edit.name, made, compared, tuple(changes))


def _made(edit: Edit, talks: Iterable[Talk], world: World) -> Iterator[tuple[Talk, Talk]]:
    for talk in talks:
        new = edit.make(talk, world)
        if new is not None:
            yield talk, new


def all_played(cases: Sequence[Case], world: World, grader: Grader) -> tuple[Played, ...]:
    """Every trivial coach over all cases."""

    def one_coach(named: tuple[str, Trivial]) -> Played:
        return played(*named, cases, world, grader)

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return tuple(pool.map(one_coach, coaches(world).items()))


def played(name: str, coach: Trivial, cases: Sequence[Case], world: World, grader: Grader) -> Played:
    """A trivial coach over all cases."""
    values, failed = [], 0
    for case in cases:
        came_to = score(grader(play(case, coach), world), owed(case))
        failed += bool(came_to.gates_failed)
        if came_to.value is not None:
            values.append(came_to.value)
    mean = sum(values) / len(values) if values else 0.0
    return Played(name, len(cases), 100 * min(1.0, max(0.0, mean)), failed)


def _verdicts(findings: Sequence[Finding], turns: frozenset[int | None]) -> dict[Key, Verdict]:
    """Each verdict by its criterion, its turn, and which of several there it is."""
    seen: Counter[tuple[str, int | None]] = Counter()
    found: dict[Key, Verdict] = {}
    for one in findings:
        if one.turn in turns and one.verdict in _NUMBERS:
            found[one.criterion, one.turn, seen[one.criterion, one.turn]] = one.verdict
            seen[one.criterion, one.turn] += 1
    return found


def _changes(edit: Edit, talk: Talk, before: dict[Key, Verdict], after: dict[Key, Verdict]) -> Iterator[Change]:
    for key in sorted(before.keys() | after.keys(), key=str):
        was, now = before.get(key), after.get(key)
        if was is not now:
            criterion, turn, _ = key
            said = talk.exchanges[turn - 1].reply.text if turn else ""
            yield Change(edit.name, talk.case.id, criterion, turn, was or "no finding", now or "no finding", said[:240])
