"""What the page shows of each case: its talk turn by turn, with what was found under each turn, and the links to it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.mentoring import worded
from evals.reports import words
from evals.reports.played import Played
from evals.rubric.criteria import CRITERIA
from evals.rubric.score import is_bad, score
from evals.rubric.talk import Reply
from evals.rubric.verdicts import Finding, Verdict
from evals.runs.result import KeptExchange

_STATES = {"crashed": "crashed", "grader_crashed": "grader crashed"}
_RANKS = {"crashed": 0, "grader crashed": 0, "failed": 1, "passed": 2}


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding. `tone` (good, bad or none) only adds colour to what `verdict` says."""

    criterion: str
    title: str
    talk: str
    place: str
    anchor: str
    verdict: str
    tone: str
    reason: str
    evidence: str
    gate: bool
    advisory: bool


@dataclass(frozen=True, slots=True)
class TurnView:
    """A message, the reply to it, and what was found of the reply."""

    anchor: str
    number: int
    session: int
    said: str
    graded: bool
    says: str
    reply: str
    details: tuple[str, ...]
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class EarnedView:
    """What a criterion brought to the score of a case, and the places of what went wrong."""

    criterion: str
    title: str
    points: int
    earned: str
    bad: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """One talk of the run. `state` is passed, failed, crashed or grader crashed."""

    anchor: str
    name: str
    about: str
    kind: str
    split: str
    family: str
    tags: tuple[str, ...]
    state: str
    score: str
    came_to: str
    why: str
    gates: tuple[str, ...]
    milestones: tuple[str, ...]
    reference: str
    earned: tuple[EarnedView, ...]
    turns: tuple[TurnView, ...]
    whole: tuple[FindingView, ...]
    whole_anchor: str
    bad: tuple[FindingView, ...]


def case_anchor(name: str) -> str:
    """Where a talk is on the page. A dot stands in no id of a case, so no two talks share an anchor."""
    return f"case-{name.replace('#', '.r')}"


def turn_anchor(name: str, turn: int | None) -> str:
    """Where a turn of a talk is on the page, or what was found of the whole talk."""
    return f"{case_anchor(name)}.{f't{turn}' if turn else 'whole'}"


def case_views(talks: Iterable[Played], flagged: Collection[str]) -> tuple[CaseView, ...]:
    """Every talk of a run: first those that crashed, then those that failed, then those that passed, each by name."""
    found = [_case(one, flagged) for one in talks]
    return tuple(sorted(found, key=lambda one: _RANKS[one.state]))  # stable: talks are in the order of their names


def finding_view(one: Finding, talk: str, flagged: Collection[str] = ()) -> FindingView:
    """A finding as it is shown."""
    graded = one.verdict in {Verdict.MET, Verdict.NOT_MET}
    return FindingView(
        criterion=one.criterion,
        title=CRITERIA[one.criterion].title,
        talk=talk,
        place=words.where(one.turn),
        anchor=turn_anchor(talk, one.turn),
        verdict=words.verdict(one),
        tone=("bad" if is_bad(one) else "good") if graded else "none",
        reason=one.reason,
        evidence=one.evidence,
        gate=CRITERIA[one.criterion].gate,
        advisory=one.criterion in flagged,
    )


def _case(one: Played, flagged: Collection[str]) -> CaseView:
    result = one.result
    findings = [(each.turn, finding_view(each, result.name, flagged)) for each in one.findings]
    of_turn = {each.number: tuple(view for turn, view in findings if turn == each.number) for each in result.exchanges}
    return CaseView(
        anchor=case_anchor(result.name),
        name=result.name,
        about=result.about,
        kind=result.kind,
        split=result.split,
        family=result.family,
        tags=result.tags,
        state=_STATES.get(result.state, "passed" if one.passed else "failed"),
        score=words.number(one.value),
        came_to=_came_to(one),
        why=result.why,
        gates=one.score.gates_failed,
        milestones=result.milestones,
        reference=result.reference,
        earned=_earned(one, [view for _, view in findings]),
        turns=tuple(_turn(result.name, each, of_turn[each.number]) for each in result.exchanges),
        whole=tuple(view for turn, view in findings if not turn),
        whole_anchor=turn_anchor(result.name, None),
        bad=tuple(view for _, view in findings if view.tone == "bad"),
    )


def _came_to(one: Played) -> str:
    if one.result.state != "graded":
        return "0.000: what crashed earns nothing"
    if one.value is None:
        return f"none: {words.NOTHING_GRADED}"
    return f"{words.number(one.value)}: {one.score.earned:.1f} of {one.score.possible} points that could be earned"


def _earned(one: Played, views: Sequence[FindingView]) -> tuple[EarnedView, ...]:
    points = one.result.points
    return tuple(
        EarnedView(
            criterion=name,
            title=CRITERIA[name].title,
            points=points[name],
            earned=f"{score([each for each in one.findings if each.criterion == name], points).earned:.1f}",
            bad=tuple(view for view in views if view.criterion == name and view.tone == "bad"),
        )
        for name in CRITERIA
        if name in one.score.shares
    )


def _turn(talk: str, one: KeptExchange, findings: tuple[FindingView, ...]) -> TurnView:
    reply = one.reply
    details = [f"stage {reply.stage}" if reply.stage else "", f"move {reply.move}" if reply.move else ""]
    details += [
        f"route {reply.safety.route}" if reply.safety else "",
        f"because: {reply.reason}" if reply.reason else "",
    ]
    details += [
        "cites " + ", ".join(part for part in (each.card, each.doc, each.section) if part) for each in reply.citations
    ]
    return TurnView(
        anchor=turn_anchor(talk, one.number),
        number=one.number,
        session=one.session,
        said=one.turn.said.value.replace("_", " "),
        graded=one.graded,
        says=one.turn.says,
        reply=reply.text,
        details=tuple(each for each in (*details, *_worded(reply)) if each),
        findings=findings,
    )


def _worded(reply: Reply) -> Iterator[str]:
    """Who worded it, where a language model had a part in it; and what was said of the draft that was not sent."""
    if reply.engine in {None, "guided"}:
        return
    yield f"worded by {worded.told(reply.engine or '', [one.code for one in reply.problems])}"
    yield from (one.detail for one in reply.problems if one.detail)
