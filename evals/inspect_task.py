"""Our cases as a task of Inspect AI (extra `inspect`): its viewer, logs and judges over our conversations and graders.

inspect eval evals/inspect_task.py --model none
"""

from anyio import to_thread
from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ChatMessageAssistant, ChatMessageUser, ModelOutput
from inspect_ai.scorer import Score, Scorer, Target, mean, scorer, stderr
from inspect_ai.solver import Generate, Solver, TaskState, solver

from bot.settings import Settings
from evals.casebook import load
from evals.casebook.case import Case
from evals.rubric.grade import grade, owed
from evals.rubric.score import score as points_of
from evals.rubric.verdicts import Verdict
from evals.runs import house, targets
from evals.runs.playing import play
from evals.runs.result import Result, of_talk, talk_of


@task
def leadership_coach(target: str = targets.COACH, split: str = "") -> Task:
    """Every case of a split (all by default) held with `target`, and graded by the rubric."""
    cases = [one for one in load.load() if not split or one.split == split]
    samples = [
        Sample(
            id=one.id, input=_opening(one), target=one.reference, metadata={"family": one.family, "about": one.about}
        )
        for one in cases
    ]
    return Task(
        dataset=MemoryDataset(samples, name="leadership-coach"),
        solver=_hold({one.id: one for one in cases}, targets.Target(target)),
        scorer=_rubric({one.id: one for one in cases}),
    )


@solver
def _hold(cases: dict[str, Case], target: targets.Target) -> Solver:
    """Hold the conversation of a sample; the last reply is the output, the whole is in the store."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        del generate  # no model of Inspect's takes part
        case = cases[str(state.sample_id)]
        held = await to_thread.run_sync(_held, case, target)
        state.messages = [
            message
            for one in held.exchanges
            for message in (ChatMessageUser(content=one.turn.says), ChatMessageAssistant(content=one.reply.text))
        ]
        state.store.set("held", held.model_dump_json())
        last = held.exchanges[-1].reply.text if held.exchanges else ""
        state.output = ModelOutput.from_content(f"coach/{target.spec}", last)
        state.completed = True
        return state

    return solve


@scorer(metrics=[mean(), stderr(cluster="family")])
def _rubric(cases: dict[str, Case]) -> Scorer:
    """Earned over possible points, with every finding in the explanation."""
    world = house.open_world(Settings.from_environment(), cases.values())

    async def score(state: TaskState, target: Target) -> Score:
        del target
        case = cases[str(state.sample_id)]
        findings = grade(talk_of(Result.model_validate_json(state.store.get("held")), case), world)
        came_to = points_of(findings, owed(case))
        told = "\n".join(f"{one.criterion} {one.verdict}: {one.reason}" for one in findings)
        left = sum(one.verdict is Verdict.NOT_GRADED for one in findings)
        return Score(
            value=came_to.value or 0.0, explanation=told, metadata={"gates": came_to.gates_failed, "left": left}
        )

    return score


def _held(case: Case, target: targets.Target) -> Result:
    session = target.open()
    try:
        return of_talk(play(case, session), load.digest(case), ())
    finally:
        session.close()


def _opening(case: Case) -> str:
    return case.doctor.opening if case.doctor else (*case.context, *case.turns)[0].says
