"""Plant each fault in a sample of talks, and see whether the criterion that names it finds it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from evals.casebook.case import Owed
from evals.rubric.grade import owed
from evals.rubric.score import is_bad
from evals.rubric.talk import Reply, Talk
from evals.rubric.verdicts import Finding
from evals.rubric.world import World
from evals.selftest import wordings
from evals.selftest.planting import Fault, with_replies
from evals.selftest.report import Planting

Grader = Callable[[Talk, World], tuple[Finding, ...]]

_SHOWN = 240


@dataclass(slots=True)
class Catching:
    """Faults are planted in talks that the coach held; where too few will take one, in the cases' reference replies.

    Findings on a talk as it was are kept, since many faults are planted in one talk.
    """

    talks: Sequence[Talk]
    world: World
    grade: Grader
    _kept: dict[tuple[str, bool, str], tuple[Finding, ...]] = field(default_factory=dict)
    _references: tuple[Talk, ...] = ()

    def __post_init__(self) -> None:
        self._references = tuple(reference_talk(one) for one in self.talks)

    def plant(self, fault: Fault, at_most: int) -> Iterator[Planting]:
        """The fault in up to so many talks, of those in which the criterion had nothing to say against the replies."""
        planted: set[tuple[str, ...]] = set()
        for talk, reference in self._bases(fault):
            if len(planted) >= at_most:
                return
            bad = fault.plant(talk, self.talks, self.world) if fault.criterion in owed(talk.case) else None
            if bad is None:
                continue
            says = (talk.case.id, *(one.reply.text for one in bad.exchanges))
            one = None if says in planted else self._try(fault, talk, bad, reference=reference)
            if one:
                planted.add(says)
                yield one

    def _bases(self, fault: Fault) -> Iterator[tuple[Talk, bool]]:
        for talk in wordings.shuffled(self.talks, fault.criterion, fault.name):
            yield talk, False
        for talk in wordings.shuffled(self._references, fault.criterion, fault.name):
            yield talk, True

    def _try(self, fault: Fault, talk: Talk, bad: Talk, *, reference: bool) -> Planting | None:
        """What came of it; None where the criterion had found fault before, or owes nothing there."""
        turns = changed_turns(talk, bad)
        if reference and _reference_place(talk) not in turns:
            return None  # the same as in the talk that the coach held
        before = [one for one in self._before(fault.criterion, talk, reference=reference) if one.turn in turns]
        if any(is_bad(one) for one in before):
            return None
        after = [one for one in self._of(fault.criterion, bad) if one.turn in turns]
        if not before and not after and not fault.makes_due:
            return None
        said = next((_new_in(one.reply, talk) for one in bad.exchanges if one.number in turns), "")
        found = next((one for one in after if is_bad(one)), None)
        why = found or next(iter(after), None)
        return Planting(
            fault.name,
            fault.criterion,
            f"{talk.case.id} (reference)" if reference else talk.case.id,
            caught=found is not None,
            said=" ".join(said.split())[:_SHOWN],
            why=f"{why.verdict}: {why.reason}" if why else "no finding",
        )

    def _before(self, criterion: str, talk: Talk, *, reference: bool) -> tuple[Finding, ...]:
        key = (criterion, reference, talk.case.id)
        if key not in self._kept:
            self._kept[key] = self._of(criterion, talk)
        return self._kept[key]

    def _of(self, criterion: str, talk: Talk) -> tuple[Finding, ...]:
        """The findings of one criterion alone."""
        case = talk.case.model_copy(update={"criteria": (Owed(id=criterion),), "without": ()})
        return self.grade(replace(talk, case=case), self.world)


def _new_in(reply: Reply, talk: Talk) -> str:
    """The sentences of a reply that the coach did not say in that place; all of it where it said them all."""
    was = {each for one in talk.exchanges for each in one.reply.sentences}
    return " ".join(one for one in reply.sentences if one not in was) or reply.text


def changed_turns(old: Talk, new: Talk) -> frozenset[int | None]:
    """The numbers of the exchanges that are not as they were; None, which stands for the whole talk, is always one."""
    was = {one.number: (one.turn, one.reply) for one in old.exchanges}
    return frozenset({None, *(one.number for one in new.exchanges if was.get(one.number) != (one.turn, one.reply))})


def reference_talk(talk: Talk) -> Talk:
    """The talk with the reply that the author of the case would give: to the opening of a doctor, else at the end."""
    return with_replies(talk, {_reference_place(talk): Reply(text=talk.case.reference)})


def _reference_place(talk: Talk) -> int:
    return 1 if talk.case.doctor else talk.exchanges[-1].number
