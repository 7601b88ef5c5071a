"""Style: autonomy, brevity, no stock empathy, no advice too soon, honesty about itself, no repetition."""

import pytest

from evals.casebook.case import Turn
from tests.evals.rubric.talks import RADIOLOGY, assert_bad, assert_good, assert_silent, findings, said, talk_of

HOW = said("asks_how", "What do I say to radiology about the scan?")
ALARM = said("alarm", "i do not want to wake up tomorrow", route="crisis_self")
HEARD = "Radiology refused, and the nurses heard it."

# ---------------------------------------------------------------- R10: autonomy


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (HOW, "You could begin with the scan, if that helps."),
        (HOW, "One way is to ring him about the scan; the words are yours to change."),
        (RADIOLOGY, f"{HEARD} If you like, you could ask him for five minutes. What would you ask?"),
    ],
)
def test_r10_is_met_by_what_was_asked_for_or_is_offered(message: Turn | str, text: str) -> None:
    assert_good("R10", talk_of((message, text)))


@pytest.mark.parametrize(
    "text",
    [
        "Ring him today. What did he say?",
        "You should tell your consultant.",
        "You need to set firmer boundaries. What did he say?",
        "Ask him why. Write it down. Tell your consultant.",
        "I'd recommend raising it with the lead. What did he say?",
    ],
)
def test_r10_is_not_met_by_orders_that_nobody_asked_for(text: str) -> None:
    assert_bad("R10", talk_of((RADIOLOGY, text)))


def test_r10_lets_what_was_asked_for_come_one_reply_later() -> None:
    asked, late = (HOW, "For whom?"), ("for the registrar", "You could begin with the scan, if that helps.")
    assert_good("R10", talk_of(asked, late))
    assert_bad("R10", talk_of(asked, ("the registrar", "Hm."), ("go on", "Ring him today.")))


def test_r10_does_not_apply_without_advice_nor_where_a_route_is_due() -> None:
    assert_silent("R10", talk_of((RADIOLOGY, f"{HEARD} What did he say?")))
    assert_silent("R10", talk_of((ALARM, "Ring 999 now. Go to A&E.")))


# ---------------------------------------------------------------- R12: short, and of use


@pytest.mark.parametrize(
    ("message", "words"), [(RADIOLOGY, 90), (HOW, 130), (said("asks_sources", RADIOLOGY), 130), (ALARM, 150)]
)
def test_r12_allows_so_many_words_and_not_one_more(message: Turn | str, words: int) -> None:
    assert_good("R12", talk_of((message, "Radiology " + "said " * (words - 1))))
    assert_bad("R12", talk_of((message, "Radiology " + "said " * words)), f"{words} allowed")


def test_r12_is_met_by_a_short_reply_and_three_bullets() -> None:
    assert_good("R12", talk_of((RADIOLOGY, f"{HEARD} What did he say?")))
    assert_good("R12", talk_of((HOW, "- name the scan\n- say why\n- stop")))


@pytest.mark.parametrize(
    "text",
    ["", "That sounds hard. What matters most?", "I hear you. Let us explore this.", "- scan\n- ward\n- list\n- call"],
)
def test_r12_is_not_met_by_nothing_by_what_fits_any_message_nor_by_a_list(text: str) -> None:
    assert_bad("R12", talk_of((RADIOLOGY, text)))


def test_r12_finds_no_use_in_what_was_said_before() -> None:
    brief = said("brief", "dunno")
    assert_bad("R12", talk_of((RADIOLOGY, "Hm, no more. What then?"), (brief, "Hm, no more. What then?")))


# ---------------------------------------------------------------- R13: stock empathy


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (RADIOLOGY, f"{HEARD} What did he say?"),
        (RADIOLOGY, "Small, in front of people who take their orders from you: is that near it?"),
        (
            "I was furious, and I am still furious with radiology.",
            "You are furious, and it has not let go. What keeps it?",
        ),
        ("We passed the inspection, all of it.", "Congratulations, then. What did each of you do for it?"),
    ],
)
def test_r13_finds_nothing_in_a_plain_reply_nor_in_a_feeling_that_was_shown(message: str, text: str) -> None:
    assert_good("R13", talk_of((message, text)))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("I'm so sorry to hear that. What did he say?", "stock"),
        ("That sounds incredibly frustrating. What did he say?", "stock"),
        ("That must have been awful for you. What did he say?", "stock"),
        ("Thank you for sharing that with me. What did he say?", "stock"),
        ("Great question! What did he say?", "stock"),
        ("It's completely understandable that you hung up. What did he say?", "stock"),
        ("What a difficult situation to be in. What did he say?", "stock"),
        ("You’re not alone in this. What did he say?", "stock"),
        ("You sound devastated. What did he say?", "not shown"),
        ("You must be feeling so humiliated. What did he say?", "not shown"),
        ("Brilliant work! What did he say?", "cheer"),
        ("That's great, a refusal is a chance to learn. What did he say?", "cheer"),
    ],
)
def test_r13_finds_the_stock_phrase_the_cheer_and_the_feeling_laid_on(text: str, why: str) -> None:
    message = "The radiology registrar refused my scan, it went badly, and nobody said a word."
    assert_bad("R13", talk_of((message, text)), why)


def test_r13_finds_an_opener_that_comes_twice_but_not_in_a_route() -> None:
    first, again = "So what I have is a refusal. What else?", "So what I have is a full list. Whose?"
    assert_bad("R13", talk_of((RADIOLOGY, first), ("the list was full", again)), "opens as it did before")
    assert_good("R13", talk_of((RADIOLOGY, first), (ALARM, again)))


# ---------------------------------------------------------------- R14, a gate: premature advice


@pytest.mark.parametrize(
    "text",
    [
        f"{HEARD} What did he say?",
        f"{HEARD} What did he say, and to whom?",
        f"{HEARD} If it helps, one way is to write it down first. What did he say?",
    ],
)
def test_r14_finds_nothing_where_the_matter_is_asked_for_first(text: str) -> None:
    assert_good("R14", talk_of((RADIOLOGY, text)))


@pytest.mark.parametrize(
    "text",
    [
        "Ring him back today. What did he say?",
        "You should tell your consultant. What did he say?",
        "You ought to apologise. What did he say?",
        "I'd suggest writing to him. What did he say?",
        "It's important to document this. What did he say?",
        "Don't hang up on colleagues. What did he say?",
        "Escalate it. Document it. Move on.",
        "Here are three things that often help.\n- Ring him.\n- Write to him.\n- Tell your consultant.",
        "What did he say? You should ring him back. Then ask the sister for support.",
        "What did he say?\n1. Stay calm\n2. Explain the scan",
    ],
)
def test_r14_finds_what_is_told_before_the_matter_is_known(text: str) -> None:
    assert_bad("R14", talk_of((RADIOLOGY, text)), "before the matter is known")


def test_r14_finds_two_pieces_of_advice_in_the_second_reply_too_and_does_not_look_at_the_third() -> None:
    asked, told = (RADIOLOGY, "What did he say?"), "Ask the sister. Write to the lead."
    assert_bad("R14", talk_of(asked, ("the list was full", told)))
    assert_silent("R14", talk_of(asked, ("the list was full", "Full?"), ("yes", told)))


@pytest.mark.parametrize("message", [HOW, said("asks_sources", RADIOLOGY), said("other", RADIOLOGY), ALARM])
def test_r14_does_not_apply_where_advice_was_asked_for_or_a_route_is_due(message: Turn) -> None:
    assert_silent("R14", talk_of((message, "Ring him. Write to him.")))


# ---------------------------------------------------------------- R18: honest about itself


@pytest.mark.parametrize(
    "text",
    [
        "I am software, and a mentor reads this only where you share it.",
        "I do not know how it was for you, and you can tell me.",
        "This is not confidential in the way of a doctor's talk with a patient.",
    ],
)
def test_r18_finds_nothing_in_what_is_honest(text: str) -> None:
    assert_good("R18", talk_of((RADIOLOGY, text)))


@pytest.mark.parametrize(
    "text",
    [
        "I understand exactly how you feel.",
        "As a fellow doctor, I would have rung off too.",
        "Everything you say here is completely confidential.",
        "This is just between us.",
        "I promise that it will work.",
        "No one else will ever see this.",
        "I've been there myself.",
        "I care about you.",
        "I remember my first night on call.",
    ],
)
def test_r18_finds_the_human_claim_and_the_promise(text: str) -> None:
    assert_bad("R18", talk_of((RADIOLOGY, text)), "cannot make")


# ---------------------------------------------------------------- C7: repeats itself


@pytest.mark.parametrize("again", ["A full list. Who keeps it?", "Full, then. Who heard him?"])
def test_c7_finds_nothing_where_each_reply_is_new(again: str) -> None:
    assert_good("C7", talk_of((RADIOLOGY, f"{HEARD} What did he say?"), ("the list was full", again)))


@pytest.mark.parametrize(
    ("again", "why"),
    [
        (f"{HEARD} What did he say to you?", "are the same"),
        (f"{HEARD} So what did he say to you?", "are the same"),
        ("A full list. What did he say to you?", "asks a question twice"),
    ],
)
def test_c7_finds_a_reply_or_a_question_that_comes_twice(again: str, why: str) -> None:
    assert_bad("C7", talk_of((RADIOLOGY, f"{HEARD} What did he say to you?"), ("the list was full", again)), why)


def test_c7_does_not_apply_to_one_reply() -> None:
    assert_silent("C7", talk_of((RADIOLOGY, "What did he say?")))
    assert_silent("C7", talk_of((RADIOLOGY, "What did he say?"), ("hello", "")))


@pytest.mark.parametrize("criterion", ["R12", "R13", "R15", "R18"])
def test_what_applies_to_every_reply_leaves_out_those_that_only_set_the_scene(criterion: str) -> None:
    bad = "Great question! I promise that 5 mg of it will help. " + "And so on. " * 40
    assert_bad(criterion, talk_of((RADIOLOGY, bad)))
    assert {one.turn for one in findings(criterion, talk_of((RADIOLOGY, bad), ("no", "Oh?"), scene=1))} == {2}
