"""Report: what was read of every file, what was dropped and why, for people to read and as JSON."""

import json
from collections import Counter
from dataclasses import asdict, dataclass

from knowledge.texts.audit import LineFinding


@dataclass(frozen=True, slots=True)
class DropCount:
    """How many stretches, and characters in all, were dropped for one reason."""

    reason: str
    stretches: int
    characters: int


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file."""

    file: str
    doc: str
    title: str
    reading: str
    lines: int
    passages: int
    words: int
    kinds: dict[str, int]
    drops: tuple[DropCount, ...]
    missing: tuple[str, ...]
    findings: tuple[LineFinding, ...]

    @property
    def unexplained(self) -> tuple[LineFinding, ...]:
        """Lines that stand in no passage without a reason."""
        return tuple(finding for finding in self.findings if not finding.reason)


@dataclass(frozen=True, slots=True)
class Report:
    """What became of all files, and the files that could not be read."""

    files: tuple[FileReport, ...]
    refused: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()

    @property
    def unexplained(self) -> tuple[tuple[str, LineFinding], ...]:
        """Every unexplained line with its file."""
        return tuple((file.file, finding) for file in self.files for finding in file.unexplained)

    def as_json(self) -> str:
        """The whole report for a program."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2)

    def as_text(self) -> str:
        """The report for a person."""
        parts = [_file_text(file) for file in self.files]
        parts += [f"NOT READ  {problem}" for problem in self.refused]
        parts += [f"Skipped   {name}" for name in self.skipped]
        total = len(self.unexplained)
        parts.append(
            f"Lines in no passage and without a reason: {total}" + ("" if total else " (all is accounted for)")
        )
        return "\n\n".join(parts) + "\n"


def _file_text(report: FileReport) -> str:
    reading = f" ({report.reading})" if report.reading else ""
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(report.kinds.items()))
    lines = [
        f"{report.file}: {report.title} [{report.doc}]{reading}",
        f"  kept     {report.passages} passages, {report.words} words ({kinds or 'nothing'})",
    ]
    lines += [f"  dropped  {drop.reason}: {drop.stretches} ({drop.characters} characters)" for drop in report.drops]
    lines += [f"  missing  the profile names words that are not in the file: {words!r}" for words in report.missing]
    reasons = Counter(finding.reason for finding in report.findings if finding.reason)
    explained = ", ".join(f"{count} {reason}" for reason, count in reasons.most_common())
    lines.append(f"  audit    {report.lines} lines; in no passage, with a reason: {explained or 'none'}")
    lines += [f"  UNEXPLAINED line {f.number} ({f.share:.0%} found): {f.words}" for f in report.unexplained]
    return "\n".join(lines)
