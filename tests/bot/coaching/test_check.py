"""Each thing the last check looks for is found in a draft that has it, and the plain wording goes out instead."""

import pytest

from bot.coaching.check import LONGEST_COPY, MOST_WITH_TOOL, MOST_WORDS, Against, check
from bot.coaching.cited import Cited
from bot.coaching.kinds import Act
from bot.coaching.record import Contact, Draft, Sentence

MESSAGE = "the bins by the door are always full and nobody ever empties them in time"
QUESTION = Sentence(text="What have you seen?", act=Act.ASK_OPEN)
CITED = Cited(key="[a]", card="a", doc="d", section="1", author="A", quote=None, start=None, end=None)


def draft(*texts: str, act: Act = Act.REFLECT, citations: tuple[Cited, ...] = ()) -> Draft:
    return Draft(sentences=(*(Sentence(text=one, act=act) for one in texts), QUESTION), citations=citations)


def against(*before: str, fixed: bool = False) -> Against:
    return Against(message=MESSAGE, said_before=before, fixed=fixed)


def quoting(**place: int | str | None) -> Draft:
    return draft("It says so.", citations=(CITED.model_copy(update=place),))


def citing(key: str) -> Draft:
    return Draft(sentences=(Sentence(text="It says so.", act=Act.INFORM, cites=key), QUESTION), citations=(CITED,))


FAULTS = (
    ("empty", Draft(sentences=())),
    ("too_long", draft(" ".join(["word"] * MOST_WORDS))),
    ("too_long", draft(" ".join(["word"] * MOST_WITH_TOOL), act=Act.ADVISE)),
    ("two_questions", draft("And who was there?")),
    ("stock_empathy", draft("That must have been hard.")),
    ("stock_empathy", draft("You've got this.")),
    ("ruling", draft("Give 5 units of it.")),
    ("ruling", draft("The diagnosis is plain.")),
    ("ruling", draft("You are legally protected there.")),
    ("promise", draft("This is completely confidential.")),
    ("parroting", draft(" ".join(MESSAGE.split()[:LONGEST_COPY]))),
    ("unknown_citation", citing("[b]")),
    ("bad_citation", quoting(quote="so", start=None, end=None)),
    ("bad_citation", quoting(quote="so", start=9, end=9)),
)


@pytest.mark.parametrize(("code", "faulty"), FAULTS)
def test_a_fault_is_named(code: str, faulty: Draft) -> None:
    assert code in [one.code for one in check(faulty, against()).problems]


@pytest.mark.parametrize(("code", "faulty"), [one for one in FAULTS if one[0] != "empty"])
def test_a_faulty_draft_goes_out_as_its_own_question_alone(code: str, faulty: Draft) -> None:
    reply = check(faulty, against())
    assert reply.text == QUESTION.text
    assert reply.acts == (Act.ASK_OPEN,)
    assert reply.citations == ()


def test_a_faulty_draft_without_a_question_keeps_its_first_sentence() -> None:
    faulty = Draft(sentences=(Sentence(text="Noted.", act=Act.REFLECT), Sentence(text="I promise.", act=Act.CLOSE)))
    assert check(faulty, against()).text == "Noted."


def test_saying_the_same_again_is_a_fault() -> None:
    good = draft("So it is.")
    assert [one.code for one in check(good, against(good.text)).problems] == ["repeat"]


def test_a_good_draft_goes_out_as_it_is() -> None:
    good = draft("So it is.")
    reply = check(good, against("Something else."))
    assert (reply.text, reply.problems) == (good.text, ())


@pytest.mark.parametrize(
    "text",
    [
        f'You say: "{" ".join(MESSAGE.split()[: LONGEST_COPY + 2])}".',
        'You might ask: "Would you? Could you? Who would?"',
        " ".join(MESSAGE.split()[: LONGEST_COPY - 1]),
        " ".join(["word"] * (MOST_WORDS - 4)),
    ],
)
def test_what_stands_in_quotation_marks_or_within_the_limit_is_no_fault(text: str) -> None:
    assert check(draft(text), against()).problems == ()


def test_a_quotation_with_its_place_is_no_fault() -> None:
    assert check(quoting(quote="so", start=3, end=5), against()).problems == ()


def test_fixed_wording_is_never_shortened() -> None:
    fixed = Draft(
        sentences=tuple(Sentence(text="Are you safe? Ring 999 now?", act=Act.SIGNPOST) for _ in range(40)),
        contacts=(Contact(id="emergency", name="Emergency services", number="999"),),
    )
    reply = check(fixed, against(fixed.text, fixed=True))
    assert reply.text == fixed.text
    assert reply.contacts == fixed.contacts
    assert reply.problems == ()
