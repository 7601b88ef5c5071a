"""Reports of hand-made runs: figures that can be worked out on paper, and pages that hold whatever was written."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from xml.etree import ElementTree as Xml

import pytest

from evals.casebook.case import Case, Owed, Turn
from evals.errors import EvalsError
from evals.reports.comparison import compare
from evals.reports.figures import Summary, figures
from evals.reports.html import comparison_html, report_html
from evals.reports.junit import junit_xml
from evals.reports.terminal import comparison_text, report_text
from evals.rubric.talk import Exchange, Fault, Reply, Talk
from evals.rubric.verdicts import Finding, Verdict
from evals.runs.folder import Manifest
from evals.runs.result import Result, of_crash, of_talk
from evals.statistics.intervals import Interval, clustered_wilson

NASTY = '</div><script>alert(1)</script> & "so" \x1b[31m\x00'
MET, NOT, UNGRADED = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_GRADED
ONCE, TWICE = (Manifest(key="k1", target="coach", versions={}, machine={}, repeats=one, seed=0) for one in (1, 2))
OWED = [Owed(id="R1"), Owed(id="R3"), Owed(id="R14")]  # worth 6, 6, and the gate -7


def case_of(name: str, *says: str, owed: Sequence[Owed] = OWED, split: str = "tune", about: str = "tactics") -> Case:
    turns = [Turn(says=one) for one in says or ("it went badly",)]
    fields = {"id": name, "family": name, "about": about, "split": split, "criteria": owed, "turns": turns}
    return Case.model_validate(fields | {"reference": "What went badly?"})


def result(case: Case, *findings: Finding, reply: str = "Oh?", digest: str = "d1", repeat: int = 0) -> Result:
    exchanges = tuple(Exchange(number, turn, Reply(text=reply)) for number, turn in enumerate(case.turns, 1))
    return of_talk(Talk(case, exchanges), digest, findings, repeat)


def found(r1: Verdict = MET, r3: Verdict = MET, r14: Verdict = NOT) -> tuple[Finding, ...]:
    advice = Finding("R14", r14, "advice before the matter is known", 1, "Just resign.")
    return Finding("R1", r1, "takes up the ward round", 1, "Oh?"), Finding("R3", r3, "asks no question", 1), advice


def mean_of(one: Summary) -> float | None:
    return one.mean.value if one.mean else None


def test_a_crash_lowers_the_mean_and_stays_in_the_denominators() -> None:
    run = [result(case_of(name), *found()) for name in ("a", "b")]
    run += [of_crash(case_of("c"), "d1", "no reply"), of_crash(case_of("d"), "d1", "KeyError", grader=True)]
    out = figures(ONCE, run)
    one, text = out.headline, report_text(ONCE, run)
    assert (one.talks, one.graded, one.crashed, one.grader_crashed, one.passed) == (4, 2, 1, 1, 2)
    assert [mean_of(each) for each in (one, *out.axes)] == [0.5, 0.5, 0.5, None]  # nothing of style can be earned
    assert [each.crashed for each in out.criteria] == [2, 2, 2]
    assert "Mean score 0.500 (95%: no interval: 4 families, and it takes 8) of 4 cases: 2 graded; 1 crashed" in text
    assert "c: crashed: no reply" in text


def test_the_interval_is_clustered_by_family() -> None:
    scored = [(name, MET if name < "e" else NOT) for name in "abcdefg"]
    run = [*(result(case_of(name), *found(one, one)) for name, one in scored), of_crash(case_of("h"), "d1", "why")]
    mean = figures(ONCE, run).headline.mean
    assert mean
    assert mean.interval
    # deviations of a half, squared and summed 2; error sqrt(2 * 8 / 7) / 8; 2.364624 of them with 7 degrees of freedom
    reach = 2.364624 * (2 * 8 / 7) ** 0.5 / 8
    assert (mean.interval.low, mean.interval.high) == pytest.approx((0.5 - reach, 0.5 + reach), abs=1e-6)


def test_only_the_mean_is_cut_to_what_is_possible() -> None:
    one = figures(ONCE, [result(case_of("a"), *found(NOT, NOT, MET)), result(case_of("b"), *found(NOT, NOT))]).headline
    assert mean_of(one) == 0.0
    assert one.fifth == pytest.approx(-7 / 12 * 0.95)
    assert [(each.criterion, each.talk, each.turn) for each in one.gates] == [("R14", "a", 1)]


def test_what_could_not_be_graded_is_no_number_and_is_counted() -> None:
    run = [result(case_of("a"), *found(NOT)), result(case_of("b"), *found(UNGRADED, Verdict.COULD_NOT_JUDGE))]
    out, text = figures(ONCE, run, {"R3"}), report_text(ONCE, run, {"R3"})
    assert (mean_of(out.headline), out.headline.talks, out.headline.nothing_graded) == (0.5, 2, 1)
    r1, r3, r14 = out.criteria
    assert (r1.good, r1.of, r1.not_graded, r1.why_none) == (0, 1, 1, "no interval: findings of 1 family alone")
    assert (r3.good, r3.of, r3.could_not_judge, r3.flagged) == (1, 1, 1, True)
    assert (r14.good, r14.of, r14.interval) == (2, 2, clustered_wilson([1, 1], "ab"))  # good where it did not happen
    for part in ("below the bar: advisory", "1 of the graded not in the mean: nothing that earns points was graded"):
        assert part in text


def test_groups_have_their_own_figures_and_gates() -> None:
    run = [result(case_of("a", split="hard"), *found(r14=MET))]
    run += [result(case_of("b", "one", "two", about="speaking_up"), *found(NOT))]
    out = figures(ONCE, run)
    assert [(one.name, one.talks) for one in out.splits] == [("tune", 1), ("hard", 1)]
    assert [(one.name, len(one.gates)) for one in out.situations] == [("speaking_up", 0), ("tactics", 1)]
    assert [(one.name, mean_of(one)) for one in out.kinds] == [("script", 0.5), ("single", 5 / 12)]
    axes = [(one.name, mean_of(one), len(one.gates)) for one in out.axes]
    assert axes == [("listening", 0.5, 0), ("inquiry", 1.0, 0), ("style", None, 1)]


def test_pass_hat_is_of_every_case_and_repeat() -> None:
    run = [result(case_of("a"), *found(), repeat=repeat) for repeat in (0, 1)]
    run += [result(case_of("b"), *found()), of_crash(case_of("b"), "d1", "no reply", 1)]
    assert [(one.k, one.value, one.cases) for one in figures(TWICE, run).pass_hat] == [(1, 0.75, 2), (2, 0.5, 2)]
    assert "4 talks: 3 graded" in report_text(TWICE, run)
    assert not figures(ONCE, run[:1]).pass_hat


def test_no_report_of_nothing_and_none_of_a_case_twice() -> None:
    with pytest.raises(EvalsError, match="no results"):
        report_text(ONCE, [])
    with pytest.raises(EvalsError, match="a twice"):
        report_html(ONCE, [result(case_of("a"), *found())] * 2)


def test_only_cases_that_say_the_same_are_compared_and_each_counts_once() -> None:
    before = [result(case_of(name), *found(), repeat=one) for name in ("a", "b", "gone") for one in (0, 1)]
    changed = result(case_of("b"), *found(NOT, NOT, MET), digest="d2")
    half = [before[0], result(case_of("a"), *found(NOT, NOT), repeat=1)]
    out = compare(before, [*half, changed, result(case_of("new"))])
    assert (out.pairs, out.changed, out.added, out.removed) == (("a",), ("b",), ("new",), ("gone",))
    assert out.overall
    assert (out.overall.difference.value, out.overall.losses) == (-0.5, 1)
    assert [one.talk for one in out.gates_elsewhere] == ["b"]
    assert not out.regressed  # one family has no interval, and no gate of a case that is the same failed


def test_flips_say_which_criteria_changed_and_why() -> None:
    before = [result(case_of("a"), *found()), result(case_of("b"), *found(NOT, NOT)), result(case_of("c"), *found())]
    after = [result(case_of("a"), *found(r14=MET)), result(case_of("b"), *found()), of_crash(case_of("c"), "d1", "why")]
    out, text = compare(before, after), comparison_text(compare(before, after), ONCE, ONCE)
    a, c, b = out.flips
    assert [(one.case, one.passes) for one in (a, b, c)] == [("a", False), ("b", True), ("c", False)]
    assert [(one.criterion, one.because) for one in a.changes] == [("R14", found(r14=MET)[2:])]
    assert [(one.criterion, one.worse_after) for one in (*b.changes, *c.changes)] == [("R1", False), ("R3", False)]
    assert (out.crashed, c.crash) == ((("c", "why"),), "why")
    assert out.why_regressed == ("gates newly failed: R14 in 1 case",)
    assert [one.case for one in compare(after, before).mended_gates] == ["a"]
    assert not compare(after, before).regressed
    assert 'after, turn 1: advice before the matter is known ("Just resign.")' in text


def test_a_mean_that_fell_beyond_doubt_is_a_regression() -> None:
    good, worse = ([result(case_of(name), *found(one)) for name in "abcdefgh"] for one in (MET, NOT))
    out = compare(good, worse)
    assert out.overall
    assert (out.overall.difference.interval, out.overall.p) == (Interval(-0.5, -0.5), 2 / 256)
    assert out.regressed
    # on listening all eight fell, on inquiry none changed: of two axes the p of the first is doubled
    axes = [(one.axis.value, one.paired.losses, one.p_holm) for one in out.axes]
    assert axes == [("listening", 8, 4 / 256), ("inquiry", 0, 1.0)]
    assert not compare(worse, worse).regressed


class Page(HTMLParser):
    """What a page is made of; it must close what it opens."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.open += [tag] if tag not in {"meta", "br", "line", "circle"} else []

    def handle_endtag(self, tag: str) -> None:
        assert tag in {"line", "circle"} or self.open.pop() == tag


def written() -> list[Result]:
    """A run with everything in it that a page can show."""
    again = Finding("C7", MET, "twice", None, NASTY)
    both = case_of("b", f"see https://example.org {NASTY}", "two", owed=[])
    first = result(both, *found(NOT, NOT, MET), again, reply=NASTY)
    last = result(both, *found(NOT, UNGRADED), reply=NASTY, repeat=1)
    return [result(case_of("a"), *found()), first, last, of_crash(case_of("c"), "d1", NASTY)]


def pages() -> list[str]:
    run, apart = written(), [result(case_of("x"), *found())]
    compared = [(run, run[1:]), ([result(case_of("b", owed=[]), *found())], run[1:2]), (apart, run)]
    return [report_html(TWICE, run, {"R1"}), *(comparison_html(compare(*each), ONCE, ONCE) for each in compared)]


@pytest.mark.parametrize("page", pages())
def test_a_page_is_whole_and_asks_nothing_of_anyone(page: str) -> None:
    read = Page(page)
    ids, links = ([str(value) for name, value in read.attributes if name == which] for which in ("id", "href"))
    assert len(ids) == len(set(ids))
    assert set(links) <= {f"#{one}" for one in ids}
    assert not {"script", "link", "img", "iframe", "form", "object", "base"} & set(read.tags)
    assert not [name for name, _ in read.attributes if name in {"src", "srcset", "style"} or name.startswith("on")]
    assert not re.search(r"url\(|@import|<script|[\x00\x1b]", page)
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert read.tags.count("h1") == read.tags.count("main") == 1


def test_every_score_leads_to_the_turn_and_its_reason() -> None:
    page = pages()[0]
    for part in ("&lt;script&gt;", '"#bad-R1">2</a>', '<a href="#case-b.whole">', "bad: it happened", "advisory)"):
        assert part in page
    assert '<a href="#case-b.r1.t1">b#1, turn 1</a>: takes up the ward round' in page
    assert page.index('id="case-c"') < page.index('id="case-b"') < page.index('<details class="case" id="case-a">')
    assert page.count("<svg") == page.count("<title id=") == page.count("<desc id=") == 2
    assert page == pages()[0] == report_html(TWICE, written()[::-1], {"R1"})  # the same twice, and in any order


def test_the_page_tells_who_worded_a_reply_and_why_a_models_wording_was_not_sent() -> None:
    case = case_of("a", "it went badly", "and then it went worse")
    fault = Fault(code="clinical_ruling", detail=f"rules on a patient's care: {NASTY}")
    replies = (Reply(text="Oh?", engine="guided_after_llm", problems=(fault,)), Reply(text="And?", engine="guided"))
    exchanges = tuple(
        Exchange(number, turn, reply) for number, (turn, reply) in enumerate(zip(case.turns, replies, strict=True), 1)
    )
    page = report_html(ONCE, [of_talk(Talk(case, exchanges), "d1", found())])
    why = "people, beforehand. A language model&#39;s wording was not sent: it ruled on a patient&#39;s care"
    assert page.count("worded by") == page.count(f"worded by {why}") == 1
    assert "<script" not in page


def test_what_was_written_cannot_steer_the_terminal() -> None:
    for text in (report_text(TWICE, written()), comparison_text(compare(written()[:1], written()), ONCE, ONCE)):
        assert text.replace("\n", "").isprintable()


def test_junit_names_the_criterion_and_quotes_the_turn() -> None:
    ungraded = result(case_of("d"), *found(UNGRADED, UNGRADED))
    suite = Xml.fromstring(junit_xml(TWICE, [*written(), ungraded]))[0]  # noqa: S314 - our own
    counts = [suite.get(name) for name in ("tests", "failures", "errors", "skipped")]
    cases = {one.get("name"): one for one in suite.iter("testcase")}
    ends = {name: [(part.tag, part.get("type")) for part in one] for name, one in cases.items()}
    message, told = str(cases["b"][0].get("message")), str(cases["b"][0].text)
    assert (counts, cases["a"].get("classname")) == (["5", "2", "1", "1"], "tactics")
    assert (ends["a"], ends["c"], ends["d"]) == ([], [("error", "crashed")], [("skipped", None)])
    assert (ends["b"], ends["b#1"]) == ([("failure", "gate")], [("failure", "score")])
    assert message.startswith("gate R14 failed: R14 premature advice: advice before the matter")
    assert 'coach: </div><script>alert(1)</script> & "so" [31m' in told
    assert 'seen in: "Just resign."' in told
