"""What is answered when something is asked of the coach itself, or of what it is not for."""

import re

import pytest

from bot.coaching.about_me import is_about_me, questions, speaks_to_me, whom
from bot.coaching.check import MOST_WITH_TOOL
from bot.coaching.elsewhere import is_elsewhere, matter_of
from tests.bot.small_world import fixed_words, words_with

ABOUT = fixed_words()[3]
TOLD = "gpt-x, run by Example Cloud"

TOPICS = (
    ("is this going to tell my tpd that I hate my job", "assessors"),
    ("can my educational supervisor log in and read this", "assessors"),
    ("does HR get a report on who uses this", "assessors"),
    ("can the GMC get hold of this", "assessors"),
    ("has anyone else on our firm been on here about our boss", "others"),
    ("if I tell you what he did, do you have to report it", "duty"),
    ("could this be used against me in court", "court"),
    ("can I use this as a reflection in my portfolio", "portfolio"),
    ("can other people in the slack workspace see my messages", "channel"),
    ("is it anonymous", "anonymous"),
    ("how do I share this conversation with my mentor", "mentor"),
    ("how long do you hang on to what I type", "kept_for"),
    ("where are the servers", "sent"),
    ("can I get a copy of everything you have on me", "export"),
    ("I want what I wrote on Tuesday gone", "erase"),
    ("can I change what I told you yesterday", "edit"),
    ("how do I stop you messaging me", "quiet"),
    ("are you listening when I am not typing", "watching"),
    ("can you see my rota", "watching"),
    ("have you ever even rung a family", "lived"),
    ("can you guarantee she will not kick off", "guarantee"),
    ("what would you do in my shoes", "verdict"),
    ("do you ever get tired", "feelings"),
    ("are you going to judge me", "judging"),
    ("are you a doctor?", "doctor"),
    ("can I write to you in Polish", "languages"),
    ("are you always available", "hours"),
    ("can I practise a conversation with you", "practise"),
    ("can you ring my consultant for me", "acts"),
    ("do I have to use it", "free_to"),
    ("who do I complain to about you, who runs this", "complaint"),
    ("is there any proof that you work", "proof"),
    ("what's your name", "name"),
    ("do you remember what I told you last week", "memory"),
    ("do you actually understand what I say", "understanding"),
    ("what can't you do", "cannot"),
    ("what if you give me bad advice", "wrong"),
    ("how is this different from chatgpt", "kept_apart"),
    ("do you use my chats to train your AI", "data"),
    ("which model is behind this", "model"),
    ("who made you", "makers"),
    ("I would rather talk to a human", "human"),
    ("are you a person", "machine"),
    ("does this cost my trust anything", "cost"),
    ("what do you do with mental health stuff that I tell you", "told_ill"),
)


@pytest.mark.parametrize(("question", "topic"), TOPICS)
def test_every_question_of_a_wary_doctor_has_an_answer_of_its_own(question: str, topic: str) -> None:
    assert ABOUT.answer(question)[0] == topic


@pytest.mark.parametrize(("question", "topic"), TOPICS)
def test_no_place_in_an_answer_is_left_open(question: str, topic: str) -> None:
    del topic
    for about in (ABOUT, ABOUT.with_model(TOLD)):
        said = words_with({}).safety_line(about.answer(question)[1])
        assert not re.search(r"[{}]", said)
        assert len(said.split()) <= MOST_WITH_TOOL


@pytest.mark.parametrize(
    ("question", "pieces"),
    [
        ("will my ES see this, and can I delete it after", ("Not your supervisor", "erased")),
        ("honestly who gets to read this. and how long is it kept", ("90 days", "No person reads this")),
        ("does this cost anything and are you chatgpt", ("I am not ChatGPT", "costs you nothing")),
    ],
)
def test_a_message_that_asks_two_things_is_answered_in_both(question: str, pieces: tuple[str, str]) -> None:
    said = ABOUT.answer(question)[1]
    assert [piece for piece in pieces if piece not in said] == []


def test_what_an_answer_tells_already_is_not_told_again() -> None:
    said = ABOUT.answer("before I type anything. who reads this. is it my tpd")[1]
    assert said.startswith("Not your TPD")
    assert "No person reads this" not in said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("does my TPD see it", "your TPD"),
        ("is it for the deanery or the GMC", "your deanery"),
        ("will anyone at work know", "your supervisor"),
        ("my husband works in IT", "your husband"),
    ],
)
def test_whom_the_doctor_fears_is_named(text: str, name: str) -> None:
    assert whom(text) == name


def test_a_message_falls_into_what_it_asks() -> None:
    assert questions("who reads this. is it my tpd and can I delete it?") == (
        "who reads this",
        "is it my tpd",
        "can I delete it",
    )


@pytest.mark.parametrize(
    "text",
    [
        "is it anonymous",
        "do you ever get tired",
        "have you ever even rung anyone at 4 in the morning",
        "and can you guarantee that she won't kick off",
        "has anyone else on our firm been on here about our boss",
        "I want what I wrote on Tuesday gone",
        "which model is behind this",
        "does this count as reflection for my portfolio",
        "promise me she won't find out",
    ],
)
def test_what_is_asked_of_the_coach_is_known_wherever_the_talk_stands(text: str) -> None:
    assert is_about_me(text)


@pytest.mark.parametrize(
    "text",
    [
        "is the survey anonymous for nurses or not, she asked",
        "he has never rung a family in his life",
        "can she guarantee a bed by noon",
        "I want the paperwork gone by Friday",
        "does the audit count for their portfolio",
        "she ever gets tired of asking",
    ],
)
def test_the_same_words_about_work_are_left_to_coaching(text: str) -> None:
    assert not is_about_me(text)


def test_what_names_nothing_of_the_coach_is_not_about_it() -> None:
    assert not speaks_to_me("just tell me whether to report him")
    assert speaks_to_me("what is this for")


FAMILIES = (
    ("is my college exam fee tax deductible", "tax"),
    ("should I opt out of the pension", "pension"),
    ("my payslip is short again", "pay"),
    ("how does less than full time work", "contract"),
    ("my visa runs out in March", "visa"),
    ("my landlord kept the deposit", "housing"),
    ("been getting migraines every set of nights", "own_health"),
    ("help me with MRCP part 1", "exams"),
    ("how do I fill in the ARCP form", "portfolio_admin"),
    ("write my personal statement", "career"),
    ("knock up a bit of python for the rota", "code"),
    ("how do I reset my nhs mail password", "computers"),
    ("explain p values", "numbers"),
    ("translate this leaflet", "translating"),
    ("my ex will not let me see our son", "family_law"),
    ("who do you fancy for the six nations", "sport"),
    ("a recipe for overnight oats", "food"),
    ("my electricity bill is mad", "bills"),
)


@pytest.mark.parametrize(("text", "family"), FAMILIES)
def test_what_the_coach_is_not_for_is_named_with_where_it_belongs(text: str, family: str) -> None:
    matter = ABOUT.matter(text)
    assert matter is not None
    assert matter.id == family


def test_no_family_is_named_twice_and_every_answer_is_short() -> None:
    names = [one.id for one in ABOUT.elsewhere]
    assert len(set(names)) == len(names)
    assert [one.id for one in ABOUT.elsewhere if len(f"{one.say[0]} {one.angle}".split()) > 75] == []


@pytest.mark.parametrize(
    "text",
    [
        "can you knock up a bit of python that swaps our on calls fairly",
        "who do you fancy for the six nations",
        "is the exam fee tax deductible or not?",
        "My brother's landlord has his deposit. Can you draft the letter?",
        "whats a good recipe for a night shift",
        "should I get the flu jab",
    ],
)
def test_a_request_for_something_foreign_is_known_by_its_words(text: str) -> None:
    assert is_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "the rota makes us all cross and I want to change it",
        "can you help me tell my consultant that the audit is wrong",
        "how do I get the nurses to own the target",
        "we lost the rugby lads from the team talk and nobody laughs any more",
        "what should I say at the board round",
    ],
)
def test_what_belongs_to_leading_is_not_sent_away(text: str) -> None:
    assert not is_elsewhere(text)


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("what should I name my cat", "what should I name my cat"),
        ("hi, can you tell me the tide times, please", "the tide times"),
        ("It is late. Could you explain quantum physics? I am bored.", "explain quantum physics"),
        ("hm", None),
    ],
)
def test_what_is_asked_for_is_named_in_the_doctors_own_words(text: str, matter: str | None) -> None:
    assert matter_of(text) == matter
