"""Merge: several readings of one document made into one, keeping the best reading of each passage."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.model import Passage, PassageKind
from knowledge.texts.flow import Drop
from knowledge.texts.reading import Reading
from knowledge.texts.shingles import containment, shingle_set

SIZE, SAME, SAME_DOCUMENT, FEW_WORDS = 5, 0.5, 0.7, 12


def by_document(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Readings grouped by document, each group with its best reading first.

    Two files are one document when they have the same profile, or when most of the one's words stand in the other.
    """
    groups: list[list[Reading]] = []
    for reading in readings:
        group = next((group for group in groups if _same_document(group[0], reading)), None)
        if group is None:
            groups.append([reading])
        else:
            group.append(reading)
    return [sorted(group, key=lambda r: (r.identity.rank, -_length(r))) for group in groups]


def merged(group: Sequence[Reading]) -> list[Reading]:
    """The first reading as it is; of each further one only what the ones before it lack."""
    base = group[0]
    result = [base]
    for reading in group[1:]:
        known = shingle_set((passage.text for done in result for passage in done.passages), SIZE)
        result.append(_only_new(reading, known, base))
    return result


def _same_document(one: Reading, other: Reading) -> bool:
    if one.identity.profile is not None or other.identity.profile is not None:
        return one.identity.id == other.identity.id
    small, large = sorted((one, other), key=_length)
    text = " ".join(passage.text for passage in small.passages)
    known = shingle_set((passage.text for passage in large.passages), SIZE)
    return bool(text) and containment(text, known, SIZE) >= SAME_DOCUMENT


def _length(reading: Reading) -> int:
    return sum(len(passage.text) for passage in reading.passages)


def _only_new(reading: Reading, known: frozenset[tuple[str, ...]], base: Reading) -> Reading:
    kept: list[Passage] = []
    drops = list(reading.drops)
    for passage in reading.passages:
        reason = _why_left_out(passage, known, base.source.file)
        if reason:
            drops.extend(Drop(span, reason) for span in passage.spans)
        else:
            kept.append(replace(passage, doc=base.identity.id))
    return replace(reading, passages=tuple(kept), drops=tuple(drops))


def _why_left_out(passage: Passage, known: frozenset[tuple[str, ...]], file: str) -> str:
    """Why a passage of a further reading is not kept, or nothing where it brings something new."""
    if containment(passage.text, known, SIZE) >= SAME:
        return f"duplicate of {file}"
    few = len(passage.text.split()) < FEW_WORDS and passage.kind is not PassageKind.TABLE
    return f"a few words only beside {file}" if few else ""
