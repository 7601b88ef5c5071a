"""The Home tab keeps Slack's limits however much there is, and says truly what is kept."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from slack_sdk.models.views import View

from bot.channels.slack.render import actions as ids
from bot.channels.slack.render.dates import count, day_gone_by, day_to_come
from bot.channels.slack.views.home import goals, home
from bot.channels.slack.views.shares import Shares
from bot.ports.people import CommitmentKept, Kept, Outcome, Person
from tests.bot.channels.slack.render.limits import action_ids, problems, values, view_problems
from tests.bot.channels.slack.render.samples import HARMFUL, MADE, WORDS, commitment
from tests.bot.channels.slack.render.shares import shared

AGREED = Person(id="T1:U1", channel="D1", consented=WORDS.consent.version, consented_at=MADE)
NOTHING = Kept(conversations=0, turns=0, since=None, commitments=0, feedback=0)
SOMETHING = Kept(conversations=1, turns=31, since=MADE, commitments=2, feedback=0)
LONDON = "Europe/London"
NO_SHARES = Shares(MADE)


def blocks(
    person: Person = AGREED,
    kept: Sequence[CommitmentKept] = (),
    much: Kept = SOMETHING,
    timezone: str = LONDON,
    shares: Shares = NO_SHARES,
) -> list[Mapping[str, object]]:
    view = home(WORDS, person, kept, much, shares, timezone)
    assert not view_problems(view)
    assert View(**json.loads(json.dumps(view))).to_dict()["type"] == "home"
    made = view["blocks"]
    assert isinstance(made, list)
    return made


def told(made: Sequence[Mapping[str, object]]) -> str:
    """The words of the tab, top to bottom."""
    found = [one.get("text") or one.get("elements") for one in made if one["type"] in {"section", "header", "context"}]
    texts = [one[0] if isinstance(one, list) else one for one in found]
    return "\n".join(str(one["text"]) for one in texts if isinstance(one, Mapping))


@pytest.mark.parametrize("text", HARMFUL, ids=range(len(HARMFUL)))
@pytest.mark.parametrize("consented", [0, WORDS.consent.version])
@pytest.mark.parametrize("many", [0, 1, 200])
def test_the_limits_are_kept_however_many_commitments_there_are(text: str, consented: int, many: int) -> None:
    due = date(2026, 11, 26)
    kept = [replace(commitment(number, what=text, due=due), remind_at=MADE) for number in range(many)]
    kept += [commitment(number, what=text, outcome=Outcome.NOT) for number in range(many, 2 * many)]
    shares = Shares(MADE, [shared(str(number), what=text) for number in range(many)], counted=True)
    assert len(blocks(replace(AGREED, consented=consented), kept, shares=shares)) <= 100


def test_help_comes_first() -> None:
    made = blocks()
    assert [one["type"] for one in made[:3]] == ["header", "section", "actions"]
    assert action_ids(made)[0] == ids.HELP_NOW


def test_open_commitments_come_first_and_each_can_be_settled() -> None:
    made = blocks(kept=[commitment(1, what="went home", outcome=Outcome.KEPT), commitment(2, due=date(2026, 11, 25))])
    words = told(made)
    assert words.index('"ask the porters"') < words.index('"went home"')
    assert "Decided on 3 November 2026, to be done by Wednesday 25 November." in words
    assert "You did it, as you said on 10 November 2026." in words
    assert values(made)[ids.OUTCOME_KEPT] == "c:2"


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.OPEN])
def test_what_became_of_each_is_in_words(outcome: Outcome) -> None:
    known = {
        Outcome.KEPT: "You did it",
        Outcome.PARTLY: "You did part of it",
        Outcome.NOT: "Not done",
        Outcome.LET_GO: "You let it go",
    }
    assert known[outcome] in told(blocks(kept=[commitment(outcome=outcome)]))
    assert f"{known[outcome]}." in told(blocks(kept=[replace(commitment(outcome=outcome), outcome_at=None)]))


def test_a_reminder_is_told_until_it_has_been_sent() -> None:
    waits = replace(commitment(), remind_at=datetime(2026, 11, 26, 23, 30, tzinfo=UTC))
    assert "I will ask on Thursday 26 November." in told(blocks(kept=[waits]))
    assert "I will ask on Friday 27 November." in told(blocks(kept=[waits], timezone="Europe/Paris"))
    assert "I will ask" not in told(blocks(kept=[replace(waits, reminded=True)]))


def test_what_is_left_out_is_said() -> None:
    assert "40 commitments in all" in told(blocks(kept=[commitment(number) for number in range(40)]))
    assert "in all" not in told(blocks(kept=[commitment(number) for number in range(3)]))


def test_what_is_kept_is_counted_and_dated() -> None:
    assert "Kept since 3 November 2026: one conversation, 31 exchanges, two commitments and no replies judged." in told(
        blocks()
    )
    assert WORDS.home.kept_nothing in told(blocks(much=NOTHING))
    assert "You agreed to how I work on 3 November 2026." in told(blocks())


def test_pause_and_reminders_offer_the_other_way() -> None:
    usual, paused = blocks(), blocks(replace(AGREED, paused=True, reminders=False))
    assert ids.HOME_PAUSE in action_ids(usual)
    assert values(usual)[ids.HOME_REMINDERS] == "off"
    assert ids.HOME_RESUME in action_ids(paused)
    assert ids.HOME_PAUSE not in action_ids(paused)
    assert values(paused)[ids.HOME_REMINDERS] == "on"
    assert WORDS.home.paused in told(paused)
    assert WORDS.home.reminders_off in told(blocks(replace(AGREED, reminders=False)))


def test_everything_of_the_doctors_own_can_be_had_and_erased_by_all() -> None:
    for person in (AGREED, replace(AGREED, consented=0, consented_at=None)):
        assert {ids.HOME_EXPORT, ids.HOME_ERASE, ids.CONSENT_MORE} <= set(action_ids(blocks(person)))


def test_before_the_consent_the_first_contact_stands_in_the_place_of_the_beginning() -> None:
    before = blocks(replace(AGREED, consented=WORDS.consent.version - 1, consented_at=None))
    assert WORDS.consent.lines[0] in told(before)
    assert values(before)[ids.CONSENT_AGREE] == str(WORDS.consent.version)
    assert ids.HOME_START not in action_ids(before)
    assert ids.HOME_START in action_ids(blocks())


def test_nothing_in_it_is_a_link() -> None:
    assert "url" not in json.dumps(blocks(kept=[commitment()]))
    assert "http" not in told(blocks(kept=[commitment()]))


def test_goals_shows_what_is_open_and_says_where_nothing_is() -> None:
    made = goals(WORDS, [commitment(1, outcome=Outcome.KEPT), commitment(2)], LONDON)
    assert not problems(made)
    assert values(made)[ids.OUTCOME_LET_GO] == "c:2"
    assert told(goals(WORDS, [commitment(1, outcome=Outcome.KEPT)], LONDON)) == WORDS.command.no_goals


def test_goals_keeps_the_limit_of_a_message() -> None:
    assert not problems(goals(WORDS, [commitment(number) for number in range(100)], LONDON))


def test_days_and_counts_are_words() -> None:
    assert day_to_come(date(2027, 2, 1)) == "Monday 1 February"
    assert day_gone_by(date(2026, 12, 31)) == "31 December 2026"
    turn = WORDS.counts.turn
    assert [count(number, turn) for number in (0, 1, 12, 13, 1200)] == [
        *("no exchanges", "one exchange", "twelve exchanges", "13 exchanges", "1,200 exchanges")
    ]


def test_sharing_is_offered_to_who_has_agreed_and_what_is_shared_is_told_to_all() -> None:
    not_yet = replace(AGREED, consented=WORDS.consent.version - 1)
    shares = Shares(MADE, [shared()])
    assert {ids.HOME_SHARE, ids.HOME_COUNTED, ids.SHARE_WITHDRAW} <= set(action_ids(blocks(shares=shares)))
    assert ids.HOME_SHARE not in action_ids(blocks(not_yet, shares=shares))
    assert values(blocks(not_yet, shares=shares))[ids.SHARE_WITHDRAW] == "a-share"
    assert WORDS.shared.nothing in told(blocks())


def test_being_counted_offers_the_other_way() -> None:
    assert values(blocks())[ids.HOME_COUNTED] == "on"
    assert values(blocks(shares=Shares(MADE, counted=True)))[ids.HOME_COUNTED] == "off"


def test_what_is_shared_now_comes_first_and_the_rest_is_said_to_be_there() -> None:
    many = [shared(str(number), what=f"number {number}", withdrawn_at=MADE) for number in range(12)]
    words = told(blocks(shares=Shares(MADE, [*many, shared(what="the open one")])))
    assert words.index("the open one") < words.index("number 0")
    assert WORDS.shared.nothing not in words
    assert WORDS.shared.more_left_out in words


def test_many_days_of_opening_are_shortened() -> None:
    opened = tuple(MADE + timedelta(days=9 - day) for day in range(9))
    words = told(blocks(shares=Shares(MADE, [shared(opened=opened)])))
    assert "They opened it on 12 November 2026, 11 November 2026," in words
    assert "8 November 2026, and before." in words
    assert "7 November 2026" not in words
