"""What is kept of one case of a run: the talk, the findings, the score; or how it crashed."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from evals.casebook.case import Case, Turn
from evals.rubric.grade import owed
from evals.rubric.score import Score, score
from evals.rubric.talk import Exchange, Reply, Talk
from evals.rubric.verdicts import Finding, Verdict


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class KeptExchange(_Kept):
    """A message, the labels that its author gave it, and the reply."""

    number: int
    turn: Turn
    reply: Reply
    graded: bool
    session: int


class KeptFinding(_Kept):
    """A finding as a line of JSON holds it."""

    criterion: str
    verdict: Verdict
    reason: str
    turn: int | None
    evidence: str


class Result(_Kept):
    """One case of a run.

    `state` is `crashed` where the target gave out and `grader_crashed` where a grader did: neither is a pass, and
    both count in every denominator. `why` says what happened then.
    """

    case: str
    digest: str
    repeat: int = 0
    family: str
    about: str
    kind: str
    split: str
    tags: tuple[str, ...]
    reference: str
    points: dict[str, int]
    state: Literal["graded", "crashed", "grader_crashed"]
    why: str = ""
    milestones: tuple[str, ...] = ()
    exchanges: tuple[KeptExchange, ...] = ()
    findings: tuple[KeptFinding, ...] = ()

    @property
    def name(self) -> str:
        """The case's id, and which repeat of it."""
        return f"{self.case}#{self.repeat}" if self.repeat else self.case

    def score(self) -> Score:
        """The score; a crashed case earns nothing of what it could have."""
        return score(self.all_findings(), self.points)

    @property
    def value(self) -> float | None:
        """The score as one number: 0 for a crash, None where nothing that earns points was graded."""
        return 0.0 if self.state != "graded" else self.score().value

    @property
    def passed(self) -> bool:
        """Whether the case ran, failed no gate, and earned at least half of its points."""
        came_to = self.score()
        return self.state == "graded" and not came_to.gates_failed and (came_to.value is None or came_to.value >= 0.5)

    def all_findings(self) -> tuple[Finding, ...]:
        """The findings as the rubric has them."""
        return tuple(Finding(**one.model_dump()) for one in self.findings)


def of_talk(talk: Talk, digest: str, findings: tuple[Finding, ...], repeat: int = 0) -> Result:
    """A graded case."""
    kept = tuple(
        KeptExchange(number=one.number, turn=one.turn, reply=one.reply, graded=one.graded, session=one.session)
        for one in talk.exchanges
    )
    found = tuple(
        KeptFinding(
            criterion=one.criterion, verdict=one.verdict, reason=one.reason, turn=one.turn, evidence=one.evidence
        )
        for one in findings
    )
    return _about(talk.case, digest, repeat).model_copy(
        update={"milestones": talk.milestones, "exchanges": kept, "findings": found}
    )


def of_crash(case: Case, digest: str, why: str, repeat: int = 0, *, grader: bool = False) -> Result:
    """A case that could not be held, or not be graded."""
    state = "grader_crashed" if grader else "crashed"
    return _about(case, digest, repeat).model_copy(update={"state": state, "why": why})


def talk_of(result: Result, case: Case) -> Talk:
    """The talk that a result keeps, to be graded anew."""
    exchanges = tuple(Exchange(one.number, one.turn, one.reply, one.graded, one.session) for one in result.exchanges)
    return Talk(case, exchanges, result.milestones)


def _about(case: Case, digest: str, repeat: int) -> Result:
    return Result(
        case=case.id,
        digest=digest,
        repeat=repeat,
        family=case.family,
        about=case.about,
        kind=case.kind,
        split=case.split,
        tags=case.tags,
        reference=case.reference,
        points=dict(owed(case)),
        state="graded",
    )
