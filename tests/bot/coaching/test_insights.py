"""What a doctor has just come to see, and what only tells how things are."""

import pytest

from bot.coaching.insights import insight


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("they skip my teaching. oh. i skip everybody else's, i'm exactly the same", "exactly the same"),
        ("maybe nobody's ever shown the porters the list", "nobody's ever shown"),
        ("i've only ever looked at it from the ward's side", "only ever looked"),
        ("huh. it's company they want, not another leaflet", "company they want"),
        ("hm. i'm asking her to speak up in a room where i have never once spoken", "never once"),
        ("i've been treating it as a rota problem", "treating it as"),
        ("now that i say it out loud i sound like my old boss", "say it out loud"),
        ("right. so i want them to trust me and i've trusted nobody", "trusted nobody"),
        ("she can't have ignored it if nobody sent it to her", "can't have ignored"),
        ("i only realised on the bus that i'd never asked her name", "only realised"),
        ("i've been cross with him about something i never told him", "never told him"),
        ("fine. i wrote it for the board and left out the night staff. that's on me", "night staff"),
        ("maybe it's not the form, it's who hands it over", "not the form"),
        ("i thought you had to be the loudest to be in charge", "loudest"),
    ],
)
def test_something_newly_seen(text: str, seen: str) -> None:
    assert seen in (insight(text) or "")


@pytest.mark.parametrize(
    "text",
    [
        "oh sorry, i've never met him",
        "he never asks, he just walks past the bay",
        "we've been working as a team since august",
        "i've been cross with her for months",
        "i can see why she's tired, it's been a long week",
        "maybe they never got the email",
        "it was tuesday, not the monday",
        "no one has ever told us what the target is",
        "i'll tell them maybe it's not the right day",
        "did i only ever ask the loud ones?",
        "it's a mess in there",
        "hm. she never replies",
        "i've just been told to find a room by friday as well",
    ],
)
def test_a_telling_that_is_no_insight(text: str) -> None:
    assert insight(text) is None
