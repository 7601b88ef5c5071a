"""A talk written up: the warning first, the doctor's own words under three headings, masked once more, theirs to end."""

from dataclasses import replace

import pytest

from bot.coaching.identifiers import KINDS
from bot.coaching.kinds import Stage, TurnKind
from bot.coaching.model import Commitment, Risk, State
from bot.coaching.practice import Attempt
from bot.ports.people import Outcome
from bot.reflection.paper import Kind, Paper, Section
from tests.bot.reflection.papers import DANGER, HAPPENED, NAME, NOTICED, kept, paper, said, text_of, whole_talk, words


def part(made: Paper, heading: str) -> Section:
    return next(one for one in made.whole if one.heading == heading)


def told(made: Paper, heading: str) -> list[str]:
    return [one.text for one in part(made, heading).blocks]


def test_the_warning_comes_first_and_says_what_a_court_may_do() -> None:
    first = paper().whole[0]
    assert first.heading == words().warning_heading
    whole = " ".join(one.text for one in first.blocks)
    assert "not legally privileged" in whole
    assert "court, a coroner or a regulator" in whole
    assert "Anonymise" in whole


def test_the_headings_are_those_that_a_portfolio_asks_for() -> None:
    made = paper()
    assert [one.heading for one in made.sections] == [
        "What happened",
        "So what",
        "Now what",
        "What became of it",
        "For me to add",
    ]
    assert made.title == "Reflection: how to raise it with somebody senior"


def test_what_happened_and_what_was_noticed_are_in_the_doctors_words() -> None:
    made = paper()
    assert HAPPENED in told(made, "What happened")
    assert "3 November 2026" in told(made, "What happened")[0]
    assert "to know how to say sorry" in told(made, "What happened")
    assert NOTICED in told(made, "So what")
    assert NOTICED not in told(made, "What happened")


def test_a_feeling_or_a_thought_of_ones_own_is_what_was_noticed_but_never_the_first_thing_told() -> None:
    feeling, thought = "That they laughed at me still hurts.", "I think I never asked what she wanted."
    first = said("I feel awful that I shouted at her in front of everybody.", kind=TurnKind.FEELING)
    made = paper(first, said(feeling, kind=TurnKind.FEELING), said(thought))
    assert first.message.text in told(made, "What happened")
    assert {feeling, thought} <= set(told(made, "So what"))
    assert not {feeling, thought} & set(told(made, "What happened"))


def test_ideas_among_which_the_plan_was_found_stand_with_what_was_decided() -> None:
    ideas = "I could write to her first. Or bring the graph to the meeting."
    end = State(stage=Stage.CLOSED, closed=True, commitment=Commitment(what="write to her first"))
    made = paper(said(HAPPENED), said(ideas), said("I will write to her first.", state=end))
    assert ideas in told(made, "Now what")
    assert ideas not in told(made, "What happened")


def test_what_was_practised_and_read_is_told_in_numbers_and_with_its_place() -> None:
    so_what = told(paper(), "So what")
    assert "I practised the conversation with the charge nurse. I asked four times and told twice." in so_what
    assert "Bohmer 2012, 5 Doing" in so_what


@pytest.mark.parametrize(
    ("attempt", "said_so"),
    [
        (
            Attempt(kind="rehearsal", about="described", asking=1, telling=0),
            "I practised the conversation with somebody I had described. I asked once and told not at all.",
        ),
        (
            Attempt(kind="draft", about="apology", asking=0, telling=3),
            "I looked again at what I had drafted (apology). It asked not at all and told three times.",
        ),
    ],
)
def test_what_was_practised_or_drafted_is_named(attempt: Attempt, said_so: str) -> None:
    record = said(HAPPENED).model_copy(update={"attempt": attempt})
    assert said_so in told(paper(record), "So what")


def test_what_was_decided_stands_with_its_when_and_its_if() -> None:
    now_what = told(paper(), "Now what")
    assert "write to her" in now_what
    assert "ask [name] what she would drop first" in now_what
    assert "When: on Friday" in now_what
    assert "With whom: [name]" in now_what
    assert "If it snags: if she is off I write to the rota team" in now_what
    assert "How sure I was, out of ten: 7" in now_what


def test_where_nothing_was_decided_it_says_so_and_asks_nothing_of_what_became() -> None:
    made = paper(said(HAPPENED))
    assert told(made, "Now what") == [words().nothing_decided]
    assert "What became of it" not in [one.heading for one in made.whole]


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        (Outcome.KEPT, "I did it. I said so on 10 November 2026."),
        (Outcome.PARTLY, "I did part of it. I said so on 10 November 2026."),
        (Outcome.NOT, "I have not done it. I said so on 10 November 2026."),
        (Outcome.LET_GO, "I let it go. I said so on 10 November 2026."),
    ],
)
def test_what_became_of_it_is_told_plainly(outcome: Outcome, line: str) -> None:
    assert told(paper(commitment=kept(outcome)), "What became of it") == [line]


def test_what_was_learnt_of_it_is_in_the_doctors_words_and_masked() -> None:
    learnt = replace(kept(), learned=f"{NAME} had wanted to be asked all along")
    became = part(paper(commitment=learnt), "What became of it").blocks
    assert (became[-1].kind, became[-1].text) == (Kind.QUOTE, "[name] had wanted to be asked all along")


def test_what_is_not_known_yet_is_a_question_left_to_the_doctor() -> None:
    (asked,) = part(paper(commitment=kept(Outcome.OPEN)), "What became of it").blocks
    assert (asked.kind, asked.text) == (Kind.QUESTION, words().what_became)
    assert {one.kind for one in part(paper(), "For me to add").blocks} == {Kind.QUESTION}


@pytest.mark.parametrize("whole", [False, True])
def test_it_is_masked_once_more_and_what_was_struck_out_is_counted(whole: bool) -> None:
    made = paper(whole=whole)
    text = text_of(made)
    assert "Priya" not in text
    assert "Raghunathan" not in text
    assert "07700" not in text
    struck = sum(text.count(f"[{kind}]") for kind in KINDS)
    if not whole:
        assert struck == 4
        assert "Four details could identify somebody" in text


def test_what_was_struck_out_long_ago_is_counted_too() -> None:
    text = text_of(paper(said("It was [name] who had to ring the family that night.")))
    assert "One detail could identify somebody" in text


def test_where_nothing_was_struck_out_it_says_so() -> None:
    assert words().none_struck_out in text_of(paper(said(HAPPENED)))


def test_what_was_said_when_coaching_stopped_for_somebodys_safety_is_left_to_the_doctor() -> None:
    risky = said(DANGER, risk=Risk(route="crisis_self", check_in=False, decided_by="words"))
    stopped = said("I am all right, I only meant that I am so tired of it.")
    stopped = stopped.model_copy(update={"move": stopped.move.model_copy(update={"name": "safety_stop"})})
    text = text_of(paper(said(HAPPENED), risky, stopped))
    assert DANGER not in text
    assert "so tired of it" not in text


@pytest.mark.parametrize(
    "left_out",
    [
        said("what does the literature say about it then", kind=TurnKind.QUESTION),
        said("tell me what you keep of me please", intent="about_coach"),
        said("it was bad"),
        said("Yes I think that is about right.", kind=TurnKind.YES),
    ],
)
def test_what_tells_nothing_by_itself_is_no_part_of_it(left_out: object) -> None:
    made = paper(said(HAPPENED), left_out)  # type: ignore[arg-type]
    assert [one for one in told(made, "What happened") if one == HAPPENED]
    assert getattr(left_out, "message").text not in text_of(made)  # noqa: B009


def test_it_stays_a_page_or_two_however_long_the_talk_was() -> None:
    long = [said(f"{number}. {'It went on and on and nobody said a word. ' * 6}") for number in range(40)]
    long += [said(f"{number}. {'I noticed that I never asked. ' * 6}", Stage.BENEATH) for number in range(40)]
    made = paper(*long)
    assert len(text_of(made).split()) < 900
    assert words().more in told(made, "What happened")
    assert told(made, "What happened")[1].startswith("0. It went on")


def test_the_whole_talk_is_put_behind_it_only_where_it_is_asked_for() -> None:
    assert words().whole_talk not in [one.heading for one in paper().whole]
    behind = told(paper(whole=True), words().whole_talk)
    assert behind[:2] == [f"Me: {HAPPENED}", "Coach: What happened next?"]
    assert len(behind) == 2 * len(whole_talk())


def test_every_word_of_ours_is_filled_in() -> None:
    for made in (paper(whole=True), paper(commitment=kept()), paper(said(HAPPENED))):
        assert "{" not in text_of(made)
        assert "}" not in text_of(made)


def test_braces_in_a_doctors_words_stay_as_they_are() -> None:
    made = paper(said("He said {day} and {name} and {0} and %s to me, I swear."))
    assert "He said {day} and {name} and {0} and %s to me, I swear." in told(made, "What happened")


def test_no_name_that_was_told_is_in_it_anywhere() -> None:
    assert not [one for one in NAME.split() if one in text_of(paper(commitment=kept(), whole=True))]
