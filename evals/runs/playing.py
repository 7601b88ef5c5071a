"""Hold one case's conversation with a target: a script as it is written, a simulated doctor as it unfolds."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from evals.casebook.case import Case, Turn
from evals.doctors.simulated import Simulated
from evals.rubric.talk import Exchange, Talk
from evals.runs.targets import Session

_BEGINS = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)  # a Monday; fixed, so that days named in a plan come out the same
_PACE = timedelta(minutes=2)


def play(case: Case, session: Session, repeat: int = 0) -> Talk:
    """The held conversation; TargetFailedError where the target gives out. `repeat` tells runs of one case apart."""
    name = f"{case.id}#{repeat}" if repeat else case.id
    if case.doctor:
        return _with_doctor(case, Simulated(case.doctor), session, name)
    exchanges = []
    for number, (turn, graded) in enumerate(_script(case), 1):
        reply = session.reply(name, turn.says, _at(number, turn.day))
        exchanges.append(Exchange(number, turn, reply, graded, session=2 if turn.day else 1))
    return Talk(case, tuple(exchanges))


def _script(case: Case) -> Iterator[tuple[Turn, bool]]:
    yield from ((turn, False) for turn in case.context)
    yield from ((turn, True) for turn in case.turns)


def _with_doctor(case: Case, doctor: Simulated, session: Session, name: str) -> Talk:
    exchanges: list[Exchange] = []
    turn: Turn | None = doctor.opening()
    while turn is not None:
        number = len(exchanges) + 1
        reply = session.reply(name, turn.says, _at(number, 0))
        exchanges.append(Exchange(number, turn, reply))
        turn = doctor.answer(reply)
    return Talk(case, tuple(exchanges), tuple(doctor.milestones))


def _at(number: int, day: int) -> datetime:
    return _BEGINS + timedelta(days=day) + number * _PACE
