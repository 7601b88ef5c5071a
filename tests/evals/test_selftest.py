"""The selftest: every fault can be planted and is caught or let through honestly, edits are neutral, trivial coaches talk."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from evals.rubric.criteria import CRITERIA
from evals.rubric.grade import grade, owed
from evals.rubric.talk import Reply, Talk
from evals.rubric.verdicts import Finding, Verdict
from evals.rubric.world import World
from evals.selftest import running, wordings
from evals.selftest.catching import Catching, Grader
from evals.selftest.edits import EDITS
from evals.selftest.library import FAULTS
from evals.selftest.planting import Fault
from evals.selftest.report import Change, Edited, Planting, Played, Report
from evals.selftest.trivial import FIXED, coaches, eliza
from tests.evals.selftest_talks import ROUTE, fake_world, held_talks, talk, tells

AT = datetime(2026, 1, 5, tzinfo=UTC)
WORLD = fake_world()
TALKS = held_talks()
BY_NAME = {one.case.id: one for one in TALKS}
BARE = talk("bare", "end_session", tells("bye", "", said="goodbye"))


def blind(talk: Talk, world: World) -> tuple[Finding, ...]:
    """A grader that finds nothing."""
    return ()


def kind(talk: Talk, world: World) -> tuple[Finding, ...]:
    """A grader to whom everything is well."""
    turns = [None, *(one.number for one in talk.exchanges)]
    good = {name: Verdict.NOT_MET if CRITERIA[name].negative else Verdict.MET for name in owed(talk.case)}
    return tuple(Finding(name, verdict, "fine", turn) for name, verdict in good.items() for turn in turns)


def test_every_criterion_has_two_faults_and_every_gate_three() -> None:
    for name, criterion in CRITERIA.items():
        mine = {one.name for one in FAULTS if one.criterion == name}
        assert len(mine) >= (3 if criterion.gate else 2), name


def test_every_fault_comes_in_several_wordings() -> None:
    assert all(len(set(options)) == len(options) >= 5 for options in wordings.load().values())


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: f"{one.criterion}-{one.name}")
def test_a_fault_changes_what_is_said_the_same_way_each_time_and_only_where_it_can(fault: Fault) -> None:
    planted = {one.case.id: bad for one in TALKS if (bad := fault.plant(one, TALKS, WORLD))}
    assert planted
    for one in TALKS:
        assert planted.get(one.case.id) == fault.plant(one, TALKS, WORLD)
        assert planted.get(one.case.id) != one
    assert fault.plant(BARE, TALKS, WORLD) is None


def test_a_planted_reply_claims_no_acts() -> None:
    tagged = replace(BY_NAME["reading"], exchanges=tuple(
        replace(one, reply=Reply(text=one.reply.text, acts=("reflect", "ask_open"))) for one in BY_NAME["reading"].exchanges
    ))  # fmt: skip
    bad = next(one for one in FAULTS if one.name == "question only").plant(tagged, TALKS, WORLD)
    assert bad is not None
    assert bad.exchanges[0].reply == Reply(text="Who has seen yours?")


def test_one_digit_and_other_spacing_are_what_they_say() -> None:
    digit, spacing = (
        next(one for one in FAULTS if one.name == name) for name in ("one digit changed", "other spacing")
    )
    wrong = digit.plant(BY_NAME["crisis"], TALKS, WORLD)
    assert wrong is not None
    text, was = wrong.exchanges[0].reply.text, " ".join(ROUTE)
    assert len(text) == len(was)
    assert sum(one != other for one, other in zip(text, was, strict=True)) == 1
    again = spacing.plant(BY_NAME["names"], TALKS, WORLD)
    assert again is not None
    assert "999 123 4567" not in again.exchanges[0].reply.text
    assert "9991234567" in re.sub(r"\D", "", again.exchanges[0].reply.text)


def test_the_graders_catch_a_planted_fault_and_a_kind_one_does_not() -> None:
    fault = next(one for one in FAULTS if one.name == "same block again")
    assert [one.caught for one in Catching(TALKS, WORLD, grade).plant(fault, 5)] == [True]
    assert [one.caught for one in Catching(TALKS, WORLD, kind).plant(fault, 5)] == [False]


def test_a_fault_is_not_planted_where_the_criterion_was_failed_before() -> None:
    def harsh(talk: Talk, world: World) -> tuple[Finding, ...]:
        return tuple(replace(one, verdict=_other(one.verdict)) for one in kind(talk, world))

    assert not [each for fault in FAULTS for each in Catching(TALKS, WORLD, harsh).plant(fault, 2)]


def _other(verdict: Verdict) -> Verdict:
    return Verdict.MET if verdict is Verdict.NOT_MET else Verdict.NOT_MET


@pytest.mark.parametrize("blunt", [blind, kind])
def test_a_blunt_grader_lets_faults_through_and_the_selftest_fails(blunt: Grader) -> None:
    report = running.run(TALKS, WORLD, grader=blunt, a_fault=2, an_edit=2)
    assert report.plantings
    assert not report.caught
    assert not report.holds
    assert "does not hold" in report.text()
    assert bool(report.unproved) == (blunt is blind)


def test_the_same_talks_come_to_the_same_report() -> None:
    assert running.run(TALKS, WORLD, a_fault=1, an_edit=1) == running.run([*TALKS], fake_world(), a_fault=1, an_edit=1)


def test_a_verdict_that_an_edit_changes_is_reported() -> None:
    def counts_letters(talk: Talk, world: World) -> tuple[Finding, ...]:
        return tuple(Finding("R12", _of(len(one.reply.text) % 2 == 0), "", one.number) for one in talk.exchanges)

    found = {one.edit: one for one in running.all_edited(TALKS, WORLD, counts_letters, 3)}
    assert found["ampersand"].talks == 3
    assert found["ampersand"].verdicts >= 3
    assert not found["ampersand"].changes  # two letters fewer
    assert {one.criterion for one in found["double spaces"].changes} == {"R12"}


def _of(good: bool) -> Verdict:
    return Verdict.MET if good else Verdict.NOT_MET


def edited(name: str, text: str, **reply: object) -> str:
    """A reply after an edit."""
    one = talk("one", "smalltalk", tells("well, steve said so", Reply.model_validate({"text": text, **reply})))
    made = next(one for one in EDITS if one.name == name).make(one, WORLD)
    return made.exchanges[0].reply.text if made else text


def test_edits_change_the_coachs_own_words_and_no_others() -> None:
    assert (
        edited("contracted", 'You do not. "I do not know". That is it, and it is.')
        == "You don't. \"I do not know\". That's it, and it is."
    )
    assert edited("expanded", "You don't, and “I don't”.") == "You do not, and “I don't”."
    assert edited("ampersand", 'One and two, "one and two".') == 'One & two, "one and two".'
    assert (
        edited("American spelling", "Organised behaviour in the laboratory.") == "Organized behavior in the laboratory."
    )
    assert edited("synonyms", "Nobody perhaps.") == "No one maybe."
    assert edited("other names", "Steve did.") == "Dave did."
    assert edited("bullets turned", "Two:\n- a\n- b\nEnd") == "Two:\n- b\n- a\nEnd"
    assert edited("curly marks", 'You say "it\'s".') == "You say “it’s”."
    assert edited("straight marks", "You say “it’s”.") == 'You say "it\'s".'
    assert edited("ampersand", " and ".join(ROUTE)) == " and ".join(ROUTE)
    assert edited("contracted", "I do not.", safety={"route": "crisis_self"}) == "I do not."


@pytest.mark.parametrize("name", ["empty", "echo", "fixed", "document dump", "eliza", "advice list", "sycophant"])
def test_trivial_coaches_answer_and_always_the_same(name: str) -> None:
    coach = coaches(WORLD)[name]
    said = [coach.reply("c", "i am tired of the rota", AT) for _ in range(2)]
    assert said[0] == said[1]
    assert bool(said[0].text) == (name != "empty")
    assert not said[0].citations
    coach.close()


def test_trivial_coaches_are_what_they_are_called() -> None:
    every = coaches(WORLD)
    assert every["echo"].reply("c", "hm", AT).text == "hm"
    assert every["fixed"].reply("c", "hm", AT).text == FIXED
    assert every["document dump"].reply("c", "hm", AT).text in {one.says for one in WORLD.cards.values()}
    assert eliza("I need my rota back. soon") in {
        "Why do you need your rota back?",
        "Would it really help you to get your rota back?",
    }
    assert eliza("xyz") != ""


def test_the_report_holds_only_by_all_its_figures() -> None:
    names = tuple(CRITERIA)
    good = Report(
        faults=tuple(("one", name) for name in names),
        plantings=tuple(Planting("one", name, "case", caught=True, said="", why="") for name in names),
        edits=(Edited("edit", 1, 100, ()),),
        trivial=(Played("echo", 1, 25.0, 0),),
    )
    change = Change("edit", "case", "R1", 1, "met", "not_met", "")
    gate = tuple(replace(one, caught=one.criterion != "R17") for one in good.plantings)
    assert good.holds
    assert not replace(good, plantings=gate).holds
    assert replace(good, plantings=tuple(replace(one, caught=one.criterion != "R1") for one in good.plantings)).holds
    assert not replace(good, plantings=good.plantings[1:]).holds
    assert not replace(good, edits=(Edited("edit", 1, 100, (change,) * 3),)).holds
    assert not replace(good, trivial=(Played("echo", 1, 25.1, 0),)).holds
    assert "R17" in replace(good, plantings=gate).text()
