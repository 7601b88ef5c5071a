"""The transformations, sentence by sentence: what the doctor wrote and what it becomes."""

import pytest

from bot.coaching.reviewed import DraftKind
from tests.bot.coaching.review.desk import reviewed, rewordings

EMAIL, MESSAGE, GOAL, APOLOGY = DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.GOAL, DraftKind.APOLOGY
FEEDBACK, AGENDA, SLIDES = DraftKind.FEEDBACK, DraftKind.AGENDA, DraftKind.SLIDES


@pytest.mark.parametrize(
    ("kind", "said", "becomes"),
    [
        (EMAIL, "From Monday every summary must be finished before 3pm, no excuses.", "Could every summary be finished before 3pm from Monday? If not, what gets in the way?"),
        (EMAIL, "You must send the theatre list by 5pm every day.", "Could you send the theatre list by 5pm every day? If not, what gets in the way?"),
        (MESSAGE, "can everyone PLEASE stop bleeping the reg for normal ecgs", "could everyone stop bleeping the reg for normal ecgs? if not, what gets in the way?"),
        (MESSAGE, "i need the rota sorted before friday, this must happen", None),
        (EMAIL, "How hard can it be to type four lines?", "What makes it hard to type four lines?"),
        (EMAIL, "Wouldn't it be easier to start at eight?", "What would starting at eight make easier, and what harder?"),
        (EMAIL, "Why didn't you call me about the gas?", "What got in the way of calling me about the gas?"),
        (EMAIL, "Don't you think the ward round is too long?", "I think the ward round is too long. How do you see it?"),
        (EMAIL, "Have you considered making a list?", "How would making a list work for you?"),
        (EMAIL, "We are £40k over on CT scans this year.", "Which of our patients get CT scans that they do not need? The £40k is only where it shows."),
        (EMAIL, "It is unacceptable that the drug chart was not signed.", "The drug chart was not signed. What got in the way?"),
        (EMAIL, "You never answer your bleep at night.", "There have been times when you did not answer your bleep at night. What got in the way?"),
        (EMAIL, "Managers do not understand what happens in a clinic.", "What would help managers understand what happens in a clinic?"),
        (EMAIL, "Anyone who does not comply will be reported to their supervisor.", "If you cannot do it, tell me what stands in the way and we will look at it together."),
        (APOLOGY, "I'm sorry if you felt I was short with you at board round on Tuesday.", "I was short with you at board round on Tuesday, and I'm sorry."),
        (APOLOGY, "I am sorry if I interrupted you in the meeting.", "I interrupted you in the meeting, and I am sorry."),
        (APOLOGY, "I'm sorry I shouted at you, but it had been a long day.", "I'm sorry I shouted at you."),
        (APOLOGY, "In fairness the TTOs had been outstanding since 10.", "The TTOs had been outstanding since 10, and that is no excuse."),
        (APOLOGY, "I apologise for any confusion caused by my referral.", "My referral confused you, and I apologise."),
        (GOAL, "We will improve handover by June.", "We will improve handover from ... (where it is now) to ... (where you want it) by June."),
        (FEEDBACK, "You need to be more confident on the ward round.", "What would help you be more confident on the ward round?"),
    ],
)  # fmt: skip
def test_a_sentence_becomes(kind: DraftKind, said: str, becomes: str | None) -> None:
    found = rewordings(said, kind)
    if becomes is None:
        assert all("must" not in one for one in found)
    else:
        assert becomes in found


def test_a_heading_becomes_a_question_and_keeps_its_minutes() -> None:
    found = rewordings("Registrar meeting\n1. Rota gaps (10 min)\n2. Study leave\n3. Exams", AGENDA)
    assert "What do we need to decide about rota gaps? (10 min)" in found


def test_text_speak_stays_small_and_a_formal_hand_stays_formal() -> None:
    casual = reviewed("hi, im sorry if i was rude in clinic. been a long wk", APOLOGY).changes[0]
    formal = reviewed("Dear Dr [name], I am sorry if I was rude in clinic. It has been a long week.", APOLOGY).changes[
        0
    ]
    assert casual.reword.startswith("i was rude in clinic, and im sorry")
    assert formal.reword == "I was rude in clinic, and I am sorry."


def test_a_missing_patient_is_put_first_in_the_doctors_own_words() -> None:
    text = (
        "We should pool the three bleeps. The switchboard is overrun. Each team pays £4,000 for its own. "
        "Patients with kidney injury wait a day longer for advice."
    )
    change = next(one for one in reviewed(text, DraftKind.PITCH).changes if "kidney" in one.reword)
    assert change.reword.startswith("Patients with kidney injury wait a day longer for advice.")


def test_a_gap_stands_only_where_a_fact_is_missing() -> None:
    found = rewordings("I'm sorry about yesterday.", APOLOGY)
    assert any("... (what you did, in plain words)" in one for one in found)


def test_money_is_let_be_where_it_is_said_to_those_whose_language_it_is() -> None:
    text = "Dear Finance team, We are £18k over on feeds. How is that line put together? What have I missed?"
    assert all(one.id != "cost" for one in reviewed(text, EMAIL).changes)


def test_what_lies_behind_the_part_that_is_reworded_is_left_alone() -> None:
    text = "All TTOs must be written by 10am and nurses need to have patients in the lounge by 11. You must all comply."
    change = next(one for one in reviewed(text, EMAIL).changes if one.id == "order")
    assert change.words == "All TTOs must be written by 10am"
