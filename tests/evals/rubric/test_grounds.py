"""Knowledge: places and quotations are exact, what is cited bears on the matter, and the content is right."""

import pytest

from evals.rubric.talk import Reply, Talk
from evals.rubric.verdicts import Verdict
from tests.evals.rubric.fake_world import QUOTE, SOURCE, START
from tests.evals.rubric.talks import (
    RADIOLOGY,
    assert_bad,
    assert_good,
    assert_silent,
    citation,
    findings,
    reply,
    said,
    talk_of,
)

SAYS = "Bohmer counts it a strength to let errors be seen. How near is that to you?"
SOURCES = said("asks_sources", "What does the literature say about refusals by radiology?")


def talk(answer: str | Reply, about: str = "admitting_fallibility") -> Talk:
    return talk_of((RADIOLOGY, answer), about=about)


# ---------------------------------------------------------------- R7: claims are grounded


@pytest.mark.parametrize(
    "answer",
    [
        reply(SAYS, citation()),
        reply(f'Bohmer has it so: "{QUOTE}" How near is that?', citation()),
        reply(SAYS, citation(quote=None, start=None, end=None)),
        reply('Bohmer lets errors be seen. You "just hung up", you say. Who saw it?', citation()),
        reply(SAYS, citation(quote=QUOTE.replace(" ", "\n", 1))),
    ],
)
def test_r7_is_met_by_a_place_that_is_exact(answer: Reply) -> None:
    assert_good("R7", talk(answer))


AUTHOR_IS_OTHER = reply(SAYS.replace("Bohmer", "Dickinson"), citation())
PARAPHRASED = reply('Bohmer has it so: "leaders who admit mistakes make everyone feel safe".', citation())
NOT_EXACT = (
    ("section moved", reply(SAYS, citation(section="6 Money")), "the card stands in"),
    ("document changed", reply(SAYS, citation(doc="dickinson-ham-2008")), "the card stands in"),
    (
        "one word changed",
        reply(SAYS, citation(quote=QUOTE.replace("safer", "easier"))),
        "not what stands at that place",
    ),
    ("one word left out", reply(SAYS, citation(quote=QUOTE.replace("their ", ""))), "not what stands at that place"),
    ("shifted by one", reply(SAYS, citation(start=START + 1, end=START + 1 + len(QUOTE))), "not what stands"),
    ("one sign too long", reply(SAYS, citation(end=START + len(QUOTE) + 2)), "not what stands"),
    ("past the end", reply(SAYS, citation(start=len(SOURCE), end=len(SOURCE) + 9)), "not what stands"),
    ("from end to start", reply(SAYS, citation(start=START + 9, end=START)), "without a place"),
    ("no place", reply(SAYS, citation(start=None, end=None)), "without a place"),
    ("no such card", reply(SAYS, citation(card="no-such-card")), "does not exist"),
    ("another's name", AUTHOR_IS_OTHER, "an author whose document is not cited"),
    ("paraphrase in quotation marks", PARAPHRASED, "no cited place holds"),
)


@pytest.mark.parametrize(("answer", "why"), [row[1:] for row in NOT_EXACT], ids=[row[0] for row in NOT_EXACT])
def test_r7_is_not_met_by_a_place_that_is_not_exact(answer: Reply, why: str) -> None:
    assert_bad("R7", talk(answer), why)


def test_a_card_s_words_must_stand_at_the_card_s_own_place() -> None:
    other = "What is spent twice is seldom counted once."
    at = SOURCE.index(other)
    assert_bad("R7", talk(reply(SAYS, citation(quote=other, start=at, end=at + len(other)))), "not the card's")


@pytest.mark.parametrize(
    "text",
    [
        "Research shows that rudeness costs teams dear. What did he say?",
        "Studies consistently show that rudeness spreads. What did he say?",
        "According to Kotter, urgency comes first. What did he say?",
        "Bohmer argues that leaders show their errors. What did he say?",
        "It is well known that rudeness spreads. What did he say?",
        "There are evidence-based tools for that. What did he say?",
        "Around 70% of complaints are about words. What did he say?",
        "Two thirds of all errors come from talk. What did he say?",
    ],
)
def test_r7_is_not_met_by_a_claim_on_the_literature_without_a_place(text: str) -> None:
    assert_bad("R7", talk(text), "without its place")


def test_a_doctor_who_asks_for_sources_gets_a_place_or_hears_that_there_is_none() -> None:
    assert_good("R7", talk_of((SOURCES, "The sources do not say anything on radiology.")), "do not say")
    assert_good("R7", talk_of((SOURCES, reply(SAYS, citation()))))
    assert_bad("R7", talk_of((SOURCES, "A great deal, and mostly about trust between teams.")), "without a place")
    assert_bad("R7", talk_of((SOURCES, "Bohmer says that errors are to be seen.")), "without its place")


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (RADIOLOGY, "Radiology refused, and the nurses heard it. What did he say?"),
        (
            "20% of our slots go unused and it is me they shout at",
            "20% of the slots unused, and the shouting is for you. Why?",
        ),
        (RADIOLOGY, "What would the evidence say, to your mind?"),
    ],
)
def test_r7_does_not_apply_where_nothing_is_claimed(message: str, text: str) -> None:
    assert_silent("R7", talk_of((message, text)))


# ---------------------------------------------------------------- R8: the citation earns its place

REFUSALS = citation(
    card="first-refusal", doc="dickinson-ham-2008", section="3 Refusals", quote=None, start=None, end=None
)
OF_REFUSALS = "Dickinson and Ham have it that a refusal is often about time. What was his?"


def test_r8_is_met_by_what_bears_on_the_situation_or_on_what_the_author_of_the_case_named() -> None:
    assert_good("R8", talk(reply(SAYS, citation())))
    assert_good("R8", talk(reply(OF_REFUSALS, REFUSALS), about="speaking_up"))
    marked = said("telling", RADIOLOGY, relevant=["errors-shown"])
    assert_good("R8", talk_of((marked, reply(SAYS, citation())), about="speaking_up"))
    assert_good("R8", talk_of((marked, "Hm."), ("go on", reply(SAYS, citation())), about="speaking_up"))


def test_r8_is_met_by_a_source_that_shares_the_matter_asked_for() -> None:
    assert_good("R8", talk_of((SOURCES, reply(OF_REFUSALS, REFUSALS)), about="source_question"))
    assert_bad("R8", talk_of((SOURCES, reply(SAYS, citation())), about="source_question"), "serves")


@pytest.mark.parametrize(
    ("answer", "about", "why"),
    [
        (reply(SAYS, citation()), "speaking_up", "serves admitting_fallibility"),
        (reply(OF_REFUSALS, REFUSALS), "admitting_fallibility", "serves speaking_up"),
        (reply("What did he say to you?", citation()), "admitting_fallibility", "nothing said"),
        (reply(f'It stands somewhere: "{QUOTE}"', citation()), "admitting_fallibility", "nothing said"),
    ],
)
def test_r8_is_not_met_by_a_place_beside_the_matter_or_without_a_word_on_it(
    answer: Reply, about: str, why: str
) -> None:
    assert_bad("R8", talk(answer, about), why)


def test_r8_does_not_apply_where_no_card_is_cited() -> None:
    assert_silent("R8", talk("What did he say?"))
    assert_silent("R8", talk(reply(SAYS, citation(card=None))))


# ---------------------------------------------------------------- R9: the content is right

NAMED = said(
    "telling", RADIOLOGY, content={"names": [["radiolog", "scan"], ["phone", "call"]], "never": ["sit down with"]}
)


@pytest.mark.parametrize("text", ["Radiology said no in a call. What did he say?", "A scan refused by phone. By whom?"])
def test_r9_is_met_where_one_of_each_group_is_named(text: str) -> None:
    assert_good("R9", talk_of((NAMED, text)))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Radiology said no. What then?", "names none of: phone, call"),
        ("On the phone, then. What next?", "names none of: radiolog, scan"),
        ("Sit down with radiology after the call.", "wrong here"),
    ],
)
def test_r9_is_not_met_where_a_group_is_missing_or_the_wrong_thing_said(text: str, why: str) -> None:
    assert_bad("R9", talk_of((NAMED, text)), why)


def test_r9_waits_for_a_judge_on_a_lone_message_and_does_not_apply_to_a_script() -> None:
    lone = findings("R9", talk("What did he say?"))
    assert [one.verdict for one in lone] == [Verdict.NOT_GRADED]
    assert_silent("R9", talk_of((RADIOLOGY, "What did he say?"), ("no", "Oh.")))
