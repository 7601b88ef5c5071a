"""Run cases against a target: several at once, each result on disk as soon as it is graded, to be gone on with."""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from evals.casebook.case import Case
from evals.casebook.load import digest
from evals.errors import EvalsError
from evals.rubric.talk import Talk
from evals.rubric.verdicts import Finding
from evals.runs.playing import play
from evals.runs.result import Result, of_crash, of_talk
from evals.runs.targets import Session, Target, TargetFailedError

Grader = Callable[[Talk], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Job:
    """One case, and which repeat of it."""

    case: Case
    repeat: int = 0


@dataclass(frozen=True, slots=True)
class _Held:
    job: Job
    talk: Talk | None
    why: str = ""
    fatal: EvalsError | None = None


def jobs_of(cases: Iterable[Case], repeats: int, done: Sequence[Result]) -> list[Job]:
    """What is still to be run: every case as often as asked for, but for those done already on the same case."""
    there = {(one.case, one.repeat, one.digest) for one in done}
    every = [Job(case, repeat) for case in cases for repeat in range(repeats)]
    return [one for one in every if (one.case.id, one.repeat, digest(one.case)) not in there]


def run(jobs: Sequence[Job], target: Target, grade: Grader, at_once: int) -> Iterator[Result]:
    """Each result as it comes, in no certain order. Conversations are held `at_once` at a time, graded one by one.

    Raises EvalsError where the target cannot be started at all.
    """
    waiting: queue.Queue[Job] = queue.Queue()
    for job in jobs:
        waiting.put(job)
    held: queue.Queue[_Held] = queue.Queue()
    stop = threading.Event()
    workers = [threading.Thread(target=_hold, args=(waiting, held, target, stop), daemon=True) for _ in range(at_once)]
    for one in workers:
        one.start()
    try:
        for _ in jobs:
            each = held.get()
            if each.fatal:
                raise each.fatal
            yield _graded(each, grade)
    finally:
        stop.set()
        for one in workers:
            one.join()


def _hold(waiting: queue.Queue[Job], held: queue.Queue[_Held], target: Target, stop: threading.Event) -> None:
    session: Session | None = None
    try:
        while not stop.is_set():
            try:
                job = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                session = session or target.open()
                held.put(_Held(job, play(job.case, session, job.repeat)))
            except TargetFailedError as error:
                held.put(_Held(job, None, str(error)))
            except EvalsError as error:
                held.put(_Held(job, None, fatal=error))
            except Exception as error:  # noqa: BLE001 - a case that cannot be held is a result, and others wait
                held.put(_Held(job, None, f"{type(error).__name__} while the talk was held"))
    finally:
        if session:
            session.close()


def _graded(one: _Held, grade: Grader) -> Result:
    case, repeat = one.job.case, one.job.repeat
    if one.talk is None:
        return of_crash(case, digest(case), one.why, repeat)
    try:
        return of_talk(one.talk, digest(case), grade(one.talk), repeat)
    except Exception as error:  # noqa: BLE001 - a grader that fails is a result of its own, and others wait
        return of_crash(case, digest(case), f"{type(error).__name__}: {error}", repeat, grader=True)
