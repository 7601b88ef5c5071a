"""Whose view can be asked for: somebody definite, real, and who does something in what was told."""

import pytest

from bot.coaching import named


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("my consultant keeps moving the list", "your consultant"),
        ("the matron said no. i asked the porter for a chair", "the matron"),
        ("our pharmacist was against it", "your pharmacist"),
        ("the clerk always rings first", "the clerk"),
        ("she left. the charge nurse took the keys", "the charge nurse"),
        ("my f1 went home and the sister stayed. my f1 never rings", "your F1"),
        ("the ward sister won't sign it", "the ward sister"),
        ("and then my trainer told me", "your trainer"),
        ("the physio's cross with us", "the physio"),
        ("i rang, but the registrar didn't come", "the registrar"),
        ("the secretary keeps a list", "the secretary"),
        ("my boss would say no", "your boss"),
    ],
)
def test_who_does_something_can_be_asked_about(text: str, who: str) -> None:
    assert named.whose_view(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "we could take two more if we had a second nurse",
        "it would work if the nurse came",
        "she isn't the manager",
        "there is no registrar on",
        "i wish the matron came",
        "we need another pharmacist",
        "i asked the porter for the trolley",
        "i sent it to the transport manager",
        "a consultant told me in the corridor",
        "the nurses get fed up",
        "my sister rang last night",
        "the region rings the medical director",
        "without the clerk nothing moves",
        "i was with the physio",
    ],
)
def test_who_is_only_wished_for_denied_or_done_to_is_not(text: str) -> None:
    assert named.whose_view(text) is None
