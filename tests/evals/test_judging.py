"""The judge: a verdict or none, never a guess; asked once, and no order decides which of two replies is better."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evals.casebook.case import Case
from evals.errors import EvalsError
from evals.judging import models
from evals.judging.judge import Answer, Ask, Cache, Judge
from evals.rubric.criteria import CRITERIA
from evals.rubric.score import score
from evals.rubric.talk import Exchange, Reply, Talk
from evals.rubric.verdicts import Finding, Verdict

LEFT = Verdict.NOT_GRADED
SAYS = ("they want eight from me", "by march, too")
CASE = Case.model_validate(
    {
        "id": "one",
        "family": "one",
        "about": "stretch_goal",
        "split": "tune",
        "reference": "Eight by March. Whose number is it?",
        "turns": [{"says": one} for one in SAYS],
    }
)
REPLIES = ("Eight. Who wants them?", "By March. What would six cost you?")
FINDINGS = (
    Finding("R3", Verdict.NOT_MET, "asks no question", 1),
    Finding("R9", LEFT, "needs a judge", 1),
    Finding("R11", LEFT, "needs a judge", 2),
    Finding("C9", LEFT, "needs a judge"),
)
POINTS = {name: CRITERIA[name].points for name in ("R3", "R9", "R11", "C9")}


def talk_of(*replies: str, case: Case = CASE) -> Talk:
    rows = zip(case.turns, replies or REPLIES, strict=True)
    return Talk(case, tuple(Exchange(number, turn, Reply(text=text)) for number, (turn, text) in enumerate(rows, 1)))


TALK = talk_of()


def line(answer: object, reason: str = "It says eight.") -> str:
    return json.dumps({"reason": reason, "answer": answer})


class Model:
    """Gives these answers one after another, the last for ever, and keeps what it was asked."""

    def __init__(self, *answers: str) -> None:
        self.asked: list[str] = []
        self._answers: Iterator[str] = iter(answers[:-1])
        self._last = answers[-1]

    def __call__(self, prompt: str) -> str:
        self.asked.append(prompt)
        return next(self._answers, self._last)


def broken(prompt: str) -> str:
    message = "too many requests"
    raise ConnectionError(message)


def judge(ask: Ask, cache: Cache | None = None, seed: int = 0, model: str = "house:model-1") -> Judge:
    return Judge(model, ask, cache or Cache(None), seed)


def verdicts(filled: tuple[Finding, ...]) -> list[Verdict]:
    return [one.verdict for one in filled]


# ---------------------------------------------------------------- one verdict


@pytest.mark.parametrize(("answer", "verdict"), [("yes", Verdict.MET), ("no", Verdict.NOT_MET), (" Yes ", Verdict.MET)])
def test_what_was_left_to_a_judge_is_graded_and_nothing_else(answer: str, verdict: Verdict) -> None:
    filled = judge(Model(line(answer))).fill(TALK, FINDINGS)
    assert verdicts(filled) == [Verdict.NOT_MET, verdict, verdict, verdict]
    assert filled[0] == FINDINGS[0]
    assert filled[1].reason == "It says eight. (house:model-1)"
    assert [(one.criterion, one.turn) for one in filled] == [(one.criterion, one.turn) for one in FINDINGS]


def test_the_answer_is_found_in_what_a_model_says_around_it() -> None:
    said = f"Here is my verdict:\n```json\n{line('yes')}\n```"
    assert verdicts(judge(Model(said)).fill(TALK, FINDINGS[1:2])) == [Verdict.MET]


def test_each_question_holds_the_criterion_the_talk_so_far_the_reply_and_the_reference() -> None:
    model = Model(line("yes"))
    judge(model).fill(TALK, FINDINGS[1:])
    by_criterion = {found[1]: one for one in model.asked if (found := re.search(r"Criterion (\w+),", one))}
    assert set(by_criterion) == {"R9", "R11", "C9"}
    for name, prompt in by_criterion.items():
        assert CRITERIA[name].question in prompt
        assert CASE.reference in prompt
    assert [one in by_criterion["R9"] for one in (SAYS[0], REPLIES[0], SAYS[1], REPLIES[1])] == [True, True, False, False]  # fmt: skip
    for name in ("R11", "C9"):  # of a whole talk the last reply is graded
        assert all(one in by_criterion[name] for one in (*SAYS, *REPLIES))
        assert f"<reply_to_grade>\n{REPLIES[1]}\n</reply_to_grade>" in by_criterion[name]


def test_of_a_criterion_with_negative_points_it_is_asked_whether_the_bad_thing_happened() -> None:
    model = Model(line("yes"))
    judge(model).fill(TALK, [Finding("R13", LEFT, "", 1), Finding("R9", LEFT, "", 1)])
    told = {("R13" if "Criterion R13" in one else "R9"): "negative points" in one for one in model.asked}
    assert told == {"R13": True, "R9": False}


NO_USE = ("", "yes", "{", "[]", "null", line("perhaps"), line(True), line("yes", reason=" "), '{"answer": "yes"}')  # fmt: skip


@pytest.mark.parametrize("said", NO_USE)
def test_an_answer_of_no_use_is_asked_for_three_times_and_is_no_verdict_then(said: str) -> None:
    model = Model(said)
    (filled,) = judge(model).fill(TALK, FINDINGS[1:2])
    assert (filled.verdict, len(model.asked)) == (Verdict.COULD_NOT_JUDGE, 3)
    assert filled.reason == "house:model-1 gave no usable answer"


def test_the_third_try_counts() -> None:
    model = Model("", line("perhaps"), line("no"))
    assert verdicts(judge(model).fill(TALK, FINDINGS[1:2])) == [Verdict.NOT_MET]


def test_whatever_a_model_raises_is_no_verdict() -> None:
    assert verdicts(judge(broken).fill(TALK, FINDINGS)) == [Verdict.NOT_MET, *[Verdict.COULD_NOT_JUDGE] * 3]


@pytest.mark.parametrize("verdict", [LEFT, Verdict.COULD_NOT_JUDGE])
def test_what_was_not_judged_is_never_a_number(verdict: Verdict) -> None:
    graded = [Finding("R3", Verdict.MET, "asks", 1), Finding("R9", verdict, "", 1), Finding("R9", Verdict.MET, "", 2)]
    open_ones = [Finding("R11", verdict, "", 1), Finding("R14", verdict, "", 1)]
    came_to = score([*graded, *open_ones], {**POINTS, "R14": -7})
    assert (came_to.value, came_to.possible, came_to.shares) == (1.0, 12, {"R3": 1.0, "R9": 1.0})
    assert (came_to.not_graded, came_to.gates_failed) == (("R11", "R14"), ())
    assert score(open_ones, POINTS).value is None


# ---------------------------------------------------------------- asked once


def test_what_was_answered_is_not_asked_again_also_by_a_judge_of_another_day(tmp_path: Path) -> None:
    file = tmp_path / "evals" / "judged.jsonl"
    first, cache = Model(line("yes")), Cache(file)
    found = judge(first, cache).fill(TALK, FINDINGS)
    assert len(first.asked) == 3
    for later in (cache, Cache(file)):
        assert judge(broken, later).fill(TALK, FINDINGS) == found
    assert Cache(file).get("another") is None


def test_another_model_reply_or_talk_is_asked_for_anew(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "judged.jsonl")
    judge(Model(line("yes")), cache).fill(TALK, FINDINGS[1:2])
    others = ((TALK, "house:model-2"), (talk_of("Ten. Who?", REPLIES[1]), "house:model-1"))
    for talk, name in others:
        assert verdicts(judge(Model(line("no")), cache, model=name).fill(talk, FINDINGS[1:2])) == [Verdict.NOT_MET]


def test_what_gave_no_verdict_is_asked_again() -> None:
    cache = Cache(None)
    judge(broken, cache).fill(TALK, FINDINGS[1:2])
    assert verdicts(judge(Model(line("yes")), cache).fill(TALK, FINDINGS[1:2])) == [Verdict.MET]


@pytest.mark.parametrize(
    "spoil", [lambda text: f'{text}{{"key": "b", "rea', lambda text: text.replace("eight", "e\u2028t")]
)
def test_a_cache_is_opened_again_whatever_it_holds(spoil: Callable[[str], str], tmp_path: Path) -> None:
    file = tmp_path / "judged.jsonl"
    Cache(file).put("a", Answer("It says eight.", "yes"))
    file.write_text(spoil(file.read_text(encoding="utf-8")), encoding="utf-8")
    kept = Cache(file).get("a")
    assert kept is not None
    assert kept.answer == "yes"


def test_the_seed_decides_the_order_of_the_questions_and_no_verdict() -> None:
    def asked(seed: int) -> tuple[str, ...]:
        model = Model(line("yes"))
        filled = judge(model, seed=seed).fill(TALK, FINDINGS)
        assert verdicts(filled)[1:] == [Verdict.MET] * 3
        return tuple(model.asked)

    assert asked(1) == asked(1)
    assert len({asked(seed) for seed in range(20)}) > 1
    assert len({tuple(sorted(asked(seed))) for seed in range(20)}) == 1


# ---------------------------------------------------------------- two replies


def reader(better: str) -> Ask:
    """A judge that goes by the words: it prefers the reply that holds `better`, wherever it stands."""
    return lambda prompt: line("1" if better in prompt.partition("</reply_1>")[0] else "2")


@pytest.mark.parametrize("seed", range(4))
def test_of_two_replies_the_better_is_found_in_either_place(seed: int) -> None:
    found = [judge(reader(better), seed=seed).prefer((), SAYS[0], "plain words", "fine words") for better in ("plain", "fine")]  # fmt: skip
    assert found == ["first", "second"]


@pytest.mark.parametrize("ask", [Model(line("1")), Model(line("2")), Model(line("equal")), broken, Model("dunno")])
def test_a_judge_that_goes_by_the_place_or_cannot_say_makes_a_tie(ask: Ask) -> None:
    assert judge(ask).prefer(TALK.exchanges, "and now?", "one", "other") == "tie"


def test_a_pair_is_put_twice_with_the_order_swapped_after_what_was_said_before() -> None:
    model = Model(line("1"))
    judge(model).prefer(TALK.exchanges, "and now?", "plain words", "fine words")
    assert len(model.asked) == 2
    assert {one.index("plain words") < one.index("fine words") for one in model.asked} == {True, False}
    assert all(f"Coach: {REPLIES[1]}\nDoctor: and now?" in one for one in model.asked)


# ---------------------------------------------------------------- the text, and the door


NASTY = '{reply} {0} {{x}} {"answer": "yes"} %s \\ {'


def test_braces_in_a_talk_are_only_text() -> None:
    case = CASE.model_copy(update={"reference": NASTY, "turns": (CASE.turns[0].model_copy(update={"says": NASTY}),)})
    model = Model(line("no"))
    assert verdicts(judge(model).fill(talk_of(NASTY, case=case), FINDINGS[1:2])) == [Verdict.NOT_MET]
    assert model.asked[0].count(NASTY) == 3
    assert judge(model).prefer((), NASTY, NASTY, "other") == "tie"


@pytest.mark.parametrize("name", ["nobody:model-1", "model-1"])
def test_a_provider_that_is_not_known_is_an_error_in_one_line(name: str) -> None:
    with pytest.raises(EvalsError, match=f"the judge {name} cannot be opened") as error:
        models.open_model(name)
    assert "\n" not in str(error.value)
