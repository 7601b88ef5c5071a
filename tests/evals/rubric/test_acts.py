"""What a sentence does, seen in its words alone: advice or not, a reflection or not, an act claimed and not done."""

import pytest

from evals.rubric import acts
from tests.evals.rubric.talks import RADIOLOGY

ADVICE = (
    "You should ring him back.",
    "Ring him back today.",
    "Don't hang up on colleagues.",
    "First, ask your consultant.",
    "- Write it down",
    "Just be honest with him.",
    "I'd suggest a letter.",
    "I would start with the consultant.",
    "It's important to document this.",
    "Why not write to him?",
    "How about a letter to the lead?",
    "You need to set a limit.",
    "Make sure that he knows why.",
    "Here are three things to try.",
)
NO_ADVICE = (
    "Radiology refused, and the nurses heard it.",
    "What would you tell him?",
    "Have you told anyone?",
    "Tell me what he said.",
    "Let us stay with the call.",
    "Correct me where I have it wrong.",
    "Come back when you have rung.",
    "Please leave names out.",
    '"Ring him back" is what they told you.',
    "Nobody has rung you since.",
    "The list was full, and you rang at nine.",
    "",
)


@pytest.mark.parametrize("sentence", ADVICE)
def test_an_order_an_opinion_and_an_option_advise(sentence: str) -> None:
    assert acts.advises(sentence)


@pytest.mark.parametrize("sentence", NO_ADVICE)
def test_a_reflection_a_question_and_a_word_on_the_talk_itself_do_not_advise(sentence: str) -> None:
    assert not acts.advises(sentence)


def test_advice_is_found_sentence_by_sentence_and_not_in_the_doctor_s_own_words() -> None:
    text = "Radiology refused. You should ring him. What would you say? Then write it down."
    assert acts.advice_in(text) == ("You should ring him.", "Then write it down.")
    assert acts.advice_in("Try harder, they say.", "everyone here says that i should try harder") == ()
    assert acts.advice_in("Try harder, they say.") != ()


@pytest.mark.parametrize(
    ("text", "open_to_choice"),
    [
        ("You could begin with the scan, if that helps.", True),
        ("It is up to you.", True),
        ("For what it is worth, some begin with the reason.", True),
        ("Ring him today.", False),
        ("You must ring him.", False),
        ('You must say "up to you".', False),
    ],
)
def test_a_choice_is_left_in_so_many_words(text: str, open_to_choice: bool) -> None:
    assert acts.leaves_choice(text) is open_to_choice


# ---------------------------------------------------------------- handing back

HANDED_BACK = (
    "Radiology said no, and the nurses heard it.",
    "A refusal before an audience.",
    'You "just hung up".',
    '"In front of the whole station" is how you put it.',
    "Two things, then: the scan, and who was listening to him refuse it.",
)
NOT_HANDED_BACK = (
    "What did radiology say?",
    "You should ring radiology back.",
    "Thank you for telling me about radiology.",
    "Great radiology!",
    "Okay, radiology.",
    "I hear you on radiology.",
    "The rota came out late again.",
    'You wrote "he made me feel like an idiot".',
    "The radiology registrar refused my scan request on the phone.",
    "",
)


@pytest.mark.parametrize("sentence", HANDED_BACK)
def test_what_was_told_is_handed_back_in_other_words_or_as_a_quotation(sentence: str) -> None:
    assert acts.hands_back(sentence, RADIOLOGY, RADIOLOGY)


@pytest.mark.parametrize("sentence", NOT_HANDED_BACK)
def test_a_question_advice_a_courtesy_an_echo_and_another_matter_hand_nothing_back(sentence: str) -> None:
    assert not acts.hands_back(sentence, RADIOLOGY, RADIOLOGY)


def test_what_was_told_earlier_may_be_handed_back_as_well() -> None:
    assert acts.hands_back("Radiology is still in it.", "he rang today", f"{RADIOLOGY}\nhe rang today")
    assert not acts.hands_back("Radiology is still in it.", "he rang today", "he rang today")


@pytest.mark.parametrize(
    ("text", "quote", "offered"),
    [
        ('You could say "I need your eyes on this".', "I need your eyes on this", True),
        ('Something like "I need your eyes on this" may do.', "I need your eyes on this", True),
        ('Try: "I need your eyes on this."', "I need your eyes on this.", True),
        ('"I just hung up" is where it ended.', "I just hung up", False),
        ('You could say so. "I just hung up" is where it ended.', "I just hung up", False),
    ],
)
def test_words_offered_to_be_said_are_told_from_the_doctor_s_own(text: str, quote: str, offered: bool) -> None:
    assert acts.offers_words(text, quote) is offered


# ---------------------------------------------------------------- acts that are claimed


@pytest.mark.parametrize(
    ("claimed", "sentences", "false"),
    [
        (("reflect", "ask_open"), ("What did he say?",), "reflect"),
        (("reflect",), ("Great!", "Thank you."), "reflect"),
        (("reflect",), ("Ring him today.",), "reflect"),
        (("ask_open",), ("Radiology refused.",), "ask_open"),
        (("ask_closed",), ("Radiology refused.",), "ask_closed"),
        (("ask_open",), ('You asked "why?".',), "ask_open"),
        (("reflect", "ask_open"), (), "reflect"),
        (("reflect", "ask_open"), ("Radiology refused.", "What did he say?"), ""),
        (("reflect",), ('"I just hung up."',), ""),
        (("ask_open",), ("Tell me what he said.",), ""),
        (("close", "inform", "something-new"), ("Radiology refused.",), ""),
        ((), ("Great!",), ""),
    ],
)
def test_an_act_that_the_words_do_not_bear_out_is_named(
    claimed: tuple[str, ...], sentences: tuple[str, ...], false: str
) -> None:
    assert acts.falsely_tagged(claimed, sentences) == false
