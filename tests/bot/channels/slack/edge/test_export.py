import pytest
from hypothesis import given

from bot.channels.slack.export import as_markdown
from tests.bot.channels.slack.edge.shapes import CALM, JSON
from tests.bot.channels.slack.render.samples import WORDS

LONDON = "Europe/London"
MADE = "2026-07-01T09:00:00+00:00"
WHOLE = {
    "feedback": [
        {"ts": "1782896400.000001", "value": "bad", "reasons": ["too_long", "scripted"], "words": "No\n# more."},
        {"ts": "1782896400.000002", "value": "good", "reasons": [], "words": ""},
    ],
    "person": {"id": "T0:U1", "consented_at": MADE, "paused": False, "reminders": False, "timezone": ""},
    "conversations": [
        {
            "id": "slack:T0:D1",
            "turns": [
                {
                    "message": {"text": "# It went badly.\n\nTwice.", "received_at": "2026-07-01T09:00:00Z"},
                    "reply": {"text": "What happened?"},
                }
            ],
        }
    ],
    "commitments": [
        {
            "what": "Ask Sam.",
            "outcome": "open",
            "made_at": MADE,
            "due": "2026-07-09",
            "remind_at": "2026-07-10T17:00:00Z",
        },
        {"what": "Ask Alex.", "outcome": "kept", "outcome_at": MADE, "confidence": 8, "if_then": "I ask Kim."},
    ],
    "waiting": [{"kind": "message", "text": "One more thing.", "received_at": MADE}],
    "shared": {
        "shares": [
            {
                "with": "Dr Osei",
                "purpose": "next_step",
                "shared_at": MADE,
                "expires_at": "2026-07-31T09:00:00+00:00",
                "withdrawn_at": None,
                "opened": [{"by": "Dr Osei", "at": "2026-07-02T09:30:00+00:00"}],
                "name": "Amara",
                "note": "Look at the end.",
                "left_out": ["Marigold", "the lift"],
                "comments": [{"by": "T0:U7", "text": "Why?\n# So."}, {"by": "you", "text": "I was afraid."}],
            }
        ],
        "counted": True,
    },
    "unsent": [{"text": "Your coach replied", "blocks": [{"text": {"text": "Go on."}}], "created_at": MADE}],
}


def told(**other: object) -> str:
    return as_markdown({**WHOLE, **other}, WORDS, LONDON)


def test_every_word_can_be_read_with_the_time_on_the_doctors_own_clock() -> None:
    assert "1 July 2026 at 10:00\n\nYou:\n\n> # It went badly.\n>\n> Twice.\n\nCoach:\n\n> What happened?\n" in told()
    assert "1 July 2026 at 10:00:\n\n> One more thing.\n" in told()
    assert "> Go on.\n" in told()


def test_a_commitment_is_told_with_what_became_of_it() -> None:
    assert (
        "> Ask Sam.\n\n"
        "- Decided on 1 July 2026, to be done by 9 July 2026.\n- Still open.\n- I will ask on 10 July 2026.\n\n"
        "> Ask Alex.\n\n"
        "- If it snags: I ask Kim.\n- How sure you were, out of ten: 8\n- You did it, as you said on 1 July 2026.\n"
    ) in told()


def test_a_verdict_is_told_in_the_words_of_its_buttons() -> None:
    assert (
        "- My reply of 1 July 2026 at 10:00: This did not help. Too long; It felt scripted\n\n  > No\n  > # more.\n\n"
        "- My reply of 1 July 2026 at 10:00: This helped.\n"
    ) in told()


def test_nothing_in_it_is_a_key_or_an_hour_of_another_clock() -> None:
    assert "\n\n\n" not in told()
    for machine_words in ("T0", "D1", "consented", "too_long", "09:00", "+00:00", "none"):
        assert machine_words not in told()


def test_parts_come_in_an_order_that_a_reader_expects_and_empty_ones_are_left_out() -> None:
    def headings(text: str) -> list[str]:
        return [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]

    part = WORDS.export
    first = [part.person, part.commitments, part.conversations]
    assert headings(told()) == [*first, part.feedback, part.shared, part.waiting, part.unsent]
    assert headings(told(feedback=[], shared={}, waiting=[], unsent=[], commitments=[], conversations=[])) == first


def test_whoever_has_not_agreed_is_told_so() -> None:
    assert part_of(told(person={"id": "T0:U1"})) == WORDS.export.not_agreed
    assert part_of(told()) == "You agreed to how I work on 1 July 2026."


def part_of(text: str) -> str:
    """The first thing told of the person."""
    return text.split(f"## {WORDS.export.person}\n\n- ")[1].split("\n")[0]


@pytest.mark.parametrize("when", ["soon", "", "9999999999999999999999", None])
def test_a_time_that_is_none_costs_only_itself(when: str | None) -> None:
    assert WORDS.export.no_moment in told(feedback=[{"ts": when, "value": "good"}])
    assert "> Later." in told(waiting=[{"text": "Later.", "received_at": when}])


@CALM
@given(JSON)
def test_no_shape_is_an_error(held: object) -> None:
    for name in WHOLE:
        assert as_markdown({name: held}, WORDS, LONDON).startswith("# What")


def test_what_was_shared_is_told_with_who_opened_it_and_what_was_written_about_it() -> None:
    assert (
        "With Dr Osei. What it was for: Help with what I do next.\n\n"
        "- Shared on 1 July 2026 at 10:00\n- Until 31 July 2026 at 10:00\n- Dr Osei opened it on 2 July 2026 at 10:30\n"
        "- They saw you as Amara\n- Left out of it: Marigold; the lift\n\n"
        "Your note to them:\n\n> Look at the end.\n\n"
        "Dr Osei wrote to you:\n\n> Why?\n> # So.\n\nYou answered:\n\n> I was afraid.\n\n"
        "- You are counted in the figures.\n"
    ) in told()
    assert WORDS.export.shared not in told(shared={"shares": [], "counted": False})


@pytest.mark.parametrize("held", [{"shares": [{}]}, {"shares": [3], "counted": 1}, {"shares": [{"purpose": ["x"]}]}])
def test_a_share_of_another_shape_is_no_error(held: dict[str, object]) -> None:
    assert WORDS.export.shared in told(shared=held)
