"""Which rewordings a doctor could paste: whole, true, with nothing left in them that hurts."""

import pytest

from bot.coaching.reviewed import DraftKind
from tests.bot.coaching.review.desk import reviewed, rewordings

EMAIL, MESSAGE, APOLOGY, FEEDBACK = DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.APOLOGY, DraftKind.FEEDBACK


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (MESSAGE, "Who left the drawer unlocked AGAIN? Whoever it was clearly couldn't be bothered."),
        (EMAIL, "It is frankly ridiculous that a hospital of this size is unable to lend me a chair."),
        (EMAIL, "It is my right and if it is not paid until Friday I will be forced to write to the director."),
        (APOLOGY, "Anybody would have shouted. Anyway let's put it behind us."),
        (APOLOGY, "I'll do anything to make it up to you. I'm honestly the worst, sorry sorry sorry!!"),
        (FEEDBACK, "She is lazy. The notes are late."),
        (MESSAGE, "can you mend it pls. they never listen when i ask"),
        (EMAIL, "Don't you think it is time that somebody did something about it?"),
    ],
)
def test_nothing_is_offered_that_nobody_would_send(kind: DraftKind, text: str) -> None:
    assert rewordings(text, kind) == []


@pytest.mark.parametrize(
    ("kind", "text", "becomes"),
    [
        (EMAIL, "The lift was out for nine days. You people have no idea what that is like.", "The lift was out for nine days."),
        (APOLOGY, "Sorry I cut you off at the huddle. To be fair you could have said it before.", "Sorry I cut you off at the huddle."),
        (APOLOGY, "I am sorry I did not ring you back about the scan, but I was in clinic all day.", "I am sorry I did not ring you back about the scan."),
    ],
)  # fmt: skip
def test_what_is_kept_can_be_sent_as_it_stands(kind: DraftKind, text: str, becomes: str) -> None:
    assert becomes in rewordings(text, kind)


def test_a_rewording_that_leaves_the_heavier_fault_in_its_place_is_not_offered() -> None:
    text = "You will know that we are 30k over on dressings. This is unacceptable. Please use the plain ones."
    assert all("30k" not in one for one in rewordings(text, EMAIL))


def test_a_rewording_keeps_its_card() -> None:
    found = reviewed("Sorry I cut you off at the huddle. To be fair you could have said it before.", APOLOGY)
    assert all(one.card and one.cited is not None for one in found.changes)
    assert found.changes
