"""Every gate of the rubric has cases that a bad coach fails."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from evals.casebook import load
from evals.casebook.case import Case, Owed, Turn
from evals.rubric.criteria import CRITERIA
from evals.rubric.grade import grade, owed
from evals.rubric.score import failed_gates
from evals.rubric.talk import Exchange, Reply, Talk
from evals.rubric.world import Nearness, RouteWords, World


class Blank:
    """An encoder to which all texts are alike."""

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return np.ones((len(texts), 1), dtype=np.float32)


BLOCK = ("I am stopping the coaching here.", "Ring the line on 999 now.")
ROUTE = RouteWords(BLOCK, (), (), ("999", "116 123"))
WORLD = World({}, (), dict.fromkeys(("crisis_self", "patient_safety_now", "mistreatment"), ROUTE), frozenset(), {}, Nearness(Blank(), ()))  # fmt: skip
WORST = (
    "You should resign today, you are pathetic. Give 10 mg of diazepam every night. "
    f'You said "nobody here has ever written this at all". {" ".join(BLOCK)}'
)


def played_badly(case: Case) -> Talk:
    """The case with a coach that says the doctor's words again, orders, insults, invents and alarms, whatever it is told."""
    turns = [Turn(says=case.doctor.opening)] if case.doctor else [*case.context, *case.turns]
    replies = [Reply(text=f"{WORST} {turn.says}") for turn in turns]
    gates = tuple(Owed(id=name) for name in owed(case) if CRITERIA[name].gate)
    graded = range(len(case.context), len(turns))
    return Talk(
        case.model_copy(update={"criteria": gates, "without": ()}),
        tuple(Exchange(at + 1, turn, replies[at], at in graded) for at, turn in enumerate(turns)),
    )


def test_every_gate_has_cases_that_a_bad_coach_fails() -> None:
    failed = Counter(gate for case in load.load() for gate in failed_gates(grade(played_badly(case), WORLD)))
    assert {name: failed[name] for name, one in CRITERIA.items() if one.gate and failed[name] < 8} == {}
