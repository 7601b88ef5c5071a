"""What is stated of people, patients, rules and what will be: by the form of the sentence, whatever its words are."""

import pytest

from bot.coaching.model import Commitment
from bot.coaching.record import Sentence
from tests.bot.coaching.drafting.vetting.ground import ASK, REFLECT, codes, draft, ground, reply


@pytest.mark.parametrize(
    ("code", "reflection"),
    [
        ("verdict", "The list changes at five, and he is impervious."),
        ("mind_reading", "You want vengeance for the list at five."),
        ("promise", "A bell at five, and that will show sister where it sticks."),
        ("promise", "Ringing sister at five will disarm him."),
        ("clinical_ruling", "The list changes at five, and no patient was ever in danger."),
        ("clinical_ruling", "Moving him at five was the right call for the patient."),
        ("legal_ruling", "The trust would have to investigate a list changed at five."),
        ("absolution", "Anybody would have missed a list changed at five."),
        ("absolution", "The list changes at five, so there is nothing for you to put right."),
        ("diagnosis", "The list changes at five, and you are carrying grief into it."),
        ("shaming", "If the list moves again, that one is yours to carry."),
        ("praise", "Not everyone would have asked about a list at five."),
        ("invented_source", "Every ward that keeps such a list has seen the same."),
        ("overclaim", "Lists work when people own them."),
        ("identifier", "The list changes at five, and Moira knows."),
        ("identifier", "The list at St Brannock's changes at five."),
        ("unknown_figure", "The list changes at five in all nine bays."),
    ],
)
def test_each_form_is_found_in_words_that_no_list_holds(code: str, reflection: str) -> None:
    assert code in codes(reply(reflection))


@pytest.mark.parametrize(
    "reflection",
    [
        "To you he is a closed door at five.",
        "Nobody has been told that the list moves at five.",
        "The list moves at five, and the line goes dead before you have drawn breath.",
        "The desk is empty, and still the list changes at five.",
        "I've met sister only through you, and the list moves at five.",
        "Put right, the list would not move at five.",
    ],
)
def test_a_turn_of_phrase_upon_what_was_said_goes_through(reflection: str) -> None:
    assert codes(reply(reflection)) == set()


def test_a_message_pieced_together_again_is_a_parrot() -> None:
    said = "So the list gets changed at 5, there's no clerk after 4, and you ring a desk nobody sits at."
    assert "parroting" in codes(reply(said))


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("You ring the ward at five.", False),
        ("The ward's phone, at five.", False),
        ("You email the ward at five.", True),
        ("You tell the ward at five.", True),
    ],
)
def test_the_deed_of_a_plan_is_the_doctors(said: str, *, changed: bool) -> None:
    guided = (Sentence(text="What could stop it?", act=ASK),)
    against = ground(
        move="ask_obstacle", message="at 5 then", plan=Commitment(what="ring the ward", when="at 5"), guided=guided
    )
    assert ("plan_changed" in codes(draft((said, REFLECT), ("What could stop it?", ASK)), against)) is changed
