"""Agreement of each check with people, and of people with each other, criterion by criterion."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from evals.calibration.labels import Item, Label, raters
from evals.errors import EvalsError
from evals.rubric.criteria import CRITERIA
from evals.rubric.talk import Talk
from evals.rubric.verdicts import Finding, Verdict
from evals.statistics.agreement import Confusion, confusion, kappa, macro_f1, raw_agreement

BAR_F1 = 0.80
_LEAST_OF_A_KIND = 3
_GOOD_WHERE_SILENT = ("R11",)
"""Criteria whose check speaks only where something is wrong, or a challenge was due."""

_HEAD = (
    f"{'':4} {'items':>5} {'silent':>6} {'disputed':>8}  {'people kappa':>12} {'check kappa':>11} {'macro F1':>8}  "
    "both/people only/check only/neither"
)

Grader = Callable[[Talk], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One criterion: how a check agrees with people, and people with each other.

    `items` are the replies on which people agree and the check gives a verdict; `silent` those on which it gives none.
    `f1`, `kappa` and the like are None where they are not defined, as with labels of one kind only.
    """

    criterion: str
    items: int
    silent: int
    disputed: int
    people_agree: float | None
    people_kappa: float | None
    check_agrees: float | None
    check_kappa: float | None
    f1: float | None
    counts: Confusion
    differ: tuple[str, ...]

    @property
    def below(self) -> bool:
        """Whether reports must flag it: its F1 is below the bar, or cannot be told."""
        return self.f1 is None or self.f1 < BAR_F1

    @property
    def too_few(self) -> bool:
        """Whether there are too few labels of one kind for the figures to mean much."""
        yes = self.counts.both + self.counts.first_only
        return min(yes, self.items - yes) < _LEAST_OF_A_KIND


def calibrate(items: Mapping[str, Item], labels: Sequence[Label], grade: Grader) -> tuple[Agreement, ...]:
    """Grade every labelled reply and compare; criteria in the rubric's order.

    People's word is what all who labelled a reply agree on; where they do not, the reply is counted as disputed and
    is no truth for the check. EvalsError for a label of a reply that is not there.
    """
    unknown = {one.item for one in labels} - set(items)
    if unknown:
        message = f"labelled, and not among the replies: {', '.join(sorted(unknown)[:5])}"
        raise EvalsError(message)
    given = {name: _verdicts(grade(item.talk())) for name, item in items.items()}
    by_criterion: defaultdict[str, list[Label]] = defaultdict(list)
    for one in labels:
        by_criterion[one.criterion].append(one)
    return tuple(_agreement(name, by_criterion[name], given) for name in CRITERIA if name in by_criterion)


def below_the_bar(file: Path) -> frozenset[str]:
    """The criteria that the last calibration flagged, from its JSON; none where there was none."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return frozenset()
    return frozenset(str(one) for one in kept["below_the_bar"])


def as_json(found: Sequence[Agreement]) -> str:
    """The figures for programs, and which criteria later reports must flag."""
    rows = [
        {
            "criterion": one.criterion,
            "items": one.items,
            "silent": one.silent,
            "disputed": one.disputed,
            "people_agree": _rounded(one.people_agree),
            "people_kappa": _rounded(one.people_kappa),
            "check_agrees": _rounded(one.check_agrees),
            "check_kappa": _rounded(one.check_kappa),
            "macro_f1": _rounded(one.f1),
        }
        for one in found
    ]
    flagged = [one.criterion for one in found if one.below]
    return json.dumps({"bar": BAR_F1, "below_the_bar": flagged, "criteria": rows}, indent=1) + "\n"


def as_text(found: Sequence[Agreement]) -> str:
    """The figures for people, with what the check and people differ on."""
    lines = [_HEAD]
    for one in found:
        counts = one.counts
        told = f"{counts.both}/{counts.first_only}/{counts.second_only}/{counts.neither}"
        note = "  below the bar: advisory" if one.below else ""
        few = "  (few of one kind)" if one.too_few else ""
        lines.append(
            f"{one.criterion:4} {one.items:5} {one.silent:6} {one.disputed:8}  {_shown(one.people_kappa):>12} "
            f"{_shown(one.check_kappa):>11} {_shown(one.f1):>8}  {told}{note}{few}"
        )
        if one.differ:
            lines.append(f"       differ on: {', '.join(one.differ)}")
    return "\n".join(lines)


def _verdicts(findings: Sequence[Finding]) -> dict[str, bool]:
    """Each criterion's verdict on the reply; a negative one that finds nothing did not happen."""
    found = {name: False for name, one in CRITERIA.items() if one.negative} | dict.fromkeys(_GOOD_WHERE_SILENT, True)
    for one in findings:
        if one.verdict in {Verdict.MET, Verdict.NOT_MET}:
            found[one.criterion] = one.verdict is Verdict.MET
    return found


def _agreement(criterion: str, labels: Sequence[Label], given: Mapping[str, Mapping[str, bool]]) -> Agreement:
    by_item: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for one in labels:
        by_item[one.item][one.rater] = one.met == "yes"
    agreed = {item: next(iter(said.values())) for item, said in by_item.items() if len(set(said.values())) == 1}
    heard = sorted(item for item in agreed if criterion in given[item])
    truth, check = [agreed[item] for item in heard], [given[item][criterion] for item in heard]
    people = _people(by_item, raters(labels))
    return Agreement(
        criterion=criterion,
        items=len(heard),
        silent=len(agreed) - len(heard),
        disputed=len(by_item) - len(agreed),
        people_agree=raw_agreement(*people) if people[0] else None,
        people_kappa=kappa(*people) if people[0] else None,
        check_agrees=raw_agreement(truth, check) if heard else None,
        check_kappa=kappa(truth, check) if heard else None,
        f1=macro_f1(truth, check) if heard else None,
        counts=confusion(truth, check),
        differ=tuple(item for item, one, other in zip(heard, truth, check, strict=True) if one != other),
    )


def _people(by_item: Mapping[str, Mapping[str, bool]], names: Sequence[str]) -> tuple[list[bool], list[bool]]:
    """Every pair of labels that two people gave to one reply, in name order."""
    pairs = [
        (said[one], said[other])
        for said in by_item.values()
        for one, other in combinations(names, 2)
        if one in said and other in said
    ]
    return [one for one, _ in pairs], [other for _, other in pairs]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
