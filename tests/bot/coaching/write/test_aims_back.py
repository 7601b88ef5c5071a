"""The aim said back: whole and turned to 'you', or quoted with its verb; a question as a question."""

import pytest

from bot.coaching.write import aims_back


@pytest.mark.parametrize(
    ("told", "aim", "form", "words"),
    [
        (
            "Honestly I want them to stop groaning when I bring it up",
            "them to stop groaning when I bring it up",
            "you",
            "You want them to stop groaning when you bring it up",
        ),
        (
            "I just want them to be here on the day that the list is made and signed",
            "them to be here on the day that the list is made and signed",
            "clause",
            '"I just want them to be here on the day that the list is made and signed"',
        ),
        ("to leave with a first step", "to leave with a first step", "bare", '"to leave with a first step"'),
        ("how do I tell her", "how do I tell her", "question", '"how do I tell her"'),
    ],
)
def test_each_aim_has_its_form(told: str, aim: str, form: str, words: str) -> None:
    said = aims_back.said(aim, f"Something before.\n{told}")
    assert (said.form, said.words) == (form, words)


def test_at_the_end_it_is_told_in_the_past() -> None:
    said = aims_back.said("them to stop groaning", "I want them to stop groaning")
    assert aims_back.at_the_end(said) == "You wanted them to stop groaning"
