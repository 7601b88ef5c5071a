"""A run as JUnit XML, for systems that show tests: one test case for each case, with what it failed by."""

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from evals.reports import words
from evals.reports.played import Played, play_back
from evals.rubric.criteria import CRITERIA
from evals.rubric.score import is_bad
from evals.rubric.verdicts import Finding
from evals.runs.folder import Manifest
from evals.runs.result import Result

_CRASHES = {"crashed": "the case crashed", "grader_crashed": "the grader crashed"}


def junit_xml(manifest: Manifest, results: Sequence[Result]) -> str:
    """The run as JUnit XML; without times, so the same run gives the same bytes.

    A case is a failure that failed a gate or earned too little, an error where it or its grader crashed, and skipped
    where nothing that earns points could be graded.

    Raises:
        EvalsError: There is nothing to report on.
    """
    talks = play_back(results)
    suites = Xml.Element("testsuites")
    suite = Xml.SubElement(suites, "testsuite", {"name": words.line(f"coach evals: {manifest.target}")})
    properties = Xml.SubElement(suite, "properties")
    Xml.SubElement(properties, "property", {"name": "run", "value": words.line(manifest.key)})
    outcomes = [_test_case(suite, one) for one in talks]
    for element in (suites, suite):
        element.set("tests", str(len(outcomes)))
        element.set("failures", str(outcomes.count("failure")))
        element.set("errors", str(outcomes.count("error")))
        element.set("skipped", str(outcomes.count("skipped")))
    Xml.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(suites, encoding="unicode") + "\n"


def _test_case(suite: Xml.Element, one: Played) -> str:
    """Add a case to the suite; what became of it, in JUnit's words."""
    result = one.result
    case = Xml.SubElement(suite, "testcase", {"classname": words.line(result.about), "name": words.line(result.name)})
    if result.state != "graded":
        why = words.line(result.why)
        Xml.SubElement(case, "error", {"type": result.state, "message": f"{_CRASHES[result.state]}: {why}"}).text = why
        return "error"
    if not one.passed:
        kind, bad = _failure(one)
        message = f"{kind}: {words.line(_named(bad[0]))}" if bad else kind
        told = "\n\n".join(_told(one, each) for each in bad)
        Xml.SubElement(case, "failure", {"type": kind.split(" ")[0], "message": message}).text = words.clean(told)
        return "failure"
    if one.value is None:
        Xml.SubElement(case, "skipped", {"message": words.NOTHING_GRADED})
        return "skipped"
    return "passed"


def _failure(one: Played) -> tuple[str, list[Finding]]:
    """What a case failed by, and its bad findings: gates first, then what costs most points."""
    bad = [each for each in one.findings if is_bad(each)]
    points = one.result.points
    bad.sort(key=lambda each: (not CRITERIA[each.criterion].gate, -abs(points.get(each.criterion, 0))))
    if one.score.gates_failed:
        return f"gate {', '.join(one.score.gates_failed)} failed", bad
    return f"score {words.number(one.value)}, of {one.score.possible} points", bad


def _named(one: Finding) -> str:
    return f"{words.title(one.criterion)}: {one.reason}"


def _told(talk: Played, one: Finding) -> str:
    """A bad finding, with the turn that it is about."""
    lines = [f"{_named(one)} ({words.where(one.turn)})"]
    for each in talk.result.exchanges:
        if each.number == one.turn:
            lines += [f"  doctor: {each.turn.says}", f"  coach: {each.reply.text}"]
    if one.evidence:
        lines.append(f'  seen in: "{one.evidence}"')
    return "\n".join(lines)
