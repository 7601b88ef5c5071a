"""The one entry: a draft reviewed, and compared with the version before it."""

from bot.coaching.review import choosing, draft, runon, strengths
from bot.coaching.review.comparing import compared
from bot.coaching.review.kind import kind_of
from bot.coaching.review.kit import Kit
from bot.coaching.reviewed import Change, DraftKind, Review, Reviewed


def review(text: str, kit: Kit, kind: DraftKind | None = None, earlier: Reviewed | None = None) -> Review:
    """The review of a masked text. `kind` where the doctor says what it is; `earlier` is the version before."""
    sentences = runon.parted(text, kit.label(text), kit.label)
    known = kind or (earlier.kind if earlier else kind_of(text, sentences))
    read = draft.read(text, sentences, known)
    proposed = choosing.proposed(read, kit)
    taken = [_taken(one) for one in proposed.changes if one.start < one.end]
    comparison = None
    if earlier is not None:
        before = choosing.proposed(draft.read(earlier.text, earlier.sentences, earlier.kind), kit).all
        before = tuple(one for one in before if one.id in earlier.changes)
        comparison = compared(earlier, before, read, proposed.all, proposed.finds)
    return Review(
        kind=known,
        sentences=sentences,
        asking=sum(one.asks for one in sentences),
        telling=sum(one.tells for one in sentences),
        strengths=strengths.strengths(read, kit.remarks, taken, proposed),
        changes=proposed.changes,
        question=proposed.question,
        compared=comparison,
        kept=Reviewed(text=text, kind=known, sentences=sentences, changes=tuple(one.id for one in proposed.all)),
    )


def _taken(one: Change) -> tuple[int, int]:
    """The place that a change would alter: where it only leaves something out, what it leaves out."""
    kept = one.reword.split("?")[0].split(". What ")[0].split(". Do you ")[0].split(". How ")[0].rstrip(" .")
    words = one.words.rstrip(" .")
    if words.startswith(kept):
        return one.start + len(kept), one.end
    return (one.start, one.end - len(kept)) if words.endswith(kept) else (one.start, one.end)
