"""How well the sentences of drafts are labelled: precision, recall and F1 a label, on drafts that people labelled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.coaching.speech.written import LabelledDraft
from bot.coaching.speech_acts import Label, Labelled
from evals.errors import EvalsError
from knowledge import strict_yaml
from knowledge.errors import KnowledgeError

FOLDER: Final = Path(__file__).resolve().parent / "heldout"
MAIN: Final = (
    Label.OPEN_QUESTION,
    Label.CLOSED_QUESTION,
    Label.LEADING_QUESTION,
    Label.ASSERTION,
    Label.COST,
    Label.BLAME,
    Label.INVITATION,
    Label.OWNERSHIP,
)
"""The labels whose mean F1 is the figure; the others are counted and not averaged."""

Read = Callable[[str, str], Sequence[Labelled]]
_SHARED: Final = 0.5
_WIDTH: Final = 18


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled sentence, with the labels that a reader gave to what stands in its place."""

    draft: str
    text: str
    wanted: frozenset[Label]
    given: frozenset[Label]


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one label: how often it was given rightly, given in vain, and missed."""

    right: int
    in_vain: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of those given that are right; 0 where none was given."""
        return self.right / max(1, self.right + self.in_vain)

    @property
    def recall(self) -> float:
        """The share of those wanted that were given; 0 where none was wanted."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / max(1, 2 * self.right + self.in_vain + self.missed)


@dataclass(frozen=True, slots=True)
class Scores:
    """Every labelled sentence with what it was read as."""

    judged: tuple[Judged, ...]

    def counts(self, label: Label) -> Counts:
        """The counts of one label."""
        pairs = [(label in one.wanted, label in one.given) for one in self.judged]
        return Counts(pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False)))

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the main labels that were wanted or given anywhere."""
        counted = [one for one in map(self.counts, MAIN) if one.right + one.in_vain + one.missed]
        return sum(one.f1 for one in counted) / max(1, len(counted))

    def text(self, *, names: bool = False) -> str:
        """The table for a terminal; with `names` also each sentence with a wrong main label."""
        rows = [f"{'label':<{_WIDTH}} precision recall   F1  wanted"]
        rows += [_row(label, self.counts(label)) for label in MAIN]
        drafts = len({one.draft for one in self.judged})
        rows.append(f"macro F1 {self.macro_f1:.3f} on {len(self.judged)} sentences of {drafts} drafts")
        rows.append("the other labels, not in the mean")
        rows += [_row(label, self.counts(label)) for label in Label if label not in MAIN]
        if names:
            rows += [line for one in self.judged if (line := _wrong(one))]
        return "\n".join(rows)


def read(files: Sequence[Path]) -> list[LabelledDraft]:
    """The labelled drafts of some files. Raises EvalsError that names the file and the line."""
    try:
        return [one for file in files for one, _ in strict_yaml.load_list(file, LabelledDraft)]
    except KnowledgeError as error:
        raise EvalsError(str(error)) from error


def score(drafts: Sequence[LabelledDraft], reader: Read) -> Scores:
    """Read every draft, and hold what was found against what stands in the same place."""
    return Scores(tuple(one for draft in drafts for one in _judged(draft, reader(draft.text, draft.before))))


def _judged(draft: LabelledDraft, found: Sequence[Labelled]) -> list[Judged]:
    text = draft.text
    return [
        Judged(draft.id, text[start:end], frozenset(wanted), _given(start, end, found))
        for (start, end), (_, wanted) in zip(draft.places, draft.sentences, strict=True)
    ]


def _given(start: int, end: int, found: Sequence[Labelled]) -> frozenset[Label]:
    """The labels of what shares at least half of the shorter of the two with this place."""
    near = (
        one
        for one in found
        if min(end, one.end) - max(start, one.start) >= _SHARED * min(end - start, one.end - one.start)
    )
    return frozenset(label for one in near for label in one.labels)


def _row(label: Label, counts: Counts) -> str:
    wanted = counts.right + counts.missed
    return f"{label.value:<{_WIDTH}} {counts.precision:9.2f} {counts.recall:6.2f} {counts.f1:5.2f} {wanted:6}"


def _wrong(one: Judged) -> str:
    vain = [f"+{label.value}" for label in MAIN if label in one.given - one.wanted]
    missed = [f"-{label.value}" for label in MAIN if label in one.wanted - one.given]
    return f"{one.draft}: {' '.join(vain + missed)}: {' '.join(one.text.split())}" if vain or missed else ""
