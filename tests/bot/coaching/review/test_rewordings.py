"""The transformations, sentence by sentence: what the doctor wrote and what it becomes."""

import pytest

from bot.coaching.reviewed import DraftKind
from tests.bot.coaching.review.desk import reviewed, rewordings

EMAIL, MESSAGE, GOAL, APOLOGY = DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.GOAL, DraftKind.APOLOGY
FEEDBACK, AGENDA, SLIDES = DraftKind.FEEDBACK, DraftKind.AGENDA, DraftKind.SLIDES


@pytest.mark.parametrize(
    ("kind", "said", "becomes"),
    [
        (EMAIL, "You must send the theatre list by 5pm every day.", "Could you send the theatre list by 5pm every day? If not, what gets in the way?"),
        (EMAIL, "Don't you think the ward round is too long?", "I think the ward round is too long. How do you see it?"),
        (EMAIL, "It is unacceptable that the drug chart was not signed.", "The drug chart was not signed."),
        (APOLOGY, "I'm sorry if you felt I was short with you at board round on Tuesday.", "I was short with you at board round on Tuesday, and I'm sorry."),
        (APOLOGY, "I am sorry if I interrupted you in the meeting.", "I interrupted you in the meeting, and I am sorry."),
        (APOLOGY, "I'm sorry I shouted at you, but it had been a long day.", "I'm sorry I shouted at you."),
    ],
)  # fmt: skip
def test_a_sentence_becomes(kind: DraftKind, said: str, becomes: str) -> None:
    assert becomes in rewordings(said, kind)


def test_text_speak_stays_small_and_a_formal_hand_stays_formal() -> None:
    casual = reviewed("hi, im sorry if i was rude in clinic. been a long wk", APOLOGY).changes[0]
    formal = reviewed("Dear Dr [name], I am sorry if I was rude in clinic. It has been a long week.", APOLOGY).changes[
        0
    ]
    assert casual.reword.startswith("i was rude in clinic, and im sorry")
    assert formal.reword == "I was rude in clinic, and I am sorry."


def test_money_is_let_be_where_it_is_said_to_those_whose_language_it_is() -> None:
    text = "Dear Finance team, We are £18k over on feeds. How is that line put together? What have I missed?"
    assert all(one.id != "cost" for one in reviewed(text, EMAIL).changes)
