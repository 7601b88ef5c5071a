"""What is held up in a draft: true of the words that are quoted, and told by what they do for the reader."""

import pytest

from bot.adapters import remarks
from bot.coaching.review import facts
from bot.coaching.reviewed import DraftKind
from tests.bot.coaching.review.desk import reviewed

EMAIL, MESSAGE, APOLOGY, FEEDBACK = DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.APOLOGY, DraftKind.FEEDBACK
GOAL, AGENDA, SLIDES, PITCH = DraftKind.GOAL, DraftKind.AGENDA, DraftKind.SLIDES, DraftKind.PITCH


@pytest.mark.parametrize(
    ("kind", "words", "holds"),
    [
        (EMAIL, "The bed was broken on Tuesday", "day"),
        (EMAIL, "I have asked for it three times", "often"),
        (EMAIL, "She sat in the corridor for five hours", "long"),
        (EMAIL, "6 of the last 20 letters had no address", "count"),
        (SLIDES, "38% within the hour", "count"),
        (GOAL, "Now it is about 40%", "start"),
        (EMAIL, "The rota is hard to read", ""),
        (MESSAGE, "Running twenty minutes late, sorry", ""),
        (GOAL, "100% of patients by the summer", ""),
        (AGENDA, "Beds (10)", ""),
    ],
)
def test_a_fact_is_told_by_what_it_holds(kind: DraftKind, words: str, holds: str) -> None:
    assert facts.telling(words, kind) == holds


def test_every_fact_has_its_reason() -> None:
    loaded = remarks.load().strengths
    for name in ("figure", "plain_fact"):
        assert set(loaded[name].why_of) == {"start", "long", "count", "often", "day"}


def test_what_is_true_of_any_draft_is_no_strength() -> None:
    assert {"short", "greets", "thanks", "no_blame", "real_problem", "plain_part"}.isdisjoint(remarks.load().strengths)
    assert reviewed("You never answer. It's pathetic and you're useless.", MESSAGE).strengths == ()


@pytest.mark.parametrize(
    ("kind", "text", "name"),
    [
        (MESSAGE, "Who left the drawer open AGAIN last night? Please shut it.", "real_question"),
        (APOLOGY, "I want to say sorry about Sunday. The list is not made by us. Anyway let's put it behind us.", "plain_sorry"),
        (APOLOGY, "I'm sorry if you felt rushed. Anyway let's put it behind us.", "invitation"),
        (FEEDBACK, "On Monday you saw 4 patients and the other doctor saw 9. What slowed you down?", "went_well"),
        (MESSAGE, "Can we please just do the one job we have.", "says_what"),
        (EMAIL, "As you may know I worked in York, because as I said I had a house there. Could we meet?", "reason"),
    ],
)  # fmt: skip
def test_nothing_is_held_up_that_hurts_or_says_nothing(kind: DraftKind, text: str, name: str) -> None:
    assert all(one.id != name for one in reviewed(text, kind).strengths)


@pytest.mark.parametrize(
    ("kind", "text", "name"),
    [
        (GOAL, "By May 8 of 10 doses are given on time; in March it was 4 of 10. The night nurses chose the figure.", "owned"),
        (FEEDBACK, "You explain the risks clearly, and families tell me so. You are too slow.", "went_well"),
        (APOLOGY, "I was under a lot of pressure and the unit was full but I should have rung you.", "own_slip"),
        (EMAIL, "Whoever left 7 letters, 2 forms and a scan request, I see you.", "counted"),
    ],
)  # fmt: skip
def test_what_is_right_is_found_beside_what_is_not(kind: DraftKind, text: str, name: str) -> None:
    assert name in {one.id for one in reviewed(text, kind).strengths}


def test_no_quotation_ends_in_the_middle_of_a_phrase() -> None:
    text = "By the end of May I will have asked the family one open question before I give the news in 8 of 10 talks."
    for one in reviewed(text, GOAL).strengths:
        assert not one.words.endswith((" one", " the", " my", " of", " from now"))
