"""The worst line of a draft: what stings is taken out, the doctor's own words around it stay."""

import pytest

from bot.coaching.review import clauses, runon
from bot.coaching.reviewed import DraftKind
from tests.bot.coaching.review.desk import kit, reviewed, rewordings

EMAIL, MESSAGE, FEEDBACK, AGENDA = DraftKind.EMAIL, DraftKind.MESSAGE, DraftKind.FEEDBACK, DraftKind.AGENDA
APOLOGY, SLIDES, GOAL, PITCH = DraftKind.APOLOGY, DraftKind.SLIDES, DraftKind.GOAL, DraftKind.PITCH


@pytest.mark.parametrize(
    ("kind", "said", "becomes"),
    [
        (EMAIL, "The letter came on 3 May, and frankly nobody up there could be bothered to ring.", "The letter came on 3 May."),
        (EMAIL, "Clinic overran by two hours, which rather tells us how much you value us.", "Clinic overran by two hours."),
        (EMAIL, "We raised it twice and nothing was done, because it suits you that way.", "We raised it twice and nothing was done."),
        (EMAIL, "Can someone who can actually mend it come on Thursday at eight?", "Can someone come on Thursday at eight?"),
        (MESSAGE, "the printer on ward 6 is still broken. best wishes to whoever is enjoying these", "the printer on ward 6 is still broken."),
        (MESSAGE, "can u lot please label the gas", "can u please label the gas"),
        (EMAIL, "Last month's pay is £412 short. If this is not corrected by the 28th I will take it to the local paper.", "Could this be corrected by the 28th?"),
        (EMAIL, "Please send me the template. If I do not hear from you by Friday I will be reporting it to the medical director.", "Could you let me know by Friday?"),
        (APOLOGY, "I'm sorry I shouted at you on Tuesday. I think you took it the wrong way.", "I'm sorry I shouted at you on Tuesday."),
        (APOLOGY, "I'm sorry you were upset by what I said at handover.", "I'm sorry for what I said at handover."),
        (APOLOGY, "Hi Sam, so sorry about this morning, I'm honestly the worst, I feel sick about it. I forgot the list.", "I'm sorry about this morning."),
        (MESSAGE, "Can you do my Saturday, I've never once complained about yours.", None),
    ],
)  # fmt: skip
def test_what_stings_goes_and_the_rest_stays(kind: DraftKind, said: str, becomes: str | None) -> None:
    found = rewordings(said, kind)
    assert found
    if becomes is not None:
        assert any(one.rstrip(".") == becomes.rstrip(".") for one in found), found


@pytest.mark.parametrize(
    "good",
    [
        "If your ward can't spare you, tell me today and I'll speak to the consultant, not you.",
        "Thank you for letting me do so much of the list on Friday.",
        "hi mate any chance u could swap ur thurs for my sat? no worries if not ill ask around",
        "If you thought that one wasn't a fair example I'm happy to wait for the next list.",
        "I spoke over you in clinic. Next time I'll ask you outside.",
        "Last month 3 of 6 phones were flat at the evening handover on 17 nights.",
    ],
)
def test_no_sting_is_made_up(good: str) -> None:
    assert reviewed(good, MESSAGE).changes == ()


def test_a_run_on_message_is_read_thought_by_thought() -> None:
    text = "hi sam bed 14 is unwell his lactate is 4.8 and the bp is 84 after two litres no rush if youre in clinic"
    parts = runon.parted(text, kit().label(text), kit().label)
    assert [text[one.start : one.end] for one in parts][-1] == "no rush if youre in clinic"
    assert len(parts) > 2


def test_a_worry_taken_back_is_said_without_the_taking_back() -> None:
    text = "sorry to bother you i was wondering if someone could possibly look at bed 4 his news is 9 no rush at all"
    found = rewordings(text, MESSAGE)
    assert found
    assert "no rush" not in found[0]
    assert "bed 4" in found[0]


def test_what_hangs_on_a_dropped_clause_goes_with_it() -> None:
    text = "We met on Monday, but nobody cares, because they would rather be at home."
    parts = clauses.clauses(text)
    gone = clauses.widened(text, parts, [False, False, *(True for _ in parts[2:])])
    assert clauses.left(text, parts, [False, *gone[1:]], upper=True).startswith("We met on Monday")


@pytest.mark.parametrize(
    "text",
    [
        "The rota came out on 29 July, five days before it began, and nobody in your office cares. Please confirm by Thursday who covers.",
        "Whoever left 11 bloods to chase, 3 TTOs and a family meeting, I see you. Do it again and it goes to your supervisor.",
        "she has been here nine hours with a broken hip and she is crying. is the list more important than her? genuine question",
    ],
)
def test_a_strength_is_quoted_short_and_never_from_what_stings(text: str) -> None:
    found = reviewed(text, MESSAGE)
    assert found.strengths
    for one in found.strengths:
        assert len(one.words.split()) <= 14
        assert not any(
            word in one.words for word in ("nobody in your office", "I see you", "supervisor", "more important")
        )
