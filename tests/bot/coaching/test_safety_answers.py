"""Answers to whether somebody mistreats the doctor and whether a patient is in danger; and what 'go on' brings along."""

import pytest

from bot.coaching.safety_answers import admits, denies, matter, resumed

NOT_MISTREATED = (
    "eh? no. nobodys bullying me, hes lovely",
    "No. He is my friend.",
    "no no, she is kind to me, it is only banter",
    "nobody is bullying me",
    "not at all, it is the bins",
    "I'm not being bullied, look",
    "haha no",
    "Thank you, no. I am treated well.",
    "no one has harassed me",
)
IN_HAND = (
    "No. Two weeks ago. Patient was fine, I said",
    "no no, shes been seen and shes stable",
    "the reg is with him",
    "consultant's there",
    "no patient, sorry",
    "these are old cases",
    "nobody is in danger, it is an audit",
    "outreach are coming",
    "No, it is all sorted.",
)
NOT_IN_HAND = (
    "no one is dealing with it",
    "yes",
    "not yet",
    "no, but she might be by tonight",
    "maybe, nobody has looked",
    "not really",
    "why",
)
MATTERS = (
    ("no no one's in danger. its about inhalers", ""),
    ("no no one will die. im asking how to cut the cost", "im asking how to cut the cost"),
    ("no nobody's at risk its just the budget for the ward", "its just the budget for the ward"),
    ("no one IS in danger i said. how do i cut the cost", "how do i cut the cost"),
    ("no. no one helps me with the audit and i do it alone", "no one helps me with the audit and i do it alone"),
    ("What? No. God no. I'm asking about being scary on the phone", "being scary on the phone"),
    ("no. it's just about the way she hands over at night", "the way she hands over at night"),
    ("No. I have not told anyone at home. That is all.", "I have not told anyone at home. That is all."),
    ("No, sorry. Good night.", "Good night."),
    ("no", ""),
    ("NO. please stop asking me that. it's about toast", ""),
    ("Thank you for asking, but no. I am well.", ""),
    ("No. Two weeks ago. Patient was fine, I said", ""),
)
GOING_ON = (
    ("go on", ""),
    ("Go on. From where I said it the first time please", ""),
    ("um ok. go on from where we were please, if that's alright", ""),
    ("yes please", ""),
    ("Go on, I wanted to ask about the two nurses", "I wanted to ask about the two nurses"),
    ("carry on then. the rota is the thing I came for", "the rota is the thing I came for"),
    ("They are still full", None),
    ("leave it here ta", None),
    ("I keep going on about it", None),
)


@pytest.mark.parametrize("answer", NOT_MISTREATED)
def test_who_says_that_they_are_not_mistreated_is_believed(answer: str) -> None:
    assert denies(answer, "mistreatment")


@pytest.mark.parametrize("answer", IN_HAND)
def test_a_patient_who_is_seen_to_or_was_long_ago_needs_no_more_asking(answer: str) -> None:
    assert denies(answer, "patient_safety_now")


@pytest.mark.parametrize("answer", NOT_IN_HAND)
def test_a_patient_whom_nobody_sees_to_is_not_talked_away(answer: str) -> None:
    assert not denies(answer, "patient_safety_now")


def test_what_is_no_danger_for_another_is_none_the_less_one_for_the_doctor() -> None:
    assert not denies("the reg is with me now", "crisis_self")
    assert admits("I'm not safe", "crisis_self")


@pytest.mark.parametrize(("answer", "carried"), MATTERS)
def test_a_denial_gives_up_the_matter_it_carries(answer: str, carried: str) -> None:
    assert matter(answer) == carried


@pytest.mark.parametrize(("answer", "rest"), GOING_ON)
def test_go_on_is_told_from_what_comes_with_it(answer: str, rest: str | None) -> None:
    assert resumed(answer) == rest


@pytest.mark.parametrize(
    "text",
    [
        "I've thought about how to say it to the ward sister",
        "no, I have not told anyone at home yet about the job",
        "I never thought about how it sounds",
        "I thought about what I'd do with the rota",
    ],
)
def test_what_is_thought_of_at_work_is_no_yes(text: str) -> None:
    assert not admits(text, "crisis_self")
    assert not admits(text, "mistreatment")


@pytest.mark.parametrize(
    "text",
    [
        "maybe she doesn't know what I can do, I say can I help and she goes lovely",
        "perhaps they would rather have the meeting on a Tuesday after all",
    ],
)
def test_a_maybe_that_goes_on_with_the_matter_is_no_yes_to_a_patients_danger(text: str) -> None:
    assert not admits(text, "patient_safety_now")


@pytest.mark.parametrize(
    "text", ["maybe", "maybe, yes", "maybe he is, his sats keep dropping", "probably she will die tonight"]
)
def test_a_maybe_about_a_patient_is_a_yes(text: str) -> None:
    assert admits(text, "patient_safety_now")


def test_of_the_doctors_own_danger_a_maybe_is_a_yes_whatever_follows() -> None:
    assert admits("maybe they would all get on with it without the likes of me", "crisis_self")
