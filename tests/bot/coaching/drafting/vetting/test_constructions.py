"""A fault is found by how it is built, and the same everyday words go through where they do no harm."""

import pytest

from bot.coaching.drafting.vetting.vet import vet
from bot.coaching.model import Commitment
from tests.bot.coaching.drafting.vetting.ground import codes, ground, reply

PLAN = Commitment(what="ring the ward and ask who reads the list", when="tuesday")


@pytest.mark.parametrize(
    ("code", "reflection"),
    [
        ("human_claim", "I listened in on the list at five."),
        ("human_claim", "The list changes at five, as it did on my unit."),
        ("promise", "The list changes at five, and there is no risk in saying so."),
        ("promise", "I will be at the desk with you when the list changes."),
        ("overclaim", "The list changes at five; small steps count, and patience is everything."),
        ("overclaim", "The list changes at five because managers never listen."),
        ("invented_source", "It is well established that a list changed at five is missed."),
        ("legal_ruling", "The list changes at five, and the trust must give you a clerk."),
        ("clinical_ruling", "The list changes at five and she needed calcium gluconate."),
        ("advice_not_due", "There is merit in asking sister about the list."),
        ("advice_not_due", "A quiet word with sister would do more than the list."),
        ("shaming", "The list changes at five, and everybody else copes."),
        ("shaming", "The list changes at five, and you have nobody to blame but yourself."),
        ("stock_empathy", "The list changes at five; that must have knocked you."),
        ("praise", "The list changes at five, and few people would have noticed."),
        ("verdict", "The list changes at five, and the sister is clearly hiding it."),
        ("american_spelling", "The list changes at five, and the gurneys wait."),
    ],
)
def test_a_family_of_faults_is_found_in_wordings_of_its_own(code: str, reflection: str) -> None:
    assert code in codes(reply(reflection))


@pytest.mark.parametrize(
    "reflection",
    [
        "All those calls at five, and never a clerk at the desk.",
        "I can hear how tiring that empty desk at five may be.",
        "It sounds as if the desk that you ring has become an irritation.",
        "I'm glad you said that part about the desk, since it is easily left out.",
        "You can tell me what happens at five, and you know who rings the desk.",
        "As far as you can tell, it has always been like that at five.",
        "You ring before anybody reads the list.",
    ],
)
def test_everyday_words_in_no_such_construction_go_through(reflection: str) -> None:
    assert vet(reply(reflection), ground()) == ()


def test_a_reply_without_the_question_that_the_playbooks_ask_is_found() -> None:
    assert "no_question" in codes(reply("The list changes at five.", "You have asked him three times."))


def test_another_way_than_the_plans_is_found() -> None:
    planned = ground(move="ask_obstacle", plan=PLAN)
    question = "Who else knows that the list is changed at five?"
    assert "plan_changed" in codes(reply("On Tuesday you email the ward about the list.", question), planned)
    assert "plan_changed" in codes(reply("On Tuesday you ring the ward alone about the list.", question), planned)
    assert "plan_changed" not in codes(reply("On Tuesday you ring the ward about the list.", question), planned)
