"""The debrief: nothing invented, the doctor's own words, true counts, one thing to try, neither blame nor marks."""

import pytest

from evals.rubric.debriefed import counts, said_counts
from evals.rubric.rehearsed import lines_before
from tests.evals.rubric.practised import debriefed, rehearsal
from tests.evals.rubric.talks import assert_bad, assert_good, assert_silent, citation, reply, said

GOOD = (
    'She came nearer at "How do the mornings look from your side?", and drew back at "your staff will be there". '
    'You asked twice and told twice. One thing to try next time: "What would have to move for ... to work?"'
)


@pytest.mark.parametrize("name", ["P6", "P7", "P8", "P9", "P10"])
def test_a_true_debrief_is_good_in_all(name: str) -> None:
    assert_good(name, debriefed(GOOD))


@pytest.mark.parametrize(
    "text",
    [
        'What shut her was "The round is at eight ..." and you know it.',
        'Her answer was "By eight I have two on the drug round".',
        'She leaves you with "Come back when you have an hour." That is all.',
        'Put it the other way round: "What do you need from me by eight?"',
    ],
)
def test_p6_lets_be_what_was_said_shortened_answered_or_is_offered(text: str) -> None:
    assert_good("P6", debriefed(text))


def test_p6_lets_a_source_be_quoted_and_a_part_that_goes_on() -> None:
    cited = citation()
    assert_good("P6", debriefed(reply(f'It stands as "{cited.quote}" in the paper.', cited)))
    assert_silent("P6", debriefed('The charge nurse: "I said that I was busy."'))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('You lost her at "I could not care less about your mornings".', "nobody said"),
        ('What opened her was "How do the mornings look from down here in the valley?"', "nobody said"),
        ('You said "By eight I have two on the drug round", and it helped.', "as the doctor's"),
    ],
)
def test_p6_is_met_by_an_invented_changed_or_swapped_line(text: str, why: str) -> None:
    assert_bad("P6", debriefed(text), why)


def test_p7_wants_a_line_of_the_doctors() -> None:
    assert_bad("P7", debriefed('You were open early on, and she answered "Nobody asks me that".'), "no line")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("By sentences, you asked 3 and told 4.", (3, 4)),
        ("Of your sentences, 3 asked and 4 told.", (3, 4)),
        ("You asked once and told five times.", (1, 5)),
        ("You asked in 4 sentences and told in 7.", (4, 7)),
        ("It was 1 sentence that asked and 5 that told.", (1, 5)),
        ("You asked nothing and told four times.", (0, 4)),
        ("You asked 3 or 4 times and told the rest.", (3, None)),
        ("One thing to try: ask her twice.", (None, None)),
    ],
)
def test_numbers_of_asking_and_telling_are_read_as_people_write_them(
    text: str, found: tuple[int | None, int | None]
) -> None:
    assert said_counts(text) == found


@pytest.mark.parametrize(
    "text", ["You asked 6 and told 2.", "You asked 2 and told 7.", "It was more telling than it might have been."]
)
def test_p8_is_not_met_by_wrong_counts_nor_by_none(text: str) -> None:
    assert_bad("P8", debriefed(text))


def test_a_line_taken_back_may_be_counted_or_not() -> None:
    line = said("line", "You have to sign this. It is late.")
    again = rehearsal((line, "No."), (said("goes_on", "again"), "Go ahead."), (said("stops", "stop"), "It is over."))
    kept = rehearsal((line, "No."), (said("stops", "stop"), "It is over."))
    assert counts(again, lines_before(again, again.exchanges[-1])).told == (0, 3)
    assert counts(kept, lines_before(kept, kept.exchanges[-1])).told == (1, 3)


@pytest.mark.parametrize(
    "text",
    [
        "That is all there is to say about it.",
        "Three things to try: ask, wait, and thank her.",
        "One thing to try is to ask. Another thing to try is to wait.",
        "Next time:\n- ask first\n- wait\n- say it back",
    ],
)
def test_p9_is_not_met_by_nothing_nor_by_a_list(text: str) -> None:
    assert_bad("P9", debriefed(text))


@pytest.mark.parametrize(
    "text",
    [
        "I would give you 7 out of 10 for that.",
        "Your score for asking is 40%.",
        "You should have listened to her.",
        "You failed to hear a word of it.",
    ],
)
def test_p10_is_met_by_a_mark_or_a_scolding(text: str) -> None:
    assert_bad("P10", debriefed(text))


def test_where_nothing_was_said_nothing_of_it_is_owed() -> None:
    bare = rehearsal((said("stops", "no, stop"), "Then we leave it there."))
    for name in ("P7", "P8", "P9"):
        assert_silent(name, bare)
    assert_good("P6", bare)
    assert_bad("P6", rehearsal((said("stops", "no, stop"), 'You began with "I need this by Monday".')))


@pytest.mark.parametrize(
    "text",
    [
        "Firstly, ask what worries her. Then, name the patients. Lastly, thank her.",
        "Next time, lower your voice. Ask about her nights. And finish with a thank you.",
        "Points to practise: eye contact, shorter lines, and asking for her view.",
    ],
)
def test_p9_is_not_met_by_things_that_are_counted_off_or_listed(text: str) -> None:
    assert_bad("P9", debriefed(text))


def test_p9_is_not_met_by_the_same_again() -> None:
    assert_bad("P9", debriefed("I looked for a weak point and found nothing. Same again next time."), "nothing to try")


@pytest.mark.parametrize("text", ["A solid C plus.", "Warmth: 4. Clarity: 6.", "Shame on you.", "That was sloppy."])
def test_p10_is_met_by_marks_and_scolding_in_other_forms(text: str) -> None:
    assert_bad("P10", debriefed(f"{GOOD} {text}"))
