"""Ingest: files of source texts into one Corpus - documents, passages, and a report of what was read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.model import Passage
from knowledge.texts.audit import audit
from knowledge.texts.flow import Drop
from knowledge.texts.merge import by_document, merged
from knowledge.texts.profile import Profile, load_profiles
from knowledge.texts.readers import READERS, read_file
from knowledge.texts.reading import Reading, read_source
from knowledge.texts.recognise import recognise
from knowledge.texts.report import DropCount, FileReport, Report
from knowledge.texts.source import SourceText


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the corpus, from one or more files; the first file is the reading it is based on.

    It is `partial` when one of the readings that its profile knows is not among the files.
    """

    id: str
    title: str
    author: str
    year: int | None
    files: tuple[str, ...]
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that was read: documents, passages in reading order, the received texts, and the report."""

    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]
    sources: tuple[SourceText, ...]
    report: Report

    @property
    def partial(self) -> frozenset[str]:
        """The documents that are installed in part only."""
        return frozenset(document.id for document in self.documents if document.partial)


def read_folder(paths: Sequence[Path]) -> Corpus:
    """Read the files and folders given; a file that cannot be read is in the report and loses nothing else."""
    files, skipped = _files(paths)
    profiles = load_profiles()
    readings: list[Reading] = []
    refused: list[str] = []
    for file in files:
        try:
            readings.append(_read(file, profiles))
        except KnowledgeError as error:
            refused.append(str(error))
    groups = [merged(group) for group in by_document(_with_own_names(readings))]
    reports = [_file_report(reading, group) for group in groups for reading in group]
    return Corpus(
        documents=tuple(document_of(group) for group in groups),
        passages=tuple(passage for group in groups for reading in group for passage in reading.passages),
        sources=tuple(reading.source for group in groups for reading in group),
        report=Report(tuple(reports), tuple(refused), tuple(skipped)),
    )


def write_received(corpus: Corpus, folder: Path) -> None:
    """Keep the received text of every file that is not text itself, so that offsets can be checked against it."""
    for source in corpus.sources:
        if source.format not in ("txt", "md"):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{source.file}.txt").write_text(source.received, encoding="utf-8", newline="")


def _read(file: Path, profiles: Sequence[Profile]) -> Reading:
    source = read_file(file)
    return read_source(source, recognise(source, profiles))


def _files(paths: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """The files to read, and what stands in the folders beside them."""
    files: list[Path] = []
    skipped: list[str] = []
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        for file in sorted(inner for inner in path.iterdir() if inner.is_file()):
            if file.stem.lower() == "readme":
                skipped.append(f"{file.name}: describes the folder")
            elif file.suffix.lower() not in READERS:
                skipped.append(f"{file.name}: not a kind of file that is read")
            else:
                files.append(file)
    return files, skipped


def _with_own_names(readings: Sequence[Reading]) -> list[Reading]:
    """Files of one name from two folders told apart by a number, for offsets refer to the file."""
    seen: Counter[str] = Counter()
    result = []
    for reading in readings:
        name = reading.source.file
        seen[name] += 1
        if seen[name] > 1:
            own = f"{name} ({seen[name]})"
            passages = tuple(replace(passage, file=own) for passage in reading.passages)
            reading = replace(reading, source=replace(reading.source, file=own), passages=passages)
        result.append(reading)
    return result


def document_of(group: Sequence[Reading]) -> Document:
    """The document that some readings, best first, are of."""
    first = group[0].identity
    known = {rule.name for rule in first.profile.readings} if first.profile else set()
    files = tuple(reading.source.file for reading in group)
    partial = not known <= {reading.identity.reading for reading in group}
    return Document(first.id, first.title, first.author, first.year, files, partial)


def _file_report(reading: Reading, group: Sequence[Reading]) -> FileReport:
    passages = [passage for other in group for passage in other.passages]
    return FileReport(
        file=reading.source.file,
        doc=group[0].identity.id,
        title=group[0].identity.title,
        reading=reading.identity.reading,
        lines=len(reading.source.lines()),
        passages=len(reading.passages),
        words=sum(len(passage.text.split()) for passage in reading.passages),
        kinds=dict(Counter(passage.kind.value for passage in reading.passages)),
        drops=_drop_counts(reading.drops),
        missing=reading.missing if reading is group[0] else (),
        findings=audit(reading.source, passages, reading.drops),
    )


def _drop_counts(drops: Sequence[Drop]) -> tuple[DropCount, ...]:
    reasons = Counter(drop.reason for drop in drops)
    sizes: Counter[str] = Counter()
    for drop in drops:
        sizes[drop.reason] += drop.span.end - drop.span.start
    return tuple(DropCount(reason, count, sizes[reason]) for reason, count in reasons.most_common())
