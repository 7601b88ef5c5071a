"""People whom the doctor describes: what they are called, and what they say of themselves."""

import pytest

from bot.coaching.rehearsal.described import cares_of, name_of


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("my TPD, always late, thinks audits are pointless", "your TPD"),
        ("my clinical supervisor who never answers", "your clinical supervisor"),
        ("a surgeon who shouts in theatre", "the surgeon"),
        ("the ward pharmacist", "the ward pharmacist"),
        ("night sister, fair but blunt", "your night sister"),
        ("our matron - she's new", "your matron"),
        ("[name], the rota lead", "the person you described"),
    ],
)
def test_somebody_is_called_as_the_doctor_calls_them(description: str, name: str) -> None:
    assert name_of(description) == name


@pytest.mark.parametrize(
    ("description", "cares"),
    [
        (
            "my TPD, always late, thinks audits are pointless, hates emails",
            ("I am always late", "I think audits are pointless", "I hate emails"),
        ),
        ("a matron, she cares about her staff getting breaks", ("I care about my staff getting breaks",)),
        ("my boss, doesn't trust new ideas", ("I don't trust new ideas",)),
        ("my boss, thinks I am lazy", ()),
        ("my boss, thinks he runs the place", ()),
        ("my registrar, kind", ()),
    ],
)
def test_what_was_said_of_them_comes_back_in_the_first_person(description: str, cares: tuple[str, ...]) -> None:
    assert cares_of(description) == cares
