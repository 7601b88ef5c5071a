"""Growth in the Home tab, and the dialogue that writes a talk up: Slack's limits kept, and nothing where is nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.channels.slack.render import actions as ids
from bot.channels.slack.views import growth as views
from bot.channels.slack.views.growth import Grown, Wanted
from bot.channels.slack.views.home import home
from bot.channels.slack.views.shares import Shares
from bot.coaching.practice import Attempt
from bot.growth import growth
from bot.ports.growing import AttemptKept, WorkedOn
from bot.ports.people import CommitmentKept, Outcome
from bot.ports.sharing import Talk
from tests.bot.channels.slack.render.limits import action_ids, problems, view_problems
from tests.bot.channels.slack.render.samples import HARMFUL, MADE, WORDS, commitment
from tests.bot.channels.slack.render.shares import shared
from tests.bot.channels.slack.views.filling import filled
from tests.bot.channels.slack.views.test_home import AGREED, LONDON, NO_SHARES, SOMETHING, told

SITUATIONS = {f"situation_{number}": f"what to do about the bins in {number} places" for number in range(30)}


def much(kept: list[CommitmentKept]) -> Grown:
    """As much as there can be."""
    attempts = [
        AttemptKept(
            "talk", number, MADE + timedelta(days=31 * number), Attempt(kind=kind, about="x", asking=90, telling=7)
        )
        for number, kind in enumerate(["rehearsal", "draft"] * 12)
    ]
    worked_on = [WorkedOn(name, MADE) for name in SITUATIONS for _ in range(2)]
    return Grown(growth(kept, attempts, worked_on, SITUATIONS, LONDON), talks=True)


def test_while_there_is_nothing_the_tab_says_nothing_of_it() -> None:
    assert list(views.in_home(WORDS, Grown())) == []
    assert WORDS.growing.heading not in told(home(WORDS, AGREED, [], SOMETHING, NO_SHARES, LONDON)["blocks"])  # type: ignore[arg-type]


def test_words_and_charts_are_the_terminals_own() -> None:
    grown = much([commitment(1, outcome=Outcome.KEPT)])
    made = list(views.in_home(WORDS, grown))
    assert not problems(made)
    text = told(made)
    for part in grown.growth.parts:
        assert " ".join(part.sentences) in text
        assert all(line in text for line in part.chart)


def test_a_talk_that_can_be_written_up_has_the_button() -> None:
    assert action_ids(list(views.in_home(WORDS, Grown(talks=True)))) == [ids.HOME_REFLECTION]
    assert ids.HOME_REFLECTION not in action_ids(list(views.in_home(WORDS, replace(much([]), talks=False))))


def test_the_limits_are_kept_however_much_there_is() -> None:
    kept = [replace(commitment(number, what=HARMFUL[0]), remind_at=MADE) for number in range(200)]
    kept += [commitment(number, outcome=Outcome.NOT) for number in range(200, 400)]
    shares = Shares(MADE, [shared(str(number)) for number in range(200)], counted=True)
    view = home(WORDS, AGREED, kept, SOMETHING, shares, LONDON, much(kept))
    assert not view_problems(view)
    blocks = view["blocks"]
    assert isinstance(blocks, list)
    assert len(blocks) <= 100


def talk(number: int, conversation: str = "slack:T1:D1") -> Talk:
    return Talk(conversation, number, 1, 2, datetime(2026, 11, number % 28 + 1, tzinfo=UTC), "", "")


def test_what_is_chosen_comes_back_as_it_was_chosen() -> None:
    view = views.choose(WORDS, [(talk(3), "Yesterday"), (talk(2), HARMFUL[0])])
    assert not view_problems(view)
    assert views.wanted(filled(view)) == Wanted("slack:T1:D1", 3, "docx", whole_talk=False)


def test_the_warning_stands_before_the_choice() -> None:
    blocks = views.choose(WORDS, [(talk(3), "Yesterday")])["blocks"]
    assert isinstance(blocks, list)
    assert "not legally privileged" in blocks[0]["text"]["text"]
    assert all(one["type"] == "input" for one in blocks[1:])


def test_many_talks_are_no_more_than_slack_takes() -> None:
    assert not view_problems(views.choose(WORDS, [(talk(number), str(number)) for number in range(1, 300)]))


def test_where_there_is_no_talk_it_says_so_and_a_view_of_another_shape_is_nothing() -> None:
    view = views.choose(WORDS, [(talk(1, "x" * 200), "too long to be named")])
    assert "submit" not in view
    assert WORDS.reflection.no_talks in str(view)
    for strange in ({}, {"state": 3}, {"state": {"values": {"talk": {"talk": {"selected_option": {"value": "x|y"}}}}}}):
        assert views.wanted(strange) is None
